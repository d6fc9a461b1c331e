/// What the properties draw: sizes, operands from a domain, directions. All numbers have few digits, so that float32 holds them exactly,
/// a finite step moves them without rounding, and ties are exact or wide apart.
[<RequireQualifiedAccess>]
module internal AutoDiff.Tests.Generators

open System
open FsCheck
open FsCheck.FSharp
open AutoDiff

/// The longer set draws anew each time; the ordinary run is the same for everyone, so that who breaks a rule is who sees it fail.
let isLong = Environment.GetEnvironmentVariable "AUTODIFF_LONG" = "1"

let private config (count: int) =
    let config = Config.QuickThrowOnFailure.WithMaxTest(count).WithQuietOnSuccess true
    if isLong then config else config.WithReplay(Some { Rnd = Rnd 20260101UL; Size = None })

/// Runs a property over so many random cases; a failure prints the case and how to replay it.
let check (count: int) (gen: Gen<'T>) (property: 'T -> unit) = Check.One(config count, Prop.forAll (Arb.fromGen gen) property)

/// An extent: empty and one included.
let size = Gen.frequency [ 1, Gen.constant 0; 2, Gen.constant 1; 6, Gen.choose (2, 4) ]

let sizes = Gen.zip3 size size size

let private step = Gen.choose (-96, 96) |> Gen.map (fun k -> float k / 32.0)

/// Numbers up to 3 in steps of 1/32, and now and then of another magnitude: from 2⁻¹⁷ to 24.
let private real = Gen.frequency [ 5, step; 1, Gen.map2 (fun x k -> Math.ScaleB(x, k)) step (Gen.choose (-12, 3)) ]

let private nonZero = Gen.filter (fun x -> x <> 0.0) real

/// Rounded to a number of both precisions.
let private inBoth (x: float) = float (float32 x)

/// A number inside a domain, off its ends.
let inside (domain: Domain) : Gen<float> =
    match domain with
    | Reals -> real
    | NonZero -> nonZero
    | Above bound
    | AtLeast bound -> nonZero |> Gen.map (fun x -> inBoth (bound + abs x))
    | Between(low, high)
    | Within(low, high) ->
        let width = high - low
        let half = (if width < 1.0 then width else Math.Floor width) / 2.0
        Gen.choose (-31, 31) |> Gen.map (fun k -> inBoth ((low + high) / 2.0 + half * float k / 32.0))
    | Mask -> Gen.elements [ 0.0; 1.0 ]
    | Invertible
    | FullColumnRank
    | PositiveDefinite
    | Distinct
    | Derived _ -> invalidOp "a domain of matrices is drawn as a whole"

/// Whether operands of a domain are drawn as a whole, or computed.
let isOfMatrices (domain: Domain) =
    match domain with
    | Invertible
    | FullColumnRank
    | PositiveDefinite
    | Distinct
    | Derived _ -> true
    | _ -> false

/// A matrix inside a domain of matrices, well off its ends: small numbers around a diagonal that outweighs them. None for what is computed.
let matrix (domain: Domain) (extent: Extent) : Gen<float[]> option =
    let around width (diagonal: int -> float) =
        Gen.arrayOfLength extent.Size (Gen.choose (-32, 32) |> Gen.map (fun k -> width * float k / 32.0))
        |> Gen.map (Array.mapi (fun k x -> if k % extent.Rows = k / extent.Rows then x + diagonal (k % extent.Rows) else x))

    match domain with
    | Invertible
    | FullColumnRank
    | PositiveDefinite -> Some(around 1.0 (fun _ -> float (1 + extent.Rows)))
    | Distinct -> Some(around 0.125 (fun i -> 2.0 * float (i + 1)))
    | _ -> None

/// A number outside a domain; None where that has none, or only a pole.
let outside (domain: Domain) : Gen<float> option =
    match domain with
    | Reals
    | NonZero
    | Mask
    | Invertible
    | FullColumnRank
    | PositiveDefinite
    | Distinct
    | Derived _ -> None
    | Above bound
    | AtLeast bound -> Some(nonZero |> Gen.map (fun x -> bound - abs x))
    | Between(low, high)
    | Within(low, high) ->
        Some(Gen.map2 (fun x isAbove -> if isAbove then high + abs x else low - abs x) nonZero (Gen.elements [ true; false ]))

/// How far a number is from the end of its domain.
let distance (domain: Domain) (x: float) =
    match domain with
    | Reals
    | Mask
    | Derived _ -> infinity
    | Invertible
    | FullColumnRank
    | PositiveDefinite
    | Distinct -> 1.0
    | NonZero -> abs x
    | Above bound
    | AtLeast bound -> x - bound
    | Between(low, high)
    | Within(low, high) -> min (x - low) (high - x)

/// The domain of operand i; the last entry serves all further operands.
let domain (primitive: Primitive) i = primitive.Domain[min i (primitive.Domain.Length - 1)]

/// Components of directions and cotangents: at most 1.
let direction (count: int) : Gen<float[]> = Gen.arrayOfLength count (Gen.choose (-16, 16) |> Gen.map (fun k -> float k / 16.0))

let arrays (gens: Gen<float[]> seq) : Gen<float[][]> = gens |> List.ofSeq |> Gen.collectToList id |> Gen.map Array.ofList

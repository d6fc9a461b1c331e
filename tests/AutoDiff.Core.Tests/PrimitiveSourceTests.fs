/// C# source of every elementwise primitive that has some: compiled, it gives the numbers of the primitive.
module AutoDiff.Tests.PrimitiveSourceTests

open System
open FsCheck.FSharp
open MathNet.Numerics
open Xunit
open AutoDiff

/// A method of one elementwise primitive.
let private methodOf (primitive: Primitive) name : Method =
    let listing = ExplanationTests.listingOf primitive [ for _ in primitive.Domain -> Shape.Scalar ] Precision.Double

    {
        Name = name
        Doc = primitive.Name
        Parameters = Array.init listing.Inputs (fun i -> "v" + string (i + 1))
        Listing = listing
        Results = [| Extent.scalar |]
    }

let private isWritten (m: Method) =
    try
        CSharpSource.write "" [ m ] None |> ignore
        true
    with :? SourceException ->
        false

/// Random points of the domain, and the special ones.
let private points (primitive: Primitive) : float[] list =
    let drawn = primitive.Domain |> List.map (Generators.inside >> Gen.sampleWithSeed (FsCheck.Rnd 20260101UL) 50 40)
    let random = [ for k in 0..39 -> [| for values in drawn -> values[k] |] ]
    random @ (primitive.Special |> List.map Array.ofList)

/// The number of whose last place errors are counted: what is expected. The parts of a complex power cancel where it turns through an
/// axis, in the library too, so there it is the modulus of the power. The terms of digamma, which are up to the logarithm of where Stirling's
/// series begins, cancel beside its root at 1.46, and those of the logarithm of the beta function beside its zeros.
let private measure (primitive: Primitive) (point: float[]) (expected: float) =
    match primitive.Name, primitive.Parameters with
    | ("realInverse" | "imaginaryInverse"), (:? int as n) -> max (abs expected) (Math.Pow(Double.Hypot(point[0], point[1]), float -n))
    | "digamma", _ -> max (abs expected) (Math.Log(point[0] + 8.0))
    | "logBeta", _ ->
        let smaller = min point[0] point[1]
        let largest = if max point[0] point[1] < 10.0 then point[0] + point[1] else smaller
        max (abs expected) (abs (SpecialFunctions.GammaLn largest))
    | _ -> abs expected

let private ulps size (expected: float) (found: float) =
    if expected = found || Double.IsNaN expected && Double.IsNaN found then
        0.0
    else
        abs (expected - found) / (Math.BitIncrement size - size)

let private valueOf (primitive: Primitive) (point: float[]) =
    (Node.apply primitive (point |> Array.map (Node.number Precision.Double))).Value.Number

[<Fact>]
let ``Source of every elementwise primitive agrees with it to a few units in the last place`` () =
    let methods =
        Families.all
        |> List.map (fun name -> Families.primitive name)
        |> List.filter Families.isElementwise
        |> List.mapi (fun i primitive -> primitive, methodOf primitive ("M" + string i))

    let written = methods |> List.filter (snd >> isWritten)
    Assert.True(written.Length >= 98, $"{written.Length} of {methods.Length} have source")

    let assembly =
        CompiledSource.compile [ CompiledSource.inNamespace "All" (CSharpSource.write "" (List.map snd written) None) ]

    let worst =
        [
            for primitive, m in written do
                for point in points primitive do
                    let expected = valueOf primitive point

                    let found = (CompiledSource.call assembly "All" m.Name (point |> Array.map (fun x -> box x)))[0]

                    let error = ulps (measure primitive point expected) expected found

                    if not (error <= 8.0) then
                        $"{primitive.Name} at {Numbers.text point}: {found:R} where {expected:R} is expected, {error:F1} units"
        ]

    Assert.Empty worst

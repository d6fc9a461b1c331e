/// Elementary functions at 2,000 points each against values to a 250th of an ulp: see tests/Reference.
module AutoDiff.Tests.AccuracyTests

open System
open System.Globalization
open System.IO
open System.IO.Compression
open FsCheck.FSharp
open FsCheck.Xunit
open Xunit
open AutoDiff

let private points = 2000

let private path (name: string) = Path.Combine(AppContext.BaseDirectory, name)

/// The output of the generator SplitMix64 at a state.
let private splitMix (state: uint64) =
    let z = state * 0x9E3779B97F4A7C15UL
    let z = (z ^^^ (z >>> 30)) * 0xBF58476D1CE4E5B9UL
    let z = (z ^^^ (z >>> 27)) * 0x94D049BB133111EBUL
    z ^^^ (z >>> 31)

/// A point of a range, from random bits: the same that the table was made with.
let private point (kind: string) (a: float) (b: float) (random: uint64) =
    match kind with
    | "even" -> a + (b - a) * (float (random >>> 11) * Math.ScaleB(1.0, -53))
    | "whole" -> float (int64 a + int64 (random % uint64 (int64 b - int64 a + 1L)))
    | kind ->
        let low = BitConverter.DoubleToUInt64Bits a
        let offset = Math.BigMul(random, BitConverter.DoubleToUInt64Bits b - low + 1UL) >>> 64
        let size = BitConverter.UInt64BitsToDouble(low + uint64 offset)
        if kind = "signed" && random &&& 1UL = 1UL then -size else size

let private number (text: string) = Double.Parse(text, CultureInfo.InvariantCulture)

/// Every function with the ulps it may be off, and its points.
let private functions =
    lazy
        (File.ReadAllLines(path "accuracy.csv")
         |> Array.skip 1
         |> Array.map (fun line ->
             let fields = line.Split ';'
             let ranges = fields[1].Split ' ' |> Array.chunkBySize 3

             fields[0],
             number fields[2],
             Array.init points (fun i ->
                 let range = ranges[i % ranges.Length]
                 point range[0] (number range[1]) (number range[2]) (splitMix (uint64 i + 1UL)))))

/// The nearest doubles and what the values are beyond them, in ulps.
let private values =
    lazy
        (use file = new GZipStream(File.OpenRead(path "accuracy.bin.gz"), CompressionMode.Decompress)
         use memory = new MemoryStream()
         file.CopyTo memory
         let bytes = memory.ToArray()
         Array.init (bytes.Length / 9) (fun i -> BitConverter.ToDouble(bytes, 9 * i), float (sbyte bytes[9 * i + 8]) / 250.0))

let private kernelOf (name: string) =
    Table.primitives
    |> List.map (fun family -> fst (family.Sample 1 1 1))
    |> List.find (fun p -> name = p.Name || name = p.Name + " " + string p.Parameters)
    |> _.Kernel

let private mapOf (name: string) =
    match kernelOf name with
    | Unary map -> map
    | _ -> failwith (name + " has more than one operand")

let private ulp (x: float) =
    let size = Math.Min(abs x, Math.BitDecrement Double.MaxValue)
    Math.BitIncrement size - size

/// How far a number is from a value, in ulps of the value.
let private distance (found: float) (nearest: float) (beyond: float) =
    if found = nearest && not (Double.IsFinite found) then
        0.0
    elif Double.IsFinite found && Double.IsFinite nearest then
        abs ((found - nearest) / ulp nearest - beyond)
    else
        infinity

let names: TheoryData<string> = TheoryData<string>(functions.Value |> Array.map (fun (name, _, _) -> name))

[<Theory>]
[<MemberData(nameof names)>]
let ``Functions are right to the ulps that are allowed, most to one`` (name: string) =
    let index = functions.Value |> Array.findIndex (fun (other, _, _) -> other = name)
    let map = mapOf name
    let _, allowed, xs = functions.Value[index]
    let ys: float[] = Array.zeroCreate points
    map.Run<float>(ReadOnlySpan xs, Span ys)

    let distances =
        Array.init points (fun i -> let nearest, beyond = values.Value[points * index + i] in distance ys[i] nearest beyond)

    let worst = Array.max distances
    let at = xs[Array.IndexOf(distances, worst)]
    Assert.True(worst <= allowed, $"{name} of {at:R} is off by {worst} ulps")

/// Functions of two numbers with those of the platform, which are right to an ulp themselves.
let private pairs: (string * (float -> float -> float)) list =
    [ "atan2", (fun y x -> Math.Atan2(y, x)); "hypot", (fun x z -> Double.Hypot(x, z)); "pow", (fun x z -> Math.Pow(x, z)) ]

let private ofPair (name: string) =
    match kernelOf name with
    | Binary map -> fun (x: float) (z: float) -> map.Apply(x, z)
    | _ -> failwith name

// beside 1 the square of the slope is nothing, so that the angle is the slope, which is one division
[<Property>]
let ``An angle below 1e-200 is its slope`` () =
    let point =
        gen {
            let! far = Gen.choose (-380, 980)
            let! low = Gen.choose (-1074, far - 690)
            let! x = Gen.choose (1, 1000000)
            let! y = Gen.choose (-1000000, 1000000)
            return Math.ScaleB(float y, low), Math.ScaleB(float x, far)
        }

    let angle = ofPair "atan2"
    Prop.forAll (Arb.fromGen point) (fun (y, x) -> BitConverter.DoubleToInt64Bits(angle y x) = BitConverter.DoubleToInt64Bits(y / x))

let private any =
    Gen.frequency
        [
            2,
            Gen.elements
                [ 0.0; -0.0; 1.0; -1.0; 0.5; 2.0; -3.0; infinity; -infinity; nan; Double.Epsilon; 1e308; -1e-300; 4503599627370497.0 ]
            4, Gen.choose (-80000, 80000) |> Gen.map (fun k -> float k / 8192.0)
            1, Gen.choose (-1000000, 1000000) |> Gen.map (fun k -> Math.ScaleB(float k, k % 900))
        ]

[<Property(MaxTest = 5000)>]
let ``Functions of two numbers agree with the platform's to two ulps, in signs and limits too`` () =
    Prop.forAll (Arb.fromGen (Gen.two any)) (fun (x, z) ->
        pairs
        |> List.forall (fun (name, platform) ->
            let found, expected = ofPair name x z, platform x z

            (if Double.IsFinite expected && expected <> 0.0 then
                 abs (found - expected) <= 2.0 * ulp expected
             else
                 Numbers.sameBits expected found)
            || failwith $"{name} of {x:R} and {z:R} is {found:R} instead of {expected:R}"))

/// Pairs of positive numbers that are as exact when 1 is added.
let private positive =
    let near = Gen.choose (1, 400000) |> Gen.map (fun k -> float k / 65536.0)
    let far = Gen.choose (1, 8000) |> Gen.map (fun k -> float k / 16.0)
    Gen.two (Gen.frequency [ 3, near; 1, far ])

let private isWithin (ulps: float) (expected: float) (found: float) =
    abs (found - expected) <= ulps * ulp expected || failwith (found.ToString "R" + " instead of " + expected.ToString "R")

[<Property(MaxTest = 2000)>]
let ``The beta function obeys its recurrence, and its logarithm is one, to a few ulps`` () =
    let beta, logBeta = ofPair "beta", ofPair "logBeta"

    Prop.forAll (Arb.fromGen positive) (fun (a, b) ->
        let value, next = beta a b, beta a (b + 1.0)
        let logarithm = Math.Log value
        // an error of an ulp in the value is as much in its logarithm, absolutely
        next < 1e-290
        || isWithin 4.0 (value * b / (a + b)) next && abs (logBeta a b - logarithm) <= 2.0 * ulp logarithm + ulp 1.0)

[<Property(MaxTest = 1000)>]
let ``Derivatives of digamma at numbers 1 apart differ by powers of the reciprocal`` () =
    Prop.forAll (Arb.fromGen positive) (fun (a, _) ->
        [ 0, -1.0; 1, 1.0; 2, -2.0 ]
        |> List.forall (fun (n, factor) ->
            isWithin 6.0 (factor / Math.Pow(a, float (n + 1))) (ofPair ("polygammaDifference " + string n) a 1.0)))

// B(a, b) = B(a + 1, b) + B(a, b + 1), all of one sign after any number of derivatives. Where both are just above 0.2, the terms of the third
// derivative are up to 500 times their sum, and each is right to two or three ulps.
[<Property(MaxTest = 1000)>]
let ``Derivatives of the beta function obey its recurrence, beside the poles too`` () =
    let derivatives = [ for orders in [ "(1, 0)"; "(0, 1)"; "(1, 1)"; "(2, 1)" ] -> ofPair ("betaDerivative " + orders) ]

    Prop.forAll (Arb.fromGen positive) (fun (a, b) ->
        derivatives
        |> List.forall (fun derivative ->
            let value, sum = derivative a b, derivative (a + 1.0) b + derivative a (b + 1.0)

            abs (value - sum) <= 3e-13 * abs sum + 1e-300 || failwith (value.ToString "R" + " instead of " + sum.ToString "R")))

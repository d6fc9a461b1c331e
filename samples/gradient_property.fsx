// Property-testing one's own gradient: FsCheck draws points, AutoDiff is the judge, and a counterexample is shrunk to a small one.
#I "../src/AutoDiff.Core.fs/bin/Release/net10.0"
#r "MathNet.Numerics.dll"
#r "AutoDiff.Core.dll"
#r "nuget: FsCheck, 3.6.0"

open System
open AutoDiff
open FsCheck
open FsCheck.FSharp

/// The function, as it is written once for numbers of any kind: the logarithm of a sum of exponentials, and a penalty.
let f (v: Vector) = Maths.logSumExp v + 0.5 * (v * v)

/// A gradient by hand, as somebody wrote it for speed.
let byHand (v: float[]) =
    let top = Array.max v
    let weights = v |> Array.map (fun x -> exp (x - top))
    let total = Array.sum weights
    Array.map2 (fun x w -> w / total + x) v weights

/// The same with a mistake: the penalty's share is forgotten where an element is negative.
let withMistake (v: float[]) = Array.map2 (fun x g -> if x < 0.0 then g - x else g) v (byHand v)

let points =
    let elements = Gen.choose (-400, 400) |> Gen.map (fun n -> float n / 20.0)
    let shrink v = ArbMap.defaults |> ArbMap.arbitrary<int[]> |> fun arb -> arb.Shrinker(Array.map int v) |> Seq.map (Array.map float)
    Arb.fromGenShrink (Gen.nonEmptyListOf elements |> Gen.map List.toArray, Seq.filter (Array.isEmpty >> not) << shrink)

let agrees (gradient: float[] -> float[]) =
    Prop.forAll points (fun v ->
        let exact = (Diff.grad f (Vector v)).ToArray()
        Array.forall2 (fun a b -> abs (a - b) <= 1e-12 * (1.0 + abs b)) (gradient v) exact)

Check.One("the gradient by hand", Config.QuickThrowOnFailure.WithMaxTest 1000, agrees byHand)

try
    Check.One("the one with a mistake", Config.QuickThrowOnFailure.WithReplay(Some { Rnd = Rnd 1UL; Size = None }), agrees withMistake)
    failwith "the mistake was not found"
with error when error.Message.Contains "Falsifiable" ->
    printfn "The one with a mistake: %s" (error.Message.Trim())

// A rule of one's own inside a larger function is judged in the same way: by differences, at a point.
let right = Diff.withGradient f (fun v _ ybar -> ybar * (Maths.softmax v + v))
let wrong = Diff.withGradient f (fun v _ ybar -> ybar * Maths.softmax v)
let point = vec [ 1.0; -2.0; 0.5 ]
printfn "%O" (Diff.checkGradient right point)
printfn "%O" (Diff.checkGradient wrong point)

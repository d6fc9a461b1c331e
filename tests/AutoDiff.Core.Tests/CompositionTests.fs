/// Gradients of random functions against finite differences, element by element.
module AutoDiff.Tests.CompositionTests

open System
open Xunit
open FsCheck.FSharp
open AutoDiff

type private Outcome =
    /// Finite, with a gradient that differences can see, and right.
    | Counts
    /// Nothing to see: not finite, no gradient, or too rough for differences.
    | Proves of nothing: string

let private moved (inputs: float[][]) i k t =
    inputs |> Array.mapi (fun j xs -> if i = j then Array.mapi (fun l x -> if k = l then x + t else x) xs else xs)

let private check (composition: Composition) : Outcome =
    let inputs = composition.Inputs
    let y, (s, v, m) = Diff.valueAndGrad (Composition.value composition) (Composition.point inputs)
    let gradient = [| s.Node; v.Node; m.Node |] |> Array.map Numbers.floats

    for i in inputs.Length .. 2 do
        Assert.All(gradient[i], (fun x -> Assert.Equal(0.0, x)))

    let intermediate =
        Composition.run composition (Array.map2 (Numbers.node Precision.Double) (Composition.shapes inputs.Length) inputs)
        |> snd

    let magnitude = intermediate |> List.map Numbers.floats |> Trial.largest
    let largest = Trial.largest (Array.truncate inputs.Length gradient)

    if not (Double.IsFinite y.Value) then
        Proves "not finite"
    elif largest = 0.0 then
        Proves "no gradient"
    else
        let mutable rough = false

        for i in 0 .. inputs.Length - 1 do
            for k in 0 .. inputs[i].Length - 1 do
                let f t = [| (Composition.value composition (Composition.point (moved inputs i k t))).Value |]
                let expected = FiniteDifferences.slope magnitude 0.5 f
                let slope, error = expected.Slopes[0], expected.Errors[0]

                if error > 1e-5 * (largest + abs slope) then
                    rough <- true
                else
                    // roundings grow along a chain of steps, by the product of its slopes: the larger the gradient, the more
                    let tolerance = 4.0 * error + 1e-9 * (largest + magnitude)

                    Assert.True(
                        abs (gradient[i][k] - slope) <= tolerance,
                        $"input {i}, element {k}: {gradient[i][k]} where differences give {slope} ± {error}"
                    )

        if rough then Proves "too rough" else Counts

[<Fact>]
let ``Gradients of random compositions agree with finite differences, and four of five compositions count`` () =
    let outcomes = Collections.Generic.List<Outcome>()
    let drawn = Gen.choose (2, 9) |> Gen.bind Composition.draw
    Generators.check 300 drawn (fun composition -> outcomes.Add(check composition))
    let counted = outcomes |> Seq.filter (fun outcome -> outcome.IsCounts) |> Seq.length
    let others = outcomes |> Seq.filter (fun outcome -> not outcome.IsCounts) |> Seq.countBy id |> List.ofSeq
    Assert.True(10 * counted >= 8 * outcomes.Count, $"{counted} of {outcomes.Count} compositions count; of the others: {others}")

/// Programs over many small examples are what they are example by example.
module AutoDiff.Tests.UnrollingTests

open System
open Xunit
open FsCheck.FSharp
open AutoDiff

let private examples = 41

/// Numbers without symmetries around those of one example.
let private around (x: float[]) extent =
    let number i = x[i % x.Length] + 0.1 * sin (float (i * i + 3 * i))
    Numbers.node Precision.Double (Shape.one extent) (Array.init extent.Size number)

/// A program over many examples, and how many of its entries are left that have batch extents.
let private batchedEntries (xs: Node[]) f =
    let isBatched (entry: Entry) = entry.Shape.Rank > 0
    let program = (Recording.record "Test" xs f).Program
    let count (program: Program) = program.Count isBatched
    struct (count program, count (Unrolling.apply program))

/// The value and the gradient of a composition over a scalar and a vector, side by side.
let private gradient (composition: Composition) (xs: Node[]) : Node =
    let f xs = [| fst (Composition.run composition xs) |]

    Differentiation.under "Test" xs f (fun token aliases ys ->
        [| Flat.join (Array.append ys (Differentiation.pullback token aliases [||] ys [| Node.one Precision.Double |])) |])
    |> Array.head

[<Fact>]
let ``Gradients of random compositions over many examples have the same bits on every path`` () =
    let mutable fewer = 0
    let drawn = Gen.choose (2, 7) |> Gen.bind Composition.draw

    Generators.check 80 drawn (fun composition ->
        let inputs = composition.Inputs[..1]
        let composition = { composition with Inputs = inputs }
        let kinds = [| false; true |][.. inputs.Length - 1]
        let extents = [| Extent.vector examples; Extent.matrix examples 3 |]
        let xs = Array.map2 around inputs extents[.. inputs.Length - 1]
        let f xs = [| Batch.vectorize "Test" kinds (gradient composition) xs |]
        let struct (before, after) = batchedEntries xs f

        if after < before then
            fewer <- fewer + 1

        Paths.agree xs f)

    Assert.True(fewer >= 30, $"only {fewer} of 80 programs were unrolled")

/// Elements, parts, a cross product, a sum, quotients: as geometry is written.
let private turned (x: Vector) : Vector =
    let axis, y = x.SubVector(0, 3), x.SubVector(3, 3)
    let angle = Scalar.Sqrt(axis * axis)
    let unit = axis / angle
    let cross = vec [ unit[1] * y[2] - unit[2] * y[1]; unit[2] * y[0] - unit[0] * y[2]; unit[0] * y[1] - unit[1] * y[0] ]
    let turned = y * Scalar.Cos angle + cross * Scalar.Sin angle + unit * (unit * y) * (1.0 - Scalar.Cos angle)
    turned.SubVector(0, 2) / turned[2]

let private rows n = around (Array.init 6 (fun i -> 0.3 + 0.4 * float i)) (Extent.matrix n 6)

let private overRows (f: Vector -> Vector) (xs: Node[]) : Node[] =
    [| Batch.vectorize "Test" [| true |] (fun xs -> (f (Vector xs[0])).Node) xs |]

[<Fact>]
let ``Jacobians of many small examples are computed without a call`` () =
    for n in [ 32; 33; 40; 100; 300 ] do
        let jacobian (x: Vector) = (Diff.jacobian turned x).ToRowMajorVector()
        let xs = [| rows n |]
        let struct (_, after) = batchedEntries xs (overRows jacobian)
        Assert.Equal(0, after)
        Paths.agree xs (overRows jacobian)

[<Fact>]
let ``So are Hessians`` () =
    let f (x: Vector) = (turned x).Sum()
    let hessian (x: Vector) = (Diff.hessian f x).ToColumnMajorVector()
    let xs = [| rows 50 |]
    let struct (_, after) = batchedEntries xs (overRows hessian)
    Assert.Equal(0, after)
    Paths.agree xs (overRows hessian)

[<Fact>]
let ``Sums of every length within an example have the bits of sums by themselves`` () =
    for width in [ 2; 3; 7; 8; 9; 15; 16; 17; 31; 64 ] do
        let xs = [| around (Array.init width (fun i -> -1.0 ** float i / float (i + 1))) (Extent.matrix examples width) |]
        Paths.agree xs (overRows (fun x -> x * (x * x) + x * x.Sum()))

[<Fact>]
let ``What cannot be unrolled is called, and its operands are laid out for it`` () =
    let f (x: Vector) =
        let squares = x.PointwiseMultiply x * x[0]
        let sorted = squares.Sort()
        vec [ sorted[1] * x[2]; sorted[0] - squares[1] * x[0]; x[1] ]

    let xs = [| rows examples |]
    let struct (before, after) = batchedEntries xs (overRows f)
    Assert.True(0 < after && after < before, $"{before} entries, then {after}")
    Paths.agree xs (overRows f)

[<Fact>]
let ``Examples share what has no batch extents`` () =
    let xs =
        [| rows examples; Numbers.node Precision.Double (Shape.one (Extent.vector 6)) [| 0.5; -0.0; 2.0; -1.0; nan; 3.0 |] |]

    let f (xs: Node[]) =
        let shared = Vector xs[1]
        let one (x: Vector) = (x.PointwiseMultiply shared + shared * x[1]).PointwiseMultiply(x / shared[0]) + x * x[2]
        overRows one xs[..0]

    Paths.agree xs f

[<Fact>]
let ``Parts without elements take no part`` () =
    let f (x: Vector) =
        let nothing = x.SubVector(x.Count / 2, 0)
        let squares = Vector.Concatenate [| nothing; x.PointwiseMultiply x * x[0]; nothing |]
        let rows = squares.ReshapeColumnMajor(2, 3)
        let wider = rows.Append(nothing.ReshapeColumnMajor(3, 0).Transpose().ReshapeColumnMajor(2, 0)).Transpose()
        wider.ToColumnMajorVector().PointwiseMultiply(x * (x[1] + Vector.Exp(nothing).Sum()))

    Paths.agree [| rows examples |] (overRows f)
    Paths.agree [| rows examples |] (overRows (fun x -> Diff.grad (fun x -> (f x).Sum()) x))

[<Fact>]
let ``Long chains of what cannot be unrolled take no stack`` () =
    let f (x: Vector) =
        let mutable y = x

        for _ in 1..700 do
            y <- y.Sort().PointwiseMultiply x * x[1]

        y

    let program = (Recording.record "Test" [| rows examples |] (overRows f)).Program
    let unrolled = ref program
    let thread = System.Threading.Thread((fun () -> unrolled.Value <- Unrolling.apply program), 128 * 1024)
    thread.Start()
    thread.Join()

    Assert.True(
        unrolled.Value.Entries.Length > 2 * program.Entries.Length,
        $"{program.Entries.Length} entries, then {unrolled.Value.Entries.Length}"
    )

/// Functions of one example over many: the same as a loop, for every primitive and nested with differentiation in both orders.
module AutoDiff.Tests.VectorizeTests

open System
open Xunit
open AutoDiff

let private matrix (rows: float list list) = Matrix(array2D rows)
let private rows = matrix [ [ 0.3; -1.2; 0.7 ]; [ 1.1; 0.4; -0.6 ]; [ -0.2; 0.9; 0.5 ]; [ 2.0; 1.5; -1.0 ] ]
let private count = rows.RowCount
let private numbers (m: Matrix) = Seq.cast<float>(m.ToArray()) |> Seq.toArray

let private close (expected: float[]) (found: float[]) =
    Assert.Equal(expected.Length, found.Length)
    Array.iter2 (fun e f -> Assert.True(abs (e - f) <= 1e-13 * (1.0 + abs e), $"{f} where {e} is right")) expected found

/// A function with all kinds of primitives in it.
let private f (v: Vector) : Scalar =
    let m = Matrix.OfRows [| v; v + 1.0; sin v |]

    let a =
        m * m.Transpose()
        + Matrix.OfRows [| Vector [| 3.0; 0.0; 0.0 |]; Vector [| 0.0; 3.0; 0.0 |]; Vector [| 0.0; 0.0; 3.0 |] |]

    a.LogDeterminant() + v.LogSumExp() + (a.Solve v) * v + v.Maximum() * v[1..].Sum()

let private g (v: Vector) : Vector = Vector [| f v; v[0] * v[2]; exp v[1] |]

[<Fact>]
let ``Rows one by one and together give the same`` () =
    close [| for i in 0 .. count - 1 -> (f (rows.Row i)).Value |] ((Diff.vectorizeRows f rows).ToArray())

    close
        [|
            for i in 0 .. count - 1 do
                yield! (g (rows.Row i)).ToArray()
        |]
        (numbers (Diff.vectorizeRowsToRows g rows))

[<Fact>]
let ``Gradients of each example`` () =
    close
        [|
            for i in 0 .. count - 1 do
                yield! (Diff.grad f (rows.Row i)).ToArray()
        |]
        (numbers (Diff.vectorizeRowsToRows (Diff.grad f) rows))

[<Fact>]
let ``Gradients of each example with respect to what all share`` () =
    let w = Vector [| 0.5; -0.25; 2.0 |]
    let gradient (x: Vector) = Diff.grad (fun (w: Vector) -> tanh (w * x) * (w * w)) w

    close
        [|
            for i in 0 .. count - 1 do
                yield! (gradient (rows.Row i)).ToArray()
        |]
        (numbers (Diff.vectorizeRowsToRows gradient rows))

[<Fact>]
let ``The gradient of a batch is the sum over its examples`` () =
    let w = Vector [| 0.5; -0.25; 2.0 |]
    let model (w: Vector) (x: Vector) (y: Scalar) : Scalar = (tanh (w * x) - y) ** 2.0
    let ys = Vector [| 1.0; 0.0; -1.0; 0.5 |]
    let together = Diff.grad (fun w -> (Diff.vectorizeOver model w rows ys).Sum()) w

    let oneByOne =
        Seq.fold
            (fun (sum: Vector) i -> sum + Diff.grad (fun w -> model w (rows.Row i) ys[i]) w)
            (Vector [| 0.0; 0.0; 0.0 |])
            (seq { 0 .. count - 1 })

    close (oneByOne.ToArray()) (together.ToArray())
    // and the second derivatives
    let hessian = Diff.hessian (fun w -> (Diff.vectorizeOver model w rows ys).Sum()) w

    let sum =
        Seq.fold
            (fun (sum: Matrix) i -> sum + Diff.hessian (fun w -> model w (rows.Row i) ys[i]) w)
            (Matrix(Array2D.zeroCreate<float> 3 3))
            (seq { 0 .. count - 1 })

    close (numbers sum) (numbers hessian)

[<Fact>]
let ``Both kinds of derivatives inside and outside`` () =
    let slopes = Diff.vectorize (fun x -> Diff.grad (fun z -> sin (x * z)) x)
    let xs = Vector [| 0.1; 0.2; 0.5 |]
    let expected = [| for x in xs.ToArray() -> x * cos (x * x) |]
    close expected ((slopes xs).ToArray())
    let inForward = Diff.vectorize (fun x -> snd (Diff.jvp (fun z -> sin (x * z)) x (Scalar 1.0)))
    close expected ((inForward xs).ToArray())
    let diagonal = [| for x in xs.ToArray() -> cos (x * x) - 2.0 * x * x * sin (x * x) |]
    let jacobian = Diff.jacobian slopes xs
    close (Array2D.init 3 3 (fun i j -> if i = j then diagonal[i] else 0.0) |> Seq.cast<float> |> Seq.toArray) (numbers jacobian)
    let _, tangent = Diff.jvp slopes xs (Vector [| 1.0; 1.0; 1.0 |])
    close diagonal (tangent.ToArray())
    let jacobians = Diff.vectorizeRows (fun v -> (Diff.jacobian g v).Sum()) rows
    close [| for i in 0 .. count - 1 -> (Diff.jacobian g (rows.Row i)).Sum().Value |] (jacobians.ToArray())
    let hessians = Diff.vectorizeRows (fun v -> (Diff.hessian f v).Sum()) rows
    close [| for i in 0 .. count - 1 -> (Diff.hessian f (rows.Row i)).Sum().Value |] (hessians.ToArray())

[<Fact>]
let ``Batches nest, and captured examples keep their places`` () =
    let xs, zs = Vector [| 1.0; 2.0; 3.0 |], Vector [| 10.0; 20.0; 30.0 |]
    // all pairs: as many of one as of the other, so that a mixed-up axis would show in the numbers only
    let sums = Diff.vectorize (fun x -> (Diff.vectorize (fun z -> x * x * z) zs).Sum()) xs
    close [| 60.0; 240.0; 540.0 |] (sums.ToArray())
    let table = Diff.vectorizeRowsToRows (fun v -> Diff.vectorize (fun x -> x * v[0] + v[1]) v) rows

    close
        [|
            for i in 0 .. count - 1 do
                let v = rows.Row(i).ToArray()
                yield! v |> Array.map (fun x -> x * v[0] + v[1])
        |]
        (numbers table)

[<Fact>]
let ``A function that ignores its argument gives its result for each example`` () =
    close [| 2.0; 2.0 |] ((Diff.vectorize (fun _ -> Scalar 2.0) (Vector [| 1.0; 5.0 |])).ToArray())

    for v in [ Vector [| 1.0; 5.0 |]; Vector [| 1.0f; 5.0f |] ] do
        let gradient: Vector = Diff.grad (fun v -> Diff.vectorize (fun _ -> Scalar 2.0) v * v) v
        close [| 2.0; 2.0 |] (gradient.ToFloat64().ToArray())

    Assert.Equal(0, (Diff.vectorize sin (Vector Array.empty<float>)).Count)

[<Fact>]
let ``Derivatives of captured values`` () =
    let f (a: Scalar) : Scalar = (Diff.vectorize (fun x -> a * x * x) (Vector [| 1.0; 2.0; 3.0 |])).Sum()
    Assert.Equal(14.0, (Diff.grad f (Scalar 5.0)).Value)
    let a = Diff.variable (Scalar 5.0)
    Assert.Equal(14.0, (Diff.gradient (f a) a).Value)

[<Fact>]
let ``Reading a number in the body is an error that names If and Where`` () =
    let branch (x: Scalar) : Scalar = if x > Scalar.Zero then x else -x
    let e = Assert.Throws<TracedValueException>(fun () -> Diff.vectorize branch (Vector [| 1.0; -1.0 |]) |> ignore)
    Assert.Contains("Where", e.Message)
    Assert.Contains("If", e.Message)
    let read (x: Scalar) : Scalar = Scalar x.Value
    let e = Assert.Throws<TracedValueException>(fun () -> Diff.vectorize read (Vector [| 1.0; -1.0 |]) |> ignore)
    Assert.Contains("Where", e.Message)
    let chosen (x: Scalar) : Scalar = Maths.where (Maths.greater x Scalar.Zero) x (-x)
    close [| 1.0; 1.0 |] ((Diff.vectorize chosen (Vector [| 1.0; -1.0 |])).ToArray())

[<Fact>]
let ``Arguments of different lengths are refused`` () =
    let e =
        Assert.Throws<ShapeException>(fun () ->
            Diff.vectorizeOver (fun (w: Scalar) (x: Vector) y -> w * x[0] * y) (Scalar 1.0) rows (Vector [| 1.0 |]) |> ignore)

    Assert.Contains("4 examples", e.Message)

/// Every primitive, of one example and of several, through the transform.
[<Theory; MemberData(nameof FamilyNames.All, MemberType = typeof<FamilyNames>)>]
let ``Every primitive over a batch gives what it gives for each example`` (name: string) =
    let family = Families.find name

    Generators.check 20 (Trial.inside family) (fun trial ->
        let primitive, shapes = Trial.sample family trial

        if shapes |> Array.forall (fun (shape: Shape) -> shape.Rank = 0) then
            let examples =
                [| for t in [ 0.0; 1.0 / 32.0; 2.0 / 32.0 ] -> Trial.nodes Precision.Double shapes (Trial.moved primitive trial t) |]

            let batch =
                Array.init shapes.Length (fun i ->
                    examples
                    |> Array.collect (fun xs -> Numbers.floats xs[i])
                    |> Numbers.node Precision.Double (Shape.batched [| 3 |] shapes[i].Extent))

            let expected = examples |> Array.collect (fun xs -> Numbers.floats (Node.apply primitive xs))
            let found = Batch.lift "test" (fun xs -> [| Node.apply primitive xs |]) batch
            let found = Numbers.floats found[0]
            Assert.Equal(expected.Length, found.Length)

            Array.iter2
                (fun (e: float) (f: float) -> Assert.True(e = f || Double.IsNaN e || abs (e - f) <= 1e-13 * (1.0 + abs e)))
                expected
                found)

[<Fact>]
let ``Plans kept from earlier calls give the same bits, with the numbers of each call`` () =
    let many seed = Matrix(Array2D.init 50 4 (fun i j -> 0.2 + abs (sin (float (seed + 4 * i + j)))))
    let mutable w = Vector [| 0.5; -0.25; 2.0; 1.0 |]
    let small (v: Vector) : Matrix = Matrix.OfRows [| v[..1]; v[2..] |]

    let functions: (Vector -> Vector) list =
        [
            fun v -> tanh (v .* w) * (v * v)
            Diff.grad (fun v -> (small v * small w * small v).Trace() + v[1..].L2Norm())
            fun v -> if w[0] > Scalar 0.0 then v .* v else v + w
        ]

    for f in functions do
        for call in 1..5 do
            w <- if call = 4 then -w else w + 0.125
            let rows = many call
            let found = numbers (Diff.vectorizeRowsToRows f rows)
            let each = Matrix.OfRows [| for i in 0 .. rows.RowCount - 1 -> f (rows.Row i) |]
            close (numbers each) found
            Reuse.Interpreting.IsOn <- true

            try
                Assert.Equal<float[]>(numbers (Diff.vectorizeRowsToRows f rows), found)
            finally
                Reuse.Interpreting.IsOn <- false

[<Fact>]
let ``A product for each example has the bits of that product alone`` () =
    let random = Random 11
    let draw count = Array.init count (fun _ -> if random.Next 6 = 0 then 0.0 else random.NextDouble() - 0.5)

    for _ in 1..200 do
        let m, n, k, count = random.Next(1, 7), random.Next(1, 7), random.Next 12, random.Next(1, 5)
        let left, right = random.Next 2 = 0, random.Next 2 = 0
        let a, b = draw (m * k * count), draw (k * n)
        let each: float[] = Array.zeroCreate (m * n * count)
        Kernels.Product.MultiplyEach(left, right, m, n, k, count, ReadOnlySpan a, m * k, ReadOnlySpan b, 0, Span each)

        for example in 0 .. count - 1 do
            let alone: float[] = Array.zeroCreate (m * n)
            let x = a[example * m * k .. (example + 1) * m * k - 1]
            Kernels.Product.Multiply(left, right, m, n, k, ReadOnlySpan x, ReadOnlySpan b, Span alone)
            Assert.Equal<float[]>(alone, each[example * m * n .. (example + 1) * m * n - 1])

            for i in 0 .. m - 1 do
                for j in 0 .. n - 1 do
                    let factor p = x[if left then p + i * k else i + p * m] * b[if right then j + p * n else p + j * k]
                    let mutable sum = 0.0

                    for p in 0 .. k - 1 do
                        sum <- sum + factor p

                    Assert.True(abs (sum - alone[i + j * m]) <= 1e-15 * float k)

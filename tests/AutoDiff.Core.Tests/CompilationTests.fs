/// What is played back and emitted has the bits of what is interpreted.
module AutoDiff.Tests.CompilationTests

open System
open Xunit
open FsCheck.FSharp
open AutoDiff

let private precisionOf name = if name = "float32" then Precision.Single else Precision.Double

/// A primitive's value and the cotangents of its operands.
let private withCotangents (primitive: Primitive) (ybar: Node) (xs: Node[]) : Node[] =
    Differentiation.under "Test" xs (Trial.apply primitive) (fun token aliases ys ->
        Array.append ys (Differentiation.pullback token aliases [||] ys [| ybar |]))

let private agreeOn name precision count =
    let family = Families.find name

    Generators.check count (Trial.inside family) (fun trial ->
        let primitive, shapes = Trial.sample family trial
        let xs = Trial.nodes precision shapes trial.Operands
        let y = Node.apply primitive xs
        let ybar = Numbers.node y.Precision y.Shape trial.Cotangent

        if Families.isCut name then
            Paths.agree xs (Trial.apply primitive)
        else
            Paths.agree xs (withCotangents primitive ybar))

[<Theory; MemberData(nameof FamilyNames.InBoth, MemberType = typeof<FamilyNames>)>]
let ``Every primitive and its cotangents have the same bits interpreted, played back and emitted`` (name: string) (precision: string) =
    agreeOn name (precisionOf precision) 6

[<Theory; MemberData(nameof FamilyNames.WithSpecial, MemberType = typeof<FamilyNames>)>]
let ``At special points too`` (name: string) =
    let primitive = Families.primitive name

    if Families.isElementwise primitive then
        for point in primitive.Special do
            // as one number, in a loop over several elements, and in one by stages
            for size in [ 1; 11; 75 ] do
                let node (x: float) = Numbers.node Precision.Double (Shape.one (Extent.vector size)) (Array.create size x)
                let xs = point |> List.map node |> Array.ofList
                let y = Node.apply primitive xs
                let ybar = Numbers.node y.Precision y.Shape (Array.create size 0.75)
                Paths.agree xs (withCotangents primitive ybar)

let private gradientOf (composition: Composition) (xs: Node[]) : Node[] =
    let f xs = [| fst (Composition.run composition xs) |]

    Differentiation.under "Test" xs f (fun token aliases ys ->
        Array.append ys (Differentiation.pullback token aliases [||] ys [| Node.one Precision.Double |]))

let private inputsOf (composition: Composition) =
    Array.map2 (Numbers.node Precision.Double) (Composition.shapes composition.Inputs.Length) composition.Inputs

/// The third call of a gradient runs a plan to which the function's constants are numbers like any other.
let private callsAgree (composition: Composition) =
    let expected = Paths.interpreted (inputsOf composition) (gradientOf composition)
    let point = Composition.point composition.Inputs

    for call in 1..3 do
        let y, (s, v, m) = Diff.valueAndGrad (Composition.value composition) point
        let found = [| y.Node; s.Node; v.Node; m.Node |] |> Array.truncate expected.Length
        Paths.sameBits $"call {call}" expected (Array.map Numbers.floats found)

[<Fact>]
let ``Random compositions and their gradients have the same bits on every path`` () =
    let drawn = Gen.choose (2, 9) |> Gen.bind Composition.draw

    Generators.check 100 drawn (fun composition ->
        Paths.agree (inputsOf composition) (gradientOf composition)
        callsAgree composition)

[<Fact>]
let ``Second derivatives of random compositions have the same bits on every path`` () =
    let tangents composition (xs: Node[]) =
        let dxs = xs |> Array.map (fun x -> Numbers.node Precision.Double x.Shape (Array.create x.Shape.Size 0.5))

        Differentiation.under "Test" xs (gradientOf composition) (fun token aliases ys ->
            Differentiation.pushforward token aliases [||] dxs ys)

    let drawn = Gen.choose (2, 5) |> Gen.bind Composition.draw
    Generators.check 40 drawn (fun composition -> Paths.agree (inputsOf composition) (tangents composition))

/// Lengths around those at which a loop changes: registers of eight, blocks of a sum.
let private lengths = [ 1; 2; 7; 8; 9; 15; 16; 17; 255; 256; 257; 260; 263; 264; 511; 512; 513; 768; 1000; 1029; 5000 ]

let internal chained (v: Vector) : Scalar =
    let squares = v.PointwiseMultiply v
    let inner = (Vector.Sin v).PointwiseMultiply(Vector.Exp(-squares)) + Vector.Log(1.0 + squares)
    (Vector.Tanh inner).Sum() + 0.5 * squares.Sum()

[<Fact>]
let ``Loops and sums of every length have the same bits on every path`` () =
    for n in lengths do
        let xs = [| Numbers.node Precision.Double (Shape.one (Extent.vector n)) (Array.init n (fun i -> 2.0 * sin (float i))) |]

        let f (xs: Node[]) =
            Differentiation.under "Test" xs (fun xs -> [| (chained (Vector xs[0])).Node |]) (fun token aliases ys ->
                Array.append ys (Differentiation.pullback token aliases [||] ys [| Node.one Precision.Double |]))

        Paths.agree xs f

/// Functions that have loops of their own, of one and of two operands, some in pairs; what stays in registers, what crosses stages, and what is kept.
let private staged (v: Vector) : Node list =
    let angle = Vector.Atan2(Vector.Sin v, 2.0 + Vector.Cos v)
    let far = Vector.Hypot(angle, Vector.Cosh v)
    let grown = Vector.Sinh(0.1 * far) - v[0] * Vector.Sigmoid(v - angle)
    [ grown.Node; far.Node; (Vector.Exp(-grown)).Sum().Node; (v * grown).Node ]

[<Fact>]
let ``Loops by stages have the same bits on every path`` () =
    for n in List.filter (fun n -> n > 60) (63 :: 64 :: 65 :: lengths) do
        let xs = [| Numbers.node Precision.Double (Shape.one (Extent.vector n)) (Array.init n (fun i -> 2.0 * sin (float i))) |]
        let f (xs: Node[]) = Array.ofList (staged (Vector xs[0]))
        Paths.agree xs f

        Paths.agree xs (fun xs ->
            Differentiation.under "Test" xs f (fun token aliases ys ->
                Array.append
                    ys
                    (Differentiation.pullback token aliases [||] ys[2..] [| Node.one Precision.Double; Node.one Precision.Double |])))

[<Fact>]
let ``Vectors of one element are numbers to a plan, and none of them is lost`` () =
    let ofOne (c: float) (xs: Node[]) : Node[] =
        let x = Scalar xs[0]
        let s = vec [ x * x - 2.0 ] + Vector [| c |]
        let t = s.PointwiseMultiply(Vector [| 3.0 |])
        [| (s * s + t[0] * x + t.Sum()).Node; t.Node |]

    let withGradient c (xs: Node[]) =
        Differentiation.under "Test" xs (ofOne c) (fun token aliases ys ->
            Array.append ys (Differentiation.pullback token aliases [||] ys[..0] [| Node.one Precision.Double |]))

    for c in [ 0.0; 1.0; -0.5 ] do
        Paths.agree [| Numbers.node Precision.Double Shape.Scalar [| 1.5 |] |] (withGradient c)

    // and where plans are reused with other constants
    let value (x: float) (c: float) =
        let f (x: Scalar) =
            let s = vec [ x * x - 2.0 ] + Vector [| c |]
            s * s

        (fst (Diff.valueAndGrad f (Scalar x))).Value

    for c in [ 0.0; 0.0; 0.0; 0.0; 0.0; 1.0; 2.0 ] do
        let x = 1.5 + c
        Assert.Equal((x * x - 2.0 + c) * (x * x - 2.0 + c), value x c)

let internal rosenbrock (v: Vector) : Scalar =
    let n = v.Count
    let head, tail = v.SubVector(0, n - 1), v.SubVector(1, n - 1)
    let a, b = tail - head.PointwiseMultiply head, 1.0 - head
    100.0 * (a * a) + b * b

[<Fact>]
let ``Windows of arrays are read where they lie`` () =
    for n in [ 2; 3; 9; 100; 300 ] do
        let xs = [| Numbers.node Precision.Double (Shape.one (Extent.vector n)) (Array.init n (fun i -> cos (float i))) |]

        let f (xs: Node[]) =
            Differentiation.under "Test" xs (fun xs -> [| (rosenbrock (Vector xs[0])).Node |]) (fun token aliases ys ->
                Array.append ys (Differentiation.pullback token aliases [||] ys [| Node.one Precision.Double |]))

        Paths.agree xs f

/// Parts that are computed from a number of one piece of code and the result of a call, where another piece adds them.
let private sorted (v: Vector) : Scalar =
    let n = v.Count
    let head, tail = v.SubVector(0, n - 1), v.SubVector(1, n - 1)
    let y = head * Scalar.Sin v[0] - tail.PointwiseMultiply tail
    y.Sort() * y

/// Parts that are computed from elements in the opposite order.
let private reversed (v: Vector) : Scalar =
    let n = v.Count
    let backwards = Vector(Rearrange.reverseRows (v.SubVector(0, n - 1)).Node)
    let product = backwards.PointwiseMultiply(v.SubVector(1, n - 1))
    product * product

[<Fact>]
let ``Parts are added where they are used, and computed there`` () =
    for n in [ 2; 3; 9; 15; 16; 17; 23; 24; 25; 31; 100; 300; 1029 ] do
        let xs = [| Numbers.node Precision.Double (Shape.one (Extent.vector n)) (Array.init n (fun i -> cos (float i))) |]

        for f in [ rosenbrock; sorted; reversed; (fun v -> rosenbrock v + sorted (v * rosenbrock v)) ] do
            Paths.agree xs (fun xs ->
                let value, gradient = Diff.valueAndGrad f (Vector xs[0])
                [| value.Node; gradient.Node |])

/// Windows, sums, numbers of an example and of all, and parts that overlap, in examples that are long enough for a loop each.
let private mixed (shared: Vector) (x: Vector) : Scalar =
    let n = x.Count
    let inner, outer = x.SubVector(1, n - 1), x.SubVector(0, n - 1)
    let steps = inner.PointwiseMultiply outer - outer * x[n / 2]
    let scaled = x.PointwiseMultiply(Vector.Exp(-x)) * steps.Sum() + x * shared[1] + x.PointwiseMultiply shared
    rosenbrock scaled + Scalar.Sin(steps[0]) * (scaled * x) + scaled.SubVector(2, n - 3) * inner.SubVector(0, n - 3)

let private lengthsOfExamples = [ 15; 16; 17; 24; 33; 300 ]

[<Fact>]
let ``Loops over long examples have the same bits on every path`` () =
    for n in lengthsOfExamples do
        let numbers (rows: int) k = Array.init (rows * n) (fun i -> sin (float (i + k)))
        let rows = Numbers.node Precision.Double (Shape.one (Extent.matrix 5 n)) (numbers 5 0)
        let shared = Numbers.node Precision.Double (Shape.one (Extent.vector n)) (numbers 1 3)

        let overRows (f: Vector -> Vector -> Node) (xs: Node[]) =
            [| Batch.vectorize "Test" [| true |] (fun x -> f (Vector xs[1]) (Vector x[0])) xs[..0] |]

        Paths.agree [| rows; shared |] (overRows (fun shared x -> (mixed shared x).Node))
        Paths.agree [| rows; shared |] (overRows (fun shared x -> (Diff.grad (mixed shared) x: Vector).Node))

[<Fact>]
let ``Hessians have the same bits on every path`` () =
    for n in lengthsOfExamples[.. lengthsOfExamples.Length - 2] do
        let xs = [| Numbers.node Precision.Double (Shape.one (Extent.vector n)) (Array.init n (fun i -> cos (float i))) |]
        Paths.agree xs (fun xs -> [| (Diff.hessian rosenbrock (Vector xs[0])).Node |])
        Paths.agree xs (fun xs -> [| (Diff.hessian (mixed (Vector(Array.init n float))) (Vector xs[0])).Node |])
        Paths.agree xs (fun xs -> [| (Diff.jacobian (fun x -> x * chained x) (Vector xs[0])).Node |])

/// A step of a random function of a vector: elements, sums, parts, parts under other shapes and elementwise functions of earlier results.
let private randomStep (earlier: Vector list) (struct (kind, first, second, place)) : Vector =
    let v, w = earlier[first % earlier.Length], earlier[second % earlier.Length]
    let n = v.Count

    match kind with
    | 0 -> v.PointwiseMultiply w
    | 1 -> Vector.Sin v + w
    | 2 -> v * w[place % n]
    | 3 -> v - w * (0.1 * v.Sum())
    | 4 -> 0.5 * Vector.Concatenate [| v.SubVector(1, n - 1); w.SubVector(place % n, 1) |]
    | 5 -> Vector.Exp(-(v.PointwiseMultiply w))
    | 6 -> v[place % n] * Vector.Tanh w
    | 7 ->
        let size = (n - 1) / 4 * 4
        let matrix = v.SubVector(place % (n - size + 1), size).ReshapeColumnMajor(4, size / 4)
        Vector.Concatenate [| Matrix.Sin(matrix).ToColumnMajorVector(); w.SubVector(0, n - size) |]
    | _ -> Vector.Concatenate [| w.SubVector(0, 3); v.SubVector(2, n - 3).PointwiseMultiply(w.SubVector(1, n - 3)) |]

let private randomSteps =
    let step = Gen.zip (Gen.zip (Gen.choose (0, 8)) (Gen.choose (0, 9))) (Gen.zip (Gen.choose (0, 9)) (Gen.choose (0, 99)))
    let steps count = Gen.listOfLength count (step |> Gen.map (fun ((kind, first), (second, place)) -> struct (kind, first, second, place)))
    Gen.zip (Gen.elements [ 15; 16; 17; 33; 70 ]) (Gen.choose (1, 6) |> Gen.bind steps)

[<Fact>]
let ``Derivatives up to the third of random functions of long vectors have the same bits on every path, alone and as a batch`` () =
    Generators.check 60 randomSteps (fun (n, steps) ->
        let shared = Vector(Array.init n (fun i -> 0.2 + 0.8 * cos (float i)))

        let run (x: Vector) : Scalar =
            let results = steps |> List.fold (fun earlier step -> randomStep earlier step :: earlier) [ x; shared ]
            results[0] * shared + 0.1 * (results[1] * x)

        let derivatives (x: Vector) : Node =
            let value, gradient = Diff.valueAndGrad run x
            let third: Vector -> Vector = Diff.grad (fun (x: Vector) -> (Diff.hessian run x * x).Sum())
            // longer Hessians may be recorded by fewer directions, with other zeros
            Flat.join [| value.Node; gradient.Node; (if n < 32 then third x else gradient).Node |]

        let numbers extent = Numbers.node Precision.Double (Shape.one extent) (Array.init extent.Size (fun i -> sin (float (i * i))))
        Paths.agree [| numbers (Extent.vector n) |] (fun xs -> [| derivatives (Vector xs[0]) |])

        Paths.agree [| numbers (Extent.matrix 3 n) |] (fun xs ->
            [| Batch.vectorize "Test" [| true |] (fun x -> derivatives (Vector x[0])) xs |]))

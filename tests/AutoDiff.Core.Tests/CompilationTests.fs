/// What is compiled or reused is what is interpreted.
module AutoDiff.Tests.CompilationTests

open System
open System.Threading
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

[<Fact>]
let ``Random compositions and their gradients have the same bits on every path`` () =
    let drawn = Gen.choose (2, 9) |> Gen.bind Composition.draw
    Generators.check 100 drawn (fun composition -> Paths.agree (inputsOf composition) (gradientOf composition))

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

let private chained (v: Vector) : Scalar =
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

let private rosenbrock (v: Vector) : Scalar =
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

/// A step of a random function of a vector: elements, sums, parts and elementwise functions of earlier results.
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
    | _ -> Vector.Concatenate [| w.SubVector(0, 3); v.SubVector(2, n - 3).PointwiseMultiply(w.SubVector(1, n - 3)) |]

let private randomSteps =
    let step = Gen.zip (Gen.zip (Gen.choose (0, 7)) (Gen.choose (0, 9))) (Gen.zip (Gen.choose (0, 9)) (Gen.choose (0, 99)))
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

/// Functions whose Hessians have few colours, and some whose Hessians have not.
let private sparse: (string * (Vector -> Scalar)) list =
    let inner (x: Vector) = x.SubVector(1, x.Count - 1).PointwiseMultiply(x.SubVector(0, x.Count - 1))

    [
        "chained", rosenbrock
        "arrow", (fun x -> x[0] * (x * x) + Scalar.Exp(x[1]))
        "separable", (fun x -> (Vector.Exp(-x)).Sum())
        "quotients", (fun x -> (x.SubVector(2, x.Count - 2).PointwiseDivide(x.SubVector(0, x.Count - 2))).Sum())
        "linear", (fun x -> x.Sum())
        "dense", (fun x -> Scalar.Exp(0.01 * x.Sum()))
        "partly dense", (fun x -> rosenbrock x * x[3])
        "branching", (fun x -> if x[0] > Scalar 0.0 then rosenbrock x else (inner x).Sum())
    ]

/// Equal numbers; zeros of either sign are, as a sum has one more zero or one less by colours than by single directions.
let private sameNumbers name (expected: Matrix) (found: Matrix) =
    let expected, found = expected.Node.Value |> Read.floats, found.Node.Value |> Read.floats
    Assert.Equal(expected.Length, found.Length)
    Assert.True(Array.forall2 (fun (e: float) f -> e = f || (Double.IsNaN e && Double.IsNaN f)) expected found, name)

[<Fact>]
let ``Compiled Hessians and Jacobians by few directions are those by all`` () =
    for n in [ 15; 16; 31; 32; 45; 100 ] do
        for name, f in sparse do
            let hessian: Vector -> Matrix = Diff.hessian f
            let compiled = Diff.compile hessian
            let jacobian = Diff.jacobian (Diff.grad f >> fun (g: Vector) -> g.SubVector(1, n - 3))
            let compiledJacobian = Diff.compile jacobian
            let third: Vector -> Vector = Diff.grad (fun x -> (hessian x * x).Sum())
            let compiledThird = Diff.compile third

            for k in 0..3 do
                // with a point that is not finite in one place
                let x = Vector(Array.init n (fun i -> if k = 3 && i = 5 then infinity else cos (float (i + 5 * k))))
                sameNumbers name (hessian x) (compiled x)
                sameNumbers (name + ", Jacobian") (jacobian x) (compiledJacobian x)

                if k < 3 then
                    let expected, found = (third x).ToArray(), (compiledThird x).ToArray()
                    Assert.True(Array.forall2 (fun e f -> abs (e - f) <= 1e-12 * (1.0 + abs e)) expected found, name + ", third derivative")

[<Fact>]
let ``A compiled Hessian with few colours has few directions`` () =
    let x = Numbers.node Precision.Double (Shape.one (Extent.vector 100)) (Array.init 100 (fun i -> cos (float i)))

    let largest f =
        let recording = Recording.record "Test" [| x |] (fun xs -> [| (Diff.hessian f (Vector xs[0])).Node |])

        recording.Program.Entries
        |> Array.filter (fun entry -> entry.Shape.Rank > 0)
        |> Array.fold (fun most entry -> max most entry.Shape.Count) 0

    let counts = sparse |> List.map (fun (name, f) -> name, largest f) |> Map.ofList
    Assert.Equal(3, counts["chained"])
    Assert.Equal(1, counts["separable"])
    Assert.Equal(100, counts["dense"])

let private bits (v: Vector) = v.ToArray() |> Array.map BitConverter.DoubleToInt64Bits
let private pointOf n k = Vector(Array.init n (fun i -> sin (float (i + 7 * k))))

[<Fact>]
let ``Gradients of one structure reuse a plan from the third on, and have the bits of the first`` () =
    let gradient = Diff.grad (fun (v: Vector) -> chained v + rosenbrock v)
    use meter = new Meter()
    // the first of each is interpreted
    let point = pointOf 37 0
    let first = bits (gradient point)

    for _ in 1..9 do
        Assert.Equal<int64[]>(first, bits (gradient point))

    Assert.True(meter.Count "reuse.hits" >= 7L, $"""{meter.Count "reuse.hits"} hits in ten gradients""")
    Assert.Equal(1L, meter.Count "reuse.plans")

[<Fact>]
let ``What a function does not use has zeros of its own shape when its plan is reused`` () =
    let gradient (unused: Vector) = fst (Diff.grad (fun (_: Vector, b: Scalar) -> b * b) (unused, Scalar 3.0))

    for _ in 1..5 do
        for count in 1..3 do
            Assert.Equal<float[]>(Array.zeroCreate count, (gradient (Vector(Array.create count 1.0))).ToArray())

[<Fact>]
let ``A function that reads what changes is right when its plan is reused`` () =
    let mutable scale = 1.0
    let mutable power = 2
    use meter = new Meter()
    let gradient = Diff.grad (fun (x: Scalar) -> scale * Scalar.Pow(x, float power) + Scalar.Sin(scale * x))

    for k in 1..12 do
        scale <- float k
        power <- 2 + k % 2
        let x = 0.5 + float k
        let expected = scale * float power * Math.Pow(x, float (power - 1)) + scale * Math.Cos(scale * x)
        Assert.Equal(expected, (gradient (Scalar x)).Value, 1e-12 * abs expected)

    Assert.True(meter.Count "reuse.hits" >= 6L)

[<Fact>]
let ``Sharing is part of a structure`` () =
    let a, b = Scalar 3.0, Scalar 4.0

    for _ in 1..6 do
        // d/dx (x a) (x a) = 2 a^2 x; d/dx (x a) (x b) = 2 a b x
        let shared = Diff.grad (fun (x: Scalar) -> (let u = x * a in u * u)) (Scalar 5.0)
        let apart = Diff.grad (fun (x: Scalar) -> (x * a) * (x * b)) (Scalar 5.0)
        Assert.Equal(90.0, shared.Value)
        Assert.Equal(120.0, apart.Value)

[<Fact>]
let ``Other shapes, precisions and parameters have other plans`` () =
    for _ in 1..5 do
        for n in [ 3; 4 ] do
            let doubles = Diff.grad (fun (v: Vector) -> (v.PointwiseMultiply v).Sum()) (Vector(Array.init n float))
            let singles = Diff.grad (fun (v: Vector) -> (v.PointwiseMultiply v).Sum()) (Vector(Array.init n float32))
            Assert.Equal<float[]>(Array.init n (fun i -> 2.0 * float i), doubles.ToArray())
            Assert.Equal<float32[]>(Array.init n (fun i -> 2.0f * float32 i), singles.ToArraySingle())

[<Fact>]
let ``A compiled gradient agrees with the plain one at other points than its example`` () =
    for n in [ 2; 9; 100; 1000 ] do
        let compiled = Diff.compileGradient (fun (v: Vector) -> chained v + rosenbrock v) (pointOf n 0)
        Assert.Equal(n, compiled.Count)

        for k in 0..3 do
            let point = pointOf n k
            let gradient = Array.zeroCreate n
            let value = compiled.Evaluate(ReadOnlySpan(point.ToArray()), Span gradient)
            let expected, bars = Diff.valueAndGrad (fun (v: Vector) -> chained v + rosenbrock v) point
            Assert.Equal(expected.Value, value)
            Assert.Equal<float[]>(bars.ToArray(), gradient)

[<Fact>]
let ``A compiled function follows the branch that its comparisons take`` () =
    let mutable runs = 0

    let f (x: Scalar) =
        runs <- runs + 1

        if x > Scalar 1.0 then x * x
        elif x < Scalar -1.0 then -3.0 * x
        else Scalar.Sin x

    let compiled = Diff.compile f
    let gradient = Diff.compileGradient f (Scalar 2.0)
    let bars = [| 0.0 |]

    for x in [ 2.0; -2.0; 0.5; 3.0; -4.0; 0.25; 1.0; nan; 2.5 ] do
        Assert.Equal((f (Scalar x)).Value, (compiled (Scalar x)).Value)
        Assert.Equal((f (Scalar x)).Value, gradient.Evaluate(ReadOnlySpan [| x |], Span bars))
        Assert.Equal((Diff.grad f (Scalar x)).Value, bars[0])

    let before = runs

    for x in [ 2.0; -2.0; 0.5; nan ] do
        compiled (Scalar x) |> ignore
        gradient.Evaluate(ReadOnlySpan [| x |], Span bars) |> ignore

    Assert.Equal(before, runs)

[<Fact>]
let ``Compiled functions of structures, and of values that ride along`` () =
    let f (s: Scalar, v: Vector, power: int) = Vector.Exp(s * v) + Scalar.Pow(s, float power), (v * v)
    let compiled = Diff.compile f

    for power in [ 2; 3; 2 ] do
        for n in [ 3; 10 ] do
            let x = Scalar 0.5, pointOf n power, power
            let v, s = compiled x
            let v', s' = f x
            Assert.Equal<float[]>(v'.ToArray(), v.ToArray())
            Assert.Equal(s'.Value, s.Value)

[<Fact>]
let ``A compiled function is differentiable, and a derivative can be compiled`` () =
    let f (v: Vector) = chained v + rosenbrock v
    let compiled = Diff.compile f
    let point = pointOf 12 1
    compiled point |> ignore
    Assert.Equal<float[]>((Diff.grad f point).ToArray(), (Diff.grad compiled point).ToArray())
    Assert.Equal<float[,]>((Diff.hessian f point).ToArray(), (Diff.compile (Diff.hessian f) point).ToArray())

[<Fact>]
let ``Reading a number while a function is recorded says what to do`` () =
    let read (x: Scalar) = Scalar x.Value * x
    let e = Assert.Throws<TracedValueException>(fun () -> Diff.compile read (Scalar 2.0) |> ignore)
    Assert.Contains("frozen", e.Message)
    Assert.Contains("compile", e.Message)
    let stopped (x: Scalar) = (Diff.stopGradient x).Value * x
    Assert.Throws<TracedValueException>(fun () -> Diff.compile stopped (Scalar 2.0) |> ignore) |> ignore
    // without reading, a stopped value is computed anew in each call
    let compiled = Diff.compile (fun (x: Scalar) -> Diff.stopGradient x * x)
    Assert.Equal(4.0, (compiled (Scalar 2.0)).Value)
    Assert.Equal(9.0, (compiled (Scalar 3.0)).Value)

[<Fact>]
let ``A function of too many branches runs as it is`` () =
    use meter = new Meter()

    let halved (x: Scalar) =
        let mutable x = x

        while x > Scalar 1.0 do
            x <- 0.5 * x

        x

    let compiled = Diff.compile halved

    for k in 1..300 do
        Assert.Equal(0.75, (compiled (Scalar(Math.ScaleB(0.75, k)))).Value)

    Assert.Equal(256L, meter.Count "compile.traces")
    Assert.Equal(44L, meter.Count "compile.fallbacks")
    Assert.Equal(0.75, (compiled (Scalar(Math.ScaleB(0.75, 250)))).Value)

[<Fact>]
let ``Evaluate refuses spans of the wrong length`` () =
    let compiled = Diff.compileGradient (fun (v: Vector) -> v * v) (pointOf 3 0)

    let e =
        Assert.Throws<ArgumentException>(fun () -> compiled.Evaluate(ReadOnlySpan [| 1.0; 2.0 |], Span(Array.zeroCreate 3)) |> ignore)

    Assert.Contains("3", e.Message)

[<Fact>]
let ``A compiled gradient gives the same bits on many threads`` () =
    let compiled = Diff.compileGradient (fun (v: Vector) -> chained v + rosenbrock v) (pointOf 400 0)
    let points = Array.init 64 (fun k -> (pointOf 400 k).ToArray())

    let evaluate (point: float[]) =
        let gradient = Array.zeroCreate 400
        let value = compiled.Evaluate(ReadOnlySpan point, Span gradient)
        Array.append [| value |] gradient |> Array.map BitConverter.DoubleToInt64Bits

    let expected = points |> Array.map evaluate
    let found: int64[][] = Array.zeroCreate 64
    use start = new Barrier(64)

    let threads =
        Array.init 64 (fun k ->
            Thread(fun () ->
                start.SignalAndWait()

                for _ in 1..20 do
                    found[k] <- evaluate points[k]))

    for thread in threads do
        thread.Start()

    for thread in threads do
        thread.Join()

    Assert.Equal<int64[][]>(expected, found)

/// Whether the library was compiled with optimisation.
let private isOptimised =
    match Attribute.GetCustomAttribute(typeof<Node>.Assembly, typeof<Diagnostics.DebuggableAttribute>) with
    | :? Diagnostics.DebuggableAttribute as debuggable -> not debuggable.IsJITOptimizerDisabled
    | _ -> true

[<Collection("measures")>]
type Allocation() =
    [<Fact>]
    member _.``A warm compiled gradient allocates nothing``() =
        for n in [ 1; 100; 1000 ] do
            let weights = Matrix(Array2D.init n n (fun i j -> sin (float (i + 3 * j))))
            let f (v: Vector) = chained v + (weights * v) * v
            let compiled = Diff.compileGradient f (pointOf n 0)
            let point = (pointOf n 1).ToArray()
            let gradient = Array.zeroCreate n

            // the runtime allocates a little when it compiles the caller anew: one round of many is without
            let round () =
                let before = GC.GetAllocatedBytesForCurrentThread()

                for _ in 1..20 do
                    compiled.Evaluate(ReadOnlySpan point, Span gradient) |> ignore

                GC.GetAllocatedBytesForCurrentThread() - before

            // in a debug build the F# compiler leaves small closures in, a few for each kernel's call: nothing that grows with n
            let allowed = if isOptimised then 0L else 20L * 512L
            Assert.InRange(Seq.init 10 (fun _ -> round ()) |> Seq.min, 0L, allowed)

/// Scalar loops over the elements of vectors, as one would write them.
let private scalarLoops: (string * (Vector -> Scalar)) list =
    let sum (count: int) (term: int -> Scalar) =
        let mutable sum = Scalar 0.0

        for i in 0 .. count - 1 do
            sum <- sum + term i

        sum

    [
        "neighbours", (fun v -> sum (v.Count - 1) (fun i -> let a = v[i + 1] - v[i] * v[i] in 100.0 * a * a + Scalar.Exp(-v[i])))
        "pairs from both ends", (fun v -> sum (v.Count / 2) (fun i -> v[i] * Scalar.Sin v[v.Count - 1 - i]))
        "every third", (fun v -> sum (v.Count / 3) (fun i -> Scalar.Tanh(v[3 * i]) * v[3 * i + 1] - 0.5 * v[3 * i + 2]))
        "constants that differ", (fun v -> sum v.Count (fun i -> (v[i] - float i) * (v[i] - float i) * Scalar(1.0 / float (i + 1))))
        "one number for all", (fun v -> sum v.Count (fun i -> v[0] * v[i] + Scalar.Sqrt(1.0 + v[i] * v[i]) / (2.0 + v[1] * v[1])))
        "the same term twice", (fun v -> sum v.Count (fun i -> v[i] * v[i] + v[i] * v[i]))
        "a recurrence", (fun v -> Seq.fold (fun (s: Scalar) i -> Scalar.Sin s + 0.5 * v[i] * s) (Scalar 1.0) (seq { 0 .. v.Count - 1 }))
        "a double loop",
        (fun v ->
            let n = int (sqrt (float v.Count))
            sum n (fun i -> Scalar.Exp(-0.01 * sum n (fun j -> v[i * n + j] * v[j] * float (1 + j)))))
        "nothing but a sum", (fun v -> sum v.Count (fun i -> v[i]))
    ]

[<Fact>]
let ``Scalar loops that are found agree with the interpreter to rounding, and leave few entries`` () =
    for name, f in scalarLoops do
        for n in [ 40; 150; 600 ] do
            let xs =
                [| Numbers.node Precision.Double (Shape.one (Extent.vector n)) (Array.init n (fun i -> 0.5 + 0.4 * sin (float i))) |]

            let withGradient (xs: Node[]) =
                Differentiation.under "Test" xs (fun xs -> [| (f (Vector xs[0])).Node |]) (fun token aliases ys ->
                    Array.append ys (Differentiation.pullback token aliases [||] ys [| Node.one Precision.Double |]))

            let expected = Paths.interpreted xs withGradient

            for emit in [ false; true ] do
                let found = Paths.planned emit xs withGradient

                Array.iter2
                    (fun (expected: float[]) (found: float[]) ->
                        let largest = expected |> Seq.map abs |> Seq.max

                        Array.iter2
                            (fun (e: float) f ->
                                // sums in another order: the rounding errors of n terms of the size of the largest
                                Assert.True(
                                    abs (e - f) <= 1e-14 * float n * (1.0 + largest),
                                    $"{name}, n = {n}: {e} interpreted, {f} compiled"
                                ))
                            expected
                            found)
                    expected
                    found

            // a recurrence is no loop; numbers that are used several times are added up one by one
            let bound =
                match name with
                | "a recurrence"
                | "a double loop" -> Int32.MaxValue
                | "one number for all"
                | "the same term twice" -> 2 * n
                | _ -> 100

            if n = 600 then
                let entries = (Recording.record "Test" xs withGradient).Program.Entries.Length
                Assert.True(entries < bound, $"{name}: {entries} entries are left")

/// Compiled functions and gradients, from outside.
module AutoDiff.Tests.CompiledFunctionTests

open System
open System.Threading
open Xunit
open AutoDiff

[<Fact>]
let ``A compiled gradient agrees with the plain one at other points than its example`` () =
    for n in [ 2; 9; 100; 1000 ] do
        let compiled =
            Diff.compileGradient (fun (v: Vector) -> CompilationTests.chained v + CompilationTests.rosenbrock v) (ReuseTests.pointOf n 0)

        Assert.Equal(n, compiled.Count)

        for k in 0..3 do
            let point = ReuseTests.pointOf n k
            let gradient = Array.zeroCreate n
            let value = compiled.Evaluate(ReadOnlySpan(point.ToArray()), Span gradient)
            let expected, bars = Diff.valueAndGrad (fun (v: Vector) -> CompilationTests.chained v + CompilationTests.rosenbrock v) point
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
            let x = Scalar 0.5, ReuseTests.pointOf n power, power
            let v, s = compiled x
            let v', s' = f x
            Assert.Equal<float[]>(v'.ToArray(), v.ToArray())
            Assert.Equal(s'.Value, s.Value)

[<Fact>]
let ``A compiled function is differentiable, and a derivative can be compiled`` () =
    let f (v: Vector) = CompilationTests.chained v + CompilationTests.rosenbrock v
    let compiled = Diff.compile f
    let point = ReuseTests.pointOf 12 1
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
    let compiled = Diff.compileGradient (fun (v: Vector) -> v * v) (ReuseTests.pointOf 3 0)

    let e =
        Assert.Throws<ArgumentException>(fun () -> compiled.Evaluate(ReadOnlySpan [| 1.0; 2.0 |], Span(Array.zeroCreate 3)) |> ignore)

    Assert.Contains("3", e.Message)

[<Fact>]
let ``A compiled gradient gives the same bits on many threads`` () =
    let compiled =
        Diff.compileGradient (fun (v: Vector) -> CompilationTests.chained v + CompilationTests.rosenbrock v) (ReuseTests.pointOf 400 0)

    let points = Array.init 64 (fun k -> (ReuseTests.pointOf 400 k).ToArray())

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
            let f (v: Vector) = CompilationTests.chained v + (weights * v) * v
            let compiled = Diff.compileGradient f (ReuseTests.pointOf n 0)
            let point = (ReuseTests.pointOf n 1).ToArray()
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

/// Ordinary differential equations: against closed forms, another solver, and finite differences.
module AutoDiff.Tests.OdeTests

open System
open MathNet.Numerics.LinearAlgebra
open Xunit
open AutoDiff

let private near tolerance (expected: float) (found: Scalar) =
    Assert.True(abs (found.Value - expected) <= tolerance * (1.0 + abs expected), $"{found.Value} where {expected} is right")

let private tight = OdeOptions(RelativeTolerance = 1e-12, AbsoluteTolerance = 1e-13)

[<Fact>]
let ``Growth, with all its derivatives`` () =
    // y' = a y: y0 exp(a (t1 - t0))
    let solution (y0: Scalar, a: Scalar, t0: Scalar, t1: Scalar) : Scalar = Ode.solveWith tight (fun _ y -> a * y) y0 t0 t1
    let at = Scalar 2.0, Scalar -0.7, Scalar 0.5, Scalar 2.0
    let y = 2.0 * exp (-0.7 * 1.5)
    near 1e-11 y (solution at)
    let dy, da, dt0, dt1 = Diff.grad solution at
    near 1e-11 (y / 2.0) dy
    near 1e-11 (1.5 * y) da
    near 1e-11 (0.7 * y) dt0
    near 1e-11 (-0.7 * y) dt1
    let twice = Diff.grad (Diff.grad (fun a -> solution (Scalar 2.0, a, Scalar 0.5, Scalar 2.0))) (Scalar -0.7)
    near 1e-10 (1.5 * 1.5 * y) twice
    let _, tangent = Diff.jvp (fun a -> solution (Scalar 2.0, a, Scalar 0.5, Scalar 2.0)) (Scalar -0.7) (Scalar 1.0)
    near 1e-11 (1.5 * y) tangent

[<Fact>]
let ``Backwards in time, no time, and float32`` () =
    near 1e-7 (exp -1.0) (Ode.solve (fun _ (y: Scalar) -> y) (Scalar 1.0) (Scalar 1.0) (Scalar 0.0))
    near 0.0 3.0 (Ode.solve (fun _ (y: Scalar) -> y) (Scalar 3.0) (Scalar 1.0) (Scalar 1.0))

    let y =
        Ode.solveWith
            (OdeOptions(RelativeTolerance = 1e-5, AbsoluteTolerance = 1e-6))
            (fun _ (y: Scalar) -> y)
            (Scalar.Float32 1.0f)
            (Scalar 0.0)
            (Scalar 1.0)

    near 1e-4 (exp 1.0) y
    Assert.Equal(Precision.Single, y.Node.Precision)

/// The predator-prey equations with forcing.
let private lotkaVolterra (p: Vector) (t: Scalar) (y: Vector) : Vector =
    Vector [| p[0] * y[0] - p[1] * y[0] * y[1] + 0.1 * sin t; p[2] * y[0] * y[1] - p[3] * y[1] |]

let private parameters = [| 1.5; 1.0; 0.75; 3.0 |]

let private dense (elements: float[]) = Vector<float>.Build.DenseOfArray elements

/// Fourth-order Runge-Kutta of MathNet, with fixed steps.
let private byMathNet (p: float[]) steps : float[] =
    let f =
        Func<float, Vector<float>, Vector<float>>(fun t y ->
            dense [| p[0] * y[0] - p[1] * y[0] * y[1] + 0.1 * sin t; p[2] * y[0] * y[1] - p[3] * y[1] |])

    let path = MathNet.Numerics.OdeSolvers.RungeKutta.FourthOrder(dense [| 1.0; 0.8 |], 0.0, 4.0, steps, f)
    path[path.Length - 1].ToArray()

let private ours (p: Vector) : Vector = Ode.solveWith tight (lotkaVolterra p) (Vector [| 1.0; 0.8 |]) (Scalar 0.0) (Scalar 4.0)

[<Fact>]
let ``Solutions and their Jacobian agree with MathNet and its finite differences`` () =
    let expected = byMathNet parameters 20_001
    Array.iter2 (near 1e-10) expected [| for y in (ours (Vector parameters)).ToArray() -> Scalar y |]
    let reverse = (Diff.jacobianReverse ours (Vector parameters)).ToArray()
    let forward = (Diff.jacobianForward ours (Vector parameters)).ToArray()

    for j in 0..3 do
        let moved h = byMathNet (Array.updateAt j (parameters[j] + h) parameters) 20_001
        let slope = Array.map2 (fun a b -> (a - b) / 2e-4) (moved 1e-4) (moved -1e-4)

        for i in 0..1 do
            // central differences: the error is that of the third derivative, 1e-8 of its size
            near 1e-5 slope[i] (Scalar reverse[i, j])
            near 1e-11 reverse[i, j] (Scalar forward[i, j])

[<Fact>]
let ``In little memory the solution and its derivatives are the same`` () =
    let frugal memory (p: Vector) : Vector =
        let options = OdeOptions(RelativeTolerance = 1e-7, AbsoluteTolerance = 1e-8, Memory = memory)
        Ode.solveWith options (lotkaVolterra p) (Vector [| 1.0; 0.8 |] * p[1]) (p[3] - 3.0) p[3]

    let p = Vector parameters

    let all (f: Vector -> Vector) : float[] =
        let last (p: Vector) : Scalar = let y = f p in y[0] * y[1]
        let rows = Diff.vectorizeRows last (Matrix.OfRows [| p; 1.01 * p |])

        [|
            yield! (f p).ToArray()
            yield! Seq.cast<float>((Diff.jacobianReverse f p).ToArray())
            yield! Seq.cast<float>((Diff.jacobianForward f p).ToArray())
            yield! Seq.cast<float>((Diff.hessian last p).ToArray())
            yield! rows.ToArray()
            yield! (Diff.compile (Diff.grad last) p).ToArray()
        |]

    let expected = all (frugal Int32.MaxValue)

    for memory in [ 1; 4; 1000 ] do
        // the end of the interval is added up in another order, and so are cotangents
        Array.iter2 (fun e (f: float) -> near 1e-11 e (Scalar f)) expected (all (frugal memory))

    let zero () = Ode.solveWith (OdeOptions(Memory = 0)) (fun _ y -> y) (Scalar 1.0) (Scalar 0.0) (Scalar 1.0) |> ignore
    Assert.Contains("Memory", (Assert.Throws<ArgumentException> zero).Message)

[<Fact>]
let ``Structures, and steps that get longer with the tolerance`` () =
    let harmonic _ (struct (x: Scalar, v: Scalar)) = struct (v, -x)
    let count = ref 0

    let run tolerance =
        count.Value <- 0

        let f t y =
            count.Value <- count.Value + 1
            harmonic t y

        let struct (x, _) =
            Ode.solveWith
                (OdeOptions(RelativeTolerance = tolerance, AbsoluteTolerance = tolerance))
                f
                (struct (Scalar 1.0, Scalar 0.0))
                (Scalar 0.0)
                (Scalar 10.0)

        x, count.Value

    let exact, many = run 1e-12
    let rough, few = run 1e-5
    near 1e-10 (cos 10.0) exact
    near 1e-3 (cos 10.0) rough
    Assert.True(few < many / 5, $"{few} and {many} slopes")

[<Fact>]
let ``What cannot be solved is refused by name`` () =
    // y' = y² from 1 has a pole at t = 1
    let pole () =
        Ode.solveWith (OdeOptions(MaxSteps = 500)) (fun _ (y: Scalar) -> y * y) (Scalar 1.0) (Scalar 0.0) (Scalar 2.0) |> ignore

    Assert.Contains("Ode.Solve", (Assert.Throws<NoSolutionException> pole).Message)
    let shape () = Ode.solve (fun _ (y: Vector) -> y[1..]) (Vector [| 1.0; 2.0 |]) (Scalar 0.0) (Scalar 1.0) |> ignore
    Assert.Contains("slope", (Assert.Throws<ShapeException> shape).Message)
    let options () = Ode.solveWith (OdeOptions(RelativeTolerance = 0.0)) (fun _ y -> y) (Scalar 1.0) (Scalar 0.0) (Scalar 1.0) |> ignore
    Assert.Throws<ArgumentException> options |> ignore

/// Apart from other tests, whose memory would count.
[<Collection("measures")>]
type OdeMemoryTests() =
    [<Fact>]
    member _.``Memory does not grow with the number of steps where it is limited``() =
        let bytes memory (t1: float) =
            let options = OdeOptions(MaxStep = 0.01, Memory = memory)
            let f (v: Vector) : Scalar = (Ode.solveWith options (fun t y -> sin t * y - 0.1 * y .* y) v (Scalar 0.0) (Scalar t1)).Sum()
            let x = Vector(Array.create 2_000 1.0)
            Diff.grad f x |> ignore
            let mutable peak = 0L
            let before = GC.GetTotalMemory true
            // looked at whenever the collector has run
            let f (v: Vector) : Scalar =
                let y = f v
                peak <- max peak (GC.GetTotalMemory true - before)
                y

            Diff.grad f x |> ignore
            peak

        // before the way back, 100 steps with more than seventy vectors of 16 kB each; twice as many steps in little memory
        let all, few = bytes Int32.MaxValue 1.0, bytes 5 2.0
        Assert.True(all > 50_000_000L && few < all / 20L, $"{all} bytes, {few} in little memory")

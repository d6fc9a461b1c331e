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

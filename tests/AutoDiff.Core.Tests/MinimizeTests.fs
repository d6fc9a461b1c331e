/// Minimisation: minima that others have published, how it ends, and what it promises on the way.
module AutoDiff.Tests.MinimizeTests

open System
open System.Threading
open Xunit
open FsCheck.FSharp
open AutoDiff

let private rosenbrock (x: Vector) = 100.0 * (x[1] - x[0] * x[0]) ** 2.0 + (1.0 - x[0]) ** 2.0

// J. J. Moré, B. S. Garbow, K. E. Hillstrom, "Testing unconstrained optimization software", ACM TOMS 7 (1981) 17-41: problems (4), (5), (7),
// (13), (14), (16) with their standard starts and minima.
let private brownBadlyScaled (x: Vector) = (x[0] - 1e6) ** 2.0 + (x[1] - 2e-6) ** 2.0 + (x[0] * x[1] - 2.0) ** 2.0

let private beale (x: Vector) =
    let term c (power: int) = (c - x[0] * (1.0 - x[1] ** float power)) ** 2.0
    term 1.5 1 + term 2.25 2 + term 2.625 3

let private helicalValley (x: Vector) =
    let turn =
        if x[0] > Scalar 0.0 then
            atan (x[1] / x[0]) / (2.0 * Math.PI)
        else
            atan (x[1] / x[0]) / (2.0 * Math.PI) + 0.5

    (10.0 * (x[2] - 10.0 * turn)) ** 2.0 + (10.0 * (sqrt (x[0] * x[0] + x[1] * x[1]) - 1.0)) ** 2.0 + x[2] * x[2]

let private powellSingular (x: Vector) =
    (x[0] + 10.0 * x[1]) ** 2.0 + 5.0 * (x[2] - x[3]) ** 2.0 + (x[1] - 2.0 * x[2]) ** 4.0 + 10.0 * (x[0] - x[3]) ** 4.0

let private wood (x: Vector) =
    100.0 * (x[1] - x[0] ** 2.0) ** 2.0
    + (1.0 - x[0]) ** 2.0
    + 90.0 * (x[3] - x[2] ** 2.0) ** 2.0
    + (1.0 - x[2]) ** 2.0
    + 10.0 * (x[1] + x[3] - 2.0) ** 2.0
    + 0.1 * (x[1] - x[3]) ** 2.0

let private brownDennis (x: Vector) =
    List.sum
        [
            for i in 1..20 do
                let t = float i / 5.0
                ((x[0] + t * x[1] - exp t) ** 2.0 + (x[2] + x[3] * sin t - cos t) ** 2.0) ** 2.0
        ]

let problems () =
    [|
        [| box "Rosenbrock"; box rosenbrock; box [| -1.2; 1.0 |]; box 0.0 |]
        [| box "Brown badly scaled"; box brownBadlyScaled; box [| 1.0; 1.0 |]; box 0.0 |]
        [| box "Beale"; box beale; box [| 1.0; 1.0 |]; box 0.0 |]
        [| box "helical valley"; box helicalValley; box [| -1.0; 0.0; 0.0 |]; box 0.0 |]
        [| box "Powell singular"; box powellSingular; box [| 3.0; -1.0; 0.0; 1.0 |]; box 0.0 |]
        [| box "Wood"; box wood; box [| -3.0; -1.0; -3.0; -1.0 |]; box 0.0 |]
        [| box "Brown and Dennis"; box brownDennis; box [| 25.0; 5.0; -5.0; -1.0 |]; box 85822.2016263 |]
    |]

[<Theory; MemberData(nameof problems)>]
let ``a published minimum is found`` (_: string) (f: Vector -> Scalar) (start: float[]) (minimum: float) =
    let found = Diff.minimize f (Vector start)
    Assert.InRange(found.Value.Value, minimum - 1e-9 * (1.0 + minimum), minimum + 1e-9 * (1.0 + minimum))

[<Fact>]
let ``a structure is minimised leaf by leaf`` () =
    let loss (a: Scalar, v: Vector, name: string) = (a - 3.0) ** 2.0 + (v - a) * (v - a) + float name.Length
    let a, v, name = (Diff.minimize loss (Scalar 0.0, Vector [| 1.0; 2.0 |], "two")).Point
    Assert.Equal(3.0, a.Value, 8)
    Assert.All(v.ToArray(), (fun x -> Assert.Equal(3.0, x, 8)))
    Assert.Equal("two", name)

[<Fact>]
let ``without an optimizer it says what it picked`` () =
    let found = Diff.minimize rosenbrock (Vector [| -1.2; 1.0 |])
    Assert.Contains("Newton", found.Solver)
    Assert.Equal(MinimizeStatus.GradientConverged, found.Status)
    Assert.True found.Converged
    Assert.Contains("gradient norm", found.Message)
    Assert.Contains("Newton", found.ToString())
    Assert.Contains("L-BFGS", (Diff.minimize (fun (x: Vector) -> x * x) (Vector(Array.create 60 1.0))).Solver)

let private options change =
    let options = MinimizeOptions()
    change options
    options

let private minimize (options: MinimizeOptions) = Diff.minimizeWith (Optimizer.Sgd 1e-3) options rosenbrock (Vector [| -1.2; 1.0 |])

let endings () =
    [|
        [| box MinimizeStatus.StepLimit; box (options (fun o -> o.MaxSteps <- 5)) |]
        [| box MinimizeStatus.EvaluationLimit; box (options (fun o -> o.MaxEvaluations <- 5)) |]
        [| box MinimizeStatus.TimeLimit; box (options (fun o -> o.TimeLimit <- TimeSpan.Zero)) |]
        [| box MinimizeStatus.Stopped; box (options (fun o -> o.Stop <- fun step -> step.Number = 4)) |]
        [| box MinimizeStatus.TargetReached; box (options (fun o -> o.TargetValue <- 4.0)) |]
        [| box MinimizeStatus.StepConverged; box (options (fun o -> o.StepTolerance <- 1e-2)) |]
        [| box MinimizeStatus.ValueConverged; box (options (fun o -> o.ValueTolerance <- 1e-1)) |]
        [| box MinimizeStatus.GradientConverged; box (options (fun o -> o.GradientTolerance <- 10.0)) |]
    |]

[<Theory; MemberData(nameof endings)>]
let ``it ends for the reason it gives`` (status: MinimizeStatus) (options: MinimizeOptions) =
    let found = minimize options
    Assert.Equal(status, found.Status)
    Assert.Equal(int status <= 3, found.Converged)
    Assert.InRange(found.Evaluations.Values, 1, 10_000)

[<Fact>]
let ``evaluations are counted as they happen`` () =
    let mutable runs = 0

    let counted x =
        runs <- runs + 1
        rosenbrock x

    let found = Diff.minimize counted (Vector [| -1.2; 1.0 |])
    Assert.Equal(runs, found.Evaluations.Values + found.Evaluations.Hessians)
    Assert.Equal(found.Evaluations.Values, found.Evaluations.Gradients)

/// Tells at once, unlike Progress<T>.
type private Told(action: Step -> unit) =
    interface IProgress<Step> with
        member _.Report step = action step

[<Fact>]
let ``progress is told of every step, and history keeps them`` () =
    let told = ResizeArray<Step>()

    let found =
        minimize (
            options (fun o ->
                o.MaxSteps <- 7
                o.KeepHistory <- true
                o.Progress <- Told told.Add)
        )

    Assert.Equal<int seq>([ 0..6 ], told |> Seq.map _.Number)
    Assert.Equal<Step seq>(told, found.History)
    Assert.All(told, (fun step -> Assert.IsType<Step<Vector>> step |> ignore))

[<Fact>]
let ``cancelled on the way, the best point is returned`` () =
    use source = new CancellationTokenSource()

    let found =
        minimize (
            options (fun o ->
                o.CancellationToken <- source.Token

                o.Progress <-
                    Told(fun step ->
                        if step.Number = 3 then
                            source.Cancel()))
        )

    Assert.Equal(MinimizeStatus.Cancelled, found.Status)
    Assert.Equal(4, found.Steps)
    Assert.Equal((rosenbrock found.Point).Value, found.Value.Value)

[<Fact>]
let ``cancelled before the start, it raises`` () =
    let cancelled = options (fun o -> o.CancellationToken <- CancellationToken true)
    Assert.Throws<OperationCanceledException>(fun () -> minimize cancelled |> ignore) |> ignore

[<Fact>]
let ``the best point is never lost`` () =
    // rate 2.1 overshoots a parabola farther every time
    let found =
        Diff.minimizeWith (Optimizer.Sgd 1.05) (options (fun o -> o.MaxSteps <- 20)) (fun (x: Scalar) -> x * x) (Scalar 1.0)

    Assert.Equal(1.0, found.Point.Value)

[<Fact>]
let ``a function that is not finite at the start returns at once`` () =
    let found = Diff.minimize (fun (x: Scalar) -> log x) (Scalar -1.0)
    Assert.Equal(MinimizeStatus.NotFiniteAtStart, found.Status)
    Assert.False found.Converged
    Assert.Equal(-1.0, found.Point.Value)
    Assert.Equal(1, found.Evaluations.Values)

[<Fact>]
let ``a function that turns NaN is backed away from`` () =
    // the first step from 100 along the gradient lands far below 0, where the logarithm has no value
    let found = Diff.minimize (fun (x: Scalar) -> 10.0 * x - log x) (Scalar 5.0)
    Assert.True found.Converged
    Assert.Equal(0.1, found.Point.Value, 9)

[<Theory>]
[<InlineData(Double.NaN)>]
[<InlineData(Double.PositiveInfinity)>]
let ``a start that is not finite is an error that says which element`` (bad: float) =
    let error = Assert.Throws<ArgumentException>(fun () -> Diff.minimize rosenbrock (Vector [| 1.0; bad |]) |> ignore)
    Assert.Contains("element 1 of the start", error.Message)

[<Fact>]
let ``a start without numbers is an error`` () =
    let error =
        Assert.Throws<ArgumentException>(fun () -> Diff.minimize (fun (v: Vector) -> v.Sum()) (Vector(Array.empty<float>)) |> ignore)

    Assert.Contains("holds no numbers", error.Message)

[<Fact>]
let ``options out of range are errors that name the option`` () =
    let error = Assert.Throws<ArgumentException>(fun () -> minimize (options (fun o -> o.MaxSteps <- -1)) |> ignore)
    Assert.Contains("MaxSteps", error.Message)
    Assert.Contains("rate", (Assert.Throws<ArgumentOutOfRangeException>(fun () -> Optimizer.Sgd -1.0 |> ignore)).Message)

[<Fact>]
let ``steps are lazy, each value is computed once, and an enumeration starts anew`` () =
    let mutable runs = 0

    let counted (x: Scalar) =
        runs <- runs + 1
        x * x

    let steps = Diff.steps (Optimizer.Sgd 0.25) counted (Scalar 4.0)
    Assert.Equal(0, runs)
    let first = steps |> Seq.truncate 3 |> Seq.toArray
    Assert.Equal(4, runs)
    Assert.Equal<float seq>([ 2.0; 1.0; 0.5 ], first |> Seq.map _.Point.Value)
    Assert.Equal<float seq>([ 4.0; 1.0; 0.25 ], first |> Seq.map _.Value.Value)
    Assert.Equal<float seq>([ 4.0; 2.0; 1.0 ], first |> Seq.map _.Gradient.Value)
    Assert.Equal(2.0, (Seq.head steps).Point.Value)

[<Fact>]
let ``a step of SGD is exactly x - rate g in the precision of x`` () =
    let f (x: Scalar) = x * x * x
    let x = Scalar.Float32 1.7f
    let step = Seq.head (Diff.steps (Optimizer.Sgd 0.1) f x)
    let byHand = x - 0.1 * Diff.grad f x
    Assert.Equal(byHand.Value, step.Point.Value)
    Assert.Equal(float (1.7f - 0.1f * (Diff.grad f x |> float32)), step.Point.Value)

/// φ and φ' of a quartic that falls at 0 and is bounded below.
let private quartic (a: float, b: float, c: float) (step: float) : struct (float * float) =
    let q, r, s = 0.1 + abs a, b, -(0.1 + abs c)
    struct (q * step ** 4.0 + r * step ** 3.0 + s * step, 4.0 * q * step ** 3.0 + 3.0 * r * step ** 2.0 + s)

let rec private search phi state step remaining =
    let struct (_, slope0) = phi 0.0
    let struct (value, slope) = phi step

    match MoreThuente.advance MoreThuente.defaults state (MoreThuente.trial 0.0 slope0 step value slope) with
    | MoreThuente.Found -> Some step
    | MoreThuente.Try(step, state) when remaining > 0 -> search phi state step (remaining - 1)
    | _ -> None

[<Fact>]
let ``the line search meets the strong Wolfe conditions`` () =
    let coefficient = Gen.choose (-320, 320) |> Gen.map (fun k -> float k / 32.0)
    let first = Gen.choose (1, 1000) |> Gen.map (fun k -> float k / 100.0)

    Generators.check 200 (Gen.zip (Gen.zip3 coefficient coefficient coefficient) first) (fun (coefficients, first) ->
        let phi = quartic coefficients
        let struct (_, slope0) = phi 0.0

        match search phi (MoreThuente.start MoreThuente.defaults slope0 first) first 60 with
        | Some step ->
            let struct (value, slope) = phi step
            Assert.True(value <= 1e-4 * step * slope0, "sufficient decrease")
            Assert.True(abs slope <= 0.9 * abs slope0, "curvature")
        | None -> Assert.Fail "no step was found")

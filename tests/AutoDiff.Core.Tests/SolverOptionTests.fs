/// What every method of minimisation makes of the options, and rules made from rules.
module AutoDiff.Tests.SolverOptionTests

open System
open Xunit
open AutoDiff

let private rosenbrock (x: Vector) = 100.0 * (x[1] - x[0] * x[0]) ** 2.0 + (1.0 - x[0]) ** 2.0
let private start = Vector [| -1.2; 1.0 |]

let methods () =
    [|
        [| box (Optimizer.GradientDescent()) |]
        [| box (Optimizer.ConjugateGradient()) |]
        [| box (Optimizer.Bfgs()) |]
        [| box (Optimizer.Lbfgs()) |]
        [| box (Optimizer.Newton()) |]
        [| box (Optimizer.Sgd 1e-3) |]
        [| box (Optimizer.Adam 1e-2) |]
    |]

let private run optimizer change f start =
    let options = MinimizeOptions(MaxSteps = 20000)
    change options
    Diff.minimizeWith optimizer options f start

[<Theory; MemberData(nameof methods)>]
let ``every method stays within the bounds and finds the minimum there`` (optimizer: Optimizer) =
    let mutable worst = 0.0

    let found =
        run
            optimizer
            (fun o ->
                o.Bounds <- Bounds.Between(Vector [| -1.5; -0.3 |], Vector [| 0.8; 2.0 |])

                o.Stop <-
                    fun step ->
                        let x = (step :?> Step<Vector>).Point
                        worst <- max worst (max (x[0].Value - 0.8) (max (-1.5 - x[0].Value) (-0.3 - x[1].Value)))
                        false)
            rosenbrock
            start

    // on the edge x = 0.8 the parabola has its least value at y = 0.64
    Assert.Equal(0.8, found.Point[0].Value, 6)
    Assert.Equal(0.64, found.Point[1].Value, 6)
    Assert.Equal(0.0, worst)

[<Theory; MemberData(nameof methods)>]
let ``what is fixed does not move`` (optimizer: Optimizer) =
    let found = run optimizer (fun o -> o.Fixed <- PerLeaf.Of(Vector [| 1.0; 0.0 |])) rosenbrock start
    Assert.Equal(-1.2, found.Point[0].Value)
    Assert.Equal(1.44, found.Point[1].Value, 5)

[<Theory; MemberData(nameof methods)>]
let ``a scale is a change of units`` (optimizer: Optimizer) =
    // in other units, with those units as the scale, the same steps up to rounding
    let inUnits (x: Vector) = rosenbrock (Vector [| x[0] / 1024.0; x[1] * 64.0 |])
    let scaled = Vector [| -1.2 * 1024.0; 1.0 / 64.0 |]
    let few (o: MinimizeOptions) = o.MaxSteps <- 5
    let plain = run optimizer few rosenbrock start

    let other =
        run
            optimizer
            (fun o ->
                few o
                o.Scale <- PerLeaf.Of(Vector [| 1024.0; 1.0 / 64.0 |]))
            inUnits
            scaled

    Assert.Equal(plain.Point[0].Value, other.Point[0].Value / 1024.0, 9)
    Assert.Equal(plain.Point[1].Value, other.Point[1].Value * 64.0, 9)

let limits () =
    [|
        for optimizer in methods () do
            yield [| optimizer[0]; box MinimizeStatus.StepLimit; box (fun (o: MinimizeOptions) -> o.MaxSteps <- 2) |]
            yield [| optimizer[0]; box MinimizeStatus.EvaluationLimit; box (fun (o: MinimizeOptions) -> o.MaxEvaluations <- 3) |]
            yield [| optimizer[0]; box MinimizeStatus.TimeLimit; box (fun (o: MinimizeOptions) -> o.TimeLimit <- TimeSpan.Zero) |]
            yield [| optimizer[0]; box MinimizeStatus.TargetReached; box (fun (o: MinimizeOptions) -> o.TargetValue <- 5.0) |]
            yield [| optimizer[0]; box MinimizeStatus.Stopped; box (fun (o: MinimizeOptions) -> o.Stop <- fun step -> step.Number = 1) |]
    |]

[<Theory; MemberData(nameof limits)>]
let ``every limit holds for every method`` (optimizer: Optimizer) (status: MinimizeStatus) (change: MinimizeOptions -> unit) =
    let found = run optimizer change rosenbrock start
    Assert.Equal(status, found.Status)
    Assert.True(found.Value.Value <= 24.2 + 1e-9)

let private refused (change: MinimizeOptions -> unit) =
    (Assert.Throws<ArgumentException>(fun () -> run (Optimizer.Lbfgs()) change rosenbrock start |> ignore)).Message

[<Fact>]
let ``options that make no sense are errors that say why`` () =
    let bounds (l: float[]) (u: float[]) (o: MinimizeOptions) = o.Bounds <- Bounds.Between(Vector l, Vector u)
    Assert.Contains("above the upper", refused (bounds [| 1.0; 0.0 |] [| 0.0; 1.0 |]))
    Assert.Contains("Bounds", refused (bounds [| nan; 0.0 |] [| 0.0; 1.0 |]))
    Assert.Contains("like the start", refused (bounds [| 0.0 |] [| 1.0 |]))
    Assert.Contains("Scale", refused (fun o -> o.Scale <- PerLeaf.Of(Vector [| 0.0; 1.0 |])))
    Assert.Contains("Fixed", refused (fun o -> o.Fixed <- PerLeaf.Of(Vector [| 0.5; 1.0 |])))
    Assert.Contains("everything is fixed", refused (fun o -> o.Fixed <- PerLeaf.Of(Vector [| 1.0; 1.0 |])))

[<Fact>]
let ``bounded least squares and its statistics leave fixed numbers out`` () =
    let x = Vector [| 1.0; 2.0; 3.0; 4.0 |]
    let residuals (p: Vector) = p[0] + p[1] * x - Vector [| 2.9; 5.1; 7.0; 9.0 |]
    let options = MinimizeOptions(Fixed = PerLeaf.Of(Vector [| 1.0; 0.0 |]))
    let fit = Diff.leastSquaresWith options residuals (Vector [| 1.0; 1.0 |])
    Assert.Equal(1.0, fit.Point[0].Value)
    Assert.Equal(0.0, fit.StandardErrors[0].Value)
    Assert.Equal(3, fit.DegreesOfFreedom)
    let bounded = MinimizeOptions(Bounds = Bounds.Between(Vector [| 1.5; 0.0 |], Vector [| 9.0; 9.0 |]))
    let fit = Diff.leastSquaresWith bounded residuals (Vector [| 2.0; 1.0 |])
    Assert.True(fit.Converged, fit.ToString())
    Assert.Equal(1.5, fit.Point[0].Value)

[<Fact>]
let ``schedules are what their papers say`` () =
    let at (schedule: RateSchedule) steps = steps |> List.map schedule.Rate
    Assert.Equal<float list>([ 0.5; 0.5 ], at (RateSchedule.Constant 0.5) [ 0; 9 ])
    Assert.Equal<float list>([ 1.0; 1.0; 0.5; 0.25 ], at (RateSchedule.Step(1.0, 2, 0.5)) [ 0; 1; 2; 4 ])
    Assert.Equal<float list>([ 1.0; 0.5; 0.125 ], at (RateSchedule.Exponential(1.0, 0.5)) [ 0; 1; 3 ])
    let cosine = RateSchedule.Cosine(1.0, 10, 0.2)
    Assert.Equal(0.6, cosine.Rate 5, 12)
    Assert.Equal(0.2, cosine.Rate 40, 12)
    Assert.Equal<float list>([ 0.25; 0.5; 1.0; 0.5 ], at (RateSchedule.WarmUp(4, RateSchedule.Exponential(1.0, 0.5))) [ 0; 1; 4; 5 ])
    // PyTorch: OneCycleLR(max_lr = 1, total_steps = 10): starts at 1/25, has its peak at step 2, ends at 4e-6
    let cycle = RateSchedule.OneCycle(1.0, 10)
    Assert.Equal(0.04, cycle.Rate 0, 12)
    Assert.Equal(0.52, cycle.Rate 1, 12)
    Assert.Equal(1.0, cycle.Rate 2, 12)
    Assert.Equal(4e-6, cycle.Rate 9, 12)

let private path optimizer =
    Diff.steps optimizer rosenbrock start |> Seq.truncate 6 |> Seq.map (fun step -> step.Point.ToArray()) |> Seq.toArray

[<Fact>]
let ``a schedule is the rate of its step`` () =
    let scheduled = path (Optimizer.Sgd(1.0).WithRate(RateSchedule.Step(1e-3, 3, 0.5)))
    Assert.Equal<float[][]>(Array.truncate 3 (path (Optimizer.Sgd 1e-3)), Array.truncate 3 scheduled)
    let plain = path (Optimizer.Sgd 1e-3)
    Assert.NotEqual<float[]>(plain[3], scheduled[3])

[<Fact>]
let ``chained rules change the gradient`` () =
    let first optimizer = Array.head (path optimizer)
    let g = (Diff.grad rosenbrock start).ToArray()
    let norm = sqrt (g[0] * g[0] + g[1] * g[1])
    let clipped = first (Optimizer.Sgd(0.1).ClipNorm 1.0)
    Assert.Equal(-1.2 - 0.1 * g[0] / norm, clipped[0], 12)
    let byValue = first (Optimizer.Sgd(0.1).ClipValue 1.0)
    Assert.Equal<float[]>([| -1.2 + 0.1; 1.0 + 0.1 |], byValue)
    Assert.Equal<float[][]>(path (Optimizer.Sgd(1e-3, weightDecay = 0.1)), path (Optimizer.Sgd(1e-3).WeightDecay 0.1))
    Assert.Equal<float[]>([| -1.2; 1.0 |], first (Optimizer.Sgd(0.1).Accumulate 2))
    let plain, accumulated = path (Optimizer.Sgd 1e-3), path (Optimizer.Sgd(1e-3).Accumulate 2)
    Assert.Equal<float[]>(plain[0], accumulated[1])
    let rates = first (Optimizer.Sgd(1e-3).ScaleRates(PerLeaf.Of(Vector [| 0.0; 1.0 |])))
    Assert.Equal(-1.2, rates[0])
    Assert.Equal(plain[0][1], rates[1], 12)
    Assert.Throws<InvalidOperationException>(fun () -> Optimizer.Lbfgs().ClipNorm 1.0 |> ignore) |> ignore

let resumed () =
    [|
        for optimizer in methods () do
            yield optimizer

        yield [| box (Optimizer.Adam(1e-2).Accumulate 2) |]
        yield [| box (Optimizer.RmsProp(1e-2, momentum = 0.5)) |]
    |]

[<Theory; MemberData(nameof resumed)>]
let ``saved and taken up again, every method goes on bit for bit`` (optimizer: Optimizer) =
    let steps = Diff.steps optimizer rosenbrock start |> Seq.truncate 12 |> Seq.toArray
    let state = OptimizerState.FromBytes(steps[4].State.ToBytes(), start)
    let options = MinimizeOptions(MaxSteps = 7, Resume = state, KeepHistory = true, GradientTolerance = 0.0)
    let found = Diff.minimizeWith optimizer options rosenbrock steps[4].Point
    let last = found.History[found.History.Count - 1] :?> Step<Vector>
    Assert.Equal<float[]>(steps[11].Point.ToArray(), last.Point.ToArray())

[<Theory; MemberData(nameof resumed)>]
let ``so does the state of a minimum, whose best point may be an earlier one`` (optimizer: Optimizer) =
    let run steps (resume: OptimizerState option) =
        let options = MinimizeOptions(MaxSteps = steps, Fixed = PerLeaf.Of(Vector [| 0.0; 0.0 |]), GradientTolerance = 0.0)
        resume |> Option.iter (fun state -> options.Resume <- state)
        Diff.minimizeWith optimizer options rosenbrock start

    let whole, part = run 20 None, run 8 None
    let rest = run 12 (Some(OptimizerState.FromBytes(part.State.ToBytes(), start)))
    Assert.Equal<byte[]>(whole.State.ToBytes(), rest.State.ToBytes())

[<Fact>]
let ``rates by leaf and fixed numbers go together, over any structure`` () =
    let f (a: Vector, b: Scalar) = (a - 1.0) * (a - 1.0) + (b - 1.0) ** 2.0
    let start = Vector [| 0.0; 0.0; 0.0 |], Scalar 0.0
    let rates = PerLeaf.Of((Vector [| 1.0; 0.5; 1.0 |], Scalar 0.25))
    let isFixed = PerLeaf.Of((Vector [| 0.0; 0.0; 1.0 |], Scalar 0.0))
    let options = MinimizeOptions(MaxSteps = 1, Fixed = isFixed)
    let a, b = (Diff.minimizeWith (Optimizer.Sgd(0.1).ScaleRates rates) options f start).Point
    // the gradient is -2: a whole step is 0.2
    Array.iter2 (fun (expected: float) actual -> Assert.Equal(expected, actual, 15)) [| 0.2; 0.1; 0.0 |] (a.ToArray())
    Assert.Equal(0.05, b.Value, 15)

[<Fact>]
let ``a state of another method is refused`` () =
    let step = Seq.head (Diff.steps (Optimizer.Bfgs()) rosenbrock start)
    Assert.Contains("BFGS", refused (fun o -> o.Resume <- step.State))
    Assert.Throws<ArgumentException>(fun () -> OptimizerState.FromBytes([| 1uy |], start) |> ignore) |> ignore

[<Fact>]
let ``batches come in order or shuffled by the seed, each once an epoch`` () =
    let seen (seed: Nullable<int>) =
        let batches = ResizeArray<int>()

        let loss (x: Scalar) (batch: int) =
            batches.Add batch
            (x - float batch) ** 2.0

        let options = MinimizeOptions(Epochs = 2, ShuffleSeed = seed)
        let found = Diff.minimizeBatches (Optimizer.Sgd 0.1) options loss (Scalar 10.0) [ 1; 2; 3; 4; 5 ]
        Assert.Equal(MinimizeStatus.EpochLimit, found.Status)
        Assert.Equal(10, found.Steps)
        Assert.Equal(2, found.Epochs)
        Seq.toList batches

    Assert.Equal<int list>([ 1; 2; 3; 4; 5; 1; 2; 3; 4; 5; 1 ], seen (Nullable()))
    let shuffled = seen (Nullable 3)
    Assert.Equal<int list>(shuffled, seen (Nullable 3))
    Assert.NotEqual<int list>(shuffled, seen (Nullable 4))
    Assert.Equal<int list>([ 1..5 ], List.sort shuffled[..4])
    Assert.NotEqual<int list>(shuffled[..4], shuffled[5..9])

[<Fact>]
let ``batches are for first-order rules`` () =
    let loss (x: Scalar) (batch: float) = (x - batch) ** 2.0

    let attempt optimizer batches () = Diff.minimizeBatches optimizer (MinimizeOptions()) loss (Scalar 0.0) batches |> ignore

    Assert.Contains("first-order", (Assert.Throws<ArgumentException>(attempt (Optimizer.Lbfgs()) [ 1.0 ])).Message)
    Assert.Contains("no batches", (Assert.Throws<ArgumentException>(attempt (Optimizer.Sgd 0.1) [])).Message)

[<Fact>]
let ``many variables are minimised by sparse Hessians`` () =
    let f (x: Vector) = ((x - 1.0).PointwisePower 4.0).Sum() + (x * x) / 2.0
    let found = run (Optimizer.Newton()) ignore f (Vector(Array.init 300 (fun i -> float (i % 7))))
    Assert.True(found.Converged, found.ToString())
    Assert.True(found.Evaluations.Hessians > 0)
    Assert.Equal(0, found.Evaluations.HessianVectorProducts)
    // 4 (x - 1)³ + x = 0
    Assert.All(found.Point.ToArray(), (fun x -> Assert.Equal(0.0, 4.0 * (x - 1.0) ** 3.0 + x, 7)))

namespace AutoDiff

open System
open System.Threading

/// When a minimisation ends, and what it tells on the way. A copy is taken when it begins.
[<Sealed>]
type MinimizeOptions
    /// <summary>The options as they are where nothing is said.</summary>
    () =
    let mutable gradientTolerance = ValueNone

    /// The largest number of steps; 10,000.
    member val MaxSteps = 10_000 with get, set
    /// The largest number of evaluations of the function; unlimited.
    member val MaxEvaluations = Int32.MaxValue with get, set
    /// The longest time; unlimited. Looked at between evaluations.
    member val TimeLimit = Timeout.InfiniteTimeSpan with get, set

    /// Converged where the 2-norm of the gradient is at most this; 0 switches the test off, unless the gradient vanishes exactly. Left alone it
    /// is 1e-8, and solvers with a model of the function must see in it as well that no step would lower the value by more than it resolves.
    member _.GradientTolerance
        with get () = ValueOption.defaultValue 1e-8 gradientTolerance
        and set (value: float) = gradientTolerance <- ValueSome value

    /// Whether the gradient norm alone decides.
    member internal _.HasGradientTolerance = gradientTolerance.IsSome
    /// Converged where a step moves at most this far; 0, which is never.
    member val StepTolerance = 0.0 with get, set
    /// Converged where a step lowers the value by at most this; 0, which is never.
    member val ValueTolerance = 0.0 with get, set
    /// Converged where the value is at most this; minus infinity, which is never.
    member val TargetValue = Double.NegativeInfinity with get, set
    /// The least and the largest that each element of the point may be; none.
    member val Bounds: Bounds | null = null with get, set
    /// How large each element of the point typically is, which is what it is measured by; 1.
    member val Scale: PerLeaf | null = null with get, set
    /// 1 for each element of the point that is to stay as it is; 0.
    member val Fixed: PerLeaf | null = null with get, set
    /// What an optimizer remembered when it stopped, to go on from: its Step.State or Minimum.State. It goes on from the point after that step;
    /// the start then only shows the structure. None.
    member val Resume: OptimizerState | null = null with get, set
    /// How often batches are gone through; unlimited.
    member val Epochs = Int32.MaxValue with get, set
    /// The seed by which batches are shuffled, anew for each epoch; none, which leaves them in order.
    member val ShuffleSeed = Nullable<int>() with get, set
    /// What a residual costs in LeastSquares; its square. Other methods do not look at it.
    member val Loss = RobustLoss.Squares with get, set
    /// Told of every step.
    member val Progress: IProgress<Step> | null = null with get, set
    /// Asked after every step, a Step of the structure, whether to end here; its point is there to be read while it is asked.
    member val Stop: Func<Step, bool> | null = null with get, set
    /// Looked at between evaluations. Cancelled before the start it raises; cancelled later, the best point is returned.
    member val CancellationToken = CancellationToken.None with get, set
    /// Whether Minimum.History lists every step.
    member val KeepHistory = false with get, set

    member internal options.Copy() = options.MemberwiseClone() :?> MinimizeOptions

    member internal options.Check() =
        let require holds name requirement (value: obj) =
            if not holds then
                raise (ArgumentException("MinimizeOptions." + name + " must be " + requirement + ", not " + string value + "."))

        ArgumentNullException.ThrowIfNull(options.Loss, nameof options.Loss)
        require (options.Epochs >= 1) (nameof options.Epochs) "1 or more" options.Epochs
        require (options.MaxSteps >= 0) (nameof options.MaxSteps) "0 or more" options.MaxSteps
        require (options.MaxEvaluations >= 1) (nameof options.MaxEvaluations) "1 or more" options.MaxEvaluations
        require (options.GradientTolerance >= 0.0) (nameof options.GradientTolerance) "0 or more" options.GradientTolerance
        require (options.StepTolerance >= 0.0) (nameof options.StepTolerance) "0 or more" options.StepTolerance
        require (options.ValueTolerance >= 0.0) (nameof options.ValueTolerance) "0 or more" options.ValueTolerance
        require (not (Double.IsNaN options.TargetValue)) (nameof options.TargetValue) "a number" options.TargetValue

        require
            (options.TimeLimit = Timeout.InfiniteTimeSpan || options.TimeLimit >= TimeSpan.Zero)
            (nameof options.TimeLimit)
            "0 or more"
            options.TimeLimit

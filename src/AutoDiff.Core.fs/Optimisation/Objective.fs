namespace AutoDiff

open System
open System.Diagnostics
open System.Threading

/// Residuals at a point with their Jacobian matrix, column by column; weighted where a robust loss is in the way.
[<ReferenceEquality>]
type internal ResidualModel = { Raw: float[]; R: float[]; J: float[] }

/// A function's value and gradient at a point: as leaves, and as flat vectors of what may vary.
[<ReferenceEquality>]
type internal Evaluation =
    {
        Point: Node[]
        Value: Node
        Gradient: Node[]
        /// The point in the variables of the solver.
        X: float[]
        /// The gradient in the variables of the solver.
        G: float[]
        /// The same without the parts that point out of the bounds.
        Inward: float[]
        /// The 2-norm of the gradient of what may vary; at a bound, of its part that points inside.
        GradientNorm: float
        /// Where the function is a sum of squares.
        Model: ResidualModel voption
    }

    /// The value as a number.
    member e.F = e.Value.Value.Number
    member e.IsFinite = Double.IsFinite e.F && Double.IsFinite e.GradientNorm

    /// The arrays that its numbers are in.
    member e.Arrays: Array seq =
        let ofLeaves (leaves: Node[]) =
            leaves
            |> Seq.choose (fun leaf ->
                match leaf.Value.Data with
                | null -> None
                | data -> Some data)

        Seq.concat [ ofLeaves e.Point; ofLeaves e.Gradient; Seq.ofList [ e.X; e.G; e.Inward ] ]

/// A function on leaves, with its derivatives.
[<ReferenceEquality>]
type internal Functions =
    {
        /// The gradient in arrays of the arena's where that can be; the numbers of the point are lent by it.
        Gradient: Arena -> Node[] -> struct (Node * Node[])
        /// Column by column.
        Hessian: Node[] -> float[]
        /// The Hessian where its pattern is sparse; None where it is not, at any point.
        SparseHessian: Node[] -> SparseSymmetric option
        /// The Hessian at a point as a map of directions; the function runs once.
        Product: Node[] -> float[] -> float[]
        /// Where the function is a sum of squares: its terms, and their Jacobian when asked for.
        Residuals: (Node[] -> struct (float[] * (unit -> float[]))) voption
        Loss: RobustLoss
        /// Whether there is nothing left to evaluate it on.
        IsExhausted: unit -> bool
        /// Whether it is another function at each evaluation, so that values do not compare.
        IsChanging: bool
        /// How often everything it is evaluated on was gone through.
        Epochs: unit -> int
    }

/// Residuals at a point, before it is known whether their Jacobian will be wanted.
[<ReferenceEquality>]
type internal ResidualTrial = { At: float[]; Raw: float[]; F: float; Jacobian: unit -> float[] }

/// A function being minimised: counts its evaluations, and keeps the best one, which is what can change in it. One minimisation owns it.
/// Where all evaluations are to be kept, they get arrays of their own.
[<Sealed>]
type internal Objective(functions: Functions, options: MinimizeOptions, space: Space, isKeeping: bool) =
    let clock = Stopwatch.StartNew()
    let arena = Arena(if isKeeping then 0 else space.Start.Length)
    let mutable values = 0
    let mutable hessians = 0
    let mutable products = 0
    let mutable isDense = false
    let mutable best: Evaluation option = None

    let mutable gradients = 0

    let keep (evaluation: Evaluation) =
        match best with
        | Some earlier when not evaluation.IsFinite || evaluation.F > earlier.F -> ()
        | _ -> best <- Some evaluation

        evaluation

    let evaluate (point: Node[]) (x: float[]) =
        gradients <- gradients + 1
        values <- values + 1
        let struct (value, gradient) = functions.Gradient arena point
        let g = Space.reduce space arena (Leaf.flattenWith arena gradient)
        let inward = Space.inward space arena x g

        keep
            {
                Point = point
                Value = value
                Gradient = gradient
                X = x
                G = g
                Inward = inward
                GradientNorm = Space.length space arena inward
                Model = ValueNone
            }

    let residualsAt (x: float[]) : ResidualTrial =
        values <- values + 1
        let struct (raw, jacobian) = functions.Residuals.Value(Leaf.unflatten space.Pattern (Space.expand space Arena.New x))
        { At = x; Raw = raw; F = functions.Loss.Total raw; Jacobian = jacobian }

    let complete (trial: ResidualTrial) : Evaluation =
        gradients <- gradients + 1
        let struct (r, j) = functions.Loss.Weigh(trial.Raw, trial.Jacobian())
        let gradient = Arrays.scale 2.0 (Arrays.multiplyTransposed j r)
        let g = Space.reduce space arena gradient
        let inward = Space.inward space arena trial.At g

        keep
            {
                Point = Leaf.unflatten space.Pattern (Space.expand space Arena.New trial.At)
                Value = Node.number Precision.Double trial.F
                Gradient = Leaf.unflatten space.Pattern gradient
                X = trial.At
                G = g
                Inward = inward
                GradientNorm = Space.length space arena inward
                Model = ValueSome { Raw = trial.Raw; R = r; J = Space.reduceColumns space r.Length j }
            }

    /// Whether it is another function at each evaluation.
    member _.IsChanging: bool = functions.IsChanging

    /// Where the steps of solvers find room.
    member _.Arena: Arena = arena

    /// The numbers of an evaluation and of the state after it are there to stay: somebody else has seen them.
    member _.Keep(evaluation: Evaluation, state: SolverState) = arena.Keep(Seq.append evaluation.Arrays (SolverState.arrays state))

    /// Nothing but the best evaluation, this one and the state after it is in use any more.
    member _.Reclaim(current: Evaluation, state: SolverState) =
        if arena.IsReusing then
            let ofBest = best |> Option.map _.Arrays |> Option.defaultValue Seq.empty
            arena.Reclaim(Seq.concat [ ofBest; current.Arrays; SolverState.arrays state ])

    /// The variables of the solver.
    member _.Space: Space = space

    /// Evaluates value and gradient at leaves, in a plain space.
    member _.EvaluateLeaves(point: Node[]) : Evaluation = evaluate point (Leaf.flatten point)

    /// Evaluates value and gradient at variables, which are not written to afterwards.
    member _.Evaluate(x: float[]) : Evaluation =
        if functions.Residuals.IsSome then
            complete (residualsAt x)
        else
            evaluate (Leaf.unflattenWith arena space.Pattern (Space.expand space arena x)) x

    /// Evaluates the terms of a sum of squares at a flat point, which is not written to afterwards.
    member _.Residuals(x: float[]) : ResidualTrial = residualsAt x

    /// Value, gradient and Jacobian where residuals were evaluated.
    member _.Complete(trial: ResidualTrial) : Evaluation = complete trial

    /// Whether there is a Hessian of what is minimised: not where a robust loss changes the sum of squares.
    member _.HasHessian: bool = functions.Loss.IsSquares

    /// The Hessian at a point, column by column.
    member _.Hessian(at: Evaluation) : float[] =
        hessians <- hessians + 1
        Space.reduceSquare space (functions.Hessian at.Point)

    /// The Hessian at a point where its pattern is sparse.
    member _.SparseHessian(at: Evaluation) : SparseSymmetric option =
        match (if isDense then None else functions.SparseHessian at.Point) with
        | Some h ->
            hessians <- hessians + 1
            Some(Space.reduceSparse space h)
        | None ->
            isDense <- true
            None

    /// The Hessian at a point as a map of directions.
    member _.Product(at: Evaluation) : float[] -> float[] =
        let product = lazy functions.Product at.Point

        fun direction ->
            products <- products + 1
            Space.reduce space Arena.New (product.Value(Space.expandDirection space direction))

    /// The finite evaluation with the lowest value; the first one if none was finite.
    member _.Best: Evaluation = best.Value

    member _.Count: Evaluations = { Values = values; Gradients = gradients; Hessians = hessians; HessianVectorProducts = products }

    member _.Elapsed: TimeSpan = clock.Elapsed

    /// Why no further evaluation may be made; None where it may.
    member _.Halt: MinimizeStatus option =
        if options.CancellationToken.IsCancellationRequested then
            Some MinimizeStatus.Cancelled
        elif functions.IsExhausted() then
            Some MinimizeStatus.EpochLimit
        elif values >= options.MaxEvaluations then
            Some MinimizeStatus.EvaluationLimit
        elif options.TimeLimit <> Timeout.InfiniteTimeSpan && clock.Elapsed >= options.TimeLimit then
            Some MinimizeStatus.TimeLimit
        else
            None

/// What a step of a solver came to.
type internal Outcome =
    | Moved of Evaluation * SolverState
    | Ended of MinimizeStatus

/// A method: its state at the first point, and its step from a point and a state. A step is a pure function of its arguments but for the
/// counting of evaluations.
[<ReferenceEquality>]
type internal Solver =
    {
        Start: Space -> Evaluation -> SolverState
        Step: Objective -> Evaluation -> SolverState -> Outcome
        /// Whether it ends by itself where its model of the function says that there is nothing left to gain.
        HasModel: bool
    }

/// When a solver's own model of the function says that there is nothing left to gain.
module internal Convergence =
    /// The distance from 1 to the next number.
    [<Literal>]
    let Eps = 2.220446049250313e-16

    /// The gradient against the size of the point and of the value; without units, but for points below 1.
    let private relativeGradient (at: Evaluation) =
        let mutable largest = 0.0

        for i in 0 .. at.X.Length - 1 do
            largest <- max largest (abs at.Inward[i] * max 1.0 (abs at.X[i]))

        if largest = 0.0 then 0.0 else largest / abs at.F

    /// Whether a decrease that the model promises is below what values near this point resolve.
    let isNegligible (at: Evaluation) (decrease: float) : bool =
        decrease <= 4.0 * Eps * abs at.F && relativeGradient at <= 1e-5 || decrease <= 1e-28 && at.GradientNorm <= 1e-8

    /// Which test it is that is met then.
    let status (at: Evaluation) : MinimizeStatus =
        if at.GradientNorm <= 1e-8 then MinimizeStatus.GradientConverged else MinimizeStatus.ValueConverged

    /// How it ends where the value has not fallen for many steps: by its gradient at a minimum, or not.
    let atStandstill (at: Evaluation) : MinimizeStatus =
        if relativeGradient at <= 1e-5 || at.GradientNorm <= 1e-13 then
            status at
        else
            MinimizeStatus.LineSearchFailed

    /// How it ends where no lower value can be found: as well as one can tell at a minimum, or not.
    let atFailure (at: Evaluation) (decrease: float) : MinimizeStatus =
        if decrease <= 1e-10 * abs at.F && relativeGradient at <= 1e-6 || decrease <= 1e-24 && at.GradientNorm <= 1e-8 then
            status at
        else
            MinimizeStatus.LineSearchFailed

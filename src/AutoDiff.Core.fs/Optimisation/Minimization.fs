/// The loop around a solver: evaluate, step, test, tell.
[<RequireQualifiedAccess>]
module internal AutoDiff.Minimization

open System
open System.Collections.Generic
open MathNet.Numerics.LinearAlgebra.Storage

/// The most colours of a Hessian that counts as sparse.
[<Literal>]
let private Most = 100

/// The leaves of a start point as constants of a definite precision; infinite and NaN ones are an error.
let private startLeaves (start: 'T) : Node[] =
    let settle (node: Node) = Marks.convert (Precision.settled node.Precision) node
    let leaves = Structure.leaves start |> Array.map (settle >> Marks.stopGradient)
    let elements = Leaf.flatten leaves

    if elements.Length = 0 then
        raise (ArgumentException("Minimize: the start holds no numbers; its vectors and matrices are empty.", nameof start))

    match elements |> Array.tryFindIndex (Double.IsFinite >> not) with
    | Some i ->
        raise (
            ArgumentException(
                "Minimize: element "
                + string i
                + " of the start (its values one after the other) is "
                + string elements[i]
                + "; all must be finite.",
                nameof start
            )
        )
    | None -> leaves

/// Value and gradient of a function that runs at each point. Where arrays are used again, those of the point are only lent to it.
let private running (f: 'T -> Scalar) (start: 'T) (arena: Arena) (leaves: Node[]) : struct (Node * Node[]) =
    if arena.IsReusing then
        let borrowers = List<obj>(leaves |> Seq.map (fun leaf -> leaf :> obj))
        let result = Derivatives.lentValueAndGrad "Minimize" f borrowers arena.Rent (Structure.rebuild start leaves)

        for leaf in leaves do
            match leaf.Value.Data with
            | null -> ()
            | data -> arena.Lend(data, borrowers)

        result
    else
        let struct (value, gradient) = Derivatives.valueAndGrad "Minimize" f (Structure.rebuild start leaves)
        struct (value.Node, Structure.leaves gradient)

/// Value and gradient of a function that is known to be pure, by what is recorded of it once.
let private recorded (f: 'T -> Scalar) (start: 'T) : Arena -> Node[] -> struct (Node * Node[]) =
    let compiled = lazy Compiled.gradient "Minimize" f start

    fun arena leaves ->
        let gradient = arena.Floats compiled.Value.Count
        let value = compiled.Value.Evaluate(ReadOnlySpan(Leaf.flattenWith arena leaves), Span gradient)
        struct (Node.number Precision.Double value, Leaf.unflattenWith arena leaves gradient)

/// The Hessian of a function where few colours find all its elements; None from the first point on where that is not so.
let private sparseHessian (f: 'T -> Scalar) (start: 'T) : Node[] -> SparseSymmetric option =
    let hessian =
        lazy
            (let extents = Structure.leaves start |> Array.map _.Shape.Extent
             SparseDerivatives.hessian (fun x -> f (Structure.rebuild start (Flat.split extents x.Node))))

    fun leaves ->
        try
            match (hessian.Value.Evaluate(Vector(Flat.join leaves))).Storage with
            | :? SparseCompressedRowMatrixStorage<float> as rows when hessian.Value.Colors <= Most ->
                let count = rows.RowPointers[rows.RowCount]

                Some
                    {
                        Starts = rows.RowPointers
                        Columns = rows.ColumnIndices[.. count - 1]
                        Values = rows.Values[.. count - 1]
                    }
            | _ -> None
        with :? DensityException ->
            None

let private functions (f: 'T -> Scalar) (leaves: Node[]) (start: 'T) : Functions =
    let at leaves = Structure.rebuild start leaves

    let functions =
        {
            Gradient = running f start
            Hessian = fun leaves -> Read.floats (Interpreter.force (Derivatives.hessian f (at leaves)).Node)
            SparseHessian = sparseHessian f (at leaves)
            Product =
                fun leaves ->
                    let struct (_, pushforward) = Derivatives.linearize (Derivatives.grad "Minimize" f) (at leaves)
                    fun direction -> at (Leaf.unflatten leaves direction) |> pushforward |> Structure.leaves |> Leaf.flatten
            Residuals = ValueNone
            Loss = RobustLoss.Squares
            IsExhausted = fun () -> false
            IsChanging = false
            Epochs = fun () -> 0
        }

    match box f with
    | :? CompiledFunction<'T, Scalar> as compiled when leaves |> Array.forall (fun leaf -> leaf.Precision = Precision.Double) ->
        let f = compiled.Original
        let hessian = Compiled.functionOf "Minimize" (Derivatives.hessian f)

        let product = Compiled.functionOf "Minimize" (fun (x, direction) -> Derivatives.hessianVectorProduct f x direction)

        { functions with
            Gradient = recorded f (at leaves)
            Hessian = fun leaves -> Read.floats (hessian (at leaves)).Node.Value
            Product = fun leaves direction -> product (at leaves, at (Leaf.unflatten leaves direction)) |> Structure.leaves |> Leaf.flatten
        }
    | _ -> functions

/// The sum of squares of residuals, and the residuals themselves.
let private squares (residuals: 'T -> Vector) (loss: RobustLoss) (leaves: Node[]) (start: 'T) : Functions =
    let numbers (node: Node) = Read.floats (Interpreter.force node)

    let terms leaves =
        let struct (r, jacobian) = Derivatives.residuals "LeastSquares" residuals (Structure.rebuild start leaves)
        struct (numbers r, (fun () -> numbers (jacobian ())))

    { functions (fun x -> let r = residuals x in r * r) leaves start with
        Residuals = ValueSome terms
        Loss = loss
    }

/// A step as it is handed out; what it shows is there to stay once it is read.
let private stepOf (objective: Objective) optimizer (start: 'T) number (before: Evaluation) (after: Evaluation) state : Step<'T> =
    let moved = Arrays.norm (Arrays.subtractInto (objective.Arena.Floats after.X.Length) after.X before.X)

    let read () =
        objective.Keep(after, state)
        struct (Structure.rebuild start after.Point, Structure.rebuild start after.Gradient, OptimizerState(optimizer, state, after.Point))

    Step<'T>(number, Scalar after.Value, after.GradientNorm, moved, read)

/// Refuses a method that can do nothing with a function which is not a sum of squares.
let private requireFunction (optimizer: Optimizer) =
    if optimizer.NeedsResiduals then
        raise (
            ArgumentException(
                "Minimize: Levenberg-Marquardt needs the residuals, not their sum of squares; call LeastSquares with a function that returns them as a Vector.",
                nameof optimizer
            )
        )

/// The steps of an optimiser from a start, lazily and without end but where no step is possible. Each enumeration starts anew.
let steps (optimizer: Optimizer) (f: 'T -> Scalar) (start: 'T) : Step<'T> seq =
    requireFunction optimizer

    seq {
        let leaves = startLeaves start
        let space = Space.ofOptions leaves None None None
        let objective = Objective(functions f leaves start, MinimizeOptions(), space, true)
        let first = objective.EvaluateLeaves leaves

        let next (number, current, state) =
            match optimizer.Solver.Step objective current state with
            | Moved(after, state) ->
                Some(stepOf objective (optimizer.ToString()) start number current after state, (number + 1, after, state))
            | Ended _ -> None

        if first.IsFinite then
            yield! Seq.unfold next (0, first, optimizer.Solver.Start space first)
    }

let private message (options: MinimizeOptions) (status: MinimizeStatus) (best: Evaluation) =
    let norm = best.GradientNorm.ToString "G3"

    match status with
    | MinimizeStatus.GradientConverged -> "the gradient norm " + norm + " is at most " + string options.GradientTolerance + "."
    | MinimizeStatus.StepConverged -> "the last move is at most " + string options.StepTolerance + " long."
    | MinimizeStatus.ValueConverged when options.ValueTolerance = 0.0 ->
        "a further step would lower the value by less than it resolves; the gradient norm is " + norm + "."
    | MinimizeStatus.ValueConverged -> "the last step lowered the value by at most " + string options.ValueTolerance + "."
    | MinimizeStatus.TargetReached -> "the value is at most the target " + string options.TargetValue + "."
    | MinimizeStatus.StepLimit ->
        string options.MaxSteps + " steps were made and the gradient norm is still " + norm + "; allow more MaxSteps."
    | MinimizeStatus.EvaluationLimit ->
        string options.MaxEvaluations + " evaluations were made and the gradient norm is still " + norm + "."
    | MinimizeStatus.TimeLimit -> "the time limit has passed and the gradient norm is still " + norm + "."
    | MinimizeStatus.Stopped -> "Stop ended it; the gradient norm is " + norm + "."
    | MinimizeStatus.Cancelled -> "it was cancelled; the gradient norm is " + norm + "."
    | MinimizeStatus.LineSearchFailed ->
        "no lower point was found along the search direction at gradient norm "
        + norm
        + "; the value may not resolve any finer."
    | MinimizeStatus.EpochLimit -> "the batches were gone through " + string options.Epochs + " times; the gradient norm is " + norm + "."
    | MinimizeStatus.NotFinite -> "the function turned infinite or NaN; the best point before that has gradient norm " + norm + "."
    | _ -> "the function or its gradient is infinite or NaN at the start; choose a start inside its domain."

/// Whether the gradient alone says that it has converged; that of one batch says nothing of the others, unless a tolerance was asked for.
let private isFlat (options: MinimizeOptions) (objective: Objective) (solver: Solver) (at: Evaluation) =
    if options.HasGradientTolerance then at.GradientNorm <= options.GradientTolerance
    elif objective.IsChanging then false
    else at.GradientNorm = 0.0 || not solver.HasModel && at.GradientNorm <= options.GradientTolerance

/// Tells of a step to those who may look at it at any time from now on.
let private tell (options: MinimizeOptions) (objective: Objective) (step: Lazy<Step<'T>>) (history: List<Step>) after state =
    if options.KeepHistory || not (isNull options.Progress) then
        objective.Keep(after, state)

    if options.KeepHistory then
        history.Add step.Value

    match options.Progress with
    | null -> ()
    | progress -> progress.Report step.Value

/// The test that ends a minimisation after a step; None to go on.
let private test
    (options: MinimizeOptions)
    (objective: Objective)
    (solver: Solver)
    (before: Evaluation)
    (after: Evaluation)
    (step: Lazy<Step<'T>>)
    =
    if after.F <= options.TargetValue then
        Some MinimizeStatus.TargetReached
    elif isFlat options objective solver after then
        Some MinimizeStatus.GradientConverged
    elif options.StepTolerance > 0.0 && step.Value.StepLength <= options.StepTolerance then
        Some MinimizeStatus.StepConverged
    elif options.ValueTolerance > 0.0 && before.F - after.F <= options.ValueTolerance then
        Some MinimizeStatus.ValueConverged
    else
        match options.Stop with
        | null -> None
        | stop when stop.Invoke step.Value -> Some MinimizeStatus.Stopped
        | _ ->
            if objective.Arena.IsReusing && not options.KeepHistory && isNull options.Progress then
                step.Value.Leave()

            None

let private run
    (description: string)
    (options: MinimizeOptions)
    (objective: Objective)
    (start: 'T)
    (first: Evaluation)
    (solver: Solver)
    (history: List<Step>)
    =
    let begun =
        match options.Resume with
        | null -> if first.IsFinite then solver.Start objective.Space first else SolverState.empty
        | resumed when resumed.Optimizer = description -> resumed.State
        | resumed ->
            raise (
                ArgumentException(
                    "MinimizeOptions.Resume is a state of " + resumed.Optimizer + ", which " + description + " cannot go on from."
                )
            )

    let rec go number current state stalled =
        if number >= options.MaxSteps then
            number, current, state, MinimizeStatus.StepLimit
        else
            match solver.Step objective current state with
            | Ended status -> number, current, state, status
            | Moved(after, state) ->
                let step = lazy stepOf objective description start number current after state
                tell options objective step history after state

                match test options objective solver current after step with
                | Some status -> number + 1, after, state, status
                | None ->
                    let stalled =
                        if solver.HasModel && current.F - after.F <= 4.0 * Convergence.Eps * abs after.F then
                            stalled + 1
                        else
                            0

                    if stalled = 10 then
                        number + 1, after, state, Convergence.atStandstill after
                    else
                        objective.Reclaim(after, state)
                        go (number + 1) after state stalled

    if not first.IsFinite then 0, first, begun, MinimizeStatus.NotFiniteAtStart
    elif first.F <= options.TargetValue then 0, first, begun, MinimizeStatus.TargetReached
    elif isFlat options objective solver first then 0, first, begun, MinimizeStatus.GradientConverged
    else go 0 first begun 0

/// The best point seen, or the last one where their values cannot be told apart: there its smaller gradient speaks for it.
let private better (best: Evaluation) (last: Evaluation) = if last.IsFinite && last.F - best.F <= 1e-13 * abs best.F then last else best

/// Options as they were when the minimisation began, checked.
let private settle (options: MinimizeOptions | null) =
    let options =
        match options with
        | null -> MinimizeOptions()
        | options -> options.Copy()

    options.Check()
    options.CancellationToken.ThrowIfCancellationRequested()
    options

/// The leaves to begin at: those of the start, or where a state goes on.
let private firstLeaves (options: MinimizeOptions) (start: 'T) : Node[] =
    let leaves = startLeaves start

    match options.Resume with
    | null -> leaves
    | resumed ->
        let fits =
            resumed.Point.Length = leaves.Length
            && Array.forall2 (fun (a: Node) (b: Node) -> a.Shape.Extent.Equals b.Shape.Extent) resumed.Point leaves

        if not fits then
            raise (ArgumentException "MinimizeOptions.Resume is the state at a point of another structure than the start.")

        resumed.Point

let private space (options: MinimizeOptions) (leaves: Node[]) : Space =
    let given (option: 'O | null) =
        match option with
        | null -> None
        | option -> Some option

    Space.ofOptions leaves (given options.Bounds) (given options.Scale) (given options.Fixed)

/// The numbers that can vary freely at a point: neither fixed nor at a bound.
let private unbound (space: Space) (x: float[]) : int[] =
    space.Free
    |> Array.indexed
    |> Array.filter (fun (k, i) -> x[i] > space.Lower[k] && x[i] < space.Upper[k])
    |> Array.map snd

let private likelihood (functions: Functions) (start: 'T) (space: Space) (best: Evaluation) : LikelihoodStatistics<'T> =
    if functions.IsChanging then
        raise (InvalidOperationException "AsLikelihood: each value is that of one batch; minimise the likelihood of all data.")

    let x = Leaf.flatten best.Point
    let n, free = x.Length, unbound space x
    let m = free.Length
    let h = functions.Hessian best.Point
    let part = Array.init (m * m) (fun q -> h[free[q / m] * n + free[q % m]])
    let covariance = Array.zeroCreate (n * n)

    let inverse = if Arrays.isFinite part then Statistics.inverseInformation part m else Array.create part.Length nan

    inverse |> Array.iteri (fun q c -> covariance[free[q / m] * n + free[q % m]] <- c)

    LikelihoodStatistics<'T>(-best.F, covariance, (fun numbers -> Structure.rebuild start (Leaf.unflatten space.Pattern numbers)), x)

let private solve
    (optimizer: Optimizer)
    (options: MinimizeOptions)
    (functions: Functions)
    (start: 'T)
    (space: Space)
    : struct (Evaluation * MinimumParts<'T>) =
    let objective = Objective(functions, options, space, false)
    let history = List<Step>()

    let first =
        if space.IsPlain && functions.Residuals.IsNone then
            objective.EvaluateLeaves space.Pattern
        else
            objective.Evaluate(Space.first space)

    let solver = if space.HasBounds then optimizer.Bounded else optimizer.Solver
    let number, last, state, status = run (optimizer.ToString()) options objective start first solver history
    let best = if functions.IsChanging then last else better objective.Best last

    struct (best,
            {
                Point = Structure.rebuild start best.Point
                Value = Scalar best.Value
                Gradient = Structure.rebuild start best.Gradient
                GradientNorm = best.GradientNorm
                Steps = number
                Epochs = functions.Epochs()
                State = OptimizerState(optimizer.ToString(), state, last.Point)
                Evaluations = objective.Count
                Status = status
                Message = message options status best
                Solver = optimizer.ToString()
                Elapsed = objective.Elapsed
                History = history
                Likelihood = fun () -> likelihood functions start space best
            })

/// The optimiser that suits a start: Newton's method where a Hessian costs few gradients and is to be had to 16 digits.
let private pick (leaves: Node[]) =
    let size = leaves |> Array.sumBy _.Shape.Size

    if size <= 50 && leaves |> Array.forall (fun leaf -> leaf.Precision = Precision.Double) then
        Optimizer.Newton()
    else
        Optimizer.Lbfgs()

/// Minimises a function from a start; without an optimiser by one that suits it.
let minimize (optimizer: Optimizer | null) (options: MinimizeOptions | null) (f: 'T -> Scalar) (start: 'T) : Minimum<'T> =
    let options = settle options
    let leaves = firstLeaves options start

    let optimizer =
        match optimizer with
        | null -> pick leaves
        | optimizer -> optimizer

    requireFunction optimizer
    let struct (_, parts) = solve optimizer options (functions f leaves start) start (space options leaves)
    Minimum<'T> parts

/// Minimises a function where h is 0 and g at most 0, each round by the solver that suits the start.
let minimizeSubjectTo
    (options: MinimizeOptions | null)
    (tolerance: float)
    (h: 'T -> Vector)
    (g: 'T -> Vector)
    (f: 'T -> Scalar)
    (start: 'T)
    : ConstrainedMinimum<'T> =
    if not (tolerance > 0.0 && Double.IsFinite tolerance) then
        raise (ArgumentOutOfRangeException(nameof tolerance, tolerance, "MinimizeSubjectTo: tolerance must be positive and finite."))

    match options with
    | NonNull options when not (isNull options.Resume) ->
        raise (ArgumentException "MinimizeSubjectTo: a state does not hold the multipliers; start from its point without Resume.")
    | _ -> ()

    AugmentedLagrangian.minimize (minimize null options) f h g tolerance start

/// Minimises a function of the point and of a batch, each evaluation on the next batch, by a first-order rule.
let minimizeBatches
    (optimizer: Optimizer)
    (options: MinimizeOptions | null)
    (f: 'T -> 'B -> Scalar)
    (start: 'T)
    (batches: 'B seq)
    : Minimum<'T> =
    if not optimizer.IsRule then
        raise (
            ArgumentException(
                "Minimize: "
                + optimizer.ToString()
                + " compares values of one function; on batches use a first-order rule such as Adam.",
                nameof optimizer
            )
        )

    let options = settle options
    let leaves = firstLeaves options start
    let feed = BatchFeed(batches, options)

    let changing =
        { functions (fun x -> f x feed.Current) leaves start with
            IsExhausted = (fun () -> feed.IsExhausted)
            IsChanging = true
            Epochs = (fun () -> feed.Epochs)
        }

    let onNext arena leaves =
        feed.Advance()
        changing.Gradient arena leaves

    let struct (_, parts) = solve optimizer options { changing with Gradient = onNext } start (space options leaves)
    Minimum<'T> parts

/// Fits residuals from a start, by Levenberg-Marquardt.
let leastSquares (options: MinimizeOptions | null) (residuals: 'T -> Vector) (start: 'T) : LeastSquaresFit<'T> =
    let options = settle options
    let leaves = firstLeaves options start
    let loss = options.Loss
    let space = space options leaves
    let struct (best, parts) = solve (Optimizer.LevenbergMarquardt()) options (squares residuals loss leaves start) start space
    let model = best.Model.Value
    let n = best.X.Length
    let unscaled = Statistics.inverseNormal model.J model.R.Length n |> Space.spreadSquare space
    let rebuild numbers = Structure.rebuild start (Leaf.unflatten leaves numbers)
    LeastSquaresFit<'T>(parts, model.Raw, unscaled, n, rebuild, Leaf.flatten best.Point)

/// What a user calls: a function, a start and options settled, an optimiser picked, and what was found.
[<RequireQualifiedAccess>]
module internal AutoDiff.Minimization

open System
open System.Collections.Generic

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
        let objective = Objective(FunctionsOf.scalar f leaves start, MinimizeOptions(), space, true)
        let first = objective.EvaluateLeaves leaves

        let next (number, current, state) =
            match optimizer.Solver.Step objective current state with
            | Moved(after, state) ->
                Some(Descent.stepOf objective (optimizer.ToString()) start number current after state, (number + 1, after, state))
            | Ended _ -> None

        if first.IsFinite then
            yield! Seq.unfold next (0, first, optimizer.Solver.Start space first)
    }

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
    let number, last, state, status = Descent.run (optimizer.ToString()) options objective start first solver history
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
                Message = Descent.message options status best
                Solver = optimizer.Used state
                Elapsed = objective.Elapsed
                History = history
                Likelihood = fun () -> likelihood functions start space best
            })

/// The optimiser that suits a start: Newton's method where a Hessian costs few gradients and is to be had to 16 digits.
let private pick (leaves: Node[]) =
    if leaves |> Array.exists (fun leaf -> leaf.Precision <> Precision.Double) then Optimizer.Lbfgs()
    elif leaves |> Array.sumBy _.Shape.Size <= 50 then Optimizer.Newton()
    else Optimizer.ForMany()

/// Minimises a function from a start; without an optimiser by one that suits it.
let minimize (optimizer: Optimizer | null) (options: MinimizeOptions | null) (f: 'T -> Scalar) (start: 'T) : Minimum<'T> =
    let options = settle options
    let leaves = firstLeaves options start

    let optimizer =
        match optimizer with
        | null -> pick leaves
        | optimizer -> optimizer

    requireFunction optimizer
    let struct (_, parts) = solve optimizer options (FunctionsOf.scalar f leaves start) start (space options leaves)
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
        { FunctionsOf.scalar (fun x -> f x feed.Current) leaves start with
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

    let struct (best, parts) =
        solve (Optimizer.LevenbergMarquardt()) options (FunctionsOf.sumOfSquares residuals loss leaves start) start space

    let model = best.Model.Value
    let n = best.X.Length
    let unscaled = Statistics.inverseNormal model.J model.R.Length n |> Space.spreadSquare space
    let rebuild numbers = Structure.rebuild start (Leaf.unflatten leaves numbers)
    LeastSquaresFit<'T>(parts, model.Raw, unscaled, n, rebuild, Leaf.flatten best.Point)

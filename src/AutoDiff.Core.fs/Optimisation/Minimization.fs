/// The loop around a solver: evaluate, step, test, tell.
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

let private evaluator (f: 'T -> Scalar) (start: 'T) (leaves: Node[]) : struct (Node * Node[]) =
    let struct (value, gradient) = Derivatives.valueAndGrad "Minimize" f (Structure.rebuild start leaves)
    struct (value.Node, Structure.leaves gradient)

let private stepOf (start: 'T) number (before: Evaluation) (after: Evaluation) : Step<'T> =
    let moved = Leaf.norm (Array.map2 Arithmetic.subtract after.Point before.Point)

    Step<'T>(
        number,
        Structure.rebuild start after.Point,
        Scalar after.Value,
        Structure.rebuild start after.Gradient,
        after.GradientNorm,
        moved
    )

/// The steps of an optimiser from a start, lazily and without end but where no step is possible. Each enumeration starts anew.
let steps (optimizer: Optimizer) (f: 'T -> Scalar) (start: 'T) : Step<'T> seq =
    seq {
        let objective = Objective(evaluator f start, MinimizeOptions())
        let leaves = startLeaves start
        let first = objective.Evaluate leaves

        let next (number, current, Solver solve) =
            match solve objective current with
            | Ok(after, solver) -> Some(stepOf start number current after, (number + 1, after, solver))
            | Error _ -> None

        if first.IsFinite then
            yield! Seq.unfold next (0, first, optimizer.Start leaves)
    }

let private message (options: MinimizeOptions) (status: MinimizeStatus) (best: Evaluation) =
    let norm = best.GradientNorm.ToString "G3"

    match status with
    | MinimizeStatus.GradientConverged -> "the gradient norm " + norm + " is at most " + string options.GradientTolerance + "."
    | MinimizeStatus.StepConverged -> "the last move is at most " + string options.StepTolerance + " long."
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
    | MinimizeStatus.NotFinite -> "the function turned infinite or NaN; the best point before that has gradient norm " + norm + "."
    | _ -> "the function or its gradient is infinite or NaN at the start; choose a start inside its domain."

/// The test that ends a minimisation after a step; None to go on.
let private test (options: MinimizeOptions) (before: Evaluation) (after: Evaluation) (step: Step) =
    if after.Number <= options.TargetValue then
        Some MinimizeStatus.TargetReached
    elif after.GradientNorm <= options.GradientTolerance then
        Some MinimizeStatus.GradientConverged
    elif options.StepTolerance > 0.0 && step.StepLength <= options.StepTolerance then
        Some MinimizeStatus.StepConverged
    elif options.ValueTolerance > 0.0 && before.Number - after.Number <= options.ValueTolerance then
        Some MinimizeStatus.ValueConverged
    else
        match options.Stop with
        | null -> None
        | stop -> if stop.Invoke step then Some MinimizeStatus.Stopped else None

let private run (options: MinimizeOptions) (objective: Objective) (start: 'T) (first: Evaluation) (solver: Solver) (history: List<Step>) =
    let rec go number current (Solver solve) =
        if number >= options.MaxSteps then
            number, current, MinimizeStatus.StepLimit
        else
            match solve objective current with
            | Error status -> number, current, status
            | Ok(after, solver) ->
                let step = stepOf start number current after

                if options.KeepHistory then
                    history.Add step

                match options.Progress with
                | null -> ()
                | progress -> progress.Report step

                match test options current after step with
                | Some status -> number + 1, after, status
                | None -> go (number + 1) after solver

    if not first.IsFinite then 0, first, MinimizeStatus.NotFiniteAtStart
    elif first.Number <= options.TargetValue then 0, first, MinimizeStatus.TargetReached
    elif first.GradientNorm <= options.GradientTolerance then 0, first, MinimizeStatus.GradientConverged
    else go 0 first solver

/// The best point seen, or the last one where their values cannot be told apart: there its smaller gradient speaks for it.
let private better (best: Evaluation) (last: Evaluation) =
    if last.IsFinite && last.Number - best.Number <= 1e-13 * abs best.Number then last else best

/// Minimises a function from a start; without an optimiser by L-BFGS.
let minimize (optimizer: Optimizer | null) (options: MinimizeOptions | null) (f: 'T -> Scalar) (start: 'T) : Minimum<'T> =
    let optimizer =
        match optimizer with
        | null -> Optimizer.Lbfgs()
        | optimizer -> optimizer

    let options =
        match options with
        | null -> MinimizeOptions()
        | options -> options.Copy()

    options.Check()
    options.CancellationToken.ThrowIfCancellationRequested()
    let leaves = startLeaves start
    let objective = Objective(evaluator f start, options)
    let history = List<Step>()
    let number, last, status = run options objective start (objective.Evaluate leaves) (optimizer.Start leaves) history
    let best = better objective.Best last

    Minimum<'T>(
        Structure.rebuild start best.Point,
        Scalar best.Value,
        Structure.rebuild start best.Gradient,
        best.GradientNorm,
        number,
        objective.Count,
        status,
        message options status best,
        optimizer.ToString(),
        objective.Elapsed,
        history
    )

/// The loop around a solver: step, test, tell.
[<RequireQualifiedAccess>]
module internal AutoDiff.Descent

open System
open System.Collections.Generic

/// A step as it is handed out; what it shows is there to stay once it is read.
let stepOf (objective: Objective) optimizer (start: 'T) number (before: Evaluation) (after: Evaluation) state : Step<'T> =
    let moved = Arrays.norm (Arrays.subtractInto (objective.Arena.Floats after.X.Length) after.X before.X)

    let read () =
        objective.Keep(after, state)
        struct (Structure.rebuild start after.Point, Structure.rebuild start after.Gradient, OptimizerState(optimizer, state, after.Point))

    Step<'T>(number, Scalar after.Value, after.GradientNorm, moved, read)

/// Why it ended, in a sentence with the figures.
let message (options: MinimizeOptions) (status: MinimizeStatus) (best: Evaluation) =
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

/// Steps of a solver until a test ends them: how many, the last point, the state there, and why.
let run
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

/// Least squares by the linear model of the residuals, or by the Hessian of their sum of squares where that model is a poor one: R. Fletcher,
/// C. Xu, "Hybrid methods for nonlinear least squares", IMA Journal of Numerical Analysis 7 (1987) 371-389, with the exact Hessian in the place
/// of a quasi-Newton matrix.
[<RequireQualifiedAccess>]
module internal AutoDiff.SumOfSquares

open System

/// The most numbers for which a Hessian is computed.
[<Literal>]
let private Most = 200

/// What is remembered: the radius, the length of the last step beyond what the value resolves, whether the linear model was a poor one, and the
/// sum of squares at the start.
let private remember (state: SolverState) count radius polished isPoor =
    { state with
        Count = count
        Numbers = [| radius; polished; (if isPoor then 1.0 else 0.0); state.Numbers[3] |]
    }

/// The step by the Hessian of the sum of squares.
let private newton (spectrum: TrustRegionSubproblem.Spectrum) (g: float[]) radius : LevenbergMarquardt.Step =
    let step = TrustRegionSubproblem.exact spectrum g radius

    {
        P = step.S
        Length = Arrays.norm step.S
        Slope = Arrays.dot g step.S / 2.0
        Decrease = step.Decrease
        IsFree = not step.AtBoundary
    }

/// Whether the linear model is a poor one for a step that was made: the sum of squares falls by less than a fifth, and not as promised.
let private isPoorFor (current: Evaluation) (s: float[]) trial =
    let js = Arrays.multiply current.Model.Value.J s
    let actual, promised = current.F - trial, -(Arrays.dot current.G s + Arrays.dot js js)
    actual < 0.2 * current.F && abs (actual - promised) > 0.25 * abs actual

/// The second-order model at a point, where it is wanted and there is one.
let private secondOrder (objective: Objective) (current: Evaluation) (state: SolverState) =
    if state.Numbers[2] = 1.0 && objective.HasHessian && current.X.Length <= Most then
        let h = objective.Hessian current

        if Arrays.isFinite h then
            Some(newton (TrustRegionSubproblem.spectrum h current.X.Length) current.G)
        else
            None
    else
        None

/// Whether a whole step is among the last: below what values resolve. For the linear model, a promise so small says that the residuals are
/// orthogonal to all columns of J, whatever the scale of the variables; their rounding is that of the data, which are larger.
let private isLast (current: Evaluation) (step: LevenbergMarquardt.Step) isLinear =
    step.IsFree && (Convergence.isNegligible current step.Decrease || isLinear && step.Decrease <= 1e-13 * current.F)

/// Digits beyond what the value resolves: full steps for as long as each is much shorter than the one before.
let private polish (objective: Objective) (current: Evaluation) (state: SolverState) radius (model: float -> LevenbergMarquardt.Step) =
    let step = model infinity

    if step.Length <= 1e-15 * Arrays.norm current.X || step.Length > 0.3 * state.Numbers[1] || objective.Halt.IsSome then
        Ended(Convergence.status current)
    else
        let trial = objective.Residuals(Arrays.addScaled 1.0 step.P current.X)

        if trial.F <= current.F * (1.0 + 1e-12) then
            Moved(objective.Complete trial, remember state (state.Count + 1) radius step.Length (state.Numbers[2] = 1.0))
        else
            Ended(Convergence.status current)

/// How it ends where no lower value can be found: at a minimum, too, where the whole step of the linear model promises next to nothing, which
/// needs no scale of the variables.
let private atFailure (current: Evaluation) decrease =
    match Convergence.atFailure current decrease with
    | MinimizeStatus.LineSearchFailed ->
        let whole = LevenbergMarquardt.step (LevenbergMarquardt.factor current.Model.Value current.X.Length) infinity

        if whole.Decrease <= 1e-10 * current.F then
            Convergence.status current
        else
            MinimizeStatus.LineSearchFailed
    | status -> status

let private fit (objective: Objective) (current: Evaluation) (state: SolverState) =
    let model, isLinear =
        match secondOrder objective current state with
        | Some model -> model, false
        | None -> LevenbergMarquardt.step (LevenbergMarquardt.factor current.Model.Value current.X.Length), true

    let rec attempt radius =
        let step = model radius

        if isLast current step isLinear then
            polish objective current state radius model
        elif not (Double.IsFinite(step.Length + step.Decrease)) then
            Ended MinimizeStatus.NotFinite
        elif step.Length <= 1e-16 * Arrays.norm current.X || step.Length = 0.0 then
            Ended(atFailure current step.Decrease)
        else
            match objective.Halt with
            | Some status -> Ended status
            | None ->
                let trial = objective.Residuals(Arrays.addScaled 1.0 step.P current.X)
                let ratio = if Double.IsFinite trial.F then (current.F - trial.F) / step.Decrease else -1.0
                let radius = if state.Count = 0 then min radius step.Length else radius
                let radius = LevenbergMarquardt.resize radius step current.F trial.F ratio

                if ratio >= 1e-4 then
                    let isPoor = isPoorFor current step.P trial.F
                    Moved(objective.Complete trial, remember state (state.Count + 1) radius infinity isPoor)
                else
                    attempt radius

    attempt state.Numbers[0]

/// Whether a fit has lost its way: it ends where residuals are left that are not orthogonal to all columns of J, which is how MINPACK judges an
/// end, because those have become too small to count. Variables went off to where they change nothing.
let private isAstray (current: Evaluation) start =
    let model = current.Model.Value
    let rows, size = model.R.Length, Arrays.norm model.R

    let cosine k =
        let column = model.J[k * rows .. (k + 1) * rows - 1]
        let norm = Arrays.norm column
        if norm = 0.0 then 0.0 else abs (Arrays.dot column model.R) / (norm * size)

    current.F > 1e-10 * start && Seq.exists (fun k -> cosine k > 0.01) (seq { 0 .. current.X.Length - 1 })

/// Whether a solver came to an end by itself, rather than by a limit.
let private isOwn status = status <= MinimizeStatus.TargetReached || status = MinimizeStatus.LineSearchFailed

/// The state of Newton's method from the start, for which the start is no longer kept; with how the fit before it ended.
let private again (at: Evaluation) (status: MinimizeStatus) (newton: SolverState) : SolverState =
    { newton with
        Numbers = Array.append [| at.F; float (int status) |] newton.Numbers
        Vectors = Array.append [| [||] |] newton.Vectors
    }

let private goAgain (objective: Objective) (current: Evaluation) (state: SolverState) =
    let newton = { state with Numbers = Array.skip 2 state.Numbers; Vectors = Array.skip 1 state.Vectors }

    match Newton.solver.Step objective current newton with
    | Moved(next, newton) ->
        Moved(
            next,
            { newton with
                Numbers = Array.append state.Numbers[..1] newton.Numbers
                Vectors = Array.append state.Vectors[..0] newton.Vectors
            }
        )
    | Ended status when isOwn status && objective.Best.F >= state.Numbers[0] -> Ended(enum<MinimizeStatus>(int state.Numbers[1]))
    | outcome -> outcome

/// The solver. A fit that loses its way begins again from the start, once, by Newton's method, which sees how the columns of J shrink.
let solver: Solver =
    let start (_: Space) (first: Evaluation) =
        let size = Arrays.norm first.X

        { SolverState.empty with
            Numbers = [| (if size > 0.0 then size else 1.0); infinity; 0.0; first.F |]
            Vectors = [| first.X |]
        }

    let step (objective: Objective) (current: Evaluation) (state: SolverState) =
        if not (Arrays.isFinite current.Model.Value.J) then
            Ended MinimizeStatus.NotFinite
        elif state.Vectors[0].Length = 0 then
            goAgain objective current state
        else
            match fit objective current state with
            | Ended status when
                isOwn status
                && objective.HasHessian
                && current.X.Length <= Most
                && objective.Halt.IsNone
                && isAstray current state.Numbers[3]
                ->
                Moved(objective.Evaluate state.Vectors[0], again current status SolverState.empty)
            | outcome -> outcome

    { Start = start; Step = step; HasModel = true }

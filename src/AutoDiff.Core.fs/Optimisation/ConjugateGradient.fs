/// Nonlinear conjugate gradients with guaranteed descent: W. W. Hager, H. Zhang, "A new conjugate gradient method with guaranteed descent and
/// an efficient line search", SIAM Journal on Optimization 16 (2005) 170-192. d, g, y, β, η as there: formulas (1.3), (1.5) and (1.6).
[<RequireQualifiedAccess>]
module internal AutoDiff.ConjugateGradient

/// η of the paper: β may not fall too far below 0.
[<Literal>]
let private Eta = 0.01

/// A closer search than quasi-Newton methods need: conjugacy lives from it.
let private parameters = { MoreThuente.defaults with Curvature = 0.1 }

/// -g + β d, which is a descent direction whatever the line search did.
let direction (arena: Arena) (d: float[]) (before: float[]) (g: float[]) : float[] =
    let y = Arrays.subtractInto (arena.Floats g.Length) g before
    let dy = Arrays.dot d y
    let beta = (Arrays.dot y g - 2.0 * Arrays.dot y y * Arrays.dot d g / dy) / dy
    let floor = -1.0 / (Arrays.norm d * min Eta (Arrays.norm before))
    let beta = max beta floor
    let steepest = Arrays.scaleInto y -1.0 g
    if System.Double.IsFinite beta then Arrays.addScaledInto steepest beta d steepest else steepest

/// The solver; its state is the direction to search next, with the last step and the slope it was made along. Where the search fails it
/// tries once more along the gradient.
let solver: Solver =
    let rec step (objective: Objective) (current: Evaluation) (state: SolverState) =
        let isFresh = state.Count = 0

        let d =
            if isFresh then
                Arrays.scaleInto (objective.Arena.Floats current.G.Length) -1.0 current.G
            else
                state.Vectors[0]

        let slope = Arrays.dot current.G d

        let likeLast = if isFresh then nan else state.Numbers[0] * state.Numbers[1] / slope
        let first = if System.Double.IsFinite likeLast then likeLast else LineSearch.firstAlongGradient current

        if not isFresh && Convergence.isNegligible current (-first * slope / 2.0) then
            Ended(Convergence.status current)
        else

            let found =
                if slope < 0.0 then
                    LineSearch.along parameters objective current d slope first
                else
                    Error MinimizeStatus.LineSearchFailed

            match found with
            | Ok found ->
                let next = direction objective.Arena d current.G found.At.G
                Moved(found.At, { state with Count = state.Count + 1; Numbers = [| found.Step; slope |]; Vectors = [| next |] })
            | Error MinimizeStatus.LineSearchFailed when not isFresh -> step objective current SolverState.empty
            | Error status -> Ended status

    { Start = (fun _ _ -> SolverState.empty); Step = step; HasModel = true }

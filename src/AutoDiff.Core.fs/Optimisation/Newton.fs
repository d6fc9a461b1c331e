/// Newton's method in a trust region: A. R. Conn, N. I. M. Gould, P. L. Toint, "Trust-region methods" (2000), algorithm 6.1.1, with the
/// exact step of Moré and Sorensen. Δ, ρ as there.
[<RequireQualifiedAccess>]
module internal AutoDiff.Newton

/// The radius after a trial: smaller where the model was wrong, larger where it was right and the region was in the way.
let resize radius ratio atBoundary length =
    if ratio < 0.25 then 0.25 * length
    elif ratio > 0.75 && atBoundary then max radius (2.5 * length)
    else radius

/// f(x) - f(x + s), from the slopes where it is below what the values resolve.
let decrease (current: Evaluation) (next: Evaluation) (s: float[]) =
    let difference = current.F - next.F

    if abs difference <= 1e-10 * abs current.F then
        -0.5 * (Arrays.dot current.G s + Arrays.dot next.G s)
    else
        difference

/// The scale of each variable: the root of the largest curvature along it so far, as J. J. Moré scales by columns of the Jacobian.
let scales (state: SolverState) n (h: float[]) : float[] =
    let earlier i = if state.Count = 0 then 0.0 else state.Vectors[0][i]
    Array.init n (fun i -> max (earlier i) (sqrt (abs h[i * (n + 1)])))

/// H in variables that are multiplied by d; 0 counts as 1.
let private rescale (d: float[]) (h: float[]) =
    let n = d.Length
    Array.init (n * n) (fun k -> h[k] / (d[k % n] * d[k / n]))

/// The solver; its state is the radius, and the scale of the variables.
let solver: Solver =
    let step (objective: Objective) (current: Evaluation) (state: SolverState) =
        let n = current.X.Length
        let h = objective.Hessian current
        let scales = scales state n h
        let d = scales |> Array.map (fun d -> if d > 0.0 then d else 1.0)
        let h = rescale d h
        let g = Array.map2 (/) current.G d

        if not (Arrays.isFinite h) then
            Ended MinimizeStatus.NotFinite
        else
            let spectrum = TrustRegionSubproblem.spectrum h n

            let rec attempt radius =
                let step = TrustRegionSubproblem.exact spectrum g radius
                let length = Arrays.norm step.S

                if Convergence.isNegligible current step.Decrease && not step.AtBoundary then
                    Ended(Convergence.status current)
                elif not (System.Double.IsFinite(length + step.Decrease)) then
                    // the function falls without end, and the region has grown with it
                    Ended MinimizeStatus.NotFinite
                elif length <= 1e-17 * Arrays.norm (Array.map2 (*) d current.X) || length = 0.0 then
                    Ended(Convergence.atFailure current step.Decrease)
                else
                    match objective.Halt with
                    | Some status -> Ended status
                    | None ->
                        let s = Array.map2 (/) step.S d
                        let next = objective.Evaluate(Arrays.addScaled 1.0 s current.X)

                        if not next.IsFinite then
                            attempt (0.25 * length)
                        else
                            let ratio = decrease current next s / step.Decrease
                            let radius = resize radius ratio step.AtBoundary length

                            if ratio > 1e-4 then
                                Moved(next, { state with Count = state.Count + 1; Numbers = [| radius |]; Vectors = [| scales |] })
                            else
                                attempt radius

            let radius =
                if state.Count > 0 then
                    state.Numbers[0]
                else
                    let size = Arrays.norm (Array.map2 (*) d current.X)
                    if size > 0.0 then size else 1.0

            attempt radius

    { Start = (fun _ _ -> SolverState.empty); Step = step; HasModel = true }

/// Newton's method in a trust region within bounds: A. R. Conn, N. I. M. Gould, P. L. Toint, "Global convergence of a class of trust region
/// algorithms for optimization with simple bounds", SIAM Journal on Numerical Analysis 25 (1988) 433-460. The region is a box, like the bounds.
[<RequireQualifiedAccess>]
module internal AutoDiff.BoundedNewton

/// What the box of the region leaves of the bounds, around a point.
let private around (space: Space) (x: float[]) (d: float[]) radius =
    let lower, upper = space.Low, space.High
    struct (Array.map3 (fun l x d -> max (l - x) (-radius / d)) lower x d, Array.map3 (fun u x d -> min (u - x) (radius / d)) upper x d)

/// The length of a step where the region ends at 1.
let private length (d: float[]) (s: float[]) = Array.fold2 (fun most d s -> max most (abs (d * s))) 0.0 d s

/// The solver by a given second-order model; its state is the radius, and the scale of the variables.
let solverBy (hessian: Objective -> Evaluation -> float[]) : Solver =
    let rec attempt (objective: Objective) (current: Evaluation) (state: SolverState) (scales: float[]) (h: float[]) radius =
        let d = scales |> Array.map (fun d -> if d > 0.0 then d else 1.0)
        let struct (lower, upper) = around objective.Space current.X d radius
        let struct (s, promised) = BoxSubproblem.solve h current.G lower upper
        let size = length d s
        let atBoundary = size >= 0.999 * radius

        if not atBoundary && Convergence.isNegligible current promised then
            Ended(Convergence.status current)
        elif not (System.Double.IsFinite(size + promised)) then
            Ended MinimizeStatus.NotFinite
        elif size <= 1e-17 * length d current.X || not (promised > 0.0) then
            Ended(Convergence.atFailure current promised)
        else
            match objective.Halt with
            | Some status -> Ended status
            | None ->
                let next = objective.Evaluate(Space.project objective.Space (Arrays.addScaled 1.0 s current.X))
                let ratio = if next.IsFinite then Newton.decrease current next s / promised else -1.0
                let radius = Newton.resize radius ratio atBoundary size

                if ratio > 1e-4 then
                    Moved(next, { state with Count = state.Count + 1; Numbers = [| radius |]; Vectors = [| scales |] })
                else
                    attempt objective current state scales h radius

    let step (objective: Objective) (current: Evaluation) (state: SolverState) =
        let h = hessian objective current

        if not (Arrays.isFinite h) then
            Ended MinimizeStatus.NotFinite
        else
            let scales = Newton.scales state current.X.Length h
            let size = length (Array.map (fun d -> if d > 0.0 then d else 1.0) scales) current.X

            let radius =
                if state.Count > 0 then state.Numbers[0]
                elif size > 0.0 then size
                else 1.0

            attempt objective current state scales h radius

    { Start = (fun _ _ -> SolverState.empty); Step = step; HasModel = true }

/// By the Hessian itself.
let solver: Solver = solverBy (fun objective current -> objective.Hessian current)

/// For sums of squares, by the Hessian 2 JᵀJ of Gauss and Newton.
let leastSquares: Solver =
    solverBy (fun _ current ->
        let model = current.Model.Value
        let rows, n = model.R.Length, current.X.Length
        let columns = Array.init n (fun k -> model.J[k * rows .. (k + 1) * rows - 1])
        Array.init (n * n) (fun q -> 2.0 * Arrays.dot columns[q % n] columns[q / n]))

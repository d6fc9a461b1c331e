/// L-BFGS: D. C. Liu, J. Nocedal, "On the limited memory BFGS method for large scale optimization", Mathematical Programming 45 (1989)
/// 503-528, with the two-loop recursion of J. Nocedal, Mathematics of Computation 35 (1980) 773-782. s, y, ρ as there.
[<RequireQualifiedAccess>]
module internal AutoDiff.LimitedMemoryBfgs

/// The state: s₁, y₁, s₂, y₂, … newest first, and for each pair ρ = 1 / yᵀs.
let private pairs (state: SolverState) = state.Numbers.Length

/// -H g, written to an array, by the two-loop recursion. Each pass over q adds to it and takes the next inner product.
let direction (q: float[]) (state: SolverState) (g: float[]) : float[] =
    let count = pairs state
    let s i = state.Vectors[2 * i]
    let y i = state.Vectors[2 * i + 1]
    let alphas = Array.zeroCreate count
    Arrays.scaleInto q -1.0 g |> ignore
    let mutable product = if count > 0 then Arrays.dot (s 0) q else 0.0

    for i in 0 .. count - 1 do
        alphas[i] <- state.Numbers[i] * product
        product <- Arrays.addScaledAndDot q -alphas[i] (y i) (s (min (i + 1) (count - 1)))

    if count > 0 then
        Arrays.scaleInto q (1.0 / (state.Numbers[0] * Arrays.dot (y 0) (y 0))) q |> ignore
        product <- Arrays.dot (y (count - 1)) q

    for i in count - 1 .. -1 .. 0 do
        let beta = state.Numbers[i] * product
        product <- Arrays.addScaledAndDot q (alphas[i] - beta) (s i) (y (max (i - 1) 0))

    q

/// The state with a new pair in front, as many as memory allows; a pair without positive curvature is left out.
let remember (arena: Arena) memory (current: Evaluation) (next: Evaluation) (state: SolverState) : SolverState =
    let s = Arrays.subtractInto (arena.Floats current.X.Length) next.X current.X
    let y = Arrays.subtractInto (arena.Floats current.G.Length) next.G current.G
    let curvature = Arrays.dot y s

    if curvature > 1e-16 * Arrays.dot y y then
        { state with
            Count = state.Count + 1
            Numbers = Array.truncate memory (Array.append [| 1.0 / curvature |] state.Numbers)
            Vectors = Array.truncate (2 * memory) (Array.append [| s; y |] state.Vectors)
        }
    else
        state

/// The solver. Where the search fails it tries once more along the gradient, with an empty memory.
let solver (memory: int) : Solver =
    let rec step (objective: Objective) (current: Evaluation) (state: SolverState) =
        let d = direction (objective.Arena.Floats current.G.Length) state current.G
        let slope = Arrays.dot current.G d
        let isFresh = pairs state = 0
        let first = if isFresh then LineSearch.firstAlongGradient current else 1.0

        if not isFresh && Convergence.isNegligible current (-slope / 2.0) then
            Ended(Convergence.status current)
        else
            let found =
                if slope < 0.0 then
                    LineSearch.along MoreThuente.defaults objective current d slope first
                else
                    Error MinimizeStatus.LineSearchFailed

            match found with
            | Ok found -> Moved(found.At, remember objective.Arena memory current found.At state)
            | Error MinimizeStatus.LineSearchFailed when not isFresh ->
                match step objective current SolverState.empty with
                | Ended MinimizeStatus.LineSearchFailed -> Ended(Convergence.atFailure current (-slope / 2.0))
                | outcome -> outcome
            | Error MinimizeStatus.LineSearchFailed -> Ended(Convergence.atFailure current (-slope / 2.0))
            | Error status -> Ended status

    { Start = (fun _ _ -> SolverState.empty); Step = step; HasModel = true }

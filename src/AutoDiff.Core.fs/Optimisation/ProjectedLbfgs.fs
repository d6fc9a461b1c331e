/// L-BFGS within bounds, by two metrics: D. P. Bertsekas, "Projected Newton methods for optimization problems with simple constraints", SIAM
/// Journal on Control and Optimization 20 (1982) 221-246. Variables near a bound that the gradient drives to it follow the gradient; all others
/// the quasi-Newton direction of the pairs, cut down to them.
[<RequireQualifiedAccess>]
module internal AutoDiff.ProjectedLbfgs

open System

/// The variables that the gradient drives to a bound close by.
let driven (space: Space) (arena: Arena) (x: float[]) (g: float[]) : int[] =
    let lower, upper = space.Low, space.High
    // how far a projected gradient step goes: it tends to 0 at a minimum, and with it what counts as close
    let projected = Space.project space (Arrays.subtractInto (arena.Floats x.Length) x g)
    let near = min 1e-6 (Arrays.norm (Arrays.subtractInto projected x projected))

    [|
        for i in 0 .. x.Length - 1 do
            if x[i] - lower[i] <= near && g[i] > 0.0 || upper[i] - x[i] <= near && g[i] < 0.0 then
                i
    |]

/// A vector with zeros for some of the variables.
let without (driven: int[]) (arena: Arena) (v: float[]) : float[] =
    let cut = arena.Floats v.Length
    v.CopyTo(cut, 0)

    for i in driven do
        cut[i] <- 0.0

    cut

/// The state with pairs cut down to the variables that are not driven.
let private cut (driven: int[]) (arena: Arena) (state: SolverState) : SolverState =
    let vectors = state.Vectors |> Array.map (without driven arena)
    let curvature k = Arrays.dot vectors[2 * k] vectors[2 * k + 1]

    let kept =
        [|
            for k in 0 .. state.Numbers.Length - 1 do
                if curvature k > 1e-16 * Arrays.dot vectors[2 * k + 1] vectors[2 * k + 1] then
                    k
        |]

    { state with
        Numbers = kept |> Array.map (fun k -> 1.0 / curvature k)
        Vectors = kept |> Array.collect (fun k -> [| vectors[2 * k]; vectors[2 * k + 1] |])
    }

/// How far one can go along a direction before a bound is met.
let private room (space: Space) (x: float[]) (d: float[]) =
    let mutable room = infinity

    for i in 0 .. x.Length - 1 do
        let limit =
            if d[i] > 0.0 then (space.High[i] - x[i]) / d[i]
            elif d[i] < 0.0 then (space.Low[i] - x[i]) / d[i]
            else infinity

        room <- Math.Min(room, limit)

    room

/// Ever shorter moves along the bent path, by quadratic interpolation, until the value falls enough.
let private backtrack (objective: Objective) (current: Evaluation) (d: float[]) first : Result<Evaluation, MinimizeStatus> =
    let rec go t remaining =
        match objective.Halt with
        | Some status -> Error status
        | None when remaining = 0 -> Error MinimizeStatus.LineSearchFailed
        | None ->
            let floats () = objective.Arena.Floats d.Length
            let next = objective.Evaluate(Space.project objective.Space (Arrays.addScaledInto (floats ()) t d current.X))
            let slope = Arrays.dot current.G (Arrays.subtractInto (floats ()) next.X current.X)

            if next.IsFinite && slope < 0.0 && next.F <= current.F + 1e-4 * slope then
                Ok next
            else
                let ideal = if next.IsFinite then -0.5 * slope / (next.F - current.F - slope) else 0.1
                // NaN where nothing moved
                let factor =
                    if ideal > 0.1 && ideal < 0.5 then ideal
                    elif ideal > 0.5 then 0.5
                    else 0.1

                go (t * factor) (remaining - 1)

    go first 40

/// Within the bounds by the line search that meets the strong Wolfe conditions; else along the bent path.
let private search (objective: Objective) (current: Evaluation) (d: float[]) slope first =
    let room = room objective.Space current.X d

    if room >= first then
        let parameters = { MoreThuente.defaults with Largest = room }

        LineSearch.along parameters objective current d slope first
        |> Result.map (fun found -> { found.At with X = Space.project objective.Space found.At.X })
    else
        backtrack objective current d first

/// The solver; its state is that of L-BFGS. Where the search fails it tries once more along the gradient, with an empty memory. A better
/// direction for the variables that are not driven may be given, from those that are and the gradient of the others.
let solverBy (better: Objective -> Evaluation -> int[] -> float[] -> float[] option) (memory: int) : Solver =
    let rec step (objective: Objective) (current: Evaluation) (state: SolverState) =
        let arena = objective.Arena
        let driven = driven objective.Space arena current.X current.G
        let isFresh = state.Numbers.Length = 0
        let others = without driven arena current.G
        // nothing is driven: the pairs serve as they are
        let pairs = if driven.Length = 0 then state else cut driven arena state

        let struct (d, first) =
            match better objective current driven others with
            | Some d -> struct (d, 1.0)
            | None ->
                let first = if isFresh then min 1.0 (1.0 / Arrays.norm current.Inward) else 1.0
                struct (LimitedMemoryBfgs.direction (arena.Floats others.Length) pairs others, first)

        for i in driven do
            d[i] <- -current.Inward[i]

        let slope = Arrays.dot current.G d

        if Arrays.norm current.Inward = 0.0 || not isFresh && Convergence.isNegligible current (-slope / 2.0) then
            Ended(Convergence.status current)
        else
            match search objective current d slope first with
            | Ok next -> Moved(next, LimitedMemoryBfgs.remember arena memory current next state)
            | Error MinimizeStatus.LineSearchFailed when not isFresh ->
                match step objective current SolverState.empty with
                | Ended MinimizeStatus.LineSearchFailed -> Ended(Convergence.atFailure current (-slope / 2.0))
                | outcome -> outcome
            | Error MinimizeStatus.LineSearchFailed -> Ended(Convergence.atFailure current (-slope / 2.0))
            | Error status -> Ended status

    { Start = (fun _ _ -> SolverState.empty); Step = step; HasModel = true }

/// By the pairs alone.
let solver (memory: int) : Solver = solverBy (fun _ _ _ _ -> None) memory

/// BFGS: the quasi-Newton update of Broyden, Fletcher, Goldfarb and Shanno for the inverse Hessian H, as in J. Nocedal, S. J. Wright, "Numerical
/// Optimization" (2006), chapter 6: (6.17) for the update, (6.20) for the scale of H before the first one. s, y, H as there.
[<RequireQualifiedAccess>]
module internal AutoDiff.Bfgs

open System
open System.Numerics.Tensors

/// H + (1 + yᵀHy / sᵀy) ssᵀ / sᵀy - (Hy sᵀ + s yᵀH) / sᵀy
let private update (arena: Arena) (h: float[]) (s: float[]) (y: float[]) curvature : float[] =
    let n = s.Length
    let hy = Arrays.multiplyInto (arena.Floats n) h y
    let weight = (1.0 + Arrays.dot y hy / curvature) / curvature
    let next = arena.Floats h.Length

    for j in 0 .. n - 1 do
        let column = Span(next, j * n, n)
        TensorPrimitives.MultiplyAdd(ReadOnlySpan s, weight * s[j] - hy[j] / curvature, ReadOnlySpan(h, j * n, n), column)
        TensorPrimitives.MultiplyAdd(ReadOnlySpan hy, -s[j] / curvature, Span.op_Implicit column, column)

    next

/// A multiple of the identity.
let private diagonal (arena: Arena) n (value: float) =
    let h = arena.Floats(n * n)
    Array.Clear h

    for i in 0 .. n - 1 do
        h[i * (n + 1)] <- value

    h

/// The state after a step: H in its one vector. A step without positive curvature leaves it as it is.
let private remember (arena: Arena) (current: Evaluation) (next: Evaluation) (state: SolverState) : SolverState =
    let s = Arrays.subtractInto (arena.Floats current.X.Length) next.X current.X
    let y = Arrays.subtractInto (arena.Floats current.G.Length) next.G current.G
    let curvature = Arrays.dot y s

    if curvature > 1e-16 * Arrays.dot y y then
        let h = if state.Count = 0 then diagonal arena s.Length (curvature / Arrays.dot y y) else state.Vectors[0]
        { state with Count = state.Count + 1; Vectors = [| update arena h s y curvature |] }
    else
        state

/// The solver. Where the search fails it tries once more along the gradient.
let solver: Solver =
    let rec step (objective: Objective) (current: Evaluation) (state: SolverState) =
        let isFresh = state.Count = 0
        let d = objective.Arena.Floats current.G.Length
        let d = Arrays.scaleInto d -1.0 (if isFresh then current.G else Arrays.multiplyInto d state.Vectors[0] current.G)
        let slope = Arrays.dot current.G d
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
            | Ok found -> Moved(found.At, remember objective.Arena current found.At state)
            | Error MinimizeStatus.LineSearchFailed when not isFresh ->
                match step objective current SolverState.empty with
                | Ended MinimizeStatus.LineSearchFailed -> Ended(Convergence.atFailure current (-slope / 2.0))
                | outcome -> outcome
            | Error MinimizeStatus.LineSearchFailed -> Ended(Convergence.atFailure current (-slope / 2.0))
            | Error status -> Ended status

    { Start = (fun _ _ -> SolverState.empty); Step = step; HasModel = true }

/// L-BFGS: D. C. Liu, J. Nocedal, "On the limited memory BFGS method for large scale optimization", Mathematical Programming 45 (1989)
/// 503-528, with the two-loop recursion of J. Nocedal, Mathematics of Computation 35 (1980) 773-782. s, y, ρ as there.
[<RequireQualifiedAccess>]
module internal AutoDiff.LimitedMemoryBfgs

open System
open System.Numerics.Tensors
open AutoDiff.Kernels

/// A move s, the change y of the gradient along it, and ρ = 1 / yᵀs.
[<ReferenceEquality>]
type Pair = { S: float[]; Y: float[]; Rho: float }

let private dot (x: float[]) (y: float[]) = Sums.Dot<float>(ReadOnlySpan x, ReadOnlySpan y)

/// x + factor y, as a new array.
let private addScaled (factor: float) (y: float[]) (x: float[]) : float[] =
    let result = Array.zeroCreate x.Length
    TensorPrimitives.MultiplyAdd(ReadOnlySpan y, factor, ReadOnlySpan x, Span result)
    result

/// -H g by the two-loop recursion; pairs newest first.
let direction (pairs: Pair list) (gradient: float[]) : float[] =
    let down (q: float[], alphas) pair =
        let alpha = pair.Rho * dot pair.S q
        addScaled -alpha pair.Y q, alpha :: alphas

    let q, alphas = List.fold down (gradient, []) pairs

    let r =
        match pairs with
        | [] -> q
        | newest :: _ -> q |> Array.map ((*) (1.0 / (newest.Rho * dot newest.Y newest.Y)))

    let up r (pair, alpha) = addScaled (alpha - pair.Rho * dot pair.Y r) pair.S r
    List.fold up r (List.zip (List.rev pairs) alphas) |> Array.map (~-)

/// Along a direction to a point that meets the strong Wolfe conditions; where the value is not finite, back towards the start first.
let private search (objective: Objective) (current: Evaluation) (d: float[]) slope (first: float) : Result<Evaluation, MinimizeStatus> =
    let x = Leaf.flatten current.Point

    let rec go (state: MoreThuente.State) parameters step (best: Evaluation option) remaining =
        let finish () =
            match best with
            | Some found -> Ok found
            | None -> Error MinimizeStatus.LineSearchFailed

        match objective.Halt with
        | Some status -> Error status
        | None when remaining = 0 -> finish ()
        | None ->
            let evaluation = objective.Evaluate(Leaf.unflatten current.Point (addScaled step d x))

            if not evaluation.IsFinite then
                if remaining = 1 then
                    Error MinimizeStatus.NotFinite
                else
                    go
                        (MoreThuente.start parameters slope (step / 10.0))
                        { parameters with Largest = step / 2.0 }
                        (step / 10.0)
                        best
                        (remaining - 1)
            else
                let lower = evaluation.Number < (best |> Option.defaultValue current).Number
                let best = if lower then Some evaluation else best
                let trial = MoreThuente.trial current.Number slope step evaluation.Number (dot (Leaf.flatten evaluation.Gradient) d)

                match MoreThuente.advance parameters state trial with
                | MoreThuente.Found -> Ok evaluation
                | MoreThuente.Try(step, state) -> go state parameters step best (remaining - 1)
                | MoreThuente.Exhausted -> finish ()

    let parameters = MoreThuente.defaults
    go (MoreThuente.start parameters slope first) parameters first None 40

/// Pairs with a new one in front, as many as memory allows; a pair without positive curvature is left out.
let private remember memory (current: Evaluation) (next: Evaluation) (pairs: Pair list) =
    let difference (a: Node[]) (b: Node[]) = addScaled -1.0 (Leaf.flatten b) (Leaf.flatten a)
    let s = difference next.Point current.Point
    let y = difference next.Gradient current.Gradient
    let curvature = dot y s

    if curvature > 1e-16 * dot y y then
        List.truncate memory ({ S = s; Y = y; Rho = 1.0 / curvature } :: pairs)
    else
        pairs

/// The solver with what it remembers. Where the search fails it tries once more along the gradient, with an empty memory.
let rec solver (memory: int) (pairs: Pair list) : Solver =
    Solver(fun objective current ->
        let g = Leaf.flatten current.Gradient
        let d = direction pairs g
        let slope = dot g d
        let first = if pairs.IsEmpty then min 1.0 (1.0 / current.GradientNorm) else 1.0

        let found =
            if slope < 0.0 then
                search objective current d slope first
            else
                Error MinimizeStatus.LineSearchFailed

        match found with
        | Ok next -> Ok(next, solver memory (remember memory current next pairs))
        | Error MinimizeStatus.LineSearchFailed when not pairs.IsEmpty ->
            let (Solver restart) = solver memory []
            restart objective current
        | Error status -> Error status)

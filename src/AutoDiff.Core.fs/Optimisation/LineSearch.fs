/// A search along a direction from an evaluation to one that meets the strong Wolfe conditions.
[<RequireQualifiedAccess>]
module internal AutoDiff.LineSearch

open AutoDiff

/// The best of what was tried, and the step that led there.
[<Struct>]
type Found = { At: Evaluation; Step: float }

/// The first trial along the gradient: at most 1 long, but for points so large that they would not resolve it.
let firstAlongGradient (current: Evaluation) : float =
    let size = Arrays.norm current.X
    if size > 1e8 then 1e-8 * size / Arrays.norm current.G else min 1.0 (1.0 / Arrays.norm current.G)

/// Why nothing was found, or what was. Where the value is not finite, back towards the start first.
let private search
    (parameters: MoreThuente.Parameters)
    (objective: Objective)
    (current: Evaluation)
    (d: float[])
    slope
    first
    : Result<Found, MinimizeStatus> =
    let rec go (state: MoreThuente.State) (parameters: MoreThuente.Parameters) step (best: Found voption) remaining =
        let finish () =
            match best with
            | ValueSome found -> Ok found
            | ValueNone -> Error MinimizeStatus.LineSearchFailed

        match objective.Halt with
        | Some status -> Error status
        | None when remaining = 0 -> finish ()
        | None ->
            let at = objective.Evaluate(Arrays.addScaledInto (objective.Arena.Floats d.Length) step d current.X)

            let slopeThere = Arrays.dot at.G d

            // also what the search makes of it must not overflow
            if at.IsFinite && System.Double.IsFinite(slopeThere + step * slope) then
                let found = { At = at; Step = step }

                let lowest =
                    match best with
                    | ValueSome b -> b.At.F
                    | ValueNone -> current.F

                let best = if at.F < lowest then ValueSome found else best

                match MoreThuente.advance parameters state (MoreThuente.trial current.F slope step at.F slopeThere) with
                | MoreThuente.Found -> Ok found
                | MoreThuente.Try(step, state) -> go state parameters step best (remaining - 1)
                | MoreThuente.Exhausted -> finish ()
            elif remaining = 1 then
                Error MinimizeStatus.NotFinite
            else
                let parameters = { parameters with Smallest = 1e-20 * step; Largest = step / 2.0 }
                go (MoreThuente.start parameters slope (step / 10.0)) parameters (step / 10.0) best (remaining - 1)

    let parameters = { parameters with Smallest = 1e-20 * first; Largest = min parameters.Largest (1e20 * first) }
    go (MoreThuente.start parameters slope first) parameters first ValueNone 40

/// The same, also where the slope overflows: along the direction of length 1.
let along
    parameters
    (objective: Objective)
    (current: Evaluation)
    (d: float[])
    (slope: float)
    (first: float)
    : Result<Found, MinimizeStatus> =
    if System.Double.IsFinite slope then
        search parameters objective current d slope first
    else
        let size = Arrays.norm d
        let unit = Arrays.scale (1.0 / size) d
        let slope = Arrays.dot current.G unit

        if System.Double.IsFinite(slope * first * size) then
            search parameters objective current unit slope (first * size)
            |> Result.map (fun found -> { found with Step = found.Step / size })
        else
            Error MinimizeStatus.NotFinite

/// A search along a direction from an evaluation to one that meets the strong Wolfe conditions.
[<RequireQualifiedAccess>]
module internal AutoDiff.LineSearch

open AutoDiff

/// The best of what was tried, and the step that led there.
[<Struct>]
type Found = { At: Evaluation; Step: float }

/// Why nothing was found, or what was. Where the value is not finite, back towards the start first.
let along
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

    if System.Double.IsFinite slope then
        go (MoreThuente.start parameters slope first) parameters first ValueNone 40
    else
        Error MinimizeStatus.NotFinite

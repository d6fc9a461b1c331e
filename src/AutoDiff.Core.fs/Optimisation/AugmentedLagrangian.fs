namespace AutoDiff

open System
open System.Collections.Generic
open System.Diagnostics

/// <summary>A minimum under constraints, with the multipliers that say how hard each of them pushes: at a solution the gradient of the
/// function, plus the multipliers times the gradients of the constraints, is 0.</summary>
/// <typeparam name="T">The structure of the point.</typeparam>
[<Sealed>]
type ConstrainedMinimum<'T>
    internal (parts: MinimumParts<'T>, equalityMultipliers: float[], inequalityMultipliers: float[], violation: float) =
    inherit Minimum<'T>(parts)

    /// The multipliers of the functions that are to be 0.
    member _.EqualityMultipliers: Vector = Vector equalityMultipliers

    /// The multipliers of the functions that are to be at most 0; none is negative, and that of a constraint which does not bind is 0.
    member _.InequalityMultipliers: Vector = Vector inequalityMultipliers

    /// The largest amount by which a constraint is missed.
    member _.Violation: float = violation

/// The augmented Lagrangian method of M. J. D. Powell, M. R. Hestenes and R. T. Rockafellar, as in J. Nocedal, S. J. Wright, "Numerical
/// Optimization" (2006), section 17.3: algorithm 17.4 with the function (17.65) for inequalities. λ, ν, μ: multipliers and weight of the penalty.
[<RequireQualifiedAccess>]
module internal AugmentedLagrangian =
    /// Multipliers, weight, and how far the constraints were missed the last time.
    type private State = { Lambda: float[]; Nu: float[]; Mu: float; Violation: float }

    let private numbers (v: Vector) = Read.floats (Interpreter.force v.Node)

    /// f + λᵀh + μ/2 hᵀh + 1/2μ Σ (max(0, ν + μ g)² - ν²)
    let private lagrangian (f: 'T -> Scalar) (h: 'T -> Vector) (g: 'T -> Vector) (state: State) (x: 'T) : Scalar =
        let equality =
            if state.Lambda.Length = 0 then
                Scalar 0.0
            else
                // λᵀh + μ/2 hᵀh as one square
                let shifted = h x + Vector(Array.map (fun lambda -> lambda / state.Mu) state.Lambda)
                let constant = Arrays.dot state.Lambda state.Lambda / (2.0 * state.Mu)
                state.Mu / 2.0 * (shifted * shifted) - constant

        let inequality =
            if state.Nu.Length = 0 then
                Scalar 0.0
            else
                let pressed = Vector.Relu(Vector state.Nu + state.Mu * g x)
                (pressed * pressed - Array.sumBy (fun nu -> nu * nu) state.Nu) / (2.0 * state.Mu)

        f x + equality + inequality

    /// How far constraints are missed; of an inequality that does not bind, how far its multiplier is from 0 in the units of the constraint.
    let private violation (state: State) (h: float[]) (g: float[]) =
        let equal = h |> Array.map abs
        let atMost = Array.map2 (fun g nu -> abs (max g (-nu / state.Mu))) g state.Nu
        Array.fold max 0.0 (Array.append equal atMost)

    let private advance (state: State) (h: float[]) (g: float[]) : State =
        let missed = violation state h g

        {
            Lambda = Array.map2 (fun l h -> l + state.Mu * h) state.Lambda h
            Nu = Array.map2 (fun nu g -> max 0.0 (nu + state.Mu * g)) state.Nu g
            Mu = if missed > 0.25 * state.Violation then 10.0 * state.Mu else state.Mu
            Violation = missed
        }

    /// Rounds of minimisation, each from where the last one ended, until the constraints hold to the tolerance.
    let minimize
        (solve: ('T -> Scalar) -> 'T -> Minimum<'T>)
        (f: 'T -> Scalar)
        (h: 'T -> Vector)
        (g: 'T -> Vector)
        (tolerance: float)
        (start: 'T)
        =
        let history = List<Step>()
        let clock = Stopwatch.StartNew()

        let rec go (state: State) (point: 'T) round steps (counts: Evaluations) =
            let found = solve (lagrangian f h g state) point
            let equal, atMost = numbers (h found.Point), numbers (g found.Point)
            let next = advance state equal atMost
            let steps = steps + found.Steps
            history.AddRange found.History

            let counts =
                {
                    Values = counts.Values + found.Evaluations.Values
                    Gradients = counts.Gradients + found.Evaluations.Gradients
                    Hessians = counts.Hessians + found.Evaluations.Hessians
                    HessianVectorProducts = counts.HessianVectorProducts + found.Evaluations.HessianVectorProducts
                }

            let isInterrupted = found.Status >= MinimizeStatus.StepLimit && found.Status <> MinimizeStatus.LineSearchFailed

            if next.Violation <= tolerance || round = 40 || isInterrupted || not (Double.IsFinite next.Violation) then
                struct (found, next, steps, counts)
            else
                go next found.Point (round + 1) steps counts

        let size (constraints: 'T -> Vector) = (constraints start).Count

        let first =
            {
                Lambda = Array.zeroCreate (size h)
                Nu = Array.zeroCreate (size g)
                Mu = 10.0
                Violation = infinity
            }

        let none = { Values = 0; Gradients = 0; Hessians = 0; HessianVectorProducts = 0 }
        let struct (found, state, steps, counts) = go first start 1 0 none
        let holds = state.Violation <= tolerance
        let missed = state.Violation.ToString "G3"

        ConstrainedMinimum<'T>(
            {
                Point = found.Point
                Value = f found.Point
                Gradient = found.Gradient
                GradientNorm = found.GradientNorm
                Steps = steps
                Epochs = 0
                State = found.State
                Evaluations = counts
                Status =
                    if holds || found.Status > MinimizeStatus.TargetReached then
                        found.Status
                    else
                        MinimizeStatus.LineSearchFailed
                Message =
                    if holds then
                        "constraints hold to " + missed + "; " + found.Message
                    else
                        "constraints are missed by "
                        + missed
                        + ", which a larger penalty did not mend; they may contradict each other. "
                        + found.Message
                Solver = "augmented Lagrangian, " + found.Solver
                Elapsed = clock.Elapsed
                History = history
                Likelihood =
                    fun () ->
                        raise (
                            InvalidOperationException
                                "AsLikelihood: under constraints the inverse of a Hessian is not the covariance of the estimates."
                        )
            },
            state.Lambda,
            state.Nu,
            state.Violation
        )

/// Gradient descent with a line search, whose first trial is the step of J. Barzilai, J. M. Borwein, "Two-point step size gradient methods",
/// IMA Journal of Numerical Analysis 8 (1988) 141-148.
[<RequireQualifiedAccess>]
module internal AutoDiff.SteepestDescent

/// sᵀs / sᵀy where that is positive; else twice the last step.
let private guess (arena: Arena) (current: Evaluation) (next: Evaluation) step =
    let floats () = arena.Floats current.X.Length
    let s = Arrays.subtractInto (floats ()) next.X current.X
    let sy = Arrays.dot s (Arrays.subtractInto (floats ()) next.G current.G)
    if sy > 0.0 then Arrays.dot s s / sy else 2.0 * step

/// The solver; its state is the step to try first.
let solver: Solver =
    {
        Start = fun _ first -> { SolverState.empty with Numbers = [| LineSearch.firstAlongGradient first |] }
        Step =
            fun objective current state ->
                if Convergence.isNegligible current (state.Numbers[0] * Arrays.dot current.G current.G / 2.0) then
                    Ended(Convergence.status current)
                else

                    let d = Arrays.scaleInto (objective.Arena.Floats current.G.Length) -1.0 current.G

                    match LineSearch.along MoreThuente.defaults objective current d -(Arrays.dot d d) state.Numbers[0] with
                    | Ok found -> Moved(found.At, { state with Numbers = [| guess objective.Arena current found.At found.Step |] })
                    | Error status -> Ended status
        HasModel = true
    }

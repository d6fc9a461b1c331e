/// The Levenberg-Marquardt method for sums of squares: J. J. Moré, "The Levenberg-Marquardt algorithm: implementation and theory", in
/// Numerical Analysis, Lecture Notes in Mathematics 630 (1978) 105-116. J, Δ, λ, p as there, with D = I. The parameter is found through the
/// singular values of J, which settle rank deficiency at once.
[<RequireQualifiedAccess>]
module internal AutoDiff.LevenbergMarquardt

open MathNet.Numerics.LinearAlgebra

/// J = U Σ Vᵀ by way of its triangular factor, with b = Uᵀ r.
[<ReferenceEquality>]
type private Factors = { Sigma: float[]; B: float[]; V: float[] }

/// With rows of zeros where there are fewer residuals than variables.
let private factor (model: ResidualModel) n : Factors =
    let r, j, m = model.R, model.J, model.R.Length
    let rows = max m n
    let entry i k = if i < m then j[k * m + i] else 0.0
    let qr = CreateMatrix.Dense<float>(rows, n, (fun i k -> entry i k)).QR(Factorization.QRMethod.Thin)
    let svd = qr.R.Svd true
    let padded = CreateVector.Dense<float>(rows, (fun i -> if i < m then r[i] else 0.0))
    let b = svd.U.TransposeThisAndMultiply(qr.Q.TransposeThisAndMultiply padded)
    { Sigma = svd.S.ToArray(); B = b.ToArray(); V = svd.VT.Transpose().ToColumnMajorArray() }

/// The step -Σ (Σ² + λ)⁻¹ b in the coordinates of the singular vectors; singular values of no size count as 0.
let private damped (factors: Factors) lambda =
    let floor = float factors.Sigma.Length * Convergence.Eps * factors.Sigma[0]
    Array.map2 (fun s b -> if s <= floor then 0.0 else -s * b / (s * s + lambda)) factors.Sigma factors.B

/// λ at which the step is Δ long, to a tenth as in the paper.
let private parameter (factors: Factors) radius =
    let rec go low high lambda remaining =
        let p = damped factors lambda
        let norm = Arrays.norm p

        if remaining = 0 || abs (norm - radius) <= 0.1 * radius then
            lambda
        else
            let low, high = if norm > radius then lambda, high else low, lambda

            let slope =
                Array.map2 (fun s p -> p * p / (s * s + lambda)) factors.Sigma p |> Array.filter System.Double.IsFinite |> Array.sum

            let newton = lambda + (norm * norm / slope) * (norm - radius) / radius
            let next = if newton > low && newton < high then newton else max (1e-3 * high) (sqrt (low * high))
            go low high next (remaining - 1)

    let high = Arrays.norm (Array.map2 (*) factors.Sigma factors.B) / radius
    go 0.0 high (1e-3 * high) 40

/// A step, with λ and the decrease of the sum of squares that the linear model promises.
[<Struct>]
type private Step = { P: float[]; Length: float; Lambda: float; Decrease: float }

let private stepWithin (factors: Factors) radius : Step =
    let gauss = damped factors 0.0
    let lambda = if Arrays.norm gauss <= 1.1 * radius then 0.0 else parameter factors radius
    let w = if lambda = 0.0 then gauss else damped factors lambda
    let decrease = Array.map3 (fun s b w -> -w * s * (2.0 * b + s * w)) factors.Sigma factors.B w |> Array.sum
    { P = Arrays.multiply factors.V w; Length = Arrays.norm w; Lambda = lambda; Decrease = decrease }

/// Δ after a trial: section 5 of the paper.
let private resize radius (step: Step) current trial ratio =
    if not (System.Double.IsFinite trial) then
        0.1 * step.Length
    elif ratio <= 0.25 then
        let slope = step.Lambda * step.Length * step.Length - step.Decrease
        let shrink = if trial <= current then 0.5 else slope / (2.0 * slope + (current - trial))
        let shrink = if 0.1 * sqrt trial >= sqrt current || not (shrink >= 0.1) then 0.1 else min 0.5 shrink
        shrink * min radius (10.0 * step.Length)
    elif step.Lambda = 0.0 || ratio >= 0.75 then
        2.0 * step.Length
    else
        radius

/// Digits beyond what the value resolves: full steps for as long as each is much shorter than the one before.
let private polish (objective: Objective) (current: Evaluation) (state: SolverState) (factors: Factors) =
    let step = stepWithin factors infinity
    let before = if state.Numbers.Length > 1 then state.Numbers[1] else infinity
    let isDone = step.Length <= 1e-15 * Arrays.norm current.X || step.Length > 0.3 * before

    if isDone || objective.Halt.IsSome then
        Ended(Convergence.status current)
    else
        let trial = objective.Residuals(Arrays.addScaled 1.0 step.P current.X)

        if trial.F <= current.F * (1.0 + 1e-12) then
            Moved(objective.Complete trial, { state with Numbers = [| state.Numbers[0]; step.Length |] })
        else
            Ended(Convergence.status current)

/// The solver; its state is the radius, and the length of the last step beyond what the value resolves.
let solver: Solver =
    let rec attempt (objective: Objective) (current: Evaluation) (state: SolverState) factors radius =
        let step = stepWithin factors radius

        if step.Lambda = 0.0 && Convergence.isNegligible current step.Decrease then
            polish
                objective
                current
                { state with
                    Numbers = Array.append [| radius |] (Array.skip (min 1 state.Numbers.Length) state.Numbers)
                }
                factors
        elif not (System.Double.IsFinite(step.Length + step.Decrease)) then
            Ended MinimizeStatus.NotFinite
        elif step.Length <= 1e-16 * Arrays.norm current.X || step.Length = 0.0 then
            Ended(Convergence.atFailure current step.Decrease)
        else
            match objective.Halt with
            | Some status -> Ended status
            | None ->
                let trial = objective.Residuals(Arrays.addScaled 1.0 step.P current.X)
                let ratio = if System.Double.IsFinite trial.F then (current.F - trial.F) / step.Decrease else -1.0
                let radius = if state.Count = 0 then min radius step.Length else radius
                let radius = resize radius step current.F trial.F ratio

                if ratio >= 1e-4 then
                    Moved(objective.Complete trial, { state with Count = state.Count + 1; Numbers = [| radius |] })
                else
                    attempt objective current state factors radius

    let step (objective: Objective) (current: Evaluation) (state: SolverState) =
        let model = current.Model.Value

        if not (Arrays.isFinite model.J) then
            Ended MinimizeStatus.NotFinite
        else
            let size = Arrays.norm current.X
            let radius = if state.Count > 0 then state.Numbers[0] else (if size > 0.0 then size else 1.0)
            attempt objective current state (factor model current.X.Length) radius

    { Start = (fun _ _ -> SolverState.empty); Step = step; HasModel = true }

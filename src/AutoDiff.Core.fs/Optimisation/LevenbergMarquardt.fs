/// The step of Levenberg and Marquardt for sums of squares: J. J. Moré, "The Levenberg-Marquardt algorithm: implementation and theory", in
/// Numerical Analysis, Lecture Notes in Mathematics 630 (1978) 105-116. J, Δ, λ, p as there, with D = I. The parameter is found through the
/// singular values of J, which settle rank deficiency at once.
[<RequireQualifiedAccess>]
module internal AutoDiff.LevenbergMarquardt

open MathNet.Numerics.LinearAlgebra

/// J = U Σ Vᵀ by way of its triangular factor, with b = Uᵀ r.
[<ReferenceEquality>]
type Factors = { Sigma: float[]; B: float[]; V: float[] }

/// With rows of zeros where there are fewer residuals than variables.
let factor (model: ResidualModel) (n: int) : Factors =
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

/// A step, half its slope, the decrease of the sum of squares that the model promises, and whether it is the model's own minimum.
[<Struct>]
type Step = { P: float[]; Length: float; Slope: float; Decrease: float; IsFree: bool }

/// The step by the linear model of the residuals.
let step (factors: Factors) (radius: float) : Step =
    let gauss = damped factors 0.0
    let lambda = if Arrays.norm gauss <= 1.1 * radius then 0.0 else parameter factors radius
    let w = if lambda = 0.0 then gauss else damped factors lambda
    let decrease = Array.map3 (fun s b w -> -w * s * (2.0 * b + s * w)) factors.Sigma factors.B w |> Array.sum
    let length = Arrays.norm w

    {
        P = Arrays.multiply factors.V w
        Length = length
        Slope = lambda * length * length - decrease
        Decrease = decrease
        IsFree = (lambda = 0.0)
    }

/// Δ after a trial: section 5 of the paper.
let resize (radius: float) (step: Step) (current: float) (trial: float) (ratio: float) : float =
    if not (System.Double.IsFinite trial) then
        0.1 * step.Length
    elif ratio <= 0.25 then
        let shrink = if trial <= current then 0.5 else step.Slope / (2.0 * step.Slope + (current - trial))
        let shrink = if 0.1 * sqrt trial >= sqrt current || not (shrink >= 0.1) then 0.1 else min 0.5 shrink
        shrink * min radius (10.0 * step.Length)
    elif step.IsFree || ratio >= 0.75 then
        2.0 * step.Length
    else
        radius

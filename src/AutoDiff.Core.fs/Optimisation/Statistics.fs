/// What a fit says of its estimates: G. A. F. Seber, C. J. Wild, "Nonlinear regression" (1989), sections 2.1 and 5.1.
[<RequireQualifiedAccess>]
module internal AutoDiff.Statistics

open MathNet.Numerics.Distributions
open MathNet.Numerics.LinearAlgebra

/// (JᵀJ)⁻¹ of a matrix column by column, through the singular values of the columns brought to length 1; infinite for what J does not determine.
let inverseNormal (j: float[]) rows columns : float[] =
    let length k = AutoDiff.Kernels.Norms.Euclidean<float>(System.ReadOnlySpan(j, k * rows, rows))
    let d = Array.init columns (fun k -> let norm = length k in if norm > 0.0 then norm else 1.0)

    let svd =
        CreateMatrix.Dense<float>(max rows columns, columns, (fun i k -> if i < rows then j[k * rows + i] / d[k] else 0.0)).Svd true

    let vt = svd.VT
    let floor = float (max rows columns) * 2.2e-16 * svd.S[0]

    let entry a b =
        let term k =
            let product = vt[k, a] * vt[k, b]

            if svd.S[k] > floor then product / (svd.S[k] * svd.S[k])
            elif abs product <= 1e-12 then 0.0
            else product * infinity

        Seq.sumBy term (seq { 0 .. columns - 1 }) / (d[a] * d[b])

    Array.init (columns * columns) (fun k -> entry (k % columns) (k / columns))

/// The inverse of a symmetric matrix column by column that should be positive definite, through the eigenvalues of the matrix brought to a
/// diagonal of ones; infinite where it is singular, NaN where it is not definite.
let inverseInformation (h: float[]) n : float[] =
    let d = Array.init n (fun i -> let diagonal = abs h[i * (n + 1)] in if diagonal > 0.0 then sqrt diagonal else 1.0)
    let evd = (CreateMatrix.Dense<float>(n, n, (fun i k -> h[k * n + i] / (d[i] * d[k])))).Evd Symmetricity.Symmetric
    let values = evd.EigenValues |> Seq.map _.Real |> Seq.toArray
    let floor = float n * 4.4e-16 * Array.max (Array.map abs values)

    let entry a b =
        let term k =
            let product = evd.EigenVectors[a, k] * evd.EigenVectors[b, k]

            if values[k] > floor then product / values[k]
            elif abs product <= 1e-12 then 0.0
            elif values[k] < -floor then nan
            else product * infinity

        Seq.sumBy term (seq { 0 .. n - 1 }) / (d[a] * d[b])

    Array.init (n * n) (fun k -> entry (k % n) (k / n))

/// The roots of the diagonal.
let standardErrors (covariance: float[]) n : float[] = Array.init n (fun i -> sqrt covariance[i * (n + 1)])

/// How many standard errors lie to each side of an estimate at a level of confidence: Student's t, or the normal distribution where there are
/// infinitely many degrees of freedom.
let halfWidth (level: float) (degreesOfFreedom: float) : float =
    let p = 0.5 + level / 2.0

    if System.Double.IsInfinity degreesOfFreedom then
        Normal.InvCDF(0.0, 1.0, p)
    else
        StudentT.InvCDF(0.0, 1.0, degreesOfFreedom, p)

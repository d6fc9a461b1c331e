/// The least value of a quadratic model gᵀs + ½ sᵀHs over ‖s‖ ≤ Δ: J. J. Moré, D. C. Sorensen, "Computing a trust region step", SIAM Journal
/// on Scientific and Statistical Computing 4 (1983) 553-572. By the eigenvalues of H, which settle its hard case and singular matrices at once.
[<RequireQualifiedAccess>]
module internal AutoDiff.TrustRegionSubproblem

open System
open MathNet.Numerics.LinearAlgebra

/// A step, the decrease that the model promises, and whether the region held it back.
[<Struct>]
type Step = { S: float[]; Decrease: float; AtBoundary: bool }

/// A symmetric matrix as Q Λ Qᵀ, eigenvalues ascending, vectors in columns.
[<ReferenceEquality>]
type Spectrum = { Values: float[]; Vectors: float[] }

let spectrum (h: float[]) n : Spectrum =
    let evd = (CreateMatrix.Dense(n, n, Array.copy h)).Evd(Symmetricity.Symmetric)

    {
        Values = evd.EigenValues |> Seq.map _.Real |> Seq.toArray
        Vectors = evd.EigenVectors.ToColumnMajorArray()
    }

/// ‖(Λ + λ)⁻¹ c‖, where parts of c that are 0 count as 0.
let private length (values: float[]) (c: float[]) lambda =
    Array.map2 (fun v c -> if c = 0.0 then 0.0 else c / (v + lambda)) values c |> Arrays.norm

/// λ above a floor with ‖(Λ + λ)⁻¹ c‖ = Δ, by Newton's method on the reciprocal norm, kept between bounds.
let private shift (values: float[]) (c: float[]) radius floor : float =
    let rec go low high lambda remaining =
        let norm = length values c lambda

        if remaining = 0 || abs (norm - radius) <= 1e-10 * radius || high - low <= 1e-15 * high then
            lambda
        else
            let low, high = if norm > radius then lambda, high else low, lambda
            let slope = Array.map2 (fun v c -> if c = 0.0 then 0.0 else c * c / (v + lambda) ** 3.0) values c |> Array.sum
            let newton = lambda + (norm * norm / slope) * (norm - radius) / radius
            let next = if newton > low && newton < high then newton else (low + high) / 2.0
            go low high next (remaining - 1)

    let high = floor + Arrays.norm c / radius
    go floor high (floor + (high - floor) * 0.5) 100

/// The step in the coordinates of the eigenvectors, from c = Qᵀg.
let private solve (values: float[]) (c: float[]) radius : struct (float[] * bool) =
    let largest = max (abs values[0]) (abs values[values.Length - 1])
    let noise = 4.0 * 2.2e-16 * float values.Length
    // directions in which neither slope nor curvature can be told from rounding
    let norm = Arrays.norm c
    let c = Array.map2 (fun v c -> if abs v <= noise * largest && abs c <= noise * norm then 0.0 else c) values c
    // an eigenvalue that is negative by rounding counts as positive
    let values = values |> Array.map (fun v -> if v <= 0.0 && v >= -noise * largest then noise * largest else v)
    let smallest = values[0]
    let isConvex = Array.forall2 (fun v c -> v > 0.0 || (c = 0.0 && v >= -noise * largest)) values c

    if isConvex && length values c 0.0 <= radius then
        struct (Array.map2 (fun v c -> if c = 0.0 then 0.0 else -c / v) values c, false)
    else
        let floor = max 0.0 -smallest
        let separated = Array.map2 (fun v c -> if v + floor <= noise * largest && abs c <= noise * norm then 0.0 else c) values c
        let isHard = smallest < 0.0 && separated[0] = 0.0 && length values separated floor <= radius

        if isHard then
            let w = Array.map2 (fun v c -> if c = 0.0 then 0.0 else -c / (v + floor)) values separated
            let rest = sqrt (max 0.0 (radius * radius - Arrays.dot w w))
            w[0] <- if c[0] > 0.0 then -rest else rest
            struct (w, true)
        else
            let lambda = shift values c radius floor
            struct (Array.map2 (fun v c -> if c = 0.0 then 0.0 else -c / (v + lambda)) values c, true)

/// The exact solution.
let exact (spectrum: Spectrum) (g: float[]) (radius: float) : Step =
    let n = g.Length
    let c = Array.init n (fun j -> AutoDiff.Kernels.Sums.Dot<float>(ReadOnlySpan(spectrum.Vectors, j * n, n), ReadOnlySpan g))
    let struct (w, atBoundary) = solve spectrum.Values c radius
    let s = Arrays.multiply spectrum.Vectors w
    let decrease = Array.map3 (fun v c w -> -w * (c + 0.5 * v * w)) spectrum.Values c w |> Array.sum
    { S = s; Decrease = decrease; AtBoundary = atBoundary }

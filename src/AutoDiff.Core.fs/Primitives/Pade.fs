/// The exponential of a square matrix of numbers, by scaling and squaring with the Padé approximant of degree 13 (Al-Mohy and Higham, A new
/// scaling and squaring algorithm for the matrix exponential, SIAM J. Matrix Anal. Appl. 31, 2009; their symbols).
[<RequireQualifiedAccess>]
module internal AutoDiff.Pade

open System
open MathNet.Numerics.LinearAlgebra

let private b =
    [|
        64764752532480000.0
        32382376266240000.0
        7771770303897600.0
        1187353796428800.0
        129060195264000.0
        10559470521600.0
        670442572800.0
        33522128640.0
        1323241920.0
        40840800.0
        960960.0
        16380.0
        182.0
        1.0
    |]

let private theta = 5.371920351148152

/// The 1-norm of the power 27 of the absolute values, by products with a row.
let private powerNorm (a: Matrix<float>) =
    let absolute = a.PointwiseAbs()
    let mutable row = Vector<float>.Build.Dense(a.RowCount, 1.0)

    for _ in 1..27 do
        row <- row * absolute

    row.AbsoluteMaximum()

/// The number of halvings that make the approximant of 2⁻ˢ A exact to rounding: by norms of powers, and then by its backward error.
let private halvings (a: Matrix<float>) (a4: Matrix<float>) (a6: Matrix<float>) =
    let root (p: int) (m: Matrix<float>) = Math.Pow(m.L1Norm(), 1.0 / float p)
    let d8 = root 8 (a4 * a4)
    let eta = Math.Min(Math.Max(root 6 a6, d8), Math.Max(d8, root 10 (a4 * a6)))
    let s = Math.Max(Math.Ceiling(Math.Log2(eta / theta)), 0.0)
    let scaled = a * Math.Pow(2.0, -s)
    let alpha = powerNorm scaled / scaled.L1Norm() / 1.1325077560602111e35
    s + Math.Max(Math.Ceiling(Math.Log2(alpha * 9007199254740992.0) / 26.0), 0.0)

/// The approximant of degree 13.
let private approximant (a: Matrix<float>) =
    let n = a.RowCount
    let one = Matrix<float>.Build.DenseIdentity n
    let a2 = a * a
    let a4 = a2 * a2
    let a6 = a4 * a2
    let part i = b[i + 6] * a6 + b[i + 4] * a4 + b[i + 2] * a2 + b[i] * one
    let u = a * (a6 * (b[13] * a6 + b[11] * a4 + b[9] * a2) + part 1)
    let v = a6 * (b[12] * a6 + b[10] * a4 + b[8] * a2) + part 0
    (v - u).Solve(v + u)

/// The exponential of a matrix of numbers; NaN where it is not finite.
let exponential (n: int) (elements: float[]) : float[] =
    let a = Matrix<float>.Build.Dense(n, n, elements)
    let norm = a.L1Norm()

    if norm = 0.0 then
        (Matrix<float>.Build.DenseIdentity n).ToColumnMajorArray()
    elif not (Double.IsFinite norm) || norm > 1e25 then
        Array.create (n * n) nan
    else
        let a2 = a * a
        let a4 = a2 * a2
        let s = int (halvings a a4 (a4 * a2))
        let mutable x = approximant (a * Math.Pow(2.0, float -s))

        for _ in 1..s do
            x <- x * x

        x.ToColumnMajorArray()

/// The part beside the diagonal of the exponential of [A E; 0 A], of numbers.
let along n (a: float[]) (e: float[]) : float[] =
    // linear in E, so E may be taken at a size that does not call for more halvings
    let size = Dense.largest e / Math.Max(Dense.largest a, 1e-3)

    if size = 0.0 then
        Array.zeroCreate (n * n)
    else
        let x = Array.zeroCreate<float>(4 * n * n)

        for j in 0 .. n - 1 do
            Array.Copy(a, j * n, x, j * 2 * n, n)
            Array.Copy(a, j * n, x, (n + j) * 2 * n + n, n)

            for i in 0 .. n - 1 do
                x[(n + j) * 2 * n + i] <- e[j * n + i] / size

        let result = exponential (2 * n) x
        Array.init (n * n) (fun k -> size * result[(n + k / n) * 2 * n + k % n])

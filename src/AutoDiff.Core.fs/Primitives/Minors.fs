/// Determinants and minors, of numbers.
[<RequireQualifiedAccess>]
module internal AutoDiff.Minors

open AutoDiff.Kernels
open MathNet.Numerics.Providers.LinearAlgebra

/// The sign of the exchanges of packed factors, and their pivots.
let pivots (lu: Operand<'T>) example : struct (float * float[]) =
    let n = lu.Extent.Rows
    let numbers = Dense.floats lu example
    let mutable sign = 1.0

    for i in 0 .. n - 1 do
        if int numbers[n * n + i] <> i then
            sign <- -sign

    struct (sign, Array.init n (fun i -> numbers[i * (n + 1)]))

/// The product of the numbers whose places are not among these.
let private productWithout (omitted: int[]) (numbers: float[]) =
    let mutable product = 1.0

    for i in 0 .. numbers.Length - 1 do
        if not (Array.contains i omitted) then
            product <- product * numbers[i]

    product

/// The derivatives of the cofactors of a diagonal matrix along matrices: sums of minors, times what they leave of the diagonal.
/// Element (p, q) sums over all distinct indices i1 … ik, p and all their permutations.
let private ofDiagonal (values: float[]) (along: float[][]) : float[] =
    let n, k = values.Length, along.Length
    let y = Array.zeroCreate<float>(n * n)
    let orders = Towers.permutations (k + 1)

    Towers.forIndices n (k + 1) (fun indices ->
        if (Array.distinct indices).Length = k + 1 then
            let rest = productWithout indices values

            if rest <> 0.0 then
                for struct (order, sign) in orders do
                    let mutable term = sign * rest

                    for a in 0 .. k - 1 do
                        term <- term * along[a][indices[a] + n * indices[order[a]]]

                    let at = indices[k] + n * indices[order[k]]
                    y[at] <- y[at] + term)

    y

/// The determinant of an orthogonal matrix, 1 or -1.
let private determinantSign n (q: float[]) =
    let factors = Array.copy q
    let swaps = Array.zeroCreate<int> n

    if n > 0 then
        LinearAlgebraControl.Provider.LUFactor(factors, n, swaps)

    let mutable sign = 1.0

    for i in 0 .. n - 1 do
        if swaps[i] <> i then
            sign <- -sign

        sign <- if factors[i * (n + 1)] < 0.0 then -sign else sign

    sign

/// The derivatives of the matrix of cofactors along the operands after the second, from the singular values in the second.
let cofactors =
    { new WholeKernel() with
        override _.Example(example, xs, y) =
            let mutable isZero = false

            for i in 2 .. xs.Length - 1 do
                isZero <- isZero || SharedKernels.isZero xs[i] example

            if isZero then
                y.Clear()
            else
                let n = xs[0].Extent.Rows
                let svd = Factors.unpackSvd n n xs[1] example
                let turned = Array.init (xs.Length - 2) (fun i -> Dense.floats xs[i + 2] example)
                let inside (e: float[]) = Dense.product false false n n n (Dense.product true false n n n svd.U e) svd.V
                let diagonal = ofDiagonal svd.Values (Array.map inside turned)
                let sign = determinantSign n svd.U * determinantSign n svd.V
                let result = Dense.product false true n n n (Dense.product false false n n n svd.U diagonal) svd.V
                Dense.write (Array.map (fun x -> sign * x) result) 0 y
    }

/// What chooses members of families of functions: coefficients of their derivatives.
[<RequireQualifiedAccess>]
module internal AutoDiff.Numeric

open MathNet.Numerics

/// The polynomials that a function's derivatives are multiples of: from 1, so many times p -> p' q - x p, q = start + square x².
let derivativePolynomial (start: float) (square: float) (n: int) : float[] =
    let mutable p = [| 1.0 |]

    for _ in 1..n do
        let at i = if i >= 0 && i < p.Length then p[i] else 0.0
        p <- Array.init (p.Length + 1) (fun i -> start * float (i + 1) * at (i + 1) + square * float (i - 1) * at (i - 1) - at (i - 1))

    p

/// The n-th derivative of x F(x) in the terms of the kernel Moments, where F' is a density whose derivatives are multiples of it.
let moments (start: float) (square: float) (n: int) : float[] =
    [| float n; yield! derivativePolynomial start square (n - 1); yield! derivativePolynomial start square (n - 2) |]

/// The n-th derivative of sin(x)/x in the terms of its kernel: n, and the coefficients of its power series, whose terms are
/// x^(2k - n) / ((2k + 1) (2k - n)!) with changing signs.
let sinc (n: int) : float[] =
    let first = (n + 1) / 2
    let term k = (if k % 2 = 0 then 1.0 else -1.0) / (float (2 * k + 1) * SpecialFunctions.Factorial(2 * k - n))

    [|
        yield float n
        for k in first .. first + 9 + 2 * n do
            yield term k
    |]

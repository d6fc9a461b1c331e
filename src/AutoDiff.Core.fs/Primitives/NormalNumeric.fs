/// The error function and the normal distribution, as functions of numbers. The digits hold in the tails: exponentials of squares take
/// the rounding of the square along, and what is left beside them, the scaled complement, is neither large nor small.
[<RequireQualifiedAccess>]
module internal AutoDiff.NormalNumeric

open System
open System.Numerics
open MathNet.Numerics

/// exp(-x²). The square is x * x and its rounding error, which a fused multiplication finds.
let gaussian (x: float) =
    let square = x * x
    let e = Math.Exp -square
    if e = 0.0 then e else e - e * Math.FusedMultiplyAdd(x, x, -square)

/// exp(-x²/2), likewise.
let private halfGaussian (x: float) =
    let square = x * x
    let e = Math.Exp(-0.5 * square)
    if e = 0.0 then e else e - e * 0.5 * Math.FusedMultiplyAdd(x, x, -square)

// (1 + 2x) exp(x²) erfc x for x in [0, inf] in Chebyshev polynomials of (x - 3) / (x + 3). The form is that of Shepherd and Laframboise,
// "Chebyshev approximation of (1 + 2x) exp(x²) erfc x in 0 <= x < inf", Math. Comp. 36 (1981); the coefficients were computed anew.
let private chebyshev =
    [|
        1.17756257419656
        0.005353904539615676
        -0.09377550342284209
        0.05436652555744322
        -0.018976596707845208
        0.004453426061462712
        -0.0006335531710553147
        1.7661719523171593e-05
        1.2841532864056671e-05
        -2.0072285659059913e-06
        -1.807522790414837e-07
        7.549828343825093e-08
        1.885668523838603e-09
        -2.699519049798364e-09
        -1.460079119939105e-11
        1.0361607445969489e-10
        1.475715976623473e-12
        -4.277340064396911e-12
        -2.07922492859799e-13
        1.8134502003176963e-13
        1.973425574544739e-14
        -7.287943737592673e-15
        -1.5169878690228116e-15
        2.3514112258781403e-16
        1.0006111691821667e-16
        -2.0572528169538546e-18
        -5.608608218863183e-18
    |]

/// exp(x²) erfc x for x >= 0: the complement without its exponential.
let scaledErfc (x: float) =
    let s = 1.0 - 6.0 / (x + 3.0)
    let mutable b1 = 0.0
    let mutable b2 = 0.0

    for k in chebyshev.Length - 1 .. -1 .. 1 do
        let b = 2.0 * s * b1 - b2 + chebyshev[k]
        b2 <- b1
        b1 <- b

    (s * b1 - b2 + chebyshev[0]) / (1.0 + 2.0 * x)

let private twoOverRootPi = 1.1283791670955126

// (-1)^k / (k! (2k + 1))
let private taylor =
    Array.init 14 (fun k -> (if k % 2 = 0 then 1.0 else -1.0) / (SpecialFunctions.Factorial k * float (2 * k + 1)))

/// The error function.
let rec erf (x: float) =
    if Math.Abs x <= 0.5 then twoOverRootPi * x * Polynomial.Evaluate(x * x, taylor)
    elif x < 0.0 then -(erf -x)
    else 1.0 - gaussian x * scaledErfc x

let private rootTwo = 1.4142135623730951
let private rootTwoPi = 2.5066282746310002
let private halfLogTwoPi = 0.9189385332046728

/// The density of the standard normal distribution.
let normalPdf (x: float) = halfGaussian x / rootTwoPi

/// The standard normal distribution.
let rec normalCdf (x: float) = if x > 0.0 then 1.0 - normalCdf -x else 0.5 * halfGaussian x * scaledErfc (-x / rootTwo)

/// normalPdf x / normalCdf x: the inverse of Mills' ratio, at -x.
let inverseMills (x: float) = if x > 0.0 then normalPdf x / normalCdf x else 2.0 / rootTwoPi / (scaledErfc (-x / rootTwo))

/// The logarithm of normalCdf x.
let normalLogCdf (x: float) =
    if x > 0.0 then Numeric.log1p -(normalCdf -x)
    elif x > -2.0 then Math.Log(normalCdf x)
    else -0.5 * x * x - halfLogTwoPi - Math.Log(inverseMills x)

/// The first tails of the continued fraction inverseMills(-t) = t + a₁, aₖ = k / (t + aₖ₊₁), for t >= 2. As daₖ/dt = aₖ(aₖ - aₖ₊₁), they
/// give derivatives without the cancellation of t + inverseMills t.
let private tails (t: float) =
    let last = 20 + int (400.0 / (t * t))
    let mutable struct (a1, a2, a3) = struct (2.0 * float last / (t + Math.Sqrt(t * t + 4.0 * float last)), 0.0, 0.0)

    for k in last .. -1 .. 1 do
        a3 <- a2
        a2 <- a1
        a1 <- float k / (t + a1)

    struct (a1, a2, a3)

/// The slope of inverseMills: -λ(x + λ).
let inverseMillsSlope (x: float) =
    if Double.IsNegativeInfinity x then
        -1.0
    elif x <= -2.0 then
        let struct (a1, a2, _) = tails -x
        -(a1 - x) / (a2 - x)
    else
        match inverseMills x with
        | 0.0 -> 0.0
        | mills -> -mills * (x + mills)

/// The second derivative of inverseMills: λ(2(x + λ)² - x(x + λ) - 1).
let inverseMillsCurvature (x: float) =
    if Double.IsNegativeInfinity x then
        0.0
    elif x <= -2.0 then
        let struct (a1, a2, a3) = tails -x
        2.0 * (a1 - x) / (a2 - x) * (a3 - a2) / (a2 - x) / (a3 - x)
    else
        match inverseMills x with
        | 0.0 -> 0.0
        | mills ->
            let m = x + mills
            mills * (2.0 * m * m - x * m - 1.0)

/// The first tail a₁ of the same fraction, for complex t of real part >= 1.
let private complexTail (t: Complex) =
    let mutable a = Complex.Zero

    for k in 20 + int (400.0 / (t.Real * t.Real)) .. -1 .. 1 do
        a <- Complex(float k, 0.0) / (t + a)

    a

/// n! times the coefficient of hⁿ in inverseMills(x + h), from λ' = -λ(x + λ).
let private byRiccati n (x: float) =
    let c: float[] = Array.zeroCreate (n + 1)
    c[0] <- inverseMills x

    for k in 0 .. n - 1 do
        let mutable sum = x * c[k] + (if k > 0 then c[k - 1] else 0.0)

        for i in 0..k do
            sum <- sum + c[i] * c[k - i]

        c[k + 1] <- -sum / float (k + 1)

    SpecialFunctions.Factorial n * c[n]

/// The n-th derivative of inverseMills, n > 1: in the lower tail by Cauchy's formula on the circle of radius t/2 around t = -x, where
/// nothing cancels.
let inverseMillsDerivative (n: int) (x: float) =
    if Double.IsInfinity x then
        0.0
    elif not (x <= -2.0) then
        byRiccati n x
    else
        let points = 64
        let radius = -0.5 * x
        let mutable sum = 0.0

        for j in 0 .. points - 1 do
            let turn = 2.0 * Math.PI * float j / float points
            let a = complexTail (Complex(-x, 0.0) + Complex.FromPolarCoordinates(radius, turn))
            sum <- sum + (a * Complex.FromPolarCoordinates(1.0, -(float n) * turn)).Real

        let derivative = SpecialFunctions.Factorial n * sum / float points * Math.Pow(radius, -float n)
        if n % 2 = 0 then derivative else -derivative

/// The quantile below the median, where the probability is p <= 1/2: an approximation, and one step of Halley's method (Newton's on
/// logarithms for the least of probabilities).
let private lowerQuantile (p: float) =
    let x = -rootTwo * SpecialFunctions.ErfcInv(2.0 * p)

    if p < 1e-280 then
        x - (normalLogCdf x - Math.Log p) / inverseMills x
    else
        let excess = if p < 0.25 then normalCdf x - p else 0.5 * erf (x / rootTwo) - (p - 0.5)
        let step = excess / normalPdf x
        x - step / (1.0 + 0.5 * x * step)

/// The number below which a standard normal variable is with probability p.
let normalQuantile (p: float) =
    if not (p >= 0.0 && p <= 1.0) then nan
    elif p = 0.0 then -infinity
    elif p <= 0.5 then lowerQuantile p + 0.0
    elif p = 1.0 then infinity
    else -(lowerQuantile (1.0 - p))

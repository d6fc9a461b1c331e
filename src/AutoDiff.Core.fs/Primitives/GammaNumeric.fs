/// The gamma function's logarithm and its derivatives, and the beta function, as functions of numbers.
[<RequireQualifiedAccess>]
module internal AutoDiff.GammaNumeric

open System
open AutoDiff.Kernels
open MathNet.Numerics

/// B₂, B₄, …
let bernoulli =
    [|
        0.16666666666666666
        -0.03333333333333333
        0.023809523809523808
        -0.03333333333333333
        0.07575757575757576
        -0.2531135531135531
        1.1666666666666667
        -7.092156862745098
        54.971177944862156
        -529.1242424242424
        6192.123188405797
        -86580.25311355312
    |]

/// log(2 π) / 2.
let halfLogTwoPi = 0.9189385332046728

/// ζ(2) - 1, ζ(3) - 1, …
let zetaMinusOne =
    [|
        0.6449340668482264
        0.2020569031595943
        0.08232323371113819
        0.03692775514336993
        0.01734306198444914
        0.008349277381922827
        0.00407735619794434
        0.0020083928260822143
        0.0009945751278180853
        0.0004941886041194645
        0.0002460865533080483
        0.00012271334757848915
        6.124813505870483e-05
        3.058823630702049e-05
        1.528225940865187e-05
        7.637197637899763e-06
        3.81729326499984e-06
        1.908212716553939e-06
        9.539620338727962e-07
        4.769329867878064e-07
        2.38450502727733e-07
        1.1921992596531106e-07
        5.960818905125948e-08
        2.980350351465228e-08
        1.4901554828365043e-08
        7.45071178983543e-09
        3.725334024788457e-09
        1.862659723513049e-09
        9.313274324196682e-10
    |]

/// 1 less Euler's constant.
let oneLessEuler = 0.42278433509846713

let private isWhole (x: float) = Math.Floor x = x

/// sin(π x), but for the sign.
let private sinOfHalfTurns (x: float) = Math.Sin(Math.PI * (x - Math.Round x))

/// cot(π x), exactly 0 half way between whole numbers.
let private cotOfHalfTurns (x: float) =
    let r = x - Math.Round x

    if Math.Abs r < 0.25 then
        1.0 / Math.Tan(Math.PI * r)
    else
        Math.CopySign(Math.Tan(Math.PI * (0.5 - Math.Abs r)), r)

let private logGammaOfPositive = UnaryMap.OverWith<LogGamma, Func<float, float>>(Func<float, float>(fun _ -> nan))

/// The logarithm of |Γ(x)| below 0; +inf at its poles. Where the terms of the reflection formula cancel, beside the roots, it is computed
/// with more digits. Below -40 the roots are no doubles.
let private logGammaBelow (x: float) =
    if not (Double.IsFinite x) then
        nan
    elif isWhole x then
        infinity
    else
        match Math.Log(Math.PI / Math.Abs(sinOfHalfTurns x)) - logGammaOfPositive.Apply(1.0 - x) with
        | y when x > -40.0 && Math.Abs y < 4.0 -> (LogGammaNumeric.logGamma (DoubleDouble.Of x)).High
        | y -> y

/// The logarithm of |Γ(x)|.
let logGamma = UnaryMap.OverWith<LogGamma, Func<float, float>>(Func<_, _> logGammaBelow)

/// ψₙ(a) - ψₙ(a + b), where ψₙ is the n-th derivative of digamma, for a > 0 and b >= 0: by recurrence to large a, and there Stirling's
/// series (Abramowitz and Stegun 6.4.11) term by term, a⁻ˢ - (a + b)⁻ˢ = -a⁻ˢ expm1(-s log(1 + b/a)). All of one sign. For b = inf and
/// n > 0 it is ψₙ(a).
let polygammaDifference (n: int) (a: float) (b: float) =
    if not (a >= 0.0 && b >= 0.0) then
        nan
    elif Double.IsInfinity a then
        0.0
    else
        let less (a: float) (s: int) = -(Math.Pow(a, -float s)) * Numeric.expm1 (-(float s) * Numeric.log1p (b / a))
        let factorial = SpecialFunctions.Factorial n
        let start = a
        let mutable a = a
        let mutable steps = 0.0
        let mutable sum = 0.0

        while a < float (n + 10) do
            let lost = (DoubleDouble.Sum(start, steps)).Low // a power would multiply it
            sum <- sum + factorial * less a (n + 1) * (1.0 - float (n + 1) * lost / a)
            steps <- steps + 1.0
            a <- start + steps

        let first = if n = 0 then Numeric.log1p (b / a) else factorial / float n * less a n
        let mutable series = 0.0
        let mutable ratio = 0.5 * factorial * float (n + 1) // (2k + n - 1)! / (2k)!

        for k in 1 .. bernoulli.Length do
            series <- series + bernoulli[k - 1] * ratio * less a (2 * k + n)
            ratio <- ratio * float (2 * k + n + 1) * float (2 * k + n) / float ((2 * k + 2) * (2 * k + 1))

        let total = sum + first + 0.5 * factorial * less a (n + 1) + series
        if n % 2 = 1 then total else -total

let private digammaOfPositive = UnaryMap.OverWith<Digamma, Func<float, float>>(Func<float, float>(fun _ -> nan))

/// The derivative of log |Γ(x)| below 0; NaN at its poles. Beside the roots above -200 it is computed with more digits.
let private digammaBelow (x: float) =
    if isWhole x || not (Double.IsFinite x) then
        nan
    else
        match digammaOfPositive.Apply(1.0 - x) - Math.PI * cotOfHalfTurns x with
        | y when x > -200.0 && Math.Abs y < 1.0 -> (LogGammaNumeric.digamma (DoubleDouble.Of x)).High
        | y -> y

/// The derivative of log |Γ(x)|.
let digamma = UnaryMap.OverWith<Digamma, Func<float, float>>(Func<_, _> digammaBelow)

/// The n-th derivative of c = cot t with respect to t, a polynomial in c: each derivative multiplies by -(1 + c²) that with respect to c.
let private cotDerivative (n: int) (c: float) =
    let mutable p = [| 0.0; 1.0 |]

    for _ in 1..n do
        let slope = Array.init (p.Length - 1) (fun i -> float (i + 1) * p[i + 1])
        let at i = if i >= 0 && i < slope.Length then slope[i] else 0.0
        p <- Array.init (p.Length + 1) (fun i -> -(at i + at (i - 2)))

    Polynomial.Evaluate(c, p)

/// The n-th derivative of digamma, n > 0; NaN at its poles.
let polygamma (n: int) (x: float) =
    let sign = if n % 2 = 1 then 1.0 else -1.0

    if x > 0.0 then
        polygammaDifference n x infinity
    elif isWhole x || not (Double.IsFinite x) then
        nan
    else
        -sign * polygammaDifference n (1.0 - x) infinity - Math.Pow(Math.PI, float (n + 1)) * cotDerivative n (cotOfHalfTurns x)

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

/// log Γ(x) - ((x - 1/2) log x - x + log(2π)/2) for x >= 10: Stirling's series (Abramowitz and Stegun 6.1.41).
let private stirling (x: float) =
    let r = 1.0 / x
    let mutable sum = 0.0

    for k in 10..-1..1 do
        sum <- sum * r * r + bernoulli[k - 1] / float (2 * k * (2 * k - 1))

    sum * r

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

/// log Γ(2 + z) for |z| <= 1/2 (Abramowitz and Stegun 6.1.33).
let private logGammaAtTwo (z: float) =
    let mutable sum = 0.0

    for k in zetaMinusOne.Length + 1 .. -1 .. 2 do
        sum <- zetaMinusOne[k - 2] / float k - z * sum

    z * (oneLessEuler + z * sum)

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

/// The logarithm of |Γ(x)|; +inf at its poles. Where the terms of the reflection formula cancel, beside the negative roots, it is
/// computed with more digits. Below -40 the roots are no doubles.
let rec logGamma (x: float) : float =
    if x >= 10.0 then
        (x - 0.5) * (Math.Log x - 1.0) + (halfLogTwoPi - 0.5) + stirling x
    elif x > 2.5 then
        let mutable x = x
        let mutable product = 1.0

        while x > 2.5 do
            x <- x - 1.0
            product <- product * x

        Math.Log product + logGammaAtTwo (x - 2.0)
    elif x >= 1.5 then
        logGammaAtTwo (x - 2.0)
    elif x >= 0.5 then
        logGammaAtTwo (x - 1.0) - Numeric.log1p (x - 1.0)
    elif x > 0.0 then
        logGammaAtTwo x - Numeric.log1p x - Math.Log x
    elif not (Double.IsFinite x) then
        nan
    elif isWhole x then
        infinity
    else
        match Math.Log(Math.PI / Math.Abs(sinOfHalfTurns x)) - logGamma (1.0 - x) with
        | y when x > -40.0 && Math.Abs y < 4.0 -> (LogGammaNumeric.logGamma (DoubleDouble.Of x)).High
        | y -> y

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

// Digamma's positive zero, to twice the precision, and its Taylor series there.
let private zero = 1.4616321449683622
let private zeroRest = 9.549995429965697e-17

let private atRoot =
    [|
        0.9676722454476212
        -0.4427631689835921
        0.258499760955651
        -0.16394270544240652
        0.10782405069126237
        -0.07219956125645471
        0.04880428816414311
        -0.03316112647484736
        0.022597648232218104
        -0.01542476590494896
        0.010538791616612175
        -0.007204534386356869
        0.004926781395729853
        -0.003369801655439328
        0.002305126326734928
        -0.0015769367714301972
        0.0010788252019162967
        -0.0007380709389960052
        0.000504953265834602
        -0.0003454680251063077
        0.00023635601564027053
        -0.00016170622091974803
        0.0001106337276874741
        -7.569179582195066e-05
        5.178575795222081e-05
        -3.5430070947659604e-05
        2.424006611860132e-05
        -1.6584242271854135e-05
        1.134638458466385e-05
        -7.762817668462094e-06
        5.3110609208898636e-06
        -3.6336507898010456e-06
        2.486022733129538e-06
        -1.7008538854332607e-06
        1.1636675363548843e-06
        -7.96142543124197e-07
        5.446941930669446e-07
        -3.7266161283438227e-07
        2.549626552021554e-07
        -1.7443695117727745e-07
        1.1934394829830244e-07
    |]

/// digamma for large x (Abramowitz and Stegun 6.3.18).
let private digammaAsymptotic (x: float) =
    let r = 1.0 / x
    let mutable sum = 0.0

    for k in 10..-1..1 do
        sum <- sum * r * r + bernoulli[k - 1] / float (2 * k)

    Math.Log x - (0.5 * r + sum * r * r)

/// digamma for |x - zero| <= 1/2.
let private digammaNearZero (x: float) =
    let h = (x - zero) - zeroRest
    h * Polynomial.Evaluate(h, atRoot)

/// The derivative of log |Γ(x)|; NaN at its poles. Beside the roots above -200 it is computed with more digits.
let rec digamma (x: float) : float =
    if x >= 10.0 then
        digammaAsymptotic x
    elif x > 0.96 then
        let mutable down = x
        let mutable sum = 0.0

        while down > 1.96 do
            down <- down - 1.0
            sum <- sum + 1.0 / down

        sum + digammaNearZero down
    elif x > 0.0 then
        digammaNearZero (x + 1.0) - 1.0 / x
    elif isWhole x || not (Double.IsFinite x) then
        nan
    else
        match digamma (1.0 - x) - Math.PI * cotOfHalfTurns x with
        | y when x > -200.0 && Math.Abs y < 1.0 -> (LogGammaNumeric.digamma (DoubleDouble.Of x)).High
        | y -> y

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

/// The beta function, its logarithm and its derivatives, as functions of numbers.
[<RequireQualifiedAccess>]
module internal AutoDiff.BetaNumeric

open System
open System.Collections.Concurrent
open AutoDiff.Kernels
open MathNet.Numerics

/// log(Γ(a) Γ(b) / Γ(a + b)) for a, b >= 0.
let logBeta (a: float) (b: float) : float =
    let p = Math.Min(a, b)
    let q = Math.Max(a, b)

    if not (p >= 0.0) then
        nan
    elif p = 0.0 then
        infinity
    elif Double.IsInfinity q then
        -infinity
    elif p = 1.0 || q = 1.0 then
        -(Math.Log(p * q)) // beta(1, q) = 1/q
    elif q >= 1e150 && p >= 20.0 then
        let h = p / q
        (p - 0.5) * (Math.Log h - Numeric.log1p h) - q * Numeric.log1p h - 0.5 * Math.Log q
    else
        (LogGammaNumeric.logBeta p q).High

/// Γ(a) Γ(b) / Γ(a + b) for a, b >= 0.
let beta (a: float) (b: float) : float =
    let p = Math.Min(a, b)
    let q = Math.Max(a, b)

    if not (p >= 0.0) then
        nan
    elif p = 1.0 || q = 1.0 then
        1.0 / (p * q)
    elif p > 0.0 && (q < 1e150 || (p < 20.0 && Double.IsFinite q)) then
        DoubleDouble.Exp(LogGammaNumeric.logBeta p q)
    else
        Math.Exp(logBeta a b)

// Taylor coefficients of functions of two numbers, up to the order m in the first and n in the second.

let private coefficients m n (f: int -> int -> float) = Array2D.init (m + 1) (n + 1) f

/// A product of such functions.
let private times (f: float[,]) (g: float[,]) : float[,] =
    let entry i j =
        let mutable sum = 0.0

        for k in 0..i do
            for l in 0..j do
                sum <- sum + f[k, l] * g[i - k, j - l]

        sum

    Array2D.init (Array2D.length1 f) (Array2D.length2 f) entry

/// The exponential of such a function, whose value is given: e' = f' e.
let private exponential (value: float) (f: float[,]) : float[,] =
    let e = Array2D.zeroCreate (Array2D.length1 f) (Array2D.length2 f)

    for i in 0 .. Array2D.length1 f - 1 do
        for j in 0 .. Array2D.length2 f - 1 do
            let mutable sum = 0.0

            for k in 0..i do
                for l in 0..j do
                    sum <- sum + float (if i > 0 then k else l) * f[k, l] * (if k = 0 && l = 0 then 0.0 else e[i - k, j - l])

            e[i, j] <- if i = 0 && j = 0 then value else sum / float (if i > 0 then i else j)

    e

/// The r-th derivative of φ(x) = (exp x - 1) / x for |x| < 1, by its series.
let private phi (r: int) (x: float) =
    let mutable power = 1.0
    let mutable sum = 0.0

    for k in 0..24 do
        sum <- sum + power / float (k + r + 1)
        power <- power * x / float (k + 1)

    sum

/// φ of such a function.
let private phiOf (u: float[,]) : float[,] =
    let order = Array2D.length1 u + Array2D.length2 u - 2
    let rest = u |> Array2D.mapi (fun i j c -> if i = 0 && j = 0 then 0.0 else c)
    let mutable sum = u |> Array2D.map (fun _ -> 0.0)

    for r in order .. -1 .. 0 do
        sum <- times sum rest
        sum[0, 0] <- sum[0, 0] + phi r u[0, 0] / SpecialFunctions.Factorial r

    sum

let private polygammas = ConcurrentDictionary<int, UnaryMap>()
let private differences = ConcurrentDictionary<int, BinaryMap>()

let private psi n (x: float) : float =
    if n = 0 then
        GammaNumeric.digamma.Apply x
    else
        polygammas.GetOrAdd(n, GammaNumeric.polygamma).Apply x

let private psiDifference n (a: float) (b: float) : float = differences.GetOrAdd(n, GammaNumeric.polygammaDifference).Apply(a, b)

/// The derivatives by the logarithmic ones. Terms of mixed derivatives cancel where an argument is small.
let private byLogarithm m n a b =
    let f i j =
        match i, j with
        | 0, 0 -> 0.0
        | _, 0 -> psiDifference (i - 1) a b / SpecialFunctions.Factorial i
        | 0, _ -> psiDifference (j - 1) b a / SpecialFunctions.Factorial j
        | _ -> -(psi (i + j - 1) (a + b)) / (SpecialFunctions.Factorial i * SpecialFunctions.Factorial j)

    match beta a b with
    | 0.0 -> 0.0
    | value -> (exponential value (coefficients m n f))[m, n]

/// (x + shift) f where x is the first argument.
let private timesFirst (x: float) (f: float[,]) = f |> Array2D.mapi (fun i j c -> x * c + (if i > 0 then f[i - 1, j] else 0.0))

/// (log Γ(1 + a) + log Γ(b) - log Γ(a + b)) / a for small a, from the Taylor series in a.
let private logarithmOverFirst m n (a: float) (b: float) =
    let terms = 30
    let at one x = Array.init (terms + n) (fun k -> if one && k >= terms then 0.0 else psi k x)
    let atOne, atB = at true 1.0, at false b

    let coefficient i k =
        let mutable sum = 0.0

        for j in terms - 1 .. -1 .. i + 1 do
            let slope = (if k = 0 then atOne[j - 1] else 0.0) - atB[j - 1 + k]
            sum <- sum + SpecialFunctions.Binomial(j - 1, i) / SpecialFunctions.Factorial j * Math.Pow(a, float (j - 1 - i)) * slope

        sum / SpecialFunctions.Factorial k

    coefficients m n coefficient

// Terms of the series below, and what they need: Pascal's triangle and ζ(2), ζ(3), …
let private orders = 46

let private binomial =
    Array.init orders (fun n -> Array.init orders (fun k -> if k > n then 0.0 else SpecialFunctions.Binomial(n, k)))

let private zetas =
    Array.init orders (fun k -> if k < 2 then 0.0 else Math.Abs(psi (k - 1) 1.0) / SpecialFunctions.Factorial(k - 1))

/// log(Γ(1 + a) Γ(1 + b) / Γ(1 + a + b)) / (a b) for a + b < 0.4, from the power series of log Γ(1 + x), whose coefficients are values of
/// the zeta function (Abramowitz and Stegun 6.1.33).
let private logarithmOverBoth m n (a: float) (b: float) =
    let powersOfA = Array.init orders (fun k -> Math.Pow(a, float k))
    let powersOfB = Array.init orders (fun k -> Math.Pow(b, float k))

    let coefficient i j =
        let mutable sum = 0.0

        for k in orders - 1 .. -1 .. i + j + 2 do
            let factor = (if k % 2 = 0 then -zetas[k] else zetas[k]) / float k

            for p in i + 1 .. k - 1 - j do
                let taylor = binomial[p - 1][i] * binomial[k - p - 1][j]
                sum <- sum + factor * binomial[k][p] * taylor * powersOfA[p - 1 - i] * powersOfB[k - p - 1 - j]

        sum

    coefficients m n coefficient

/// The Taylor coefficient of 1/x.
let private pole (order: int) (x: float) = (if order % 2 = 0 then 1.0 else -1.0) * Math.Pow(x, -float(order + 1))

/// beta(a, b) = 1/a + g φ(a g) for small a, and for small b too 1/a + 1/b + (a + b) h φ(a b h): poles do not occur in mixed derivatives.
let private byPoles m n a b =
    let poleOfFirst = if n = 0 then pole m a else 0.0

    if b < 0.2 then
        let h = logarithmOverBoth m n a b
        let transposed f = Array2D.init (Array2D.length2 f) (Array2D.length1 f) (fun i j -> f[j, i])
        let byFirst = timesFirst a
        let bySecond f = transposed (timesFirst b (transposed f))
        let product = times h (phiOf (byFirst (bySecond h)))
        let poleOfSecond = if m = 0 then pole n b else 0.0
        Some(poleOfFirst + poleOfSecond + (byFirst product)[m, n] + (bySecond product)[m, n])
    else
        let g = logarithmOverFirst m n a b
        let u = timesFirst a g
        if Math.Abs u[0, 0] < 1.0 then Some(poleOfFirst + (times g (phiOf u))[m, n]) else None

/// The m-th derivative in a and n-th in b of beta; mixed ones to relative 1e-13 up to the third order.
let rec derivative (m: int) (n: int) (a: float) (b: float) : float =
    if a > b then
        derivative n m b a
    elif not (a >= 0.0) then
        nan
    else
        let nearPoles = (b < 0.2 || a < 0.05) && (a < 1e-150 || (m > 0 && n > 0)) && Double.IsFinite b
        let found = if nearPoles then byPoles m n a b else None

        SpecialFunctions.Factorial m
        * SpecialFunctions.Factorial n
        * (found |> Option.defaultWith (fun () -> byLogarithm m n a b))

/// The beta function, its logarithm and its derivatives, as functions of numbers.
[<RequireQualifiedAccess>]
module internal AutoDiff.BetaNumeric

open System
open System.Collections.Concurrent
open AutoDiff.Kernels
open MathNet.Numerics

let private besideOne = Func<_, _, _>(fun p q -> if p = 1.0 then 0.0 else (LogGammaNumeric.logBeta p q).High)

/// log(Γ(a) Γ(b) / Γ(a + b)) for a, b >= 0.
let logBeta = BinaryMap.OverWith<LogBeta, Func<float, float, float>> besideOne

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

let private psi n (x: float) : float =
    if n = 0 then
        GammaNumeric.digamma.Apply x
    else
        polygammas.GetOrAdd(n, GammaNumeric.polygamma).Apply x

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

/// The Taylor coefficient of 1/x.
let private pole (order: int) (x: float) = (if order % 2 = 0 then 1.0 else -1.0) * Math.Pow(x, -float(order + 1))

/// The derivative for small a and other b, by beta(a, b) = 1/a + g φ(a g): poles do not occur in mixed ones. NaN where b is so large that the
/// series of φ does not do.
let private besidePole m n a b =
    let g = logarithmOverFirst m n a b
    let u = timesFirst a g

    if Math.Abs u[0, 0] < 1.0 then
        let y = (if n = 0 then pole m a else 0.0) + (times g (phiOf u))[m, n]
        SpecialFunctions.Factorial m * SpecialFunctions.Factorial n * y
    else
        nan

/// The m-th derivative in a and n-th in b of beta; mixed ones to relative 5e-13 up to the third order.
let derivative (m: int) (n: int) : BinaryMap =
    let besidePoles (a: float) (b: float) =
        match Math.Min(a, b) with
        | small when not (small < 0.05) -> nan
        | small when small < a -> besidePole n m b a
        | _ -> besidePole m n a b

    BinaryMap.OverWith<BetaDerivative, BetaOrders>(BetaOrders(m, n, Array.init (m + n) GammaNumeric.stirling, Func<_, _, _> besidePoles))

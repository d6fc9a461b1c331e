/// What the gamma function's logarithm, its derivatives and those of the beta function are computed with.
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

/// What stands in Stirling's series of the n-th derivative of digamma: n, the factor ±n!, and B₂ₖ (2k + n - 1)! / ((2k)! n!).
let stirling (n: int) : float[] =
    let coefficient i b =
        let k = 2 * (i + 1)

        let binomial =
            if n = 0 then
                1.0
            else
                Seq.fold (fun product j -> product * float (k + j) / float j) 1.0 [ 1 .. n - 1 ]

        b * binomial / float (if n = 0 then k else n)

    let factorial = SpecialFunctions.Factorial n
    [| float n; (if n % 2 = 1 then factorial else -factorial); yield! bernoulli |> Array.mapi coefficient |]

/// The n-th derivative of the cotangent, a polynomial in it: each derivative multiplies by -(1 + c²) that with respect to c.
let private cotDerivative (n: int) : float[] =
    let mutable p = [| 0.0; 1.0 |]

    for _ in 1..n do
        let slope = Array.init (p.Length - 1) (fun i -> float (i + 1) * p[i + 1])
        let at i = if i >= 0 && i < slope.Length then slope[i] else 0.0
        p <- Array.init (p.Length + 1) (fun i -> -(at i + at (i - 2)))

    p

/// The n-th derivative of digamma, n > 0; NaN at its poles.
let polygamma (n: int) : UnaryMap =
    let p = cotDerivative n
    let cotangents = [| for i in (n + 1) % 2 .. 2 .. p.Length - 1 -> -Math.Pow(Math.PI, float (n + 1)) * p[i] |]
    UnaryMap.OverWith<Polygamma, float[]>(Array.append (stirling n) cotangents)

/// ψₙ(a) - ψₙ(a + b), where ψₙ is the n-th derivative of digamma, for a, b >= 0.
let polygammaDifference (n: int) : BinaryMap = BinaryMap.OverWith<PolygammaDifference, float[]>(stirling n)

/// The m-th derivative in a and n-th in b of beta; mixed ones to relative 3e-13 up to the third order.
let betaDerivative (m: int) (n: int) : BinaryMap =
    BinaryMap.OverWith<BetaDerivative, BetaOrders>(BetaOrders(m, n, Array.init (m + n + 1) stirling))

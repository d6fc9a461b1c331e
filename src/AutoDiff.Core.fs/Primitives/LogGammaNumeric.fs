/// The gamma function's logarithm and its slope with about 28 digits, for differences of them that cancel.
[<RequireQualifiedAccess>]
module internal AutoDiff.LogGammaNumeric

open System
open AutoDiff.Kernels

/// Where Stirling's series give 28 digits.
[<Literal>]
let private Large = 20.0

let private one = DoubleDouble.Of 1.0
let private half = DoubleDouble.Of 0.5
let private rationals = Array.map (fun (a, b) -> DoubleDouble.Ratio(a, b))

// B₂ₖ / (2k (2k - 1)), exact rationals
let private stirlingCoefficients =
    rationals
        [|
            1.0, 12.0
            -1.0, 360.0
            1.0, 1260.0
            -1.0, 1680.0
            1.0, 1188.0
            -691.0, 360360.0
            1.0, 156.0
            -3617.0, 122400.0
            43867.0, 244188.0
            -174611.0, 125400.0
            77683.0, 5796.0
            -236364091.0, 1506960.0
        |]

// B₂ₖ / 2k, likewise
let private slopeCoefficients = stirlingCoefficients |> Array.mapi (fun i c -> c * DoubleDouble.Of(float (2 * i + 1)))

let private halfLogTwoPi = DoubleDouble(0.9189385332046728, -3.8782941580672414e-17)

/// log Γ(x) - ((x - 1/2) log x - x + log(2π)/2) for x >= 20: Stirling's series (Abramowitz and Stegun 6.1.41).
let stirling (x: DoubleDouble) : DoubleDouble =
    let r = one / x
    r * DoubleDouble.Polynomial(stirlingCoefficients, 5, r * r)

/// log |Γ(x)| of a finite x that is no pole, by recurrence to large arguments: for x > -40, or it takes long.
let logGamma (x: DoubleDouble) : DoubleDouble =
    let mutable x = x
    let mutable product = one

    while x.High < Large do
        product <- product * x
        x <- x + one

    let size = if product.High < 0.0 then -product else product
    (x - half) * DoubleDouble.Log x - x + halfLogTwoPi + stirling x - DoubleDouble.Log size

/// The slope of logGamma, likewise (Abramowitz and Stegun 6.3.18).
let digamma (x: DoubleDouble) : DoubleDouble =
    let mutable x = x
    let mutable sum = DoubleDouble.Of 0.0

    while x.High < Large do
        sum <- sum + one / x
        x <- x + one

    let r = one / x
    DoubleDouble.Log x - r * half - r * r * DoubleDouble.Polynomial(slopeCoefficients, 5, r * r) - sum

/// log(Γ(p) Γ(q) / Γ(p + q)) for 0 < p <= q where p < 20: the large terms of Stirling's formula are combined before they can cancel
/// (Didonato and Morris, "Algorithm 708", ACM TOMS 18, 1992).
let logBeta (p: float) (q: float) : DoubleDouble =
    let sum = DoubleDouble.Sum(p, q)
    let h = DoubleDouble.Ratio(p, q)
    let p, q = DoubleDouble.Of p, DoubleDouble.Of q

    if q.High < Large then
        logGamma p + logGamma q - logGamma sum
    else
        let large = p * DoubleDouble.Log sum + (q - half) * DoubleDouble.Log1P h
        logGamma p + (stirling q - stirling sum) + (p - large)

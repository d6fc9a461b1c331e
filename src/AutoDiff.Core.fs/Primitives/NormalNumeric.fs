/// Derivatives of the inverse of Mills' ratio, λ = normalPdf / normalCdf, as functions of numbers.
[<RequireQualifiedAccess>]
module internal AutoDiff.NormalNumeric

open System
open System.Numerics
open AutoDiff.Kernels
open MathNet.Numerics

let private inverseMills = UnaryMap.Over<InverseMills>()

/// The first tail of the continued fraction λ(-t) = t + a₁, aₖ = k / (t + aₖ₊₁), for complex t of real part >= 1.
let private complexTail (t: Complex) =
    let mutable a = Complex.Zero

    for k in 20 + int (400.0 / (t.Real * t.Real)) .. -1 .. 1 do
        a <- Complex(float k, 0.0) / (t + a)

    a

/// n! times the coefficient of hⁿ in inverseMills(x + h), from λ' = -λ(x + λ).
let private byRiccati n (x: float) =
    let c: float[] = Array.zeroCreate (n + 1)
    c[0] <- inverseMills.Apply x

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

/// The beta function, its logarithm and its derivatives, as functions of numbers.
[<RequireQualifiedAccess>]
module internal AutoDiff.BetaNumeric

open System
open AutoDiff.Kernels

let private besideOne = Func<_, _, _>(fun p q -> if p = 1.0 then 0.0 else (LogGammaNumeric.logBeta p q).High)

/// log(Γ(a) Γ(b) / Γ(a + b)) for a, b >= 0.
let logBeta = BinaryMap.OverWith<LogBeta, Func<float, float, float>> besideOne

/// The m-th derivative in a and n-th in b of beta; mixed ones to relative 3e-13 up to the third order.
let derivative (m: int) (n: int) : BinaryMap =
    BinaryMap.OverWith<BetaDerivative, BetaOrders>(BetaOrders(m, n, Array.init (m + n + 1) GammaNumeric.stirling))

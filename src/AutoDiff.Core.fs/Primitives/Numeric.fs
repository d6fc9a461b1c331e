/// Functions of one number that the platform lacks or computes with a loss of digits.
[<RequireQualifiedAccess>]
module internal AutoDiff.Numeric

open System

/// x to a whole power; the common ones by multiplication, which rounds once.
let powInteger (n: int) : float -> float =
    match n with
    | 0 -> fun _ -> 1.0
    | 1 -> id
    | 2 -> fun x -> x * x
    | -1 -> fun x -> 1.0 / x
    | n -> fun x -> Math.Pow(x, float n)

/// exp x - 1. Kahan's form: the rounding errors of exp x in numerator and denominator cancel.
let expm1 (x: float) =
    match Math.Exp x with
    | 1.0 -> x
    | u when u - 1.0 = -1.0 -> -1.0
    | u when Double.IsInfinity u -> u
    | u -> (u - 1.0) * x / Math.Log u

/// log(1 + x), in Kahan's form too.
let log1p (x: float) =
    match 1.0 + x with
    | 1.0 -> x
    | u when Double.IsInfinity u -> u
    | u -> Math.Log u * x / (u - 1.0)

/// 1 / (1 + exp(-x)), by the exponential that does not overflow.
let sigmoid (x: float) =
    if x >= 0.0 then 1.0 / (1.0 + Math.Exp(-x))
    else
        let e = Math.Exp x
        e / (1.0 + e)

/// log(1 + exp x), likewise.
let softplus (x: float) = Math.Max(x, 0.0) + log1p (Math.Exp(-Math.Abs x))

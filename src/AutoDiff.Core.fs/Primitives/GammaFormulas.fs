/// The gamma function's logarithm and its first derivatives as formulas, for source that stands by itself.
[<RequireQualifiedAccess>]
module internal AutoDiff.GammaFormulas

open System

let private x = Formula.Operand 0
let private (+.) a b = Notation.plus a b
let private (-.) a b = Notation.minus a b
let private ( *. ) a b = Notation.times a b
let private (/.) a b = Notation.over a b
let private number value = Notation.number value
let private whole (k: int) = number (float k)

/// c₀ + c₁ t + c₂ t² …
let private polynomial (coefficients: float list) t = coefficients |> List.map number |> List.reduceBack (fun c rest -> c +. t *. rest)

/// A whole power.
let private power k z = if k = 1 then z else Notation.power (float k) z

/// How far up the recurrence goes, to where Stirling's series has 16 digits.
let private steps = 8

let private factorial (n: int) = List.fold (fun product k -> product * float k) 1.0 [ 1..n ]

/// What follows the first two terms of Stirling's series of the n-th derivative of digamma (Abramowitz and Stegun 6.3.18 and 6.4.11).
let private tail n =
    let coefficients =
        GammaNumeric.bernoulli
        |> List.ofArray
        |> List.mapi (fun i b -> let k = 2 * (i + 1) in b * factorial (k + n - 1) / factorial k)

    Notation.helper ("StirlingTail" + string n) "" (polynomial coefficients (Notation.one /. (x *. x)) /. power (n + 2) x)

/// The n-th derivative of digamma for x > 0, times (-1)ⁿ⁺¹: by recurrence, and there Stirling's series.
let private positive n =
    let z = x +. whole steps

    let recurrence =
        [ steps - 1 .. -1 .. 0 ]
        |> List.map (fun k -> number (factorial n) /. power (n + 1) (if k = 0 then x else x +. whole k))
        |> List.reduce (+.)

    let first = if n = 0 then Notation.opposite (Notation.log z) else number (factorial (n - 1)) /. power n z

    let second = number (0.5 * factorial n) /. power (n + 1) z
    Notation.helper ("PositivePolygamma" + string n) "" (tail n [ z ] +. second +. recurrence +. first)

let private positives = [| positive 0; positive 1; positive 2 |]
let private pi = number Math.PI
let private tanPi = Notation.call "tanPi" "" "Double.TanPi" [ x ]
let private sinPi = Notation.call "sinPi" "" "Double.SinPi" [ x ]
let private reflected n = positives[n] [ Notation.one -. x ]

/// Where x > 0 the one, at the other whole numbers NaN, elsewhere the other, by reflection (Abramowitz and Stegun 6.4.7).
let private byReflection one other =
    Notation.choose x ">" Notation.zero one (Notation.choose sinPi "==" Notation.zero Notation.notANumber other)

let private digamma' =
    let negative = Notation.opposite (reflected 0) -. pi /. tanPi
    Notation.helper "Digamma" "\\psi" (byReflection (Notation.opposite (positives[0] [ x ])) negative)

/// The slope of the logarithm of the gamma function.
let digamma z = digamma' [ z ]

let private trigamma =
    let negative = Notation.power 2.0 (pi /. sinPi) -. reflected 1
    Notation.helper "Trigamma" "\\psi^{(1)}" (byReflection (positives[1] [ x ]) negative)

let private tetragamma =
    let curvature = number 2.0 *. Notation.power 2.0 (pi /. sinPi) *. (pi /. tanPi)
    let negative = Notation.opposite (reflected 2) -. curvature
    Notation.helper "Tetragamma" "\\psi^{(2)}" (byReflection (Notation.opposite (positives[2] [ x ])) negative)

let private psis = [| digamma'; trigamma; tetragamma |]

/// The n-th derivative of digamma, up to the second.
let psi n z = psis[n] [ z ]

/// The n-th derivative of digamma, where it has a formula.
let polygamma n : Notation = if n < psis.Length then Notation.unary (psi n) else Notation.latex ("\\psi^{(" + string n + ")}")

/// log Γ(2 + x) for |x| <= 1/2 (Abramowitz and Stegun 6.1.33).
let private atTwo =
    let series =
        GammaNumeric.zetaMinusOne |> List.ofArray |> List.mapi (fun i z -> (if i % 2 = 0 then z else -z) / float (i + 2))

    Notation.helper "LogGammaAtTwo" "" (x *. polynomial (GammaNumeric.oneLessEuler :: series) x)

/// What Stirling's formula leaves of log Γ(x), for x >= 10: its series.
let stirling (x: Formula) : Formula =
    let coefficients =
        GammaNumeric.bernoulli |> List.ofArray |> List.mapi (fun i b -> let k = 2 * (i + 1) in b / float (k * (k - 1)))

    polynomial coefficients (Notation.one /. (x *. x)) /. x

/// log Γ(x) for x >= 10 (Abramowitz and Stegun 6.1.41).
let private far =
    Notation.helper
        "LogGammaFar"
        ""
        ((x -. Notation.half) *. (Notation.log x -. Notation.one) +. (number (GammaNumeric.halfLogTwoPi - 0.5) +. stirling x))

/// log Γ(x) for x > 0: between 1.5 and 2.5 by the series, beside that by recurrence.
let private positiveLogGamma =
    let down k = // for x - k between 1.5 and 2.5
        let product = [ 1..k ] |> List.map (fun j -> x -. whole j) |> List.reduce ( *. )
        Notation.log product +. atTwo [ x -. whole (k + 2) ]

    let below = x -. Notation.one

    let small =
        Notation.choose x ">=" Notation.half (atTwo [ below ] -. Notation.log1p below) (atTwo [ x ] -. Notation.log1p x -. Notation.log x)

    let near = Notation.choose x ">=" (number 1.5) (atTwo [ x -. whole 2 ]) small
    let middle = [ 1..8 ] |> List.fold (fun rest k -> Notation.choose x ">" (number (float k + 1.5)) (down k) rest) near
    Notation.helper "PositiveLogGamma" "" (Notation.choose x ">=" (number 10.0) (far [ x ]) middle)

let private logGamma' =
    let negative = Notation.log (pi /. Notation.abs sinPi) -. positiveLogGamma [ Notation.one -. x ]
    Notation.helper "LogGamma" "\\ln\\Gamma" (Notation.choose x ">" Notation.zero (positiveLogGamma [ x ]) negative)

/// The logarithm of |Γ(x)|; beside its negative roots with fewer digits than the library has.
let logGamma z = logGamma' [ z ]

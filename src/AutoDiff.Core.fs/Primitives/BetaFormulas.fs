/// The logarithm of the beta function and its first derivatives as formulas, for source that stands by itself.
[<RequireQualifiedAccess>]
module internal AutoDiff.BetaFormulas

let private x = Formula.Operand 0
let private z = Formula.Operand 1
let private (+.) a b = Notation.plus a b
let private (-.) a b = Notation.minus a b
let private ( *. ) a b = Notation.times a b
let private (/.) a b = Notation.over a b
let private number value = Notation.number value

/// From where on Stirling's series has 16 digits, and how far up the recurrence goes.
let private large = 10

/// x⁻ˢ - (x + z)⁻ˢ without cancellation.
let private lessPowers =
    Array.init 18 (fun s ->
        let part = Notation.power (float -s) x *. Notation.expm1 (number (float -s) *. Notation.log1p (z /. x))
        Notation.helper ("LessPower" + string s) "" (Notation.opposite part))

/// The n-th derivative of digamma at x less that at x + z, times (-1)ⁿ⁺¹: by recurrence, and from there on by Stirling's series.
let private difference n =
    let less s at : Formula = lessPowers[s] [ at; z ]
    let factorial k = List.fold (fun product k -> product * float k) 1.0 [ 1..k ]
    let lessNext = less (n + 1)
    let recurrence = [ large - 1 .. -1 .. 0 ] |> List.map (fun k -> lessNext (x +. number (float k)))
    let far = x +. number (float large)

    let term i b =
        let k = 2 * (i + 1)
        number (b * factorial (k + n - 1) / factorial k) *. less (k + n) far

    let series = GammaNumeric.bernoulli |> List.ofArray |> List.take 8 |> List.mapi term |> List.rev
    let first = if n = 0 then Notation.log1p (z /. far) else number (factorial (n - 1)) *. less n far
    let small = List.reduce (+.) series +. number (0.5 * factorial n) *. lessNext far
    let total = small +. number (factorial n) *. List.reduce (+.) recurrence +. first
    let signed = if n % 2 = 1 then total else Notation.opposite total
    let atInfinity = Notation.choose x "==" (number infinity) Notation.zero signed
    Notation.helper ("PolygammaDifference" + string n) "" atInfinity

let private differences = [| difference 0; difference 1 |]

/// The n-th derivative of digamma at one number less that at the sum of both, where it has a formula.
let polygammaDifference n : Notation =
    if n < differences.Length then
        Notation.binary (fun a b -> Notation.guarded (GammaFormulas.psi n a -. GammaFormulas.psi n (a +. b)) (differences[n] [ a; b ]))
    else
        Notation.byName

/// What Stirling's formula leaves of log Γ(x), from 10 on.
let private stirling = Notation.helper "StirlingRest" "" (GammaFormulas.stirling x)

/// log B(x, z) for x <= z.
let private ordered =
    let sum, h = x +. z, x /. z
    let logGamma = GammaFormulas.logGamma
    let near = logGamma x +. logGamma z -. logGamma sum
    let half = Notation.half

    let middle =
        logGamma x +. (stirling [ z ] -. stirling [ sum ]) +. (x -. (x *. Notation.log sum +. (z -. half) *. Notation.log1p h))

    let both =
        let large = (x -. half) *. (Notation.log h -. Notation.log1p h) -. z *. Notation.log1p h

        number GammaNumeric.halfLogTwoPi +. (stirling [ x ] +. stirling [ z ] -. stirling [ sum ]) -. half *. Notation.log z
        +. large

    let ten = number (float large)
    let finite = Notation.choose z "<" ten near (Notation.choose x "<" ten middle both)
    Notation.helper "OrderedLogBeta" "" (Notation.choose z "==" (number infinity) (number -infinity) finite)

let private logBeta' = Notation.helper "LogBeta" "\\ln B" (ordered [ Notation.min x z; Notation.max x z ])

/// The logarithm of the beta function; beside its zeros with fewer digits than the library has.
let logBeta a b = logBeta' [ a; b ]

/// The error function and the normal distribution as formulas: MathNet's functions, with what rounding their arguments loses put back.
[<RequireQualifiedAccess>]
module internal AutoDiff.NormalFormulas

let private first = Formula.Operand 0
let private second = Formula.Operand 1
let private times x z = Notation.times x z

/// x z + w, rounded once.
let private fused x z w = Notation.call "fma" "" "Math.FusedMultiplyAdd" [ x; z; w ]

/// exp(-c x²), where c x² is rounded: times 1 - c (x² less its rounding).
let private powerOfSquare (c: float) x =
    let square = times x x
    let lost = fused x x (Notation.opposite square)
    let power = Notation.exp (times (Notation.number -c) square)
    times power (Notation.minus Notation.one (times (Notation.number c) lost))

let private beyond bound outside inside = Notation.choose (Notation.abs first) ">" (Notation.number bound) outside inside

let private gaussian' = Notation.helper "Gaussian" "" (beyond 28.0 Notation.zero (powerOfSquare 1.0 first))

/// exp(-x²)
let gaussian x = Notation.guarded (Notation.exp (Notation.opposite (Notation.power 2.0 x))) (gaussian' [ x ])

let private density =
    let scale = Notation.number 0.3989422804014327 // 1 / sqrt(2 pi)
    Notation.helper "NormalPdf" "\\varphi" (beyond 39.0 Notation.zero (times scale (powerOfSquare 0.5 first)))

/// The density of the standard normal distribution.
let normalPdf x = density [ x ]

/// The error function.
let erf x = Notation.call "erf" "\\operatorname{erf}" "MathNet.Numerics.SpecialFunctions.Erf" [ x ]

// MathNet multiplies by exp of the rounded square
let private erfc' =
    let rounded = Notation.call "erfc" "" "MathNet.Numerics.SpecialFunctions.Erfc" [ first ]
    let lost = fused first first (Notation.opposite (times first first))

    let inTail =
        Notation.choose first "<" (Notation.number 30.0) (times rounded (Notation.minus Notation.one lost)) Notation.zero

    Notation.helper "Erfc" "\\operatorname{erfc}" (Notation.choose first ">" Notation.half inTail rounded)

/// 1 - erf x
let erfc x = erfc' [ x ]

// erfc(-x / sqrt 2) / 2, with the slope of erfc times what the argument lost
let private cdfAt =
    let half = Notation.number 0.7071067811865476 // sqrt(1/2), and what that lost

    let lost =
        Notation.minus
            (fused (Notation.opposite first) half (Notation.opposite second))
            (times first (Notation.number -4.833646656726457e-17))

    let slope = times (Notation.number 1.1283791670955126) (Notation.exp (Notation.opposite (times second second)))
    Notation.helper "NormalCdfAt" "" (times Notation.half (Notation.minus (erfc second) (times lost slope)))

let private cdf =
    let ends = Notation.choose first ">" Notation.zero Notation.one Notation.zero
    let inside = cdfAt [ first; times (Notation.opposite first) (Notation.number 0.7071067811865476) ]
    Notation.helper "NormalCdf" "\\Phi" (beyond 40.0 ends inside)

/// The standard normal distribution.
let normalCdf x = cdf [ x ]

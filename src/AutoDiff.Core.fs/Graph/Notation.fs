namespace AutoDiff

open System
open AutoDiff.Kernels

/// A function of numbers, as text, formulas and source write it.
[<ReferenceEquality>]
type internal Written =
    {
        Name: string
        /// A LaTeX command that stands before its arguments, or a pattern: #1 is the first argument, @1 the same in parentheses where it is
        /// not a single sign.
        Latex: string
        Source: Source
    }

/// What source calls to compute a function of numbers.
and internal Source =
    /// Nothing short computes it: source is refused.
    | Unwritten
    /// A static method, which C# and F# call alike, or a pattern with #1, #2 for its arguments.
    | Method of string
    /// A function that is written out beside the program: its arguments are the operands of the formula.
    | Helper of Formula

/// An elementwise operation as arithmetic on its operands.
and [<RequireQualifiedAccess>] internal Formula =
    | Operand of int
    | Number of float
    | Plus of Formula * Formula
    | Minus of Formula * Formula
    | Times of Formula * Formula
    | Over of Formula * Formula
    | Opposite of Formula
    /// A constant power.
    | Power of Formula * float
    | Apply of Written * Formula list
    /// Where a comparison of the first two holds, the third, else the fourth.
    | Choose of comparison: string * left: Formula * right: Formula * yes: Formula * no: Formula
    /// What people read, and how it is computed where the two differ: at awkward points, or in its tails.
    | Guarded of read: Formula * computed: Formula

/// A whole-matrix operation written out as a function of rows, columns and elements, column by column, of each operand that it uses.
[<ReferenceEquality>]
type internal Routine =
    {
        Name: string
        /// The operands that it uses.
        Uses: int list
        CSharp: string
        FSharp: string
    }

/// How an operation is written: what text, formulas and source know of a primitive.
[<RequireQualifiedAccess>]
type internal Notation =
    /// By the name of the primitive, in formulas by LaTeX as Written has it, or by the name where there is none.
    | Named of latex: (string | null)
    /// At every element, this.
    | Elementwise of Formula
    /// The same numbers.
    | Unchanged
    /// Each element of the result lies at its place of this window of the operand.
    | Gather of (Extent -> View)
    /// Each element of operand i is added to zeros at its place of this window of the result.
    | Scatter of (int -> Extent -> View)
    /// A matrix product, either operand taken transposed.
    | Product of left: bool * right: bool
    /// By the name, and in source by a routine.
    | Routine of latex: (string | null) * Routine

/// Formulas as the records of primitives write them.
[<RequireQualifiedAccess>]
module internal Notation =
    let private first = Formula.Operand 0
    let private second = Formula.Operand 1

    /// By the name of the primitive.
    let byName = Notation.Named null
    /// By a LaTeX command, or a pattern.
    let latex command = Notation.Named command
    /// A formula of one operand.
    let unary (formula: Formula -> Formula) = Notation.Elementwise(formula first)
    /// A formula of two operands.
    let binary (formula: Formula -> Formula -> Formula) = Notation.Elementwise(formula first second)
    /// A formula of three operands.
    let ternary (formula: Formula -> Formula -> Formula -> Formula) = Notation.Elementwise(formula first second (Formula.Operand 2))

    let plus x z = Formula.Plus(x, z)
    let minus x z = Formula.Minus(x, z)
    let times x z = Formula.Times(x, z)
    let over x z = Formula.Over(x, z)
    let opposite x = Formula.Opposite x
    let private (+) x z = plus x z
    let private (-) x z = minus x z
    let private (*) x z = times x z
    let private (/) x z = over x z
    let private (~-) x = opposite x
    let number (value: float) = Formula.Number value
    let zero = number 0.0
    let one = number 1.0
    let half = number 0.5
    let notANumber = number nan
    let power (exponent: float) (x: Formula) = Formula.Power(x, exponent)
    /// Where left and right compare so, yes, else no.
    let choose left comparison right yes no : Formula = Formula.Choose(comparison, left, right, yes, no)
    /// What people read, and how it is computed.
    let guarded read computed : Formula = Formula.Guarded(read, computed)

    /// A function that .NET has.
    let call name latex method (arguments: Formula list) = Formula.Apply({ Name = name; Latex = latex; Source = Method method }, arguments)

    /// A function of one number that .NET has.
    let math name latex method = Notation.Elementwise(call name latex method [ first ])

    /// A function that is written out beside the program, once for all its calls.
    let helper name latex (body: Formula) =
        let written = { Name = name; Latex = latex; Source = Helper body }
        fun (arguments: Formula list) -> (Formula.Apply(written, arguments): Formula)

    let abs (x: Formula) : Formula = call "abs" "\\left|#1\\right|" "Math.Abs" [ x ]
    let exp (x: Formula) : Formula = call "exp" "e^{#1}" "Math.Exp" [ x ]
    let log (x: Formula) : Formula = call "log" "\\ln" "Math.Log" [ x ]
    let tanh (x: Formula) : Formula = call "tanh" "\\tanh" "Math.Tanh" [ x ]
    let max (x: Formula) (z: Formula) : Formula = call "max" "\\max" "Math.Max" [ x; z ]
    let min (x: Formula) (z: Formula) : Formula = call "min" "\\min" "Math.Min" [ x; z ]
    let sqrt (x: Formula) : Formula = guarded (power 0.5 x) (call "sqrt" "" "Math.Sqrt" [ x ])

    let private sign' =
        helper "Sign" "\\operatorname{sgn}" (choose first ">" zero one (choose first "<" zero (number -1.0) first))

    /// -1, 0 or 1.
    let sign (x: Formula) : Formula = sign' [ x ]

    let private share' =
        let equal = choose first "==" second half notANumber
        helper "Share" "\\operatorname{share}" (choose first ">" second one (choose first "<" second zero equal))

    /// 1, 1/2 or 0.
    let share (x: Formula) (z: Formula) : Formula = share' [ x; z ]

    let private step' = helper "Step" "\\operatorname{step}" (choose first ">" zero one (choose first "<=" zero zero first))
    /// 1 or 0.
    let step (x: Formula) : Formula = step' [ x ]

    // log(1 + x) and exp x - 1 in Kahan's form, in which the rounding errors of 1 + x and of exp x cancel
    let private logOfNext =
        let far = choose second ">" (number Double.MaxValue) second (log second * first / (second - one))
        helper "LogOfNext" "" (choose second "==" one first far)

    let private log1p' = helper "Log1p" "" (logOfNext [ first; one + first ])

    /// The natural logarithm of 1 + x.
    let log1p (x: Formula) : Formula = guarded (log (one + x)) (log1p' [ x ])

    let private powerLessOne =
        let far = choose second ">" (number Double.MaxValue) second ((second - one) * first / log second)
        helper "PowerLessOne" "" (choose second "==" one first (choose (second - one) "==" (number -1.0) (number -1.0) far))

    let private expm1' = helper "Expm1" "" (powerLessOne [ first; exp first ])

    /// e to the x, minus 1.
    let expm1 (x: Formula) : Formula = guarded (exp x - one) (expm1' [ x ])

    let private sigmoid' =
        helper "Sigmoid" "\\sigma" (choose first ">=" zero (one / (one + exp -first)) (exp first / (one + exp first)))

    /// The logistic function.
    let sigmoid (x: Formula) : Formula = sigmoid' [ x ]

    let private densityOf = helper "DensityOf" "" (first / ((one + first) * (one + first)))
    let private density = helper "LogisticDensity" "" (densityOf [ exp -(abs first) ])

    /// The slope of the logistic function.
    let logisticDensity (x: Formula) : Formula = guarded (sigmoid x * (one - sigmoid x)) (density [ x ])

    let private softplus' = helper "Softplus" "\\operatorname{softplus}" (max first zero + log1p' [ exp -(abs first) ])

    /// log(1 + exp x).
    let softplus (x: Formula) : Formula = softplus' [ x ]

    let private square x z = power 2.0 x + power 2.0 z
    let private length x z = call "hypot" "" "Double.Hypot" [ x; z ]

    /// The square root of x² + z².
    let hypot (x: Formula) (z: Formula) : Formula = guarded (power 0.5 (square x z)) (length x z)

    /// x / √(x² + z²), 0 at the origin.
    let direction (x: Formula) (z: Formula) : Formula =
        guarded (x / power 0.5 (square x z)) (choose (length x z) "==" zero zero (x / length x z))

    /// x / (x² + z²), 0 at the origin.
    let inversion (x: Formula) (z: Formula) : Formula =
        guarded (x / square x z) (choose (length x z) "==" zero zero (x / length x z / length x z))

    /// The real and the imaginary part of 1 / (x + iz)ⁿ.
    let inversePower (n: int) (x: Formula) (z: Formula) : Formula * Formula =
        let a, b = inversion x z, -(inversion z x)
        List.fold (fun (re, im) _ -> re * a - im * b, re * b + im * a) (a, b) [ 2..n ]

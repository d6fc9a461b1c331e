namespace AutoDiff

open System
open System.Globalization

/// How a language writes formulas.
[<ReferenceEquality>]
type internal Dialect =
    {
        /// Operand i.
        Operand: int -> string
        /// A function of arguments already written.
        Apply: Written -> string list -> string
        /// A constant power of a formula, written at the level where nothing needs parentheses.
        Power: string -> float -> string
        /// What is chosen by a comparison of two formulas, all written without parentheses.
        Choose: string -> string -> string -> string -> string -> string
        /// Whether formulas are written for computing, or for reading.
        Computes: bool
    }

/// Formulas in infix notation, with no more parentheses than they need.
[<RequireQualifiedAccess>]
module internal Infix =
    /// A number as C# and F# read it back to the last bit.
    let number (value: float) =
        if Double.IsNaN value then
            "Double.NaN"
        elif Double.IsPositiveInfinity value then
            "Double.PositiveInfinity"
        elif Double.IsNegativeInfinity value then
            "Double.NegativeInfinity"
        else
            let text = value.ToString("R", CultureInfo.InvariantCulture)
            if text.IndexOfAny [| '.'; 'E' |] < 0 then text + ".0" else text

    /// A number for reading.
    let plainNumber (value: float) = value.ToString("R", CultureInfo.InvariantCulture)

    /// A name that starts with a small letter.
    let small (name: string) = string (Char.ToLowerInvariant name[0]) + name.Substring 1

    // sums bind at 1, products at 2, powers and all else at 3
    let private within (level: int) (own: int) (text: string) = if own < level then "(" + text + ")" else text

    let rec private writeAt (dialect: Dialect) (level: int) (formula: Formula) : string =
        let at = writeAt dialect
        let infix own left sign right = within level own (at own left + sign + at (own + 1) right)

        match formula with
        | Formula.Operand i -> dialect.Operand i
        | Formula.Number value ->
            let text = if dialect.Computes then number value else plainNumber value
            if text.StartsWith '-' then within level 1 text else text
        | Formula.Plus(x, z) -> infix 1 x " + " z
        | Formula.Minus(x, z) -> infix 1 x " - " z
        | Formula.Times(x, z) -> infix 2 x " * " z
        | Formula.Over(x, z) -> infix 2 x " / " z
        | Formula.Opposite x -> within level 1 ("-" + at 3 x)
        | Formula.Power(x, exponent) -> within level 3 (dialect.Power (at (if dialect.Computes then 0 else 4) x) exponent)
        | Formula.Apply(written, arguments) -> dialect.Apply written (List.map (at 0) arguments)
        | Formula.Choose(comparison, left, right, yes, no) ->
            within level 0 (dialect.Choose comparison (at 1 left) (at 1 right) (at 0 yes) (at 0 no))
        | Formula.Guarded(read, computed) -> at level (if dialect.Computes then computed else read)

    /// A formula in a dialect.
    let write (dialect: Dialect) (formula: Formula) : string = writeAt dialect 0 formula

/// Formulas without what changes no number: factors of 1, guards whose outcome is known, arithmetic of constants.
[<RequireQualifiedAccess>]
module internal AutoDiff.Simplify

let private compare (comparison: string) (left: float) (right: float) =
    match comparison with
    | "<" -> left < right
    | "<=" -> left <= right
    | ">" -> left > right
    | ">=" -> left >= right
    | "==" -> left = right
    | _ -> left <> right

/// The formula, of operands of which some are constants.
let rec formula (operand: int -> Formula) (f: Formula) : Formula =
    let simple = formula operand

    match f with
    | Formula.Operand i -> operand i
    | Formula.Number _ -> f
    | Formula.Plus(x, z) ->
        match simple x, simple z with
        | Formula.Number a, Formula.Number b -> Formula.Number(a + b)
        | x, Formula.Opposite z -> Formula.Minus(x, z) // x + -z -> x - z
        | x, z -> Formula.Plus(x, z)
    | Formula.Minus(x, z) ->
        match simple x, simple z with
        | Formula.Number a, Formula.Number b -> Formula.Number(a - b)
        | x, Formula.Opposite z -> Formula.Plus(x, z) // x - -z -> x + z
        | x, z -> Formula.Minus(x, z)
    | Formula.Times(x, z) ->
        match simple x, simple z with
        | Formula.Number a, Formula.Number b -> Formula.Number(a * b)
        | Formula.Number 1.0, x // 1 * x -> x
        | x, Formula.Number 1.0 -> x // x * 1 -> x
        | Formula.Number -1.0, x // -1 * x -> -x
        | x, Formula.Number -1.0 -> opposite x // x * -1 -> -x
        | x, z -> Formula.Times(x, z)
    | Formula.Over(x, z) ->
        match simple x, simple z with
        | Formula.Number a, Formula.Number b -> Formula.Number(a / b)
        | x, Formula.Number 1.0 -> x // x / 1 -> x
        | x, z -> Formula.Over(x, z)
    | Formula.Opposite x -> opposite (simple x)
    | Formula.Power(x, exponent) ->
        match simple x with
        | x when exponent = 1.0 -> x // x^1 -> x
        | _ when exponent = 0.0 -> Formula.Number 1.0 // x^0 -> 1
        | x -> Formula.Power(x, exponent)
    | Formula.Apply(written, arguments) -> Formula.Apply(written, List.map simple arguments)
    | Formula.Choose(comparison, left, right, yes, no) ->
        match simple left, simple right with
        | Formula.Number a, Formula.Number b -> simple (if compare comparison a b then yes else no)
        | left, right -> Formula.Choose(comparison, left, right, simple yes, simple no)
    | Formula.Guarded(read, computed) ->
        match simple read, simple computed with
        | read, computed when read = computed -> read
        | read, computed -> Formula.Guarded(read, computed)

and private opposite (x: Formula) : Formula =
    match x with
    | Formula.Number a -> Formula.Number -a
    | Formula.Opposite x -> x // --x -> x
    | x -> Formula.Opposite x

/// The operands that a formula reads, in order.
let operands (f: Formula) : int list =
    let rec collect f =
        match f with
        | Formula.Operand i -> [ i ]
        | Formula.Number _ -> []
        | Formula.Plus(x, z)
        | Formula.Minus(x, z)
        | Formula.Times(x, z)
        | Formula.Over(x, z)
        | Formula.Guarded(x, z) -> collect x @ collect z
        | Formula.Opposite x
        | Formula.Power(x, _) -> collect x
        | Formula.Apply(_, arguments) -> List.collect collect arguments
        | Formula.Choose(_, left, right, yes, no) -> List.collect collect [ left; right; yes; no ]

    collect f |> List.distinct |> List.sort

/// An estimate of the floating-point operations of a formula: 1 for arithmetic and comparisons, 10 for a function.
let rec cost (f: Formula) : int =
    match f with
    | Formula.Operand _
    | Formula.Number _ -> 0
    | Formula.Plus(x, z)
    | Formula.Minus(x, z)
    | Formula.Times(x, z)
    | Formula.Over(x, z) -> 1 + cost x + cost z
    | Formula.Opposite x -> 1 + cost x
    | Formula.Power(x, exponent) when exponent = 2.0 || exponent = 3.0 -> int exponent - 1 + cost x
    | Formula.Power(x, _) -> 10 + cost x
    | Formula.Apply(_, arguments) -> 10 + List.sumBy cost arguments
    | Formula.Choose(_, left, right, yes, no) -> 1 + cost left + cost right + max (cost yes) (cost no)
    | Formula.Guarded(read, _) -> cost read

/// Expressions in LaTeX.
[<RequireQualifiedAccess>]
module internal rec AutoDiff.Typeset

open System

/// A number as a fraction of small whole numbers, where it is one.
let fraction (value: float) : struct (float * float) =
    let isWhole (x: float) = Math.Abs(x - Math.Round x) <= 1e-13 * Math.Abs x
    let denominators = seq { 1..64 }

    match denominators |> Seq.tryFind (fun q -> Math.Abs value < 1e9 && isWhole (value * float q)) with
    | Some q when value <> 0.0 -> struct (Math.Round(value * float q), float q)
    | _ -> struct (value, 1.0)

let private constants =
    [
        "\\pi", Math.PI
        "\\ln 2", 0.6931471805599453
        "\\ln 10", 2.302585092994046
        "\\sqrt{2}", Math.Sqrt 2.0
        "\\sqrt{\\pi}", Math.Sqrt Math.PI
        "\\sqrt{2\\pi}", Math.Sqrt(2.0 * Math.PI)
    ]

/// A number as a fraction of small whole numbers times a well-known one, above or below, where it is one: p, q, and what stands beside them.
let private known (value: float) : struct (float * float * string * string) =
    let isSmall (struct (p: float, q: float)) = Math.Round p = p && Math.Abs p <= 64.0 && q <= 16.0
    let struct (p, q) = fraction value

    if Math.Round p = p || Math.Abs value > 1e3 || Math.Abs value < 1e-3 then
        struct (p, q, "", "")
    else
        let above = constants |> List.tryFind (fun (_, c) -> isSmall (fraction (value / c)))
        let below = constants |> List.tryFind (fun (_, c) -> isSmall (fraction (value * c)))

        match above, below with
        | Some(name, c), _ ->
            let struct (p, q) = fraction (value / c)
            struct (p, q, name, "")
        | None, Some(name, c) ->
            let struct (p, q) = fraction (value * c)
            struct (p, q, "", name)
        | None, None -> struct (p, q, "", "")

let private decimal (value: float) =
    if Double.IsNaN value then
        "\\mathrm{NaN}"
    elif Double.IsPositiveInfinity value then
        "\\infty"
    else
        let text = Infix.plainNumber value

        match text.Split 'E' with
        | [| mantissa; exponent |] -> mantissa + " \\cdot 10^{" + string (int exponent) + "}"
        | _ -> text

let private parenthesised (text: string) =
    if text.Contains "\\frac" || text.Contains "\\left" || text.Contains "\\sum" then
        "\\left(" + text + "\\right)"
    else
        "(" + text + ")"

let private exponentText (exponent: float) =
    let struct (p, q) = fraction exponent
    let text = if q = 1.0 then decimal p else decimal p + "/" + decimal q
    if text.Length = 1 then "^" + text else "^{" + text + "}"

let private isSign (e: Expression) =
    match e.Terms with
    | [ { Coefficient = 1.0; Factors = [ struct ({ Kind = AtomKind.Symbol _ }, 1.0) ] } ] -> true
    | [ { Coefficient = c; Factors = [] } ] -> c >= 0.0
    | _ -> false

let private applied index (latex: string) (arguments: Expression list) : string =
    let texts = arguments |> List.map (expression index)

    if latex.Contains '#' || latex.Contains '@' then
        let inParentheses = List.map2 (fun e text -> if isSign e then text else parenthesised text) arguments texts
        Sources.fill (Sources.fill latex '@' inParentheses) '#' texts
    else
        latex + parenthesised (String.Join(", ", texts))

let private linkText (link: Link) =
    let text =
        match link.Of.Kind with
        | AtomKind.Symbol _ -> atom "" link.Of
        | AtomKind.Applied(latex, _) when not (latex.Contains '#' || latex.Contains '@') -> atom "" link.Of
        | AtomKind.Applied _ when not link.IsTransposed -> atom "" link.Of
        | AtomKind.Group e -> parenthesised (expression "" e)
        | _ -> parenthesised (atom "" link.Of)

    if link.IsTransposed then text + "^\\top" else text

/// Letters that follow each other as factors.
let private juxtapose (texts: string list) = String.Join(" ", texts)

/// An atom as a factor by itself. An index, where there is one, picks an element of what is not a number.
let atom (index: string) (a: Atom) : string =
    let picks = index <> "" && not a.Extent.IsScalar
    let subscript = if index.Length = 1 then "_" + index else "_{" + index + "}"
    let subscripted (text: string) = if picks then text + subscript else text

    match a.Kind with
    | AtomKind.Symbol(name, _) -> if picks && name.Contains '_' then "{" + name + "}" + subscript else subscripted name
    | AtomKind.Applied(latex, arguments) when picks && arguments |> List.forall (fun e -> e.Extent.IsScalar || e.Extent.Equals a.Extent) ->
        applied index latex arguments
    | AtomKind.Applied(latex, arguments) ->
        let text = applied "" latex arguments
        if picks then subscripted (parenthesised text) else text
    | AtomKind.Group e -> expression index e
    | AtomKind.Chain links ->
        let text = juxtapose (List.map linkText links)
        if picks then subscripted (parenthesised text) else text
    | AtomKind.Total e ->
        let index = if e.Extent.Columns = 1 then "i" else "i,j"
        let text = expression index e
        (if index = "i" then "\\sum_i " else "\\sum_{i,j} ") + (if e.Terms.Length > 1 then parenthesised text else text)
    | AtomKind.Column entries ->
        let text = "\\begin{pmatrix} " + String.Join(" \\\\ ", entries |> Array.map (expression "")) + " \\end{pmatrix}"
        subscripted text

/// Whether an atom needs parentheses beside other factors.
let private isLoose (a: Atom) =
    match a.Kind with
    | AtomKind.Group _
    | AtomKind.Total _ -> true
    | AtomKind.Applied(latex, _) -> latex.Contains "- 1" || latex.Contains "\\begin{cases}"
    | _ -> false

/// A power of an atom; alone where no other factor stands beside it.
let private power index isAlone (struct (a: Atom, exponent: float)) : string =
    let inner () = atom index a
    let closed () = parenthesised (inner ())

    match exponent, a.Kind with
    | 1.0, _ when isLoose a && not isAlone -> closed ()
    | 1.0, _ -> inner ()
    | 0.5, _ -> "\\sqrt{" + inner () + "}"
    | _, AtomKind.Applied("e^{#1}", [ u ]) ->
        let scaled = { u with Terms = u.Terms |> List.map (fun t -> { t with Coefficient = exponent * t.Coefficient }) }
        applied (if a.Extent.IsScalar then "" else index) "e^{#1}" [ scaled ]
    | _, _ when Math.Abs(exponent - 1.0 / 3.0) < 1e-15 -> "\\sqrt[3]{" + inner () + "}"
    | _, AtomKind.Symbol _ when index = "" || a.Extent.IsScalar -> inner () + exponentText exponent
    | _, AtomKind.Applied(latex, arguments) when not (latex.Contains '#' || latex.Contains '@' || latex.Contains '^') && exponent > 0.0 ->
        applied index (latex + exponentText exponent) arguments
    | _, AtomKind.Symbol _ -> inner () + exponentText exponent
    | _ -> closed () + exponentText exponent

/// Powers beside each other: numbers first, with a sign between those that multiply element by element.
let private product index (factors: struct (Atom * float) list) isAlone : string =
    let isNumber (struct (a: Atom, _: float)) = a.Extent.IsScalar || index <> ""
    let write = power index (isAlone && factors.Length = 1)
    let numbers, others = List.partition isNumber factors
    let others = String.Join(" \\odot ", List.map write others)
    juxtapose (List.map write numbers @ (if others = "" then [] else [ others ]))

let private beside (number: string) (rest: string) =
    if rest = "" then
        number
    elif number = "1" then
        rest
    elif Char.IsDigit rest[0] then
        number + " \\cdot " + rest
    elif Char.IsLetter number[number.Length - 1] || Char.IsDigit number[number.Length - 1] && number.Contains '\\' then
        number + " " + rest
    else
        number + rest

/// A number and a well-known one, as one.
let private numberText (p: float) (name: string) =
    if name = "" then decimal p
    elif p = 1.0 then name
    else decimal p + name

/// A term without its sign.
let private term index (t: Term) : string =
    let struct (p, q, nameAbove, nameBelow) = known (Math.Abs t.Coefficient)
    let above, below = t.Factors |> List.partition (fun (struct (_, exponent)) -> exponent > 0.0)
    let below = below |> List.map (fun (struct (a, exponent)) -> struct (a, -exponent))
    let first, second = numberText p nameAbove, numberText q nameBelow
    let numerator = beside first (product index above (first = "1"))

    if second = "1" && below.IsEmpty then
        numerator
    else
        "\\frac{" + numerator + "}{" + beside second (product index below (second = "1")) + "}"

/// An expression; an index picks an element of what is not a number.
let expression (index: string) (e: Expression) : string =
    let isNegative (t: Term) = t.Coefficient < 0.0

    // a sum begins with something positive, where there is something
    let terms =
        match e.Terms |> List.tryFindIndex (isNegative >> not) with
        | Some first -> e.Terms[first] :: List.removeAt first e.Terms
        | None -> e.Terms

    match terms with
    | [] -> "0"
    | first :: rest ->
        let write (t: Term) = (if isNegative t then " - " else " + ") + term index t
        (if isNegative first then "-" else "") + term index first + String.Join("", List.map write rest)

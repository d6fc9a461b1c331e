/// Expressions made of expressions, in a normal form: like terms and like factors are collected.
[<RequireQualifiedAccess>]
module internal AutoDiff.Algebra

open System

/// An atom by its kind, with the key by which like atoms are known.
let atomOf (extent: Extent) (kind: AtomKind) : Atom =
    let atom = { Key = ""; Kind = kind; Extent = extent }
    { atom with Key = Typeset.atom "" atom }

/// A sum of terms.
let ofTerms extent terms : Expression = { Terms = terms; Extent = extent }
/// One factor.
let ofFactor extent (atom: Atom) = ofTerms extent [ { Coefficient = 1.0; Factors = [ struct (atom, 1.0) ] } ]

/// A number, for every element.
let number (extent: Extent) (value: float) : Expression =
    ofTerms extent (if value = 0.0 then [] else [ { Coefficient = value; Factors = [] } ])

let ofAtom (extent: Extent) (kind: AtomKind) : Expression = ofFactor extent (atomOf extent kind)

/// A value by name.
let symbol (extent: Extent) isSymmetric (name: string) : Expression = ofAtom extent (AtomKind.Symbol(name, isSymmetric))

/// A function of arguments.
let apply (extent: Extent) (latex: string) (arguments: Expression list) : Expression = ofAtom extent (AtomKind.Applied(latex, arguments))

/// The same elements, or one number for all, under another extent.
let withExtent extent (e: Expression) : Expression = { e with Extent = extent }

let private rank (atom: Atom) =
    match atom.Kind with
    | AtomKind.Symbol _ -> 0
    | AtomKind.Chain _ -> 1
    | AtomKind.Applied(latex, _) when latex.StartsWith "e^" -> 3
    | AtomKind.Applied _ -> 2
    | _ -> 4

/// Factors in order, each atom once.
let collected (factors: struct (Atom * float) list) : struct (Atom * float) list =
    factors
    |> List.groupBy (fun (struct (atom, _)) -> atom.Key)
    |> List.map (fun (_, same) ->
        let struct (atom, _) = same.Head
        struct (atom, List.sumBy (fun (struct (_, exponent)) -> exponent) same))
    |> List.filter (fun (struct (_, exponent)) -> exponent <> 0.0)
    |> List.sortBy (fun (struct (atom, _)) -> struct (rank atom, atom.Key))

/// What like terms have alike.
let keyOf (t: Term) = String.Join("|", t.Factors |> List.map (fun (struct (atom, exponent)) -> atom.Key + "^" + Infix.plainNumber exponent))

/// The elements of a term that is a vector by elements.
let entriesOf (t: Term) =
    match t.Factors with
    | [ struct ({ Kind = AtomKind.Column entries }, 1.0) ] -> Some entries
    | _ -> None

/// A sum times a number.
let scale (c: float) (e: Expression) : Expression =
    if c = 0.0 then
        { e with Terms = [] }
    else
        { e with Terms = e.Terms |> List.map (fun t -> { t with Coefficient = c * t.Coefficient }) }

/// The wider of two extents.
let private wider (a: Extent) (b: Extent) = if a.IsScalar then b else a

/// Like terms become one.
let rec add (a: Expression) (b: Expression) : Expression =
    let columns, others = a.Terms @ b.Terms |> List.partition (entriesOf >> Option.isSome)

    let alike =
        others
        |> List.groupBy keyOf
        |> List.map (fun (_, same) -> { same.Head with Coefficient = List.sumBy _.Coefficient same })
        |> List.filter (fun t -> t.Coefficient <> 0.0)

    ofTerms (wider a.Extent b.Extent) (alike @ addColumns columns)

/// Vectors by elements, added up.
and private addColumns (terms: Term list) : Term list =
    let scaled (t: Term) = (entriesOf t).Value |> Array.map (scale t.Coefficient)

    match terms with
    | []
    | [ _ ] -> terms
    | _ ->
        let entries = terms |> List.map scaled |> List.reduce (Array.map2 add)
        (ofAtom (Extent.vector entries.Length) (AtomKind.Column entries)).Terms

let rec private gcd (a: float) (b: float) = if b < 0.5 then a else gcd b (a % b)

/// What whole numbers and fractions have in common; None where they are none.
let private commonOf (values: float list) : float option =
    let parts = values |> List.map Typeset.fraction

    if parts |> List.exists (fun (struct (p, _)) -> Math.Round p <> p || Math.Abs p >= 1e9) then
        None
    else
        let above = parts |> List.map (fun (struct (p, _)) -> Math.Abs p) |> List.reduce gcd
        let below = parts |> List.map (fun (struct (_, q)) -> q) |> List.reduce (fun a b -> a * b / gcd a b)
        Some(above / below)

/// The number that all terms have in common, negative where all are; 1 where they have none.
let private content (e: Expression) : float =
    let values = e.Terms |> List.map _.Coefficient
    let first = Math.Abs values.Head

    let size =
        commonOf values
        |> Option.orElseWith (fun () -> commonOf (values |> List.map (fun x -> x / first)) |> Option.map ((*) first))

    (if values |> List.forall (fun x -> x < 0.0) then -1.0 else 1.0) * Option.defaultValue 1.0 size

/// What all terms have in common of factors that are no plain names, each with its smallest exponent.
let common (e: Expression) : struct (Atom * float) list =
    let isName (atom: Atom) =
        match atom.Kind with
        | AtomKind.Symbol _ -> true
        | _ -> false

    let exponentIn (atom: Atom) (t: Term) =
        t.Factors |> List.sumBy (fun (struct (other, exponent)) -> if other.Key = atom.Key then exponent else 0.0)

    [
        for struct (atom, _) in e.Terms.Head.Factors do
            let exponents = e.Terms |> List.map (exponentIn atom)

            if not (isName atom) && (List.forall (fun x -> x > 0.0) exponents || List.forall (fun x -> x < 0.0) exponents) then
                struct (atom, List.min exponents)
    ]

/// Terms without factors that they have in common, multiplied out where such a factor was a sum.
let private without (factors: struct (Atom * float) list) (e: Expression) : Expression =
    let inverses = factors |> List.map (fun (struct (atom, exponent)) -> struct (atom, -exponent))

    let expanded (t: Term) : Expression =
        match collected (t.Factors @ inverses) with
        | [ struct ({ Kind = AtomKind.Group sum }, 1.0) ] -> scale t.Coefficient sum
        | rest -> ofTerms e.Extent [ { t with Factors = rest } ]

    e.Terms |> List.map expanded |> List.reduce add

/// An expression as one term: a sum becomes a factor.
let asTerm (e: Expression) : Term =
    match e.Terms with
    | [] -> { Coefficient = 0.0; Factors = [] }
    | [ t ] -> t
    | _ ->
        let factors = common e
        let rest = if factors.IsEmpty then e else without factors e

        match rest.Terms with
        | [ t ] -> { t with Factors = collected (t.Factors @ factors) }
        | _ ->
            let c = content rest
            let atom = atomOf e.Extent (AtomKind.Group(scale (1.0 / c) rest))
            { Coefficient = c; Factors = collected (struct (atom, 1.0) :: factors) }

let private isNumber (e: Expression) = e.Terms |> List.forall (fun t -> t.Factors.IsEmpty)
let private numberOf (e: Expression) = e.Terms |> List.sumBy _.Coefficient

/// The product, element by element.
let multiply (a: Expression) (b: Expression) : Expression =
    let extent = wider a.Extent b.Extent

    let distributes (e: Expression) (other: Expression) =
        isNumber e && (Math.Abs(numberOf e) = 1.0 || numberOf e = 0.0 || other.Terms.Length <= 1)

    if distributes a b then
        scale (numberOf a) b |> withExtent extent
    elif distributes b a then
        scale (numberOf b) a |> withExtent extent
    else
        let first, second = asTerm a, asTerm b
        let coefficient = first.Coefficient * second.Coefficient

        if coefficient = 0.0 then
            ofTerms extent []
        else
            ofTerms extent [ { Coefficient = coefficient; Factors = collected (first.Factors @ second.Factors) } ]

/// A constant power, element by element.
let power (e: Expression) (exponent: float) : Expression =
    let isWhole = Math.Round exponent = exponent

    match e.Terms with
    | [ { Factors = [] } as t ] -> number e.Extent (Math.Pow(t.Coefficient, exponent))
    | [ t ] when
        isWhole
        || t.Coefficient = 1.0
           && (match t.Factors with
               | [ struct (_, 1.0) ] -> true
               | _ -> false)
        ->
        let factors = t.Factors |> List.map (fun (struct (atom, own)) -> struct (atom, own * exponent))
        ofTerms e.Extent [ { Coefficient = Math.Pow(t.Coefficient, exponent); Factors = factors } ]
    | _ :: _ :: _ when isWhole ->
        let t = asTerm e
        let factors = t.Factors |> List.map (fun (struct (atom, own)) -> struct (atom, own * exponent))
        ofTerms e.Extent [ { Coefficient = Math.Pow(t.Coefficient, exponent); Factors = factors } ]
    | _ ->
        let atom = atomOf e.Extent (AtomKind.Group e)
        ofTerms e.Extent [ { Coefficient = 1.0; Factors = [ struct (atom, exponent) ] } ]

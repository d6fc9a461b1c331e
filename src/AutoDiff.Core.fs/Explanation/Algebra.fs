/// Expressions made of expressions, in a normal form: like terms and like factors are collected.
[<RequireQualifiedAccess>]
module internal AutoDiff.Algebra

open System

let private atomOf (extent: Extent) (kind: AtomKind) : Atom =
    let atom = { Key = ""; Kind = kind; Extent = extent }
    { atom with Key = Typeset.atom "" atom }

let private ofTerms extent terms : Expression = { Terms = terms; Extent = extent }
let private ofFactor extent (atom: Atom) = ofTerms extent [ { Coefficient = 1.0; Factors = [ struct (atom, 1.0) ] } ]

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
let private collected (factors: struct (Atom * float) list) : struct (Atom * float) list =
    factors
    |> List.groupBy (fun (struct (atom, _)) -> atom.Key)
    |> List.map (fun (_, same) ->
        let struct (atom, _) = same.Head
        struct (atom, List.sumBy (fun (struct (_, exponent)) -> exponent) same))
    |> List.filter (fun (struct (_, exponent)) -> exponent <> 0.0)
    |> List.sortBy (fun (struct (atom, _)) -> struct (rank atom, atom.Key))

let private keyOf (t: Term) =
    String.Join("|", t.Factors |> List.map (fun (struct (atom, exponent)) -> atom.Key + "^" + Infix.plainNumber exponent))

let private entriesOf (t: Term) =
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
let private common (e: Expression) : struct (Atom * float) list =
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
let private asTerm (e: Expression) : Term =
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

let private ones (count: int) = atomOf (Extent.vector count) (AtomKind.Symbol("\\mathbf{1}", false))

let private turn (link: Link) =
    match link.Of.Kind with
    | AtomKind.Symbol(_, true) -> link
    | _ -> { link with IsTransposed = not link.IsTransposed }

let private turnAll (links: Link list) = List.rev links |> List.map turn

/// A term as a factor of a matrix product: the number, the factors that are numbers, and the links.
let private linksOf (extent: Extent) (e: Expression) : struct (float * struct (Atom * float) list * Link list) =
    let t = asTerm e
    let numbers, others = t.Factors |> List.partition (fun (struct (atom, _)) -> atom.Extent.IsScalar)

    let links =
        match others with
        | [] when extent.IsScalar -> []
        | [] -> [ { Of = ones extent.Rows; IsTransposed = false } ]
        | [ struct ({ Kind = AtomKind.Chain links }, 1.0) ] -> links
        | [ struct (atom, 1.0) ] -> [ { Of = atom; IsTransposed = false } ]
        | _ ->
            [
                {
                    Of = atomOf extent (AtomKind.Group(ofTerms extent [ { Coefficient = 1.0; Factors = others } ]))
                    IsTransposed = false
                }
            ]

    struct (t.Coefficient, numbers, links)

let private rowsAndColumns (link: Link) =
    if link.IsTransposed then
        link.Of.Extent.Columns, link.Of.Extent.Rows
    else
        link.Of.Extent.Rows, link.Of.Extent.Columns

/// A matrix product of links, as one factor; of two ways to write a number, that with fewer transposes.
let private chain (extent: Extent) (links: Link list) : struct (Atom * float) list =
    let isIdentity (link: Link) = link.Of.Key = "I"

    let links =
        if List.forall isIdentity links then
            List.truncate 1 links
        else
            links |> List.filter (isIdentity >> not)

    match links with
    | [] -> []
    | [ { Of = atom; IsTransposed = false } ] -> [ struct (atom, 1.0) ]
    | _ ->
        let made (links: Link list) = atomOf extent (AtomKind.Chain links)
        let cost (links: Link list) = links |> List.sumBy (fun link -> if link.IsTransposed then 1 else 0)

        if extent.IsScalar then
            let turned = turnAll links
            let first, second = made links, made turned

            if struct (cost links, first.Key) <= struct (cost turned, second.Key) then
                [ struct (first, 1.0) ]
            else
                [ struct (second, 1.0) ]
        else
            [ struct (made links, 1.0) ]

/// The matrix product, either operand taken transposed.
let product (extent: Extent) left right (a: Expression) (b: Expression) : Expression =
    let struct (c, numbers, first) = linksOf a.Extent a
    let struct (d, others, second) = linksOf b.Extent b
    let first = if left then turnAll first else first
    let second = if right then turnAll second else second

    if c * d = 0.0 then
        ofTerms extent []
    else
        ofTerms extent [ { Coefficient = c * d; Factors = collected (numbers @ others @ chain extent (first @ second)) } ]

/// The transpose.
let transpose (extent: Extent) (e: Expression) : Expression =
    let turned (t: Term) =
        let struct (c, numbers, links) = linksOf e.Extent (ofTerms e.Extent [ t ])
        { Coefficient = c; Factors = collected (numbers @ chain extent (turnAll links)) }

    ofTerms extent (e.Terms |> List.map turned)

/// The sum of all elements, term by term: of two factors as an inner product.
let total (e: Expression) : Expression =
    let one (t: Term) : Expression =
        let numbers, others = t.Factors |> List.partition (fun (struct (atom, _)) -> atom.Extent.IsScalar)
        let dot (a: Atom) (b: Atom) = product Extent.scalar true false (ofFactor e.Extent a) (ofFactor e.Extent b)

        let sum =
            match others with
            | [] -> number Extent.scalar (float e.Extent.Size)
            | [ struct (a, 1.0); struct (b, 1.0) ] when e.Extent.Columns = 1 -> dot a b
            | [ struct (a, 2.0) ] when e.Extent.Columns = 1 -> dot a a
            | [ struct ({ Kind = AtomKind.Applied("\\operatorname{diag}", [ x ]) }, 1.0) ] -> apply Extent.scalar "\\operatorname{tr}" [ x ]
            | _ -> ofAtom Extent.scalar (AtomKind.Total(ofTerms e.Extent [ { Coefficient = 1.0; Factors = others } ]))

        multiply (ofTerms Extent.scalar [ { Coefficient = t.Coefficient; Factors = numbers } ]) sum

    e.Terms |> List.map one |> List.fold add (number Extent.scalar 0.0)

/// The expression with ones for what is a number for every element: what stands by itself has the shape it is said to have.
let withOnes (e: Expression) : Expression =
    let isNumber (t: Term) = t.Factors |> List.forall (fun (struct (atom, _)) -> atom.Extent.IsScalar)

    if e.Extent.IsScalar || e.Extent.Columns <> 1 then
        e
    else
        let one (t: Term) = if isNumber t then { t with Factors = t.Factors @ [ struct (ones e.Extent.Rows, 1.0) ] } else t
        { e with Terms = List.map one e.Terms }

let private chainOf (t: Term) : struct (struct (Atom * float) list * Link list) voption =
    let chains, others =
        t.Factors
        |> List.partition (fun (struct (atom, exponent)) ->
            match atom.Kind with
            | AtomKind.Chain _ -> exponent = 1.0 && not atom.Extent.IsScalar
            | _ -> false)

    match chains with
    | [ struct ({ Kind = AtomKind.Chain links }, _) ] when others |> List.forall (fun (struct (atom, _)) -> atom.Extent.IsScalar) ->
        ValueSome(struct (others, links))
    | _ -> ValueNone

let private transposes (e: Expression) =
    let ofAtom (struct (atom: Atom, _: float)) =
        match atom.Kind with
        | AtomKind.Chain links -> links |> List.sumBy (fun link -> if link.IsTransposed then 1 else 0)
        | _ -> 0

    e.Terms |> List.sumBy (fun t -> List.sumBy ofAtom t.Factors)

/// A u + B u -> (A + B) u
let private factoredOnTheRight (e: Expression) : Expression =
    let tail (t: Term) =
        match chainOf t with
        | ValueSome(struct (numbers, links)) ->
            let last = List.last links
            keyOf { t with Factors = numbers } + " " + last.Of.Key + string last.IsTransposed
        | ValueNone -> "alone " + keyOf t

    let combine (same: Term list) : Term list =
        match same with
        | []
        | [ _ ] -> same
        | _ ->
            let head (t: Term) =
                match chainOf t with
                | ValueSome(struct (_, links)) ->
                    let heads = links[.. links.Length - 2]
                    let extent = Extent.matrix (fst (rowsAndColumns heads.Head)) (snd (rowsAndColumns (List.last heads)))
                    ofTerms extent [ { Coefficient = t.Coefficient; Factors = chain extent heads } ]
                | ValueNone -> ofTerms e.Extent [ t ]

            let sum = same |> List.map head |> List.sortBy transposes |> List.reduce add
            let struct (c, _, links) = linksOf sum.Extent sum

            match chainOf same.Head with
            | ValueSome(struct (numbers, old)) ->
                [ { Coefficient = c; Factors = collected (numbers @ chain e.Extent (links @ [ List.last old ])) } ]
            | ValueNone -> same

    { e with Terms = e.Terms |> List.groupBy tail |> List.collect (snd >> combine) }

/// The expression with what its terms have in common before them: A u + B u -> (A + B) u, and functions that all terms share.
let factored (e: Expression) : Expression =
    let e = factoredOnTheRight e

    if e.Terms.Length > 1 && not (common e).IsEmpty && e.Terms |> List.forall (entriesOf >> Option.isNone) then
        ofTerms e.Extent [ asTerm e ]
    else
        e

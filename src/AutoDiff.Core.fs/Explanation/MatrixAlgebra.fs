/// Matrix products of expressions, in a normal form: chains of factors, transposes inside, with what sums have in common before them.
[<RequireQualifiedAccess>]
module internal AutoDiff.MatrixAlgebra

let private ones (count: int) = Algebra.atomOf (Extent.vector count) (AtomKind.Symbol("\\mathbf{1}", false))

let private turn (link: Link) =
    match link.Of.Kind with
    | AtomKind.Symbol(_, true) -> link
    | _ -> { link with IsTransposed = not link.IsTransposed }

let private turnAll (links: Link list) = List.rev links |> List.map turn

/// A term as a factor of a matrix product: the number, the factors that are numbers, and the links.
let private linksOf (extent: Extent) (e: Expression) : struct (float * struct (Atom * float) list * Link list) =
    let t = Algebra.asTerm e
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
                    Of = Algebra.atomOf extent (AtomKind.Group(Algebra.ofTerms extent [ { Coefficient = 1.0; Factors = others } ]))
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
        let made (links: Link list) = Algebra.atomOf extent (AtomKind.Chain links)
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
        Algebra.ofTerms extent []
    else
        Algebra.ofTerms
            extent
            [
                {
                    Coefficient = c * d
                    Factors = Algebra.collected (numbers @ others @ chain extent (first @ second))
                }
            ]

/// The transpose.
let transpose (extent: Extent) (e: Expression) : Expression =
    let turned (t: Term) =
        let struct (c, numbers, links) = linksOf e.Extent (Algebra.ofTerms e.Extent [ t ])
        { Coefficient = c; Factors = Algebra.collected (numbers @ chain extent (turnAll links)) }

    Algebra.ofTerms extent (e.Terms |> List.map turned)

/// The sum of all elements, term by term: of two factors as an inner product.
let total (e: Expression) : Expression =
    let one (t: Term) : Expression =
        let numbers, others = t.Factors |> List.partition (fun (struct (atom, _)) -> atom.Extent.IsScalar)
        let dot (a: Atom) (b: Atom) = product Extent.scalar true false (Algebra.ofFactor e.Extent a) (Algebra.ofFactor e.Extent b)

        let sum =
            match others with
            | [] -> Algebra.number Extent.scalar (float e.Extent.Size)
            | [ struct (a, 1.0); struct (b, 1.0) ] when e.Extent.Columns = 1 -> dot a b
            | [ struct (a, 2.0) ] when e.Extent.Columns = 1 -> dot a a
            | [ struct ({ Kind = AtomKind.Applied("\\operatorname{diag}", [ x ]) }, 1.0) ] ->
                Algebra.apply Extent.scalar "\\operatorname{tr}" [ x ]
            | _ -> Algebra.ofAtom Extent.scalar (AtomKind.Total(Algebra.ofTerms e.Extent [ { Coefficient = 1.0; Factors = others } ]))

        Algebra.multiply (Algebra.ofTerms Extent.scalar [ { Coefficient = t.Coefficient; Factors = numbers } ]) sum

    e.Terms |> List.map one |> List.fold Algebra.add (Algebra.number Extent.scalar 0.0)

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
            Algebra.keyOf { t with Factors = numbers } + " " + last.Of.Key + string last.IsTransposed
        | ValueNone -> "alone " + Algebra.keyOf t

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
                    Algebra.ofTerms extent [ { Coefficient = t.Coefficient; Factors = chain extent heads } ]
                | ValueNone -> Algebra.ofTerms e.Extent [ t ]

            let sum = same |> List.map head |> List.sortBy transposes |> List.reduce Algebra.add
            let struct (c, _, links) = linksOf sum.Extent sum

            match chainOf same.Head with
            | ValueSome(struct (numbers, old)) ->
                [
                    {
                        Coefficient = c
                        Factors = Algebra.collected (numbers @ chain e.Extent (links @ [ List.last old ]))
                    }
                ]
            | ValueNone -> same

    { e with Terms = e.Terms |> List.groupBy tail |> List.collect (snd >> combine) }

/// The expression with what its terms have in common before them: A u + B u -> (A + B) u, and functions that all terms share.
let factored (e: Expression) : Expression =
    let e = factoredOnTheRight e

    if e.Terms.Length > 1 && not (Algebra.common e).IsEmpty && e.Terms |> List.forall (Algebra.entriesOf >> Option.isNone) then
        Algebra.ofTerms e.Extent [ Algebra.asTerm e ]
    else
        e

/// The matrix of an expression that is linear in a vector: a Hessian times a direction becomes the Hessian.
[<RequireQualifiedAccess>]
module internal rec AutoDiff.LinearMap

let private isMatrixFactor (struct (atom: Atom, _: float)) = not atom.Extent.IsScalar

let rec private mentions (name: string) (e: Expression) : bool =
    e.Terms |> List.exists (fun t -> t.Factors |> List.exists (fun (struct (atom, _)) -> atomMentions name atom))

and private atomMentions name (atom: Atom) : bool =
    match atom.Kind with
    | AtomKind.Symbol(own, _) -> own = name
    | AtomKind.Applied(_, arguments) -> List.exists (mentions name) arguments
    | AtomKind.Group e
    | AtomKind.Total e -> mentions name e
    | AtomKind.Chain links -> links |> List.exists (fun link -> atomMentions name link.Of)
    | AtomKind.Column entries -> Array.exists (mentions name) entries

let private square (e: Expression) = Extent.matrix e.Extent.Rows e.Extent.Rows

let private ofFactors extent (c: float) factors : Expression = { Terms = [ { Coefficient = c; Factors = factors } ]; Extent = extent }

/// A product of matrices given as expressions.
let private times (a: Expression) (b: Expression) = MatrixAlgebra.product (Extent.matrix a.Extent.Rows b.Extent.Columns) false false a b

let private diagonal (factors: struct (Atom * float) list) (n: int) =
    Algebra.apply (Extent.matrix n n) "\\operatorname{diag}" [ ofFactors (Extent.vector n) 1.0 factors ]

let private ofLink (link: Link) : Expression =
    let rows, columns = link.Of.Extent.Rows, link.Of.Extent.Columns
    let e = ofFactors link.Of.Extent 1.0 [ struct (link.Of, 1.0) ]
    if link.IsTransposed then MatrixAlgebra.transpose (Extent.matrix columns rows) e else e

/// The matrix of one atom that is linear in the vector: None where it is not seen to be.
let private ofAtom (name: string) (n: int) (atom: Atom) : Expression option =
    match atom.Kind with
    | AtomKind.Symbol _ -> Some(Algebra.symbol (Extent.matrix n n) true "I")
    | AtomKind.Group e -> matrix name n e
    | AtomKind.Chain links -> ofChain name n links
    | AtomKind.Total e when e.Extent.Columns = 1 ->
        // Σ (A h) = 1ᵀ A h
        let ones = Algebra.symbol e.Extent false "\\mathbf{1}"
        matrix name n e |> Option.map (MatrixAlgebra.product (Extent.matrix 1 n) true false ones)
    | _ -> None

let private ofChain name n (links: Link list) : Expression option =
    let last = List.last links

    if links |> List.filter (fun link -> atomMentions name link.Of) |> List.length <> 1 then
        None
    elif atomMentions name last.Of && not last.IsTransposed then
        let heads = links[.. links.Length - 2] |> List.map ofLink

        match last.Of.Kind, ofAtom name n last.Of with
        | AtomKind.Symbol _, _ -> Some(List.reduce times heads)
        | _, Some inner -> Some(List.fold (fun inner head -> times head inner) inner (List.rev heads))
        | _, None -> None
    elif atomMentions name links.Head.Of && links.Head.IsTransposed && (snd (ends links)) = 1 then
        // hᵀ A = (Aᵀ h)ᵀ, of a number
        ofChain name n (links |> List.rev |> List.map (fun link -> { link with IsTransposed = not link.IsTransposed }))
    else
        None

let private ends (links: Link list) =
    let columns (link: Link) = if link.IsTransposed then link.Of.Extent.Rows else link.Of.Extent.Columns
    let rows (link: Link) = if link.IsTransposed then link.Of.Extent.Columns else link.Of.Extent.Rows
    rows links.Head, columns (List.last links)

let private ofTerm name n (extent: Extent) (t: Term) : Expression option =
    let linear, others = t.Factors |> List.partition (fun (struct (atom, _)) -> atomMentions name atom)

    match linear with
    | [ struct (atom, 1.0) ] ->
        let matrices, numbers = List.partition isMatrixFactor others
        let scale = ofFactors Extent.scalar t.Coefficient numbers

        match ofAtom name n atom with
        | None -> None
        | Some inner when atom.Extent.IsScalar && not extent.IsScalar ->
            // u (vᵀ h) -> u vᵀ
            let column = MatrixAlgebra.withOnes (ofFactors extent 1.0 matrices)
            Some(Algebra.multiply scale (times column inner))
        | Some inner when matrices.IsEmpty -> Some(Algebra.multiply scale inner)
        | Some {
                   Terms = [ { Coefficient = 1.0; Factors = [ struct ({ Kind = AtomKind.Symbol("I", _) }, 1.0) ] } ]
               } -> Some(Algebra.multiply scale (diagonal matrices extent.Rows))
        | Some inner -> Some(Algebra.multiply scale (times (diagonal matrices extent.Rows) inner))
    | _ -> None

/// The matrix with which an expression is that times the vector of n elements of this name; None where it is not seen to be linear.
let matrix (name: string) (n: int) (e: Expression) : Expression option =
    let terms = e.Terms |> List.map (ofTerm name n e.Extent)

    if List.forall Option.isSome terms then
        let zero = Algebra.number (Extent.matrix e.Extent.Rows n) 0.0
        Some(terms |> List.choose id |> List.fold Algebra.add zero)
    else
        None

/// What a number of this name is multiplied by, in an expression that is linear in it and others.
let coefficient (name: string) (e: Expression) : Expression =
    let ofTerm (t: Term) : Expression =
        let linear, others = t.Factors |> List.partition (fun (struct (atom, _)) -> atomMentions name atom)
        let scale = ofFactors Extent.scalar t.Coefficient others

        match linear with
        | [ struct ({ Kind = AtomKind.Symbol _ }, 1.0) ] -> scale
        | [ struct ({ Kind = AtomKind.Group inner }, 1.0) ] -> Algebra.multiply scale (coefficient name inner)
        | _ -> Algebra.number Extent.scalar 0.0

    e.Terms |> List.map ofTerm |> List.fold Algebra.add (Algebra.number Extent.scalar 0.0)

/// Whether an expression is seen to be linear in numbers of these names: each term has one of them, to the first power.
let isLinear (names: string[]) (e: Expression) : bool =
    e.Terms
    |> List.forall (fun t ->
        match t.Factors |> List.filter (fun (struct (atom, _)) -> names |> Array.exists (fun name -> atomMentions name atom)) with
        | [ struct ({ Kind = AtomKind.Symbol _ }, 1.0) ] -> true
        | [ struct ({ Kind = AtomKind.Group inner }, 1.0) ] -> isLinear names inner
        | _ -> false)

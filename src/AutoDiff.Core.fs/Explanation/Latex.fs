/// A listing as LaTeX: its lines put into each other, like terms collected.
[<RequireQualifiedAccess>]
module internal AutoDiff.Latex

open System
open System.Collections.Generic
open AutoDiff.Kernels

/// Lines longer than this that are read more than once, and lines longer than eight times this, get a name.
let private longest = 300

let private read (f: Formula) =
    match f with
    | Formula.Guarded(read, _) -> read
    | f -> f

let rec private ofFormula (extent: Extent) (operand: int -> Expression) (f: Formula) : Expression =
    let into = ofFormula extent operand

    match read f with
    | Formula.Operand i -> operand i
    | Formula.Number value -> Algebra.number extent value
    | Formula.Plus(x, z) -> Algebra.add (into x) (into z)
    | Formula.Minus(x, z) -> Algebra.add (into x) (Algebra.scale -1.0 (into z))
    | Formula.Times(x, z) -> Algebra.multiply (into x) (into z)
    | Formula.Over(x, z) -> Algebra.multiply (into x) (Algebra.power (into z) -1.0)
    | Formula.Opposite x -> Algebra.scale -1.0 (into x)
    | Formula.Power(x, exponent) -> Algebra.power (into x) exponent
    | Formula.Apply(written, arguments) ->
        let latex = if written.Latex = "" then "\\operatorname{" + Infix.small written.Name + "}" else written.Latex
        Algebra.apply extent latex (List.map into arguments)
    | Formula.Choose(comparison, left, right, yes, no) -> chosen extent into comparison left right (read yes) (read no)
    | Formula.Guarded(read, _) -> into read

and private chosen extent into comparison left right yes no =
    let sign =
        match comparison with
        | "<=" -> "\\le"
        | ">=" -> "\\ge"
        | "==" -> "="
        | "!=" -> "\\ne"
        | sign -> sign

    // a comparison that is 1 or 0, compared with 0, is itself
    let sign, sides =
        match into left, right with
        | {
              Terms = [ { Coefficient = 1.0; Factors = [ struct ({ Kind = AtomKind.Applied(latex, sides) }, 1.0) ] } ]
          },
          Formula.Number 0.0 when comparison = "!=" && latex.StartsWith "[#1 " -> latex.Substring(4, latex.Length - 8), sides
        | left, right -> sign, [ left; into right ]

    match yes, no with
    | Formula.Number 1.0, Formula.Number 0.0 -> Algebra.apply extent ("[#1 " + sign + " #2]") sides
    | _ ->
        let cases = "\\begin{cases} #3 & #1 " + sign + " #2 \\\\ #4 & \\text{otherwise} \\end{cases}"
        Algebra.apply extent cases (sides @ [ into yes; into no ])

let private subscript (source: Extent) (view: View) =
    let row, column = view.Offset % source.Rows, view.Offset / source.Rows
    if source.Columns = 1 then string (row + 1) else string (row + 1) + "," + string (column + 1)

/// One element of a value.
let private element (source: Extent) (view: View) (x: Expression) : Expression =
    match x.Terms with
    | [ { Coefficient = 1.0; Factors = [ struct ({ Kind = AtomKind.Column entries }, 1.0) ] } ] -> entries[view.Offset]
    | [ { Coefficient = 1.0; Factors = [ struct ({ Kind = AtomKind.Symbol(name, _) }, 1.0) ] } ] ->
        let name = if name.Contains '_' then "{" + name + "}" else name
        let index = subscript source view
        Algebra.symbol Extent.scalar false (name + (if index.Length = 1 then "_" + index else "_{" + index + "}"))
    | _ -> Algebra.apply Extent.scalar ("@1_{" + subscript source view + "}") [ x ]

let private ones count = Algebra.symbol (Extent.vector count) false "\\mathbf{1}"

let private gathered (line: Line) (source: Extent) (view: View) (x: Expression) : Expression =
    let extent = line.Shape.Extent

    if source.IsScalar then
        Algebra.withExtent extent x // a number for every element
    elif extent.IsScalar then
        element source view x
    elif
        view.Offset = 0
        && view.RowStride = source.Rows
        && view.ColumnStride = 1
        && extent.Columns = source.Rows
        && extent.Rows = source.Columns
    then
        MatrixAlgebra.transpose extent x
    elif view.Offset = 0 && view.RowStride = 1 && view.ColumnStride = 0 && source.Columns = 1 then
        MatrixAlgebra.product extent false true x (ones extent.Columns)
    elif view.Offset = 0 && view.RowStride = 0 && view.ColumnStride = 1 && source.Columns = 1 then
        MatrixAlgebra.product extent false true (ones extent.Rows) x
    elif view.Offset = 0 && view.RowStride = source.Rows + 1 && extent.Columns = 1 then
        Algebra.apply extent "\\operatorname{diag}" [ x ]
    elif source.Columns = 1 && extent.Columns = 1 && view.RowStride = 1 then
        Algebra.apply extent ("@1_{" + string (view.Offset + 1) + ":" + string (view.Offset + extent.Rows) + "}") [ x ]
    else
        Algebra.apply extent ("\\operatorname{" + line.Primitive.Name + "}") [ x ]

let private scattered (line: Line) (sources: Extent[]) (views: View[]) (xs: Expression[]) : Expression =
    let extent = line.Shape.Extent

    let isSumOf rowStride columnStride =
        views.Length = 1 && views[0].Offset = 0 && views[0].RowStride = rowStride && views[0].ColumnStride = columnStride

    if extent.IsScalar && isSumOf 0 0 then
        MatrixAlgebra.total xs[0]
    elif isSumOf 1 0 && sources[0].Columns > 1 && extent.Rows = sources[0].Rows then
        MatrixAlgebra.product extent false false xs[0] (ones sources[0].Columns)
    elif isSumOf 0 1 && sources[0].Columns > 1 && extent.Rows = sources[0].Columns then
        MatrixAlgebra.product extent true false xs[0] (ones sources[0].Rows)
    elif extent.Columns = 1 && sources |> Array.forall _.IsScalar then
        let entry i =
            Array.zip views xs
            |> Array.filter (fun (view, _) -> view.Offset = i)
            |> Array.fold (fun sum (_, x) -> Algebra.add sum x) (Algebra.number Extent.scalar 0.0)

        Algebra.ofAtom extent (AtomKind.Column(Array.init extent.Rows entry))
    else
        Algebra.apply extent ("\\operatorname{" + line.Primitive.Name + "}") (List.ofArray xs)

let private named (line: Line) (latex: string | null) (xs: Expression list) : Expression =
    let latex =
        match latex with
        | null -> "\\operatorname{" + line.Primitive.Name + "}"
        | latex -> latex

    Algebra.apply line.Shape.Extent latex (xs |> List.map MatrixAlgebra.withOnes)

/// The elements of a vector as a matrix: by a name alone, that name in capitals.
let private reshaped (extent: Extent) (x: Expression) : Expression =
    match x.Terms with
    | [ { Coefficient = 1.0; Factors = [ struct ({ Kind = AtomKind.Symbol("h", _) }, 1.0) ] } ] -> Algebra.symbol extent false "H"
    | _ -> Algebra.apply extent "\\operatorname{reshape}" [ x ]

let private ofLine (listing: Listing) (line: Line) (at: int -> Expression) : Expression =
    let extent = line.Shape.Extent
    let operands = Listing.needed line
    let source i = listing.Lines[operands[i]].Shape.Extent

    match line.Notation with
    | Notation.Elementwise formula -> ofFormula extent (fun i -> at operands[i]) formula |> Algebra.withExtent extent
    | Notation.Unchanged when (source 0).Equals extent -> at operands[0]
    | Notation.Unchanged -> reshaped extent (at operands[0])
    | Notation.Gather view -> gathered line (source 0) (view (source 0)) (at operands[0])
    | Notation.Scatter views ->
        let views = operands |> Array.mapi (fun i _ -> views i (source i))
        scattered line (Array.init operands.Length source) views (Array.map at operands)
    | Notation.Product(left, right) -> MatrixAlgebra.product extent left right (at operands[0]) (at operands[1])
    | Notation.Named latex -> named line latex (operands |> Array.map at |> List.ofArray)
    | Notation.Routine(latex, _) -> named line latex (operands |> Array.map at |> List.ofArray)

let private isSymmetric (line: Line) (node: Node) =
    let extent, elements = line.Shape.Extent, Read.floats (Interpreter.force node)
    let n = extent.Rows
    extent.Columns = n && Seq.forall (fun k -> elements[k] = elements[k % n * n + k / n]) (seq { 0 .. elements.Length - 1 })

/// Names of constants, the same in all programs of one explanation: capital letters for matrices, small ones for vectors.
[<Sealed>]
type Constants(inputs: string[]) =
    let known = List<struct (Extent * float[] * string)>()
    let taken = HashSet<string>(inputs |> Array.map (fun name -> name.TrimEnd([| '0' .. '9' |])))

    let next (letters: string) =
        match letters |> Seq.map string |> Seq.tryFind (taken.Contains >> not) with
        | Some letter ->
            taken.Add letter |> ignore
            letter
        | None -> "C_{" + string known.Count + "}"

    /// How many times known elements these are; 0 where they are not.
    let ratio (elements: float[]) (other: float[]) =
        let first = other |> Array.findIndex (fun x -> x <> 0.0)
        let ratio = elements[first] / other[first]
        if Array.forall2 (fun x z -> x = ratio * z) elements other then ratio else 0.0

    /// The name of an array that is not one number everywhere, and the number that it is times that.
    member _.Name(extent: Extent, elements: float[]) : struct (float * string) =
        let candidates = known |> Seq.filter (fun (struct (other, _, _)) -> other.Equals extent)

        match candidates |> Seq.tryFind (fun (struct (_, numbers, _)) -> ratio elements numbers <> 0.0) with
        | Some(struct (_, numbers, name)) -> struct (ratio elements numbers, name)
        | None ->
            let name = next (if extent.Columns = 1 then "bcdaepqr" else "ABCDEFGM")
            known.Add(struct (extent, elements, name))
            struct (1.0, name)

/// The name of an input: a capital letter for a matrix, with its number below.
let private inputName (line: Line) (name: string) =
    let letters = name.TrimEnd [| '0' .. '9' |]
    let number = name.Substring letters.Length
    let letters = if line.Shape.Extent.Columns > 1 then letters.ToUpperInvariant() else letters
    let letters = if letters.Length > 1 then "\\mathit{" + letters + "}" else letters

    match number.Length with
    | 0 -> letters
    | 1 -> letters + "_" + number
    | _ -> letters + "_{" + number + "}"

let private isIdentity (extent: Extent) (elements: float[]) =
    extent.Rows = extent.Columns
    && elements |> Seq.indexed |> Seq.forall (fun (k, x) -> x = (if k % (extent.Rows + 1) = 0 then 1.0 else 0.0))

let private ofConstant (constants: Constants) (line: Line) (node: Node) : Expression =
    let elements, extent = Read.floats (Interpreter.force node), line.Shape.Extent

    if elements.Length > 0 && Array.forall (fun x -> x = elements[0]) elements then
        Algebra.number extent elements[0]
    elif isIdentity extent elements then
        Algebra.symbol extent true "I"
    else
        let struct (ratio, name) = constants.Name(extent, elements)
        Algebra.scale ratio (Algebra.symbol extent (isSymmetric line node) name)

/// All lines as expressions, and the lines that got a name of their own, in order.
let private expressions (constants: Constants) (inputs: string[]) (listing: Listing) : Expression[] * (string * Expression) list =
    let uses = Array.zeroCreate<int> listing.Lines.Length
    listing.Lines |> Array.iter (Listing.needed >> Array.iter (fun k -> uses[k] <- uses[k] + 1))
    let made = Array.zeroCreate<Expression> listing.Lines.Length
    let named = List<string * Expression>()

    let computed place (line: Line) =
        let e = ofLine listing line (fun k -> made[k])
        let length = (Typeset.expression "" e).Length

        if length > 8 * longest || length > longest && uses[place] > 1 then
            let name = "t_{" + string (named.Count + 1) + "}"
            named.Add((name, e))
            Algebra.symbol line.Shape.Extent false name
        else
            e

    listing.Lines
    |> Array.iteri (fun place line ->
        made[place] <-
            match line.Constant with
            | null when place < listing.Inputs -> Algebra.symbol line.Shape.Extent false (inputName line inputs[place])
            | null -> computed place line
            | node -> ofConstant constants line node)

    made, List.ofSeq named

let private whole (e: Expression) = Typeset.expression "" (MatrixAlgebra.factored (MatrixAlgebra.withOnes e))

let private withNames (named: (string * Expression) list) (text: string) =
    if named.IsEmpty then
        text
    else
        let lines = named |> List.map (fun (name, e) -> name + " &= " + whole e)
        "\\begin{aligned} " + String.Join(" \\\\ ", lines @ [ "&\\phantom{=}\\; " + text ]) + " \\end{aligned}"

let private column (entries: string[]) =
    if entries.Length = 1 then
        entries[0]
    else
        "\\begin{pmatrix} " + String.Join(" \\\\ ", entries) + " \\end{pmatrix}"

/// The outputs of a listing as expressions, and what the names in them stand for, in order.
let outputs (constants: Constants) (inputs: string[]) (listing: Listing) : Expression[] * (string * Expression) list =
    let made, named = expressions constants inputs listing
    listing.Outputs |> Array.map (fun k -> MatrixAlgebra.factored made[k]), named

/// The outputs of a listing.
let write (constants: Constants) (inputs: string[]) (listing: Listing) : string =
    let made, named = expressions constants inputs listing
    listing.Outputs |> Array.map (fun k -> whole made[k]) |> column |> withNames named

let private entries (directions: string[]) (rows: Expression[]) =
    if rows.Length <= 8 && rows |> Array.forall (LinearMap.isLinear directions) then
        let row e = String.Join(" & ", directions |> Array.map (fun name -> whole (LinearMap.coefficient name e)))
        Some("\\begin{pmatrix} " + String.Join(" \\\\ ", Array.map row rows) + " \\end{pmatrix}")
    else
        None

/// What a matrix was before it became a vector.
let private beforeReshape (listing: Listing) place =
    match listing.Lines[place].Notation with
    | Notation.Unchanged -> listing.Lines[place].Operands[0]
    | _ -> place

/// The matrix of a listing whose one output is linear in its last input; where that is not seen, the output itself, of the direction h.
let writeMatrix (constants: Constants) (inputs: string[]) (listing: Listing) : string =
    let inputs = Array.append inputs [| "h" |]
    let made, named = expressions constants inputs listing
    let output = MatrixAlgebra.factored made[listing.Outputs[0]]
    let n = output.Extent.Rows
    let element i = "h_" + (if i < 9 then string (i + 1) else "{" + string (i + 1) + "}")

    let found =
        match output.Terms with
        | [ { Coefficient = 1.0; Factors = [ struct ({ Kind = AtomKind.Column rows }, 1.0) ] } ] -> entries (Array.init n element) rows
        | _ -> LinearMap.matrix "h" n output |> Option.map whole

    match found with
    | Some text -> withNames named text
    | None ->
        let place = beforeReshape listing listing.Outputs[0]
        let direction = if place = listing.Outputs[0] then "h" else "H"
        withNames named (direction + " \\mapsto " + whole made[place])

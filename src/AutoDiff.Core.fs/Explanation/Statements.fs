namespace AutoDiff

open System
open System.Text
open AutoDiff.Kernels

/// What C# and F# write differently within a method.
[<ReferenceEquality>]
type internal Syntax =
    {
        Dialect: (int -> string) -> Dialect
        /// Four spaces for each level that statements start at.
        Level: int
        Let: string -> string -> string
        LetMutable: string -> string -> string
        NewArray: Precision -> int -> string
        ArrayOf: string list -> string
        Assign: string -> string -> string
        AddTo: string -> string -> string
        /// The head of a loop of so many rounds.
        For: string -> int -> string
        /// The braces around what is in a loop, where indentation does not say it.
        Braces: (string * string) option
        ToDouble: string -> string
        ToSingle: string -> string
        Copy: string -> string
        /// So many elements of an array from a place on.
        Part: string -> string -> int -> string
        /// Puts so many elements into an array from a place on.
        Put: string -> string -> int -> string -> string
        Return: string list -> string
        FunctionName: string -> string
    }

/// The statements of one method.
[<Sealed>]
type internal Statements(syntax: Syntax, m: Method, text: StringBuilder) =
    let listing = m.Listing
    let names = Listing.names m.Parameters listing
    let sayAt depth (line: string) = text.Append(String(' ', 4 * (syntax.Level + depth))).Append(line).Append('\n') |> ignore
    let say line = sayAt 0 line
    let isSingle (line: Line) = line.Precision = Precision.Single
    let array (k: int) = if Sources.isNumber listing.Lines[k] then syntax.ArrayOf [ names[k] ] else names[k]
    let rounded (line: Line) (expression: string) = if isSingle line then syntax.ToSingle expression else expression

    /// An element of a line, which is a number or an array.
    let elementOf k (index: string) = if Sources.isNumber listing.Lines[k] then names[k] else names[k] + "[" + index + "]"

    let operand (line: Line) i =
        let k = line.Operands[i]
        let element = elementOf k (if Sources.isNumber line then "0" else Sources.elementwiseIndex line listing.Lines[k])
        if isSingle listing.Lines[k] then syntax.ToDouble element else element

    /// Nested loops over examples, and in each over a window.
    let loop count (view: View) (statement: string) =
        let loops =
            [
                if count <> 1 then
                    "e", count
                if view.Columns <> 1 then
                    "j", view.Columns
                if view.Rows <> 1 then
                    "i", view.Rows
            ]

        let brace depth choose =
            match syntax.Braces with
            | None -> ()
            | Some braces -> sayAt depth (choose braces)

        loops
        |> List.iteri (fun depth (name, count) ->
            sayAt depth (syntax.For name count)
            brace depth fst)

        sayAt loops.Length statement

        for depth in loops.Length - 1 .. -1 .. 0 do
            brace depth snd

    let letArray name (line: Line) = say (syntax.Let name (syntax.NewArray line.Precision line.Shape.Size))

    let elementwise name (line: Line) formula =
        let body = rounded line (Infix.write (syntax.Dialect(operand line)) formula)

        if Sources.isNumber line then
            say (syntax.Let name body)
        else
            letArray name line
            loop 1 (View(0, 1, 0, line.Shape.Size, 1)) (syntax.Assign (name + "[i]") body)

    /// An element of a window of what begins at a place.
    let from start view =
        match start, Sources.index view with
        | "", index -> index
        | start, "0" -> start
        | start, index -> start + " + " + index

    /// Where an element of a window of example e of an operand lies, or of the line itself.
    let indexOf line (of': Line) view = from (Sources.exampleOf line of') view

    let gather name (line: Line) (view: View) =
        let source = elementOf line.Operands[0] (indexOf line listing.Lines[line.Operands[0]] view)

        if Sources.isNumber line then
            say (syntax.Let name source)
        else
            letArray name line
            loop line.Shape.Count view (syntax.Assign (name + "[" + indexOf line line (Sources.whole line.Shape.Extent) + "]") source)

    /// Elements added to zeros: over so many examples and a window, one at an index to another.
    let addUp name (line: Line) (terms: (int * View * string * string) list) =
        let sum = name + "Sum"
        let isNumber = Sources.isNumber line

        if isNumber then say (syntax.LetMutable sum "0.0") else letArray name line

        for count, view, index, element in terms do
            let element = if isNumber && isSingle line then syntax.ToDouble element else element
            loop count view (syntax.AddTo (if isNumber then sum else name + "[" + index + "]") element)

        if isNumber then
            say (syntax.Let name (rounded line sum))

    let scatter name (line: Line) (views: int -> Extent -> View) =
        let term i k =
            let operand = listing.Lines[k]
            let view = views i operand.Shape.Extent
            let element = elementOf k (indexOf line operand (Sources.whole operand.Shape.Extent))
            line.Shape.Count, view, indexOf line line view, element

        addUp name line (line.Operands |> Array.mapi term |> List.ofArray)

    /// A batch axis added up or repeated.
    let across name (line: Line) (across: Across) =
        let k = line.Operands[0]
        let source = listing.Lines[k].Shape
        let outer, folded = across.Fold source
        let inner = folded.Rows
        let count = max source.Size line.Shape.Size / (outer * inner)
        let start size = if outer = 1 then "" else "e * " + string size
        let larger = from (start (inner * count)) (View(0, 1, inner, inner, count))
        let smaller = from (start inner) (View(0, 1, 0, inner, count))
        let view = View(0, 1, 0, inner, count)

        if line.Shape.Size < source.Size then
            addUp name line [ outer, view, smaller, elementOf k larger ]
        else
            letArray name line
            loop outer view (syntax.Assign (name + "[" + larger + "]") (elementOf k smaller))

    /// The elements of an operand in example e of a line.
    let part line k =
        match Sources.exampleOf line listing.Lines[k] with
        | "" -> array k
        | start -> syntax.Part names[k] start listing.Lines[k].Shape.Extent.Size

    let call name (line: Line) (functionName: string) (arguments: string list) =
        let call = syntax.FunctionName functionName + "(" + String.Join(", ", arguments) + ")"

        if Sources.isNumber line then
            say (syntax.Let name (call + "[0]"))
        elif line.Shape.Count = 1 then
            say (syntax.Let name call)
        else
            letArray name line
            let put = syntax.Put name (Sources.exampleOf line line) line.Shape.Extent.Size call
            loop line.Shape.Count (View(0, 0, 0, 1, 1)) put

    let product name (line: Line) left right =
        let a, extent = listing.Lines[line.Operands[0]].Shape.Extent, line.Shape.Extent
        let flag value = if value then "true" else "false"
        let sizes = [ extent.Rows; extent.Columns; (if left then a.Rows else a.Columns) ] |> List.map string

        call
            name
            line
            (if isSingle line then "MultiplySingle" else "Multiply")
            ([ flag left; flag right ] @ sizes @ [ part line line.Operands[0]; part line line.Operands[1] ])

    let routine name (line: Line) (routine: Routine) =
        if isSingle line then
            Sources.refuse line "it is written in float64 only."

        let arguments k =
            let extent = listing.Lines[k].Shape.Extent
            [ string extent.Rows; string extent.Columns; part line k ]

        call name line routine.Name (Listing.needed line |> List.ofArray |> List.collect arguments)

    let constant name (line: Line) (node: Node) =
        let literal (x: float) = rounded line (Infix.number x)
        let elements = Read.floats (Interpreter.force node) |> List.ofArray |> List.map literal

        let value =
            match elements with
            | [] -> syntax.NewArray line.Precision 0
            | [ element ] when Sources.isNumber line -> element
            | elements -> syntax.ArrayOf elements

        say (syntax.Let name value)

    let computed name (line: Line) =
        match line.Notation with
        | Notation.Elementwise formula -> elementwise name line formula
        | Notation.Gather view -> gather name line (view listing.Lines[line.Operands[0]].Shape.Extent)
        | Notation.Scatter views -> scatter name line views
        | Notation.Product(left, right) -> product name line left right
        | Notation.Routine(_, written) -> routine name line written
        | Notation.Unchanged when line.Shape.Size > 1 || Sources.isNumber listing.Lines[line.Operands[0]] ->
            say (syntax.Let name names[line.Operands[0]])
        | Notation.Unchanged
        | Notation.Named _ ->
            match line.Primitive.Kernel, line.Primitive.Parameters with
            | Across kernel, _ -> across name line kernel
            | _, (:? IDependent) -> Sources.refuse line "what it does is chosen by its numbers."
            | _ -> Sources.refuse line "nothing short computes it."

    let result i place =
        let extent = m.Results[i]

        if extent.Columns <> 1 then
            syntax.FunctionName "AsMatrix" + "(" + string extent.Rows + ", " + string extent.Columns + ", " + array place + ")"
        elif extent.IsScalar then
            names[place]
        elif place < listing.Inputs || (listing.Outputs |> Array.filter (fun k -> k = place)).Length > 1 then
            syntax.Copy names[place]
        else
            names[place]

    /// Writes all statements and what the method returns.
    member _.Write() : unit =
        listing.Lines
        |> Array.iteri (fun place line ->
            match line.Constant with
            | null when place < listing.Inputs ->
                if line.Shape.Extent.Columns <> 1 then
                    say (syntax.Let names[place] (syntax.FunctionName "ByColumns" + "(" + names[place] + "Matrix)"))
            | null -> computed names[place] line
            | node -> constant names[place] line node)

        say (syntax.Return(listing.Outputs |> Array.mapi result |> List.ofArray))

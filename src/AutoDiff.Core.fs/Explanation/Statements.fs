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
        if isSingle listing.Lines[k] then syntax.ToDouble(elementOf k "i") else elementOf k "i"

    /// Nested loops over a window.
    let loop (view: View) (statement: string) =
        let loops =
            [
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
        Sources.requireOneShape listing line
        let body = rounded line (Infix.write (syntax.Dialect(operand line)) formula)

        if Sources.isNumber line then
            say (syntax.Let name body)
        else
            letArray name line
            loop (View(0, 1, 0, line.Shape.Size, 1)) (syntax.Assign (name + "[i]") body)

    let gather name (line: Line) (view: View) =
        Sources.requireOneExample listing line
        let from = elementOf line.Operands[0] (Sources.index view)

        if Sources.isNumber line then
            say (syntax.Let name from)
        else
            letArray name line
            loop view (syntax.Assign (name + "[" + Sources.index (Sources.whole line.Shape.Extent) + "]") from)

    let scatter name (line: Line) (views: (Extent -> View)[]) =
        Sources.requireOneExample listing line
        let sum = name + "Sum"

        if Sources.isNumber line then say (syntax.LetMutable sum "0.0") else letArray name line

        line.Operands
        |> Array.iteri (fun i k ->
            let extent = listing.Lines[k].Shape.Extent
            let view = views[min i (views.Length - 1)] extent
            let from = elementOf k (Sources.index (Sources.whole extent))
            let from = if Sources.isNumber line && isSingle line then syntax.ToDouble from else from
            loop view (syntax.AddTo (if Sources.isNumber line then sum else name + "[" + Sources.index view + "]") from))

        if Sources.isNumber line then
            say (syntax.Let name (rounded line sum))

    let call name (line: Line) (functionName: string) (arguments: string list) =
        let call = syntax.FunctionName functionName + "(" + String.Join(", ", arguments) + ")"
        say (syntax.Let name (if Sources.isNumber line then call + "[0]" else call))

    let product name (line: Line) left right =
        Sources.requireOneExample listing line
        let a, extent = listing.Lines[line.Operands[0]].Shape.Extent, line.Shape.Extent
        let flag value = if value then "true" else "false"
        let sizes = [ extent.Rows; extent.Columns; (if left then a.Rows else a.Columns) ] |> List.map string

        call
            name
            line
            (if isSingle line then "MultiplySingle" else "Multiply")
            ([ flag left; flag right ] @ sizes @ [ array line.Operands[0]; array line.Operands[1] ])

    let routine name (line: Line) (routine: Routine) =
        Sources.requireOneExample listing line

        if isSingle line then
            Sources.refuse line "it is written in float64 only."

        let arguments k =
            let extent = listing.Lines[k].Shape.Extent
            [ string extent.Rows; string extent.Columns; array k ]

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
        | Notation.Named _ -> Sources.refuse line "nothing short computes it."

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

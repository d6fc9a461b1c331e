/// Programs as F# source that stands by itself.
[<RequireQualifiedAccess>]
module internal AutoDiff.FSharpSource

open System
open System.Text

let private typeOf (precision: Precision) = if precision = Precision.Single then "float32" else "float"

let private comparison (sign: string) =
    match sign with
    | "==" -> "="
    | "!=" -> "<>"
    | sign -> sign

let private dialect operand : Dialect =
    {
        Operand = operand
        Apply = Sources.apply Infix.small
        Power = Sources.power
        Choose = fun sign left right yes no -> "(if " + left + " " + comparison sign + " " + right + " then " + yes + " else " + no + ")"
        Computes = true
    }

let private syntax: Syntax =
    {
        Dialect = dialect
        Level = 1
        Let = fun name value -> "let " + name + " = " + value
        LetMutable = fun name value -> "let mutable " + name + " = " + value
        NewArray = fun precision size -> "Array.zeroCreate<" + typeOf precision + "> " + string size
        ArrayOf = fun elements -> "[| " + String.Join("; ", elements) + " |]"
        Assign = fun target value -> target + " <- " + value
        AddTo = fun target value -> target + " <- " + target + " + " + value
        For = fun name count -> "for " + name + " in 0 .. " + string (count - 1) + " do"
        Braces = None
        ToDouble = fun x -> "(float (" + x + "))"
        ToSingle = fun x -> "float32 (" + x + ")"
        Copy = fun name -> "Array.copy " + name
        Part = fun name start size -> "Array.sub " + name + " (" + start + ") " + string size
        Put = fun name start size value -> "Array.blit (" + value + ") 0 " + name + " (" + start + ") " + string size
        Return =
            function
            | [ result ] -> result
            | results -> "(" + String.Join(", ", results) + ")"
        FunctionName = Infix.small
    }

/// A function beside the others.
let private helper (text: StringBuilder) (written: Written, body: Formula) =
    let count = 1 + List.fold max 0 (Simplify.operands body)
    let parameters = String.Join(", ", Sources.parameters[.. count - 1] |> Array.map (fun name -> name + ": float"))

    text.Append("\nlet private ").Append(Infix.small written.Name).Append(" (").Append(parameters).Append(") : float =\n    ")
    |> ignore

    text.Append(Infix.write (dialect (fun i -> Sources.parameters[i])) body).Append('\n') |> ignore

let private product =
    """
let private multiply (left: bool, right: bool, rows: int, columns: int, inner: int, a: T[], b: T[]) : T[] =
    let element k =
        let i, j = k % rows, k / rows
        let mutable sum = 0.0

        for k in 0 .. inner - 1 do
            let x = a[if left then k + i * inner else i + k * rows]
            let z = b[if right then j + k * columns else k + j * inner]
            sum <- sum + float x * float z

        T sum

    Array.init (rows * columns) element
"""

let private multiply (precision: Precision) =
    let own = if precision = Precision.Single then product.Replace("multiply", "multiplySingle") else product
    own.Replace("T[", typeOf precision + "[").Replace("T sum", typeOf precision + " sum")

let private byColumns =
    """
let private byColumns (x: 'T[,]) : 'T[] =
    let rows = Array2D.length1 x
    Array.init x.Length (fun k -> x[k % rows, k / rows])
"""

let private asMatrix =
    """
let private asMatrix (rows: int, columns: int, x: 'T[]) : 'T[,] =
    Array2D.init rows columns (fun i j -> x[i + j * rows])
"""

let private parameters (m: Method) count =
    let parameter i =
        let line = m.Listing.Lines[i]
        Sources.argument m i + ": " + Sources.valueType (typeOf line.Precision) line.Shape.Extent

    "(" + String.Join(", ", Array.init count parameter) + ")"

let private methodOf (text: StringBuilder) (m: Method) =
    text.Append("\n/// ").Append(m.Doc).Append("\nlet ").Append(Infix.small m.Name).Append(' ').Append(parameters m m.Listing.Inputs)
    |> ignore

    text.Append(" : ").Append(String.Join(" * ", Sources.resultTypes typeOf m)).Append(" =\n") |> ignore
    Statements(syntax, m, text).Write()

let private columns =
    """
/// DOC
let NAME PARAMETERS : float[,] =
    let column j =
        let direction = Array.init SIZE (fun i -> if i = j then ONE else ZERO)
        PRODUCT(ARGUMENTS, direction)

    let columns = Array.init SIZE column
    Array2D.init SIZE SIZE (fun i j -> float (columns[j][i]))
"""

/// A function that computes a matrix of second derivatives column by column, by products with unit vectors.
let private hessianOf (product: Method) (name: string) (doc: string) =
    let count = product.Parameters.Length - 1
    let isSingle = product.Listing.Lines[count].Precision = Precision.Single

    columns
        .Replace("DOC", doc)
        .Replace("NAME", Infix.small name)
        .Replace("PARAMETERS", parameters product count)
        .Replace("SIZE", string product.Results[0].Size)
        .Replace("ONE", (if isSingle then "1.0f" else "1.0"))
        .Replace("ZERO", (if isSingle then "0.0f" else "0.0"))
        .Replace("PRODUCT", Infix.small product.Name)
        .Replace("ARGUMENTS", Sources.arguments product count)

/// A module of the functions and what they call; where the last is a product with the Hessian, with the matrix too.
let write (title: string) (methods: Method list) (hessian: (string * string) option) : string =
    let text = StringBuilder "// "
    text.Append(title).Append(" ").Append(Sources.needs methods).Append("\nmodule Derivative\n\nopen System\n") |> ignore
    Sources.helpers methods |> List.iter (helper text)

    for routine in Sources.routines methods do
        text.Append('\n').Append(routine.FSharp) |> ignore

    for precision in [ Precision.Double; Precision.Single ] do
        if Sources.multiplies methods precision then
            text.Append(multiply precision) |> ignore

    if Sources.takesMatrix methods then
        text.Append byColumns |> ignore

    if Sources.givesMatrix methods then
        text.Append asMatrix |> ignore

    List.iter (methodOf text) methods

    match hessian with
    | Some(name, doc) -> text.Append(hessianOf (List.last methods) name doc) |> ignore
    | None -> ()

    text.ToString()

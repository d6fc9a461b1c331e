/// Programs as F# source that stands by itself.
[<RequireQualifiedAccess>]
module internal AutoDiff.FSharpSource

open System
open System.Text

let private typeOf (precision: Precision) = if precision = Precision.Single then "float32" else "float"

/// Names of functions start with a small letter.
let private functionName (name: string) = string (Char.ToLowerInvariant name[0]) + name.Substring 1

let private power (x: string) (exponent: float) =
    let isName = x |> Seq.forall (fun c -> Char.IsLetterOrDigit c || c = '[' || c = ']')

    match exponent with
    | 2.0 when isName -> "(" + x + " * " + x + ")"
    | 3.0 when isName -> "(" + x + " * " + x + " * " + x + ")"
    | -1.0 -> "(1.0 / (" + x + "))"
    | 0.5 -> "Math.Sqrt(" + x + ")"
    | exponent -> "Math.Pow(" + x + ", " + Infix.number exponent + ")"

let private apply (written: Written) (arguments: string list) =
    match written.Source with
    | Method pattern when pattern.Contains '#' -> Sources.fill pattern '#' arguments
    | Method name -> name + "(" + String.Join(", ", arguments) + ")"
    | _ -> functionName written.Name + "(" + String.Join(", ", arguments) + ")"

let private comparison (sign: string) =
    match sign with
    | "==" -> "="
    | "!=" -> "<>"
    | sign -> sign

let private dialect operand : Dialect =
    {
        Operand = operand
        Apply = apply
        Power = power
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
        Return =
            function
            | [ result ] -> result
            | results -> "(" + String.Join(", ", results) + ")"
        FunctionName = functionName
    }

let private parameterNames = [| "x"; "z"; "w" |]

/// A function beside the others.
let private helper (text: StringBuilder) (written: Written, body: Formula) =
    let count = 1 + List.fold max 0 (Simplify.operands body)
    let parameters = String.Join(", ", parameterNames[.. count - 1] |> Array.map (fun name -> name + ": float"))

    text.Append("\nlet private ").Append(functionName written.Name).Append(" (").Append(parameters).Append(") : float =\n    ")
    |> ignore

    text.Append(Infix.write (dialect (fun i -> parameterNames[i])) body).Append('\n') |> ignore

let private multiply (precision: Precision) =
    let t = typeOf precision

    "\nlet private "
    + (if precision = Precision.Single then "multiplySingle" else "multiply")
    + " (left: bool, right: bool, rows: int, columns: int, inner: int, a: "
    + t
    + "[], b: "
    + t
    + "[]) : "
    + t
    + "[] =\n    let element k =\n        let i, j = k % rows, k / rows\n        let mutable sum = 0.0\n\n        for k in 0 .. inner - 1 do\n            let x = a[if left then k + i * inner else i + k * rows]\n            let z = b[if right then j + k * columns else k + j * inner]\n            sum <- sum + float x * float z\n\n        "
    + t
    + " sum\n\n    Array.init (rows * columns) element\n"

let private byColumns =
    "\nlet private byColumns (x: 'T[,]) : 'T[] =\n    let rows = Array2D.length1 x\n    Array.init x.Length (fun k -> x[k % rows, k / rows])\n"

let private asMatrix =
    "\nlet private asMatrix (rows: int, columns: int, x: 'T[]) : 'T[,] =\n    Array2D.init rows columns (fun i j -> x[i + j * rows])\n"

let private valueType (precision: Precision) (extent: Extent) =
    typeOf precision
    + (if extent.IsScalar then ""
       elif extent.Columns = 1 then "[]"
       else "[,]")

let private argument (m: Method) i = m.Parameters[i] + (if m.Listing.Lines[i].Shape.Extent.Columns <> 1 then "Matrix" else "")

let private parameters (m: Method) count =
    let parameter i =
        let line = m.Listing.Lines[i]
        argument m i + ": " + valueType line.Precision line.Shape.Extent

    "(" + String.Join(", ", Array.init count parameter) + ")"

let private methodOf (text: StringBuilder) (m: Method) =
    let results = m.Listing.Outputs |> Array.mapi (fun i place -> valueType m.Listing.Lines[place].Precision m.Results[i])

    text.Append("\n/// ").Append(m.Doc).Append("\nlet ").Append(functionName m.Name).Append(' ').Append(parameters m m.Listing.Inputs)
    |> ignore

    text.Append(" : ").Append(String.Join(" * ", results)).Append(" =\n") |> ignore
    Statements(syntax, m, text).Write()

/// A function that computes a matrix of second derivatives column by column, by products with unit vectors.
let private hessianOf (product: Method) (name: string) (doc: string) =
    let count, n = product.Parameters.Length - 1, string product.Results[0].Size
    let t = typeOf product.Listing.Lines[count].Precision
    let one = if t = "float" then "1.0" else "1.0f"
    let zero = if t = "float" then "0.0" else "0.0f"
    let arguments = String.Join(", ", Array.append (Array.init count (argument product)) [| "direction" |])

    "\n/// "
    + doc
    + "\nlet "
    + functionName name
    + " "
    + parameters product count
    + " : float[,] =\n    let column j =\n        let direction = Array.init "
    + n
    + " (fun i -> if i = j then "
    + one
    + " else "
    + zero
    + ")\n        "
    + functionName product.Name
    + "("
    + arguments
    + ")\n\n    let columns = Array.init "
    + n
    + " column\n    Array2D.init "
    + n
    + " "
    + n
    + " (fun i j -> float (columns[j][i]))\n"

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

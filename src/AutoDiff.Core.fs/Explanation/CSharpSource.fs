/// Programs as C# source that stands by itself.
[<RequireQualifiedAccess>]
module internal AutoDiff.CSharpSource

open System
open System.Text

let private typeOf (precision: Precision) = if precision = Precision.Single then "float" else "double"

let private power (x: string) (exponent: float) =
    match exponent with
    | 0.5 -> "Math.Sqrt(" + x + ")"
    | exponent -> "Math.Pow(" + x + ", " + Infix.number exponent + ")"

/// Whether a text is a name, which may be written twice.
let private isName (text: string) = text |> Seq.forall (fun c -> Char.IsLetterOrDigit c || c = '[' || c = ']')

let private shortPower (x: string) (exponent: float) =
    match exponent with
    | 2.0 when isName x -> "(" + x + " * " + x + ")"
    | 3.0 when isName x -> "(" + x + " * " + x + " * " + x + ")"
    | -1.0 -> "(1.0 / (" + x + "))"
    | exponent -> power x exponent

let private apply (written: Written) (arguments: string list) =
    match written.Source with
    | Method pattern when pattern.Contains '#' -> Sources.fill pattern '#' arguments
    | Method name -> name + "(" + String.Join(", ", arguments) + ")"
    | _ -> written.Name + "(" + String.Join(", ", arguments) + ")"

let private dialect operand : Dialect =
    {
        Operand = operand
        Apply = apply
        Power = shortPower
        Choose = fun comparison left right yes no -> "(" + left + " " + comparison + " " + right + " ? " + yes + " : " + no + ")"
        Computes = true
    }

let private parameterNames = [| "x"; "z"; "w" |]

/// A function beside the methods.
let private helper (text: StringBuilder) (written: Written, body: Formula) =
    let count = 1 + List.fold max 0 (Simplify.operands body)
    let parameters = String.Join(", ", parameterNames[.. count - 1] |> Array.map (fun name -> "double " + name))
    let body = Infix.write (dialect (fun i -> parameterNames[i])) body

    text
        .Append("\n    private static double ")
        .Append(written.Name)
        .Append("(")
        .Append(parameters)
        .Append(") =>\n        ")
        .Append(body)
        .Append(";\n")
    |> ignore

let private multiply (precision: Precision) =
    let t = typeOf precision
    let name = if precision = Precision.Single then "MultiplySingle" else "Multiply"

    "\n    private static "
    + t
    + "[] "
    + name
    + "(bool left, bool right, int rows, int columns, int inner, "
    + t
    + "[] a, "
    + t
    + "[] b)\n    {\n        var y = new "
    + t
    + "[rows * columns];\n        for (var j = 0; j < columns; j++)\n        {\n            for (var i = 0; i < rows; i++)\n            {\n                var sum = 0.0;\n                for (var k = 0; k < inner; k++)\n                {\n                    sum += (double)a[left ? k + i * inner : i + k * rows] * b[right ? j + k * columns : k + j * inner];\n                }\n\n                y[i + j * rows] = ("
    + t
    + ")sum;\n            }\n        }\n\n        return y;\n    }\n"

let private ofMatrix =
    "\n    private static T[] ByColumns<T>(T[,] x)\n    {\n        var y = new T[x.Length];\n        for (var j = 0; j < x.GetLength(1); j++)\n        {\n            for (var i = 0; i < x.GetLength(0); i++)\n            {\n                y[i + j * x.GetLength(0)] = x[i, j];\n            }\n        }\n\n        return y;\n    }\n"

let private toMatrix =
    "\n    private static T[,] AsMatrix<T>(int rows, int columns, T[] x)\n    {\n        var y = new T[rows, columns];\n        for (var j = 0; j < columns; j++)\n        {\n            for (var i = 0; i < rows; i++)\n            {\n                y[i, j] = x[i + j * rows];\n            }\n        }\n\n        return y;\n    }\n"

let private syntax: Syntax =
    {
        Dialect = dialect
        Level = 2
        Let = fun name value -> "var " + name + " = " + value + ";"
        LetMutable = fun name value -> "var " + name + " = " + value + ";"
        NewArray = fun precision size -> "new " + typeOf precision + "[" + string size + "]"
        ArrayOf = fun elements -> "new[] { " + String.Join(", ", elements) + " }"
        Assign = fun target value -> target + " = " + value + ";"
        AddTo = fun target value -> target + " += " + value + ";"
        For = fun name count -> "for (var " + name + " = 0; " + name + " < " + string count + "; " + name + "++)"
        Braces = Some("{", "}")
        ToDouble = fun x -> "(double)" + x
        ToSingle = fun x -> "(float)(" + x + ")"
        Copy = fun name -> name + ".AsSpan().ToArray()"
        Return =
            function
            | [ result ] -> "return " + result + ";"
            | results -> "return (" + String.Join(", ", results) + ");"
        FunctionName = id
    }

let private valueType (precision: Precision) (extent: Extent) =
    typeOf precision
    + (if extent.IsScalar then ""
       elif extent.Columns = 1 then "[]"
       else "[,]")

let private signature (m: Method) =
    let parameter i =
        let line = m.Listing.Lines[i]

        valueType line.Precision line.Shape.Extent
        + " "
        + m.Parameters[i]
        + (if line.Shape.Extent.Columns <> 1 then "Matrix" else "")

    let results = m.Listing.Outputs |> Array.mapi (fun i place -> valueType m.Listing.Lines[place].Precision m.Results[i])
    let result = if results.Length = 1 then results[0] else "(" + String.Join(", ", results) + ")"
    result + " " + m.Name + "(" + String.Join(", ", Array.init m.Listing.Inputs parameter) + ")"

let private methodOf (text: StringBuilder) (m: Method) =
    text.Append("\n    /// <summary>").Append(m.Doc).Append("</summary>\n    public static ").Append(signature m).Append("\n    {\n")
    |> ignore

    Statements(syntax, m, text).Write()
    text.Append("    }\n") |> ignore

/// A method that computes a matrix of second derivatives column by column, by products with unit vectors.
let private byColumns (product: Method) (name: string) (doc: string) =
    let n = string product.Results[0].Size
    let x = product.Parameters[.. product.Parameters.Length - 2]
    let shown = { product with Listing = { product.Listing with Inputs = x.Length } }
    let parameters = (signature shown).Split '('

    let arguments =
        x |> Array.mapi (fun i name -> if product.Listing.Lines[i].Shape.Extent.Columns <> 1 then name + "Matrix" else name)

    "\n    /// <summary>"
    + doc
    + "</summary>\n    public static double[,] "
    + name
    + "("
    + parameters[1]
    + "\n    {\n        var hessian = new double["
    + n
    + ", "
    + n
    + "];\n        for (var j = 0; j < "
    + n
    + "; j++)\n        {\n            var direction = new "
    + typeOf product.Listing.Lines[x.Length].Precision
    + "["
    + n
    + "];\n            direction[j] = 1;\n            var column = "
    + product.Name
    + "("
    + String.Join(", ", Array.append arguments [| "direction" |])
    + ");\n            for (var i = 0; i < "
    + n
    + "; i++)\n            {\n                hessian[i, j] = column[i];\n            }\n        }\n\n        return hessian;\n    }\n"

/// A class of the methods and what they call; where the last is a product with the Hessian, with the matrix too.
let write (title: string) (methods: Method list) (hessian: (string * string) option) : string =
    let text = StringBuilder "// "

    text.Append(title).Append(" ").Append(Sources.needs methods).Append("\nusing System;\n\npublic static class Derivative\n{")
    |> ignore

    List.iter (methodOf text) methods

    match hessian with
    | Some(name, doc) -> text.Append(byColumns (List.last methods) name doc) |> ignore
    | None -> ()

    Sources.helpers methods |> List.iter (helper text)

    for routine in Sources.routines methods do
        text.Append("\n").Append(routine.CSharp) |> ignore

    for precision in [ Precision.Double; Precision.Single ] do
        if Sources.multiplies methods precision then
            text.Append(multiply precision) |> ignore

    if Sources.takesMatrix methods then
        text.Append ofMatrix |> ignore

    if Sources.givesMatrix methods then
        text.Append toMatrix |> ignore

    text.Append("}\n").Replace("{\n\n", "{\n").ToString()

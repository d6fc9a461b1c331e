/// Programs as C# source that stands by itself.
[<RequireQualifiedAccess>]
module internal AutoDiff.CSharpSource

open System
open System.Text

let private typeOf (precision: Precision) = if precision = Precision.Single then "float" else "double"

let private choose comparison left right yes no =
    let chosen condition yes no = "(" + condition + " ? " + yes + " : " + no + ")"
    let isNaN = "Double.IsNaN(" + left + ")"

    // the compiler warns of what is compared with itself, which is as large as itself wherever it is not NaN
    match comparison with
    | _ when left <> right -> chosen (left + " " + comparison + " " + right) yes no
    | "!=" -> chosen isNaN yes no
    | ">"
    | "<" -> "(" + no + ")"
    | _ -> chosen isNaN no yes

let private dialect operand : Dialect =
    {
        Operand = operand
        Apply = Sources.apply id
        Power = Sources.power
        Choose = choose
        Computes = true
    }

/// A function beside the methods.
let private helper (text: StringBuilder) (written: Written, body: Formula) =
    let count = 1 + List.fold max 0 (Simplify.operands body)
    let parameters = String.Join(", ", Sources.parameters[.. count - 1] |> Array.map (fun name -> "double " + name))
    let body = Infix.write (dialect (fun i -> Sources.parameters[i])) body

    text
        .Append("\n    private static double ")
        .Append(written.Name)
        .Append("(")
        .Append(parameters)
        .Append(") =>\n        ")
        .Append(body)
        .Append(";\n")
    |> ignore

let private product =
    """
    private static T[] Multiply(bool left, bool right, int rows, int columns, int inner, T[] a, T[] b)
    {
        var y = new T[rows * columns];
        for (var j = 0; j < columns; j++)
        {
            for (var i = 0; i < rows; i++)
            {
                var sum = 0.0;
                for (var k = 0; k < inner; k++)
                {
                    sum += (double)a[left ? k + i * inner : i + k * rows] * b[right ? j + k * columns : k + j * inner];
                }

                y[i + j * rows] = (T)sum;
            }
        }

        return y;
    }
"""

let private multiply (precision: Precision) =
    let own = if precision = Precision.Single then product.Replace("Multiply", "MultiplySingle") else product
    own.Replace("T[", typeOf precision + "[").Replace("(T)", "(" + typeOf precision + ")")

let private ofMatrix =
    """
    private static T[] ByColumns<T>(T[,] x)
    {
        var y = new T[x.Length];
        for (var j = 0; j < x.GetLength(1); j++)
        {
            for (var i = 0; i < x.GetLength(0); i++)
            {
                y[i + j * x.GetLength(0)] = x[i, j];
            }
        }

        return y;
    }
"""

let private toMatrix =
    """
    private static T[,] AsMatrix<T>(int rows, int columns, T[] x)
    {
        var y = new T[rows, columns];
        for (var j = 0; j < columns; j++)
        {
            for (var i = 0; i < rows; i++)
            {
                y[i, j] = x[i + j * rows];
            }
        }

        return y;
    }
"""

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
        Part = fun name start size -> name + ".AsSpan(" + start + ", " + string size + ").ToArray()"
        Put = fun name start _ value -> value + ".CopyTo(" + name + ", " + start + ");"
        Return =
            function
            | [ result ] -> "return " + result + ";"
            | results -> "return (" + String.Join(", ", results) + ");"
        FunctionName = id
    }

let private parameter (m: Method) i =
    let line = m.Listing.Lines[i]
    Sources.valueType (typeOf line.Precision) line.Shape.Extent + " " + Sources.argument m i

let private signature (m: Method) =
    let results = Sources.resultTypes typeOf m
    let result = if results.Length = 1 then results[0] else "(" + String.Join(", ", results) + ")"
    result + " " + m.Name + "(" + String.Join(", ", Array.init m.Listing.Inputs (parameter m)) + ")"

let private methodOf (text: StringBuilder) (m: Method) =
    text.Append("\n    /// <summary>").Append(m.Doc).Append("</summary>\n    public static ").Append(signature m).Append("\n    {\n")
    |> ignore

    Statements(syntax, m, text).Write()
    text.Append("    }\n") |> ignore

let private columns =
    """
    /// <summary>DOC</summary>
    public static double[,] NAME(PARAMETERS)
    {
        var hessian = new double[SIZE, SIZE];
        for (var j = 0; j < SIZE; j++)
        {
            var direction = new TYPE[SIZE];
            direction[j] = 1;
            var column = PRODUCT(ARGUMENTS, direction);
            for (var i = 0; i < SIZE; i++)
            {
                hessian[i, j] = column[i];
            }
        }

        return hessian;
    }
"""

/// A method that computes a matrix of second derivatives column by column, by products with unit vectors.
let private byColumns (product: Method) (name: string) (doc: string) =
    let count = product.Parameters.Length - 1

    columns
        .Replace("DOC", doc)
        .Replace("NAME", name)
        .Replace("PARAMETERS", String.Join(", ", Array.init count (parameter product)))
        .Replace("SIZE", string product.Results[0].Size)
        .Replace("TYPE", typeOf product.Listing.Lines[count].Precision)
        .Replace("PRODUCT", product.Name)
        .Replace("ARGUMENTS", Sources.arguments product count)

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

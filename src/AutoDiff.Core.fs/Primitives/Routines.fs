/// Whole-matrix operations written out in C# and F#, for source that stands by itself. Each takes rows, columns and elements of its
/// operands, column by column, and gives elements likewise.
[<RequireQualifiedAccess>]
module internal AutoDiff.Routines

let private make (name: string) uses (csharp: string) (fsharp: string) : Routine =
    let operands language =
        uses
        |> List.mapi (fun i _ ->
            let own = if i = 0 then "" else string (i + 1)

            if language = "C#" then
                "int rows" + own + ", int columns" + own + ", double[] x" + own
            else
                "rows" + own + ": int, columns" + own + ": int, x" + own + ": float[]")
        |> String.concat ", "

    let small = name.Substring(0, 1).ToLowerInvariant() + name.Substring 1
    let indented (depth: int) (text: string) = text.Trim('\n').Replace("\n", "\n" + String.replicate depth " ")

    {
        Name = name
        Uses = uses
        CSharp = "    private static double[] " + name + "(" + operands "C#" + ")\n    {\n        " + indented 8 csharp + "\n    }\n"
        FSharp = "let private " + small + " (" + operands "F#" + ") : float[] =\n    " + indented 4 fsharp + "\n"
    }

let private perColumn (name: string) (csharp: string) (fsharp: string) =
    make
        name
        [ 0 ]
        ("var y = new double[columns];\nfor (var j = 0; j < columns; j++)\n{\n    var column = x.AsSpan(j * rows, rows);\n"
         + csharp
         + "\n}\n\nreturn y;")
        ("Array.init columns (fun j ->\n    let column = Array.sub x (j * rows) rows\n" + fsharp + ")")

/// The mean of each column.
let mean =
    perColumn
        "Mean"
        "    var sum = 0.0;\n    foreach (var element in column)\n    {\n        sum += element;\n    }\n\n    y[j] = sum / rows;"
        "    Array.sum column / float rows"

/// log Σ exp of each column.
let logSumExp =
    perColumn
        "LogSumExp"
        "    var most = Double.NegativeInfinity;\n    foreach (var element in column)\n    {\n        most = Math.Max(most, element);\n    }\n\n    var sum = 0.0;\n    foreach (var element in column)\n    {\n        sum += element == most ? 1.0 : Math.Exp(element - most);\n    }\n\n    y[j] = most + Math.Log(sum);"
        "    let most = Array.max column\n    most + Math.Log(column |> Array.sumBy (fun element -> if element = most then 1.0 else Math.Exp(element - most)))"

/// exp x / Σ exp x down each column.
let softmax =
    make
        "Softmax"
        [ 0 ]
        "var y = new double[x.Length];\nfor (var j = 0; j < columns; j++)\n{\n    var most = Double.NegativeInfinity;\n    for (var k = j * rows; k < (j + 1) * rows; k++)\n    {\n        most = Math.Max(most, x[k]);\n    }\n\n    var sum = 0.0;\n    for (var k = j * rows; k < (j + 1) * rows; k++)\n    {\n        y[k] = x[k] == most ? 1.0 : Math.Exp(x[k] - most);\n        sum += y[k];\n    }\n\n    for (var k = j * rows; k < (j + 1) * rows; k++)\n    {\n        y[k] /= sum;\n    }\n}\n\nreturn y;"
        "let column j =\n    let own = Array.sub x (j * rows) rows\n    let most = Array.max own\n    let powers = own |> Array.map (fun element -> if element = most then 1.0 else Math.Exp(element - most))\n    let sum = Array.sum powers\n    powers |> Array.map (fun power -> power / sum)\n\nArray.collect column [| 0 .. columns - 1 |]"

let private scaled =
    "var most = 0.0;\nforeach (var element in x)\n{\n    most = Math.Max(most, Math.Abs(element));\n}\n\nvar sum = 0.0;\nforeach (var element in x)\n{\n    sum += element / most * (element / most);\n}\n\n"

let private scaled' =
    "let most = x |> Array.fold (fun most element -> Math.Max(most, Math.Abs element)) 0.0\nlet sum = x |> Array.sumBy (fun element -> element / most * (element / most))\n"

/// The square root of the sum of squares of all elements.
let norm =
    make
        "Norm"
        [ 0 ]
        (scaled + "return new[] { most == 0.0 || Double.IsInfinity(most) ? most : most * Math.Sqrt(sum) };")
        (scaled' + "[| (if most = 0.0 || Double.IsInfinity most then most else most * Math.Sqrt sum) |]")

let private matrix = "MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(rows, columns, x)"
let private matrix' = "MathNet.Numerics.LinearAlgebra.Matrix<float>.Build.Dense(rows, columns, Array.copy x)"
let private matrices (name: string) uses csharp fsharp = make name uses ("return " + matrix + csharp + ";") (matrix' + fsharp)

/// The inverse of a matrix.
let inverse = matrices "Inverse" [ 0 ] ".Inverse().ToColumnMajorArray()" ".Inverse().ToColumnMajorArray()"

/// The determinant of a matrix.
let determinant =
    make "Determinant" [ 0 ] ("return new[] { " + matrix + ".Determinant() };") ("[| " + matrix' + ".Determinant() |]")

/// The logarithm of the absolute value of the determinant, from the pivots.
let logAbsDeterminant =
    make
        "LogAbsDeterminant"
        [ 0 ]
        ("var upper = "
         + matrix
         + ".LU().U;\nvar sum = 0.0;\nfor (var i = 0; i < rows; i++)\n{\n    sum += Math.Log(Math.Abs(upper[i, i]));\n}\n\nreturn new[] { sum };")
        ("let upper = " + matrix' + ".LU().U\n[| Seq.sum (seq { for i in 0 .. rows - 1 -> Math.Log(Math.Abs upper[i, i]) }) |]")

/// The solution of equations, or of the transposed ones.
let solve isTransposed =
    let turned = if isTransposed then ".Transpose()" else ""
    let right = matrix.Replace("(rows, columns, x)", "(rows2, columns2, x2)")
    let right' = "MathNet.Numerics.LinearAlgebra.Matrix<float>.Build.Dense(rows2, columns2, Array.copy x2)"

    matrices
        (if isTransposed then "SolveTransposed" else "Solve")
        [ 0; 2 ]
        (turned + ".Solve(" + right + ").ToColumnMajorArray()")
        (turned + ".Solve(" + right' + ").ToColumnMajorArray()")

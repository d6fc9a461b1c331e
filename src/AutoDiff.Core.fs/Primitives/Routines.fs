/// Whole-matrix operations written out in C# and F#, for source that stands by itself. Each takes rows, columns and elements of its
/// operands, column by column, and gives elements likewise.
[<RequireQualifiedAccess>]
module internal AutoDiff.Routines

/// A routine of a name that uses operands, from its lines in both languages.
let make (name: string) uses (csharp: string) (fsharp: string) : Routine =
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

    let indented (depth: int) (text: string) =
        let spaces = String.replicate depth " "
        text.Trim('\n').Replace("\n", "\n" + spaces).Replace("\n" + spaces + "\n", "\n\n")

    {
        Name = name
        Uses = uses
        CSharp = "    private static double[] " + name + "(" + operands "C#" + ")\n    {\n        " + indented 8 csharp + "\n    }\n"
        FSharp = "let private " + small + " (" + operands "F#" + ") : float[] =\n    " + indented 4 fsharp + "\n"
    }

/// A routine that computes one number, y[j], from each column.
let perColumn (name: string) (csharp: string) (fsharp: string) =
    make
        name
        [ 0 ]
        ("""var y = new double[columns];
for (var j = 0; j < columns; j++)
{
    var column = x.AsSpan(j * rows, rows);
"""
         + csharp
         + """
}

return y;""")
        ("""Array.init columns (fun j ->
    let column = Array.sub x (j * rows) rows
"""
         + fsharp
         + ")")

/// The mean of each column.
let mean =
    perColumn
        "Mean"
        """    var sum = 0.0;
    foreach (var element in column)
    {
        sum += element;
    }

    y[j] = sum / rows;"""
        "    Array.sum column / float rows"

/// log Σ exp of each column.
let logSumExp =
    perColumn
        "LogSumExp"
        """    var most = Double.NegativeInfinity;
    foreach (var element in column)
    {
        most = Math.Max(most, element);
    }

    var sum = 0.0;
    foreach (var element in column)
    {
        sum += element == most ? 1.0 : Math.Exp(element - most);
    }

    y[j] = most + Math.Log(sum);"""
        """    let most = Array.max column
    most + Math.Log(column |> Array.sumBy (fun element -> if element = most then 1.0 else Math.Exp(element - most)))"""

/// exp x / Σ exp x down each column.
let softmax =
    make
        "Softmax"
        [ 0 ]
        """var y = new double[x.Length];
for (var j = 0; j < columns; j++)
{
    var most = Double.NegativeInfinity;
    for (var k = j * rows; k < (j + 1) * rows; k++)
    {
        most = Math.Max(most, x[k]);
    }

    var sum = 0.0;
    for (var k = j * rows; k < (j + 1) * rows; k++)
    {
        y[k] = x[k] == most ? 1.0 : Math.Exp(x[k] - most);
        sum += y[k];
    }

    for (var k = j * rows; k < (j + 1) * rows; k++)
    {
        y[k] /= sum;
    }
}

return y;"""
        """let column j =
    let own = Array.sub x (j * rows) rows
    let most = Array.max own
    let powers = own |> Array.map (fun element -> if element = most then 1.0 else Math.Exp(element - most))
    let sum = Array.sum powers
    powers |> Array.map (fun power -> power / sum)

Array.collect column [| 0 .. columns - 1 |]"""

let private scaled =
    """var most = 0.0;
foreach (var element in x)
{
    most = Math.Max(most, Math.Abs(element));
}

var sum = 0.0;
foreach (var element in x)
{
    sum += element / most * (element / most);
}

"""

let private scaled' =
    """let most = x |> Array.fold (fun most element -> Math.Max(most, Math.Abs element)) 0.0
let sum = x |> Array.sumBy (fun element -> element / most * (element / most))
"""

/// The square root of the sum of squares of all elements.
let norm =
    make
        "Norm"
        [ 0 ]
        (scaled + "return new[] { most == 0.0 || Double.IsInfinity(most) ? most : most * Math.Sqrt(sum) };")
        (scaled' + "[| (if most = 0.0 || Double.IsInfinity most then most else most * Math.Sqrt sum) |]")

/// Each column divided by the square root of its sum of squares; 0 where that is 0.
let direction =
    make
        "Normalised"
        [ 0 ]
        """var y = new double[x.Length];
for (var j = 0; j < columns; j++)
{
    var most = 0.0;
    for (var k = j * rows; k < (j + 1) * rows; k++)
    {
        most = Math.Max(most, Math.Abs(x[k]));
    }

    var sum = 0.0;
    for (var k = j * rows; k < (j + 1) * rows; k++)
    {
        sum += x[k] / most * (x[k] / most);
    }

    for (var k = j * rows; k < (j + 1) * rows; k++)
    {
        y[k] = most == 0.0 ? 0.0 : x[k] / most / Math.Sqrt(sum);
    }
}

return y;"""
        """let column j =
    let own = Array.sub x (j * rows) rows
    let most = own |> Array.fold (fun most element -> Math.Max(most, Math.Abs element)) 0.0
    let sum = own |> Array.sumBy (fun element -> element / most * (element / most))
    own |> Array.map (fun element -> if most = 0.0 then 0.0 else element / most / Math.Sqrt sum)

Array.collect column [| 0 .. columns - 1 |]"""

/// The matrix of the first operand.
let matrix = "MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(rows, columns, x)"
/// The same in F#.
let matrix' = "MathNet.Numerics.LinearAlgebra.Matrix<float>.Build.Dense(rows, columns, Array.copy x)"
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
         + """.LU().U;
var sum = 0.0;
for (var i = 0; i < rows; i++)
{
    sum += Math.Log(Math.Abs(upper[i, i]));
}

return new[] { sum };""")
        ("let upper = "
         + matrix'
         + """.LU().U
[| Seq.sum (seq { for i in 0 .. rows - 1 -> Math.Log(Math.Abs upper[i, i]) }) |]""")

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

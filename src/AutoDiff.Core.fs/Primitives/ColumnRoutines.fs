/// Operations on columns that derivatives of sums, norms, softmax and determinants are made of, written out as Routines are.
[<RequireQualifiedAccess>]
module internal AutoDiff.ColumnRoutines

/// The square root of the sum of squares of each column.
let norms =
    Routines.perColumn
        "Norms"
        """    var most = 0.0;
    foreach (var element in column)
    {
        most = Math.Max(most, Math.Abs(element));
    }

    var sum = 0.0;
    foreach (var element in column)
    {
        sum += element / most * (element / most);
    }

    y[j] = most == 0.0 || Double.IsInfinity(most) ? most : most * Math.Sqrt(sum);"""
        """    let most = column |> Array.fold (fun most element -> Math.Max(most, Math.Abs element)) 0.0
    let sum = column |> Array.sumBy (fun element -> element / most * (element / most))
    if most = 0.0 || Double.IsInfinity most then most else most * Math.Sqrt sum"""

let private columns = "Array.collect column [| 0 .. columns - 1 |]"

/// The lines in both languages that go down every column, or up, and take the sum of the elements before each.
let private scan (name: string) (isDown: bool) (isUp: bool) (own: bool) =
    let pass loop update = "    sum = 0.0;\n    for (var i = " + loop + ")\n    {\n        " + update + "\n    }\n"

    let update =
        if own then
            "sum += x[j * rows + i];\n        y[j * rows + i] += sum;"
        else
            "y[j * rows + i] += sum;\n        sum += x[j * rows + i];"

    let csharp =
        "var y = new double[x.Length];\nvar sum = 0.0;\nfor (var j = 0; j < columns; j++)\n{\n"
        + (if isDown then pass "0; i < rows; i++" update else "")
        + (if isUp then pass "rows - 1; i >= 0; i--" update else "")
        + "}\n\nreturn y;"

    let before = if own then "before[i + 1]" else "before[i]"
    let after = if own then "after[i]" else "after[i + 1]"

    let sum =
        match isDown, isUp with
        | true, true -> before + " + " + after
        | true, false -> before
        | _ -> after

    let fsharp =
        "let column j =\n    let own = Array.sub x (j * rows) rows\n"
        + (if isDown then "    let before = Array.scan (+) 0.0 own\n" else "")
        + (if isUp then "    let after = Array.scanBack (+) own 0.0\n" else "")
        + "    Array.init rows (fun i -> "
        + sum
        + ")\n\n"
        + columns

    Routines.make name [ 0 ] csharp fsharp

/// For each element the sum of all others of its column.
let sumOfOthers = scan "SumOfOthers" true true false

/// For each element the sum of the column down to it.
let cumulativeSum = scan "CumulativeSum" true false true

/// For each element the sum of the column from it on.
let cumulativeSumFromEnd = scan "CumulativeSumFromEnd" false true true

/// The derivative of softmax along a direction: s[i] Σ s[k] (d[i] - d[k]), in which no share is taken from 1.
let softmaxSlope =
    Routines.make
        "SoftmaxSlope"
        [ 0; 1 ]
        """var y = new double[x.Length];
for (var j = 0; j < columns; j++)
{
    var most = Double.NegativeInfinity;
    for (var k = j * rows; k < (j + 1) * rows; k++)
    {
        most = Math.Max(most, x[k]);
    }

    var sum = 0.0;
    var shares = new double[rows];
    for (var k = 0; k < rows; k++)
    {
        shares[k] = x[j * rows + k] == most ? 1.0 : Math.Exp(x[j * rows + k] - most);
        sum += shares[k];
    }

    for (var i = 0; i < rows; i++)
    {
        for (var k = 0; k < rows; k++)
        {
            y[j * rows + i] += shares[i] / sum * (shares[k] / sum) * (x2[j * rows + i] - x2[j * rows + k]);
        }
    }
}

return y;"""
        ("""let column j =
    let own = Array.sub x (j * rows) rows
    let direction = Array.sub x2 (j * rows) rows
    let most = Array.max own
    let powers = own |> Array.map (fun element -> if element = most then 1.0 else Math.Exp(element - most))
    let sum = Array.sum powers
    let part i k = powers[i] / sum * (powers[k] / sum) * (direction[i] - direction[k])
    Array.init rows (fun i -> Array.sum (Array.init rows (part i)))

"""
         + columns)

/// x - log Σ exp x down each column. The largest element adds 1 to the sum, which the logarithm of 1 + the others knows without adding it
/// (in Kahan's form).
let logSoftmax =
    Routines.make
        "LogSoftmax"
        [ 0 ]
        """var y = new double[x.Length];
for (var j = 0; j < columns; j++)
{
    var most = 0;
    for (var i = 1; i < rows; i++)
    {
        most = x[j * rows + i] > x[j * rows + most] ? i : most;
    }

    var rest = 0.0;
    for (var i = 0; i < rows; i++)
    {
        y[j * rows + i] = x[j * rows + i] == x[j * rows + most] ? 0.0 : x[j * rows + i] - x[j * rows + most];
        rest += i == most ? 0.0 : Math.Exp(y[j * rows + i]);
    }

    var log = 1.0 + rest == 1.0 ? rest : Math.Log(1.0 + rest) * rest / (1.0 + rest - 1.0);
    for (var i = 0; i < rows; i++)
    {
        y[j * rows + i] -= log;
    }
}

return y;"""
        ("""let column j =
    let own = Array.sub x (j * rows) rows
    let most = Array.max own
    let place = Array.IndexOf(own, most)
    let below = own |> Array.map (fun element -> if element = most then 0.0 else element - most)
    let rest = Array.sum (Array.init rows (fun i -> if i = place then 0.0 else Math.Exp below[i]))
    let log = if 1.0 + rest = 1.0 then rest else Math.Log(1.0 + rest) * rest / (1.0 + rest - 1.0)
    below |> Array.map (fun element -> element - log)

"""
         + columns)

/// What the others of the column have of exp x / Σ exp x.
let shareOfOthers =
    Routines.make
        "ShareOfOthers"
        [ 0 ]
        """var y = new double[x.Length];
for (var j = 0; j < columns; j++)
{
    var most = Double.NegativeInfinity;
    for (var i = 0; i < rows; i++)
    {
        most = Math.Max(most, x[j * rows + i]);
    }

    var sum = 0.0;
    var powers = new double[rows];
    for (var i = 0; i < rows; i++)
    {
        powers[i] = x[j * rows + i] == most ? 1.0 : Math.Exp(x[j * rows + i] - most);
        sum += powers[i];
    }

    for (var i = 0; i < rows; i++)
    {
        for (var k = 0; k < rows; k++)
        {
            y[j * rows + i] += i == k ? 0.0 : powers[k] / sum;
        }
    }
}

return y;"""
        ("""let column j =
    let own = Array.sub x (j * rows) rows
    let most = Array.max own
    let powers = own |> Array.map (fun element -> if element = most then 1.0 else Math.Exp(element - most))
    let sum = Array.sum powers
    Array.init rows (fun i -> Array.sum (Array.init rows (fun k -> if i = k then 0.0 else powers[k] / sum)))

"""
         + columns)

/// The matrix of cofactors: minors with their signs.
let cofactors =
    Routines.make
        "Cofactors"
        [ 0 ]
        ("var a = "
         + Routines.matrix
         + """;
var y = new double[x.Length];
for (var j = 0; j < columns; j++)
{
    for (var i = 0; i < rows; i++)
    {
        var minor = rows == 1 ? 1.0 : a.RemoveRow(i).RemoveColumn(j).Determinant();
        y[j * rows + i] = (i + j) % 2 == 0 ? minor : -minor;
    }
}

return y;""")
        ("let a = "
         + Routines.matrix'
         + """

let cofactor k =
    let i, j = k % rows, k / rows
    let minor = if rows = 1 then 1.0 else a.RemoveRow(i).RemoveColumn(j).Determinant()
    if (i + j) % 2 = 0 then minor else -minor

Array.init (rows * columns) cofactor""")

/// The derivative of the matrix of cofactors along another: each cofactor is a determinant, whose slope is the sum of its own cofactors, each
/// times its element of the direction.
let cofactorsSlope =
    Routines.make
        "CofactorsSlope"
        [ 0; 2 ]
        ("var a = "
         + Routines.matrix
         + """;
var d = """
         + Routines.matrix.Replace("(rows, columns, x)", "(rows2, columns2, x2)")
         + """;
var y = new double[x.Length];
for (var j = 0; j < columns; j++)
{
    for (var i = 0; i < rows; i++)
    {
        for (var q = 0; q < columns - 1; q++)
        {
            for (var p = 0; p < rows - 1; p++)
            {
                var minor = rows == 2 ? 1.0 : a.RemoveRow(i).RemoveColumn(j).RemoveRow(p).RemoveColumn(q).Determinant();
                var along = d[p < i ? p : p + 1, q < j ? q : q + 1];
                y[j * rows + i] += (i + j + p + q) % 2 == 0 ? along * minor : -along * minor;
            }
        }
    }
}

return y;""")
        ("let a = "
         + Routines.matrix'
         + """
let d = """
         + Routines.matrix'.Replace("(rows, columns, Array.copy x)", "(rows2, columns2, Array.copy x2)")
         + """

let slope k =
    let i, j = k % rows, k / rows

    let part place =
        let p, q = place % (rows - 1), place / (rows - 1)
        let minor = if rows = 2 then 1.0 else a.RemoveRow(i).RemoveColumn(j).RemoveRow(p).RemoveColumn(q).Determinant()
        let along = d[(if p < i then p else p + 1), (if q < j then q else q + 1)]
        if (i + j + p + q) % 2 = 0 then along * minor else -along * minor

    Array.sum (Array.init ((rows - 1) * (rows - 1)) part)

Array.init (rows * columns) slope""")

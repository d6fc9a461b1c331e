/// Values, gradients and Hessians against numbers computed with hundreds of digits: see tests/Reference.
module AutoDiff.Tests.ReferenceTests

open System
open System.Globalization
open System.IO
open Xunit
open AutoDiff

/// One function at one point. An empty gradient or Hessian is not decided.
type private Row =
    {
        Function: string
        Parameter: string
        Operands: Matrix[]
        Value: float[]
        Gradient: float[]
        Hessian: float[]
        Text: string
    }

let number (text: string) = Double.Parse(text.Replace("inf", "Infinity").Replace("nan", "NaN"), CultureInfo.InvariantCulture)
let numbers (text: string) = if text = "" then [||] else text.Split ' ' |> Array.map number

let private operands (shapes: string) (elements: float[]) =
    let extents =
        [| for shape in shapes.Split ',' -> let sizes = shape.Split 'x' in Extent.matrix (int sizes[0]) (int sizes[1]) |]

    let starts = extents |> Array.scan (fun start (extent: Extent) -> start + extent.Size) 0

    Array.map2
        (fun (extent: Extent) start -> Matrix(Node.ofFloats extent elements[start .. start + extent.Size - 1]))
        extents
        starts[.. extents.Length - 1]

let private parse (line: string) =
    let fields = line.Split ';'

    {
        Function = fields[0]
        Parameter = fields[1]
        Operands = operands fields[2] (numbers fields[3])
        Value = numbers fields[5]
        Gradient = numbers fields[6]
        Hessian = numbers fields[7]
        Text = line
    }

let private rows =
    lazy
        (File.ReadLines(Path.Combine(AppContext.BaseDirectory, "reference.csv"))
         |> Seq.skip 1
         |> Seq.map parse
         |> Seq.toArray
         |> Array.groupBy _.Function
         |> dict)

let private vector (m: Matrix) = m.Column 0
let private ofVector (v: Vector) = Matrix v.Node
let private ofScalar (s: Scalar) = Matrix s.Node

/// The whole-matrix functions of the table, by its names; an elementwise one is found in the table of primitives.
let private whole: (string * (string -> Matrix[] -> Matrix)) list =
    [
        "sum", (fun _ x -> ofScalar (x[0].Sum()))
        "mean", (fun _ x -> ofScalar (x[0].Mean()))
        "product", (fun _ x -> ofScalar (Maths.product x[0]))
        "variance", (fun _ x -> ofScalar (Maths.variance x[0]))
        "standardDeviation", (fun _ x -> ofScalar (Maths.standardDeviation x[0]))
        "maximum", (fun _ x -> ofScalar (Maths.maximum x[0]))
        "minimum", (fun _ x -> ofScalar (Maths.minimum x[0]))
        "logSumExp", (fun _ x -> ofScalar (Maths.logSumExp x[0]))
        "softmax", (fun _ x -> ofVector (Maths.softmax (vector x[0])))
        "logSoftmax", (fun _ x -> ofVector (Maths.logSoftmax (vector x[0])))
        "norm", (fun _ x -> ofScalar (x[0].FrobeniusNorm()))
        "norm1", (fun _ x -> ofScalar ((vector x[0]).L1Norm()))
        "normInf", (fun _ x -> ofScalar ((vector x[0]).InfinityNorm()))
        "normP", (fun p x -> ofScalar ((vector x[0]).Norm(number p)))
        "cumulativeSum", (fun _ x -> ofVector ((vector x[0]).CumulativeSum()))
        "cumulativeProduct", (fun _ x -> ofVector ((vector x[0]).CumulativeProduct()))
        "sort", (fun _ x -> ofVector ((vector x[0]).Sort()))
        "median", (fun _ x -> ofScalar ((vector x[0]).Median()))
        "quantile", (fun p x -> ofScalar ((vector x[0]).Quantile(number p)))
        "rowSums", (fun _ x -> ofVector (x[0].RowSums()))
        "columnSums", (fun _ x -> ofVector (x[0].ColumnSums()))
        "transpose", (fun _ x -> x[0].Transpose())
        "matrixProduct", (fun _ x -> x[0] * x[1])
        "outer", (fun _ x -> Maths.outerProduct (vector x[0]) (vector x[1]))
        "kronecker", (fun _ x -> x[0].KroneckerProduct x[1])
        "diagonal", (fun _ x -> ofVector (x[0].Diagonal()))
        "trace", (fun _ x -> ofScalar (x[0].Trace()))
        "inverse", (fun _ x -> x[0].Inverse())
        "solve", (fun _ x -> x[0].Solve x[1])
        "determinant", (fun _ x -> ofScalar (x[0].Determinant()))
        "logDeterminant", (fun _ x -> ofScalar (x[0].LogDeterminant()))
        "cholesky", (fun _ x -> x[0].Cholesky().Factor)
        "qrR", (fun _ x -> x[0].QR().R)
        "symmetricEigenvalues", (fun _ x -> ofVector (x[0].Evd().EigenValues))
        "singularValues", (fun _ x -> ofVector (x[0].Svd().S))
        "nuclearNorm", (fun _ x -> ofScalar (x[0].NuclearNorm()))
        "matrixExponential", (fun _ x -> x[0].MatrixExponential())
        "symmetricSqrt", (fun _ x -> x[0].SquareRoot())
        "matrixPower", (fun p x -> x[0].Power(int (number p)))
    ]

let private elementwise (name: string) (parameter: string) : Matrix[] -> Matrix =
    let primitive =
        match name with
        | "powInteger" -> fun xs -> Elementary.powInteger (int (number parameter)) (Array.head xs)
        | "trigamma" -> fun xs -> Gamma.polygamma 1 (Array.head xs)
        | name ->
            let family = Table.primitives |> List.find (fun family -> family.Name = name)
            Node.apply (fst (family.Sample 1 1 1))

    fun xs -> Matrix(primitive (xs |> Array.map _.Node))

let isWhole (name: string) = whole |> List.exists (fun (other, _) -> other = name)

let functionOf (name: string) (parameter: string) : Matrix[] -> Matrix =
    match whole |> List.tryFind (fun (other, _) -> other = name) with
    | Some(_, f) -> f parameter
    | None -> elementwise name parameter

/// Σ wₖ resultₖ with wₖ = 1 / (k + 1), as in the table.
let weighted (f: Matrix[] -> Matrix) (xs: Matrix[]) : Scalar =
    let y = Flat.join [| (f xs).Node |]
    let weights = Node.ofFloats y.Shape.Extent (Array.init y.Shape.Extent.Size (fun k -> 1.0 / float (k + 1)))
    Scalar(Products.dot weights y)

let flat (xs: Matrix[]) = xs |> Array.collect (fun x -> Read.floats x.Node.Value)

/// What matrix functions may lose: their data determine them to a unit times their condition, and exact zeros of theirs come out as
/// roundings of what cancels.
let private condition (row: Row) =
    let a = row.Operands[0].ToMathNet()

    if isWhole row.Function && a.RowCount > 1 && a.ColumnCount > 1 && not (Double.IsNaN a[0, 0]) then
        max 1.0 (min 1e8 (a.ConditionNumber()))
    else
        1.0

/// Equal, both NaN, or within the relative tolerance. An exact 0 may be a rounding of the largest number beside it, and numbers below 1e-308
/// lack digits: there an absolute tolerance of 4096 units of the smallest.
let isNear tolerance scale (expected: float) (found: float) =
    expected = found
    || (Double.IsNaN expected && Double.IsNaN found)
    || abs (found - expected) <= tolerance * abs expected + 4096.0 * Double.Epsilon
    || (expected = 0.0 && abs found <= 1e-3 * tolerance * scale)

let misses what tolerance (scale: float) (expected: float[]) (found: float[]) =
    if expected.Length = 0 then
        []
    elif expected.Length <> found.Length then
        [ what + " has " + string found.Length + " numbers instead of " + string expected.Length ]
    else
        let scale = expected |> Array.filter Double.IsFinite |> Array.fold (fun largest x -> max largest (abs x)) scale

        [
            for i in 0 .. expected.Length - 1 do
                if not (isNear tolerance scale expected[i] found[i]) then
                    yield what + "[" + string i + "] is " + found[i].ToString("R") + " instead of " + expected[i].ToString("R")
        ]

let private attempt what (compute: unit -> float[]) check =
    try
        check (compute ())
    with e ->
        [ what + ": " + e.GetType().Name + ": " + e.Message ]

/// Rows that do not agree, with the reason: by function, parameter and operands.
let private limits =
    dict
        [
            "divide;;0.0 0.0",
            "linear in x: the slope 1 / z does not depend on it, and no division pays for the point where the value is NaN"
            "xlogy;;nan 1.0", "linear in x: the slope log z does not depend on it"
            "pow;;2.0 -1074.0", "x to the power of z - 1 underflows where its multiple by z does not"
            "symmetricEigenvalues;;1.0 1e-06 1e-06 1.0", "eigenvalues 2e-6 apart: the data determine second derivatives to 1e-10"
        ]

let private keyOf (row: Row) = let fields = row.Text.Split ';' in fields[0] + ";" + fields[1] + ";" + fields[3]

/// K5 is about slopes, and infinities have no convention: there a second derivative is not judged.
let private hasHessian (row: Row) =
    let kind = row.Text.Split(';')[4]
    row.Hessian.Length > 0 && not (Array.contains kind [| "nan"; "outside"; "infinite" |])

// A few units for elementwise functions; more where a value is a sum of many terms. One unit from a root between poles, the value is some
// 1e-16 of terms of 40, which 31 digits give to 1e-30.
let private valueTolerance (row: Row) =
    match row.Function with
    | "logGamma"
    | "digamma" when abs row.Value[0] < 1e-14 -> 1e-13
    | name when isWhole name -> 1e-13
    | _ -> 4e-15

let private disagreements (row: Row) =
    let f = functionOf row.Function row.Parameter
    let condition = condition row
    let scale = if condition > 1.0 then 1e3 else 0.0

    [
        yield! attempt "value" (fun () -> flat [| f row.Operands |]) (misses "value" (valueTolerance row * condition) scale row.Value)
        if row.Gradient.Length > 0 then
            yield!
                attempt
                    "gradient"
                    (fun () -> flat (Diff.grad (weighted f) row.Operands))
                    (misses "gradient" (1e-12 * condition) scale row.Gradient)
        if hasHessian row then
            yield!
                attempt
                    "hessian"
                    (fun () -> flat [| Diff.hessian (weighted f) row.Operands |])
                    (misses "hessian" (1e-12 * condition) scale row.Hessian)
    ]

let private check (row: Row) =
    match disagreements row, limits.ContainsKey(keyOf row) with
    | [], true -> Some(row.Text + "\n  agrees again: take it off the list of limits")
    | [], false
    | _, true -> None
    | found, false -> Some(row.Text + "\n  " + String.Join("\n  ", found))

/// The functions of the table, by name.
let functions () = [| for name in rows.Value.Keys -> [| box name |] |]

[<Theory; MemberData(nameof functions)>]
let ``values and derivatives agree with the reference`` (name: string) =
    let failures = rows.Value[name] |> Array.choose check

    Assert.True(
        failures.Length = 0,
        string failures.Length + " of " + string rows.Value[name].Length + " rows:\n" + String.Join("\n", failures)
    )

/// Primitives that stand behind a function of the table: its slopes, its parts, or what the engine moves it with.
let private behind: (string * string) list =
    [
        "multiply", "strongMultiply strongBoth"
        "log", "reciprocalOfPositive"
        "hypot", "divideOrZero direction directions"
        "atan2", "inversion realInverse imaginaryInverse"
        "pow", "powerLog"
        "max", "share step greater greaterOrEqual less lessOrEqual equal notEqual where"
        "sigmoid", "logisticDensity tanhOfHalf"
        "asin", "oneMinusSquare"
        "cbrt", "root"
        "sin", "sinPi cosPi"
        "tan", "tanPi"
        "tanh", "squaredSech"
        "modulo", "moduloSlope floorQuotient remainder truncatedQuotient"
        "erf", "gaussian"
        "normalLogCdf", "inverseMills inverseMillsSlope inverseMillsCurvature inverseMillsDerivative"
        "normalQuantile", "reciprocalNormalPdf"
        "lambertW", "lambertWSlope lambertWNext"
        "beta", "betaDerivative polygammaDifference quotient gap"
        "trigamma", "polygamma"
        "silu", "siluDerivative"
        "gelu", "geluDerivative"
        "sum", "fill sumAxis repeatAxis alias stopGradient convert"
        "rowSums", "repeatColumn"
        "columnSums", "repeatRow"
        "diagonal", "reshape read assemble interleave gatherRows scatterRows rowAt placeRow"
        "matrixProduct", "strongProduct"
        "cholesky", "triangle scaleTriangles embedding"
        "cumulativeSum", "cumulativeSumFromEnd"
        "cumulativeProduct", "sumOfOthers productGradient"
        "standardDeviation", "centre deviation deviationGradient"
        "softmax", "shareOfOthers softmaxDerivative"
        "maximum", "maximumShares"
        "sort", "sortLike unsortLike"
        "normP", "norms absPower signedPower"
        "solve", "lu solveTriangular"
        "singularValues", "svd singularVectors"
        "symmetricEigenvalues", "eigen eigenvalues eigenvectors weightedSum"
        "logDeterminant", "logAbsDeterminant signOfDeterminant"
        "determinant", "cofactors"
        "symmetricSqrt", "spectralCombination spectralParts symmetricFunction"
        "qrR", "qr"
        "matrixExponential", "matrixExponentialAlong"
    ]

[<Fact>]
let ``every primitive has rows of its own or stands behind a function that has`` () =
    let covered =
        Set.ofSeq
            [
                yield! rows.Value.Keys
                for name, helpers in behind do
                    if rows.Value.ContainsKey name then
                        yield! (string helpers).Split ' '
            ]

    let bare = Table.primitives |> List.map _.Name |> List.distinct |> List.filter (covered.Contains >> not)
    Assert.True(bare.IsEmpty, "without rows: " + String.Join(", ", bare))

namespace AutoDiff

open System
open System.Collections
open System.Collections.Generic
open System.Runtime.CompilerServices
open MathNet.Numerics.LinearAlgebra

/// A dense matrix that derivatives flow through. Its default is empty.
[<Struct; NoComparison; CustomEquality; CollectionBuilder(typeof<Matrix>, "Create")>]
type Matrix =
    val private node: Node | null

    internal new(node: Node) = { node = node }

    /// A float64 matrix of these numbers, copied.
    new(values: float[,]) =
        {
            node = Parts.matrixOfFloats (Array2D.length1 (Parts.given values)) (Array2D.length2 values) (fun i j -> values[i, j])
        }

    /// A float32 matrix of these numbers, copied.
    new(values: float32[,]) =
        {
            node = Parts.matrixOfSingles (Array2D.length1 (Parts.given values)) (Array2D.length2 values) (fun i j -> values[i, j])
        }

    /// A matrix of these scalars, of one precision.
    new(values: Scalar[,]) =
        {
            node = Parts.matrix (Array2D.length1 (Parts.given values)) (Array2D.length2 values) (fun i j -> values[i, j].Node)
        }

    /// A matrix with these rows, all of one length and precision.
    static member Create(rows: ReadOnlySpan<Vector>) : Matrix = Matrix.OfRows(rows.ToArray())

    /// A matrix with these rows, all of one length and precision.
    static member OfRows(rows: Vector seq) : Matrix = Matrix(Parts.matrixOfRows [| for row in rows -> row.Node |])

    /// A matrix with these columns, all of one length and precision.
    static member OfColumns(columns: Vector seq) : Matrix = Matrix(Parts.matrixOfColumns [| for column in columns -> column.Node |])

    /// The square matrix with this diagonal, and zeros beside it.
    static member OfDiagonal(diagonal: Vector) : Matrix = Matrix(Rearrange.ofDiagonal diagonal.Node)

    member internal m.Node: Node =
        match m.node with
        | null -> Parts.emptyMatrix
        | node -> node

    /// The number of rows.
    member m.RowCount: int = m.Node.Shape.Extent.Rows

    /// The number of columns.
    member m.ColumnCount: int = m.Node.Shape.Extent.Columns

    /// The number of rows.
    member m.Count: int = m.RowCount

    /// The element in a row and a column, counted from 0.
    member m.Item
        with get (row: int, column: int): Scalar = Scalar(Parts.element m.Node row column)

    /// The part in a range of rows and a range of columns.
    member m.Item
        with get (rows: Range, columns: Range): Matrix =
            let struct (row, rowCount) = rows.GetOffsetAndLength m.RowCount
            let struct (column, columnCount) = columns.GetOffsetAndLength m.ColumnCount
            m.SubMatrix(row, rowCount, column, columnCount)

    /// The row at an index that is a value, such as that of a loop.
    member m.RowAt(i: Scalar) : Vector = Vector(Dynamic.rowAt i.Node m.Node)

    /// A row, as a vector.
    member m.Row(index: int) : Vector = Vector(Parts.row m.Node index)

    /// A column, as a vector.
    member m.Column(index: int) : Vector = Vector(Parts.part m.Node 0 m.RowCount index 1)

    /// So many rows and columns from an element on.
    member m.SubMatrix(rowIndex: int, rowCount: int, columnIndex: int, columnCount: int) : Matrix =
        Matrix(Parts.part m.Node rowIndex rowCount columnIndex columnCount)

    /// The elements whose row and column have one number, as a vector.
    member m.Diagonal() : Vector = Vector(Parts.diagonal m.Node)

    /// Rows become columns.
    member m.Transpose() : Matrix = Matrix(Indexing.transpose m.Node)

    /// A copy of the numbers, in float64.
    member m.ToArray() : float[,] =
        let values = Read.floats (Read.value m.Node)
        let rows = m.RowCount
        Array2D.init rows m.ColumnCount (fun i j -> values[i + j * rows])

    /// A copy of the numbers in float32; float64 is rounded.
    member m.ToArraySingle() : float32[,] =
        let values = Read.singles (Read.value m.Node)
        let rows = m.RowCount
        Array2D.init rows m.ColumnCount (fun i j -> values[i + j * rows])

    /// A copy of the numbers as a matrix of MathNet's.
    member m.ToMathNet() : Matrix<float> = Matrix<float>.Build.DenseOfArray(m.ToArray())

    /// A copy of the numbers as a float32 matrix of MathNet's; float64 is rounded.
    member m.ToMathNetSingle() : Matrix<float32> = Matrix<float32>.Build.DenseOfArray(m.ToArraySingle())

    /// The same numbers in float32, rounded.
    member m.ToFloat32() : Matrix = Matrix(Marks.convert Precision.Single m.Node)

    /// The same numbers in float64.
    member m.ToFloat64() : Matrix = Matrix(Marks.convert Precision.Double m.Node)

    /// The sum of all elements; 0 where there are none.
    member m.Sum() : Scalar = Scalar(Reduction.sum m.Node)

    /// The mean of all elements.
    member m.Mean() : Scalar = Scalar(Parts.mean m.Node)

    /// The product of all elements, 1 where there are none; derivatives are right at zeros.
    member m.Product() : Scalar = Scalar(Columns.reduceAll RunningProducts.product m.Node)

    /// The largest element, NaN where one is; equal ones share the slope equally.
    member m.Maximum() : Scalar = Scalar(Columns.reduceAll Extrema.maximum m.Node)

    /// The smallest element, NaN where one is; equal ones share the slope equally.
    member m.Minimum() : Scalar = Scalar(Columns.reduceAll Extrema.minimum m.Node)

    /// The logarithm of the sum of the exponentials of all elements, without overflow.
    member m.LogSumExp() : Scalar = Scalar(Columns.reduceAll Exponentials.logSumExp m.Node)

    /// The exponentials of all elements, divided by their sum.
    member m.Softmax() : Matrix = Matrix(Columns.mapAll Exponentials.softmax m.Node)

    /// The logarithm of the softmax of all elements, accurate in the tails.
    member m.LogSoftmax() : Matrix = Matrix(Columns.mapAll Exponentials.logSoftmax m.Node)

    /// The variance of a sample of two elements or more: squares of the deviations from the mean, added up and divided by n - 1.
    member m.Variance() : Scalar = Scalar(Columns.reduceAll PowerNorms.variances m.Node)

    /// The standard deviation of a sample of two elements or more; slope 0 where all are equal.
    member m.StandardDeviation() : Scalar = Scalar(Columns.reduceAll PowerNorms.standardDeviations m.Node)

    /// The sum of each row: one element for each row.
    member m.RowSums() : Vector = Vector(Reduction.rowSums m.Node)

    /// The sum of each column: one element for each column.
    member m.ColumnSums() : Vector = Vector(Reduction.columnSums m.Node)

    /// The mean of each row: one element for each row.
    member m.RowMeans() : Vector = Vector(Columns.reduceRows Reduction.means m.Node)

    /// The mean of each column: one element for each column.
    member m.ColumnMeans() : Vector = Vector(Reduction.means m.Node)

    /// The square root of the sum of squares of all elements; slope 0 where all are 0.
    member m.FrobeniusNorm() : Scalar = Scalar(Norms.euclidean m.Node)

    /// v[j] added to every element of column j: the vector to each row.
    member m.AddToRows(v: Vector) : Matrix = Matrix(Parts.alongRows Arithmetic.add "AddToRows" m.Node v.Node)

    /// v[i] added to every element of row i: the vector to each column.
    member m.AddToColumns(v: Vector) : Matrix = Matrix(Parts.alongColumns Arithmetic.add "AddToColumns" m.Node v.Node)

    /// Row i times v[i].
    member m.ScaleRows(v: Vector) : Matrix = Matrix(Parts.alongColumns Arithmetic.multiply "ScaleRows" m.Node v.Node)

    /// Column j times v[j].
    member m.ScaleColumns(v: Vector) : Matrix = Matrix(Parts.alongRows Arithmetic.multiply "ScaleColumns" m.Node v.Node)

    /// The product, element by element.
    member m.PointwiseMultiply(other: Matrix) : Matrix = Matrix(Arithmetic.multiply m.Node other.Node)

    /// The quotient, element by element.
    member m.PointwiseDivide(other: Matrix) : Matrix = Matrix(Arithmetic.divide m.Node other.Node)

    /// Each element to a real power.
    member m.PointwisePower(exponent: float) : Matrix = Matrix.Pow(m, exponent)

    /// Each element to a power.
    member m.PointwisePower(exponent: Scalar) : Matrix = Matrix.Pow(m, exponent)

    /// Each element to the power of the other's.
    member m.PointwisePower(exponent: Matrix) : Matrix = Matrix(Elementary.pow m.Node exponent.Node)

    /// The same numbers as a value, copied.
    static member op_Implicit(values: float[,]) : Matrix = Matrix values
    /// The same numbers as a value, copied.
    static member op_Implicit(values: float32[,]) : Matrix = Matrix values
    /// The same numbers as a value, copied.
    static member op_Implicit(values: Scalar[,]) : Matrix = Matrix values

    /// The same numbers as a value, copied.
    static member op_Implicit(values: Matrix<float>) : Matrix =
        Matrix(Node.ofFloats (Extent.matrix (Parts.given values).RowCount values.ColumnCount) (values.ToColumnMajorArray()))

    /// The same numbers as a value, copied.
    static member op_Implicit(values: Matrix<float32>) : Matrix =
        Matrix(Node.ofSingles (Extent.matrix (Parts.given values).RowCount values.ColumnCount) (values.ToColumnMajorArray()))

    /// 0, which stretches to any matrix: what Seq.sum starts from.
    static member Zero: Matrix = Matrix(Node.zero Precision.Weak)

    /// The matrix product.
    static member (*)(x: Matrix, y: Matrix) : Matrix = Matrix(Products.product false false x.Node y.Node)

    /// The product of a matrix and a column.
    static member (*)(x: Matrix, y: Vector) : Vector = Vector(Products.product false false x.Node y.Node)

    /// The product of a row and a matrix, as a vector.
    static member (*)(x: Vector, y: Matrix) : Vector = Vector(Products.product true false y.Node x.Node)

    /// The negative.
    static member (~-)(x: Matrix) : Matrix = Matrix(Arithmetic.negate x.Node)
    /// The same value.
    static member (~+)(x: Matrix) : Matrix = x
    /// The sum, element by element.
    static member (+)(x: Matrix, y: Matrix) : Matrix = Matrix(Arithmetic.add x.Node y.Node)
    /// The difference, element by element.
    static member (-)(x: Matrix, y: Matrix) : Matrix = Matrix(Arithmetic.subtract x.Node y.Node)
    /// The sum, the scalar with every element.
    static member (+)(x: Matrix, y: Scalar) : Matrix = Matrix(Arithmetic.add x.Node y.Node)
    /// The sum, the scalar with every element.
    static member (+)(x: Scalar, y: Matrix) : Matrix = Matrix(Arithmetic.add x.Node y.Node)
    /// The sum, the scalar with every element.
    static member (+)(x: Matrix, y: float) : Matrix = Matrix(Arithmetic.add x.Node (Node.plain y))
    /// The sum, the scalar with every element.
    static member (+)(x: float, y: Matrix) : Matrix = Matrix(Arithmetic.add (Node.plain x) y.Node)
    /// The difference, the scalar with every element.
    static member (-)(x: Matrix, y: Scalar) : Matrix = Matrix(Arithmetic.subtract x.Node y.Node)
    /// The difference, the scalar with every element.
    static member (-)(x: Scalar, y: Matrix) : Matrix = Matrix(Arithmetic.subtract x.Node y.Node)
    /// The difference, the scalar with every element.
    static member (-)(x: Matrix, y: float) : Matrix = Matrix(Arithmetic.subtract x.Node (Node.plain y))
    /// The difference, the scalar with every element.
    static member (-)(x: float, y: Matrix) : Matrix = Matrix(Arithmetic.subtract (Node.plain x) y.Node)
    /// The product, the scalar with every element.
    static member (*)(x: Matrix, y: Scalar) : Matrix = Matrix(Arithmetic.multiply x.Node y.Node)
    /// The product, the scalar with every element.
    static member (*)(x: Scalar, y: Matrix) : Matrix = Matrix(Arithmetic.multiply x.Node y.Node)
    /// The product, the scalar with every element.
    static member (*)(x: Matrix, y: float) : Matrix = Matrix(Arithmetic.multiply x.Node (Node.plain y))
    /// The product, the scalar with every element.
    static member (*)(x: float, y: Matrix) : Matrix = Matrix(Arithmetic.multiply (Node.plain x) y.Node)
    /// The quotient, the scalar with every element.
    static member (/)(x: Matrix, y: Scalar) : Matrix = Matrix(Arithmetic.divide x.Node y.Node)
    /// The quotient, the scalar with every element.
    static member (/)(x: Scalar, y: Matrix) : Matrix = Matrix(Arithmetic.divide x.Node y.Node)
    /// The quotient, the scalar with every element.
    static member (/)(x: Matrix, y: float) : Matrix = Matrix(Arithmetic.divide x.Node (Node.plain y))
    /// The quotient, the scalar with every element.
    static member (/)(x: float, y: Matrix) : Matrix = Matrix(Arithmetic.divide (Node.plain x) y.Node)
    /// The product, element by element.
    static member (.*)(x: Matrix, y: Matrix) : Matrix = Matrix(Arithmetic.multiply x.Node y.Node)
    /// The quotient, element by element.
    static member (./)(x: Matrix, y: Matrix) : Matrix = Matrix(Arithmetic.divide x.Node y.Node)
    /// Each element to a power.
    static member (.^)(x: Matrix, exponent: float) : Matrix = Matrix.Pow(x, exponent)
    /// Each element to a power.
    static member (.^)(x: Matrix, exponent: Scalar) : Matrix = Matrix.Pow(x, exponent)

    /// Each element to a real power; whole powers are exact for negative x and 1 with slope 0 for the power 0.
    static member Pow(x: Matrix, exponent: float) : Matrix = Matrix(Elementary.power x.Node exponent)
    /// Each element to a power.
    static member Pow(x: Matrix, exponent: Scalar) : Matrix = Matrix(Elementary.powerOf x.Node exponent.Node)
    /// The absolute value; slope 0 at 0, element by element.
    static member Abs(x: Matrix) : Matrix = Matrix(Arithmetic.abs x.Node)
    /// -1, 0 or 1 by the sign; slope 0, element by element.
    static member Sign(x: Matrix) : Matrix = Matrix(Arithmetic.sign x.Node)
    /// The square root; slope +inf at 0, element by element.
    static member Sqrt(x: Matrix) : Matrix = Matrix(Elementary.sqrt x.Node)
    /// e to the x, element by element.
    static member Exp(x: Matrix) : Matrix = Matrix(Elementary.exp x.Node)
    /// The natural logarithm; slope +inf at 0, element by element.
    static member Log(x: Matrix) : Matrix = Matrix(Elementary.log x.Node)
    /// exp(x) - 1, accurate near 0, element by element.
    static member Expm1(x: Matrix) : Matrix = Matrix(Elementary.expm1 x.Node)
    /// log(1 + x), accurate near 0, element by element.
    static member Log1p(x: Matrix) : Matrix = Matrix(Elementary.log1p x.Node)
    /// 1 / (1 + exp(-x)), element by element.
    static member Sigmoid(x: Matrix) : Matrix = Matrix(Elementary.sigmoid x.Node)
    /// log(1 + exp(x)), element by element.
    static member Softplus(x: Matrix) : Matrix = Matrix(Elementary.softplus x.Node)
    /// 2 to the x, element by element.
    static member Exp2(x: Matrix) : Matrix = Matrix(Logarithms.exp2 x.Node)
    /// The logarithm to the base 2; slope +inf at 0, element by element.
    static member Log2(x: Matrix) : Matrix = Matrix(Logarithms.log2 x.Node)
    /// The logarithm to the base 10; slope +inf at 0, element by element.
    static member Log10(x: Matrix) : Matrix = Matrix(Logarithms.log10 x.Node)
    /// The cube root; slope +inf at 0, element by element.
    static member Cbrt(x: Matrix) : Matrix = Matrix(Elementary.cbrt x.Node)
    /// 1 / sqrt(x); slope -inf at 0, element by element.
    static member ReciprocalSqrt(x: Matrix) : Matrix = Matrix(Elementary.reciprocalSqrt x.Node)
    /// x times x, element by element.
    static member Square(x: Matrix) : Matrix = Matrix(Elementary.powInteger 2 x.Node)
    /// The logarithm of Sigmoid(x), element by element.
    static member LogSigmoid(x: Matrix) : Matrix = Matrix(Activations.logSigmoid x.Node)
    /// The larger of x and 0; slope 0 at 0, by convention, element by element.
    static member Relu(x: Matrix) : Matrix = Matrix(Activations.relu x.Node)
    /// x Sigmoid(x), element by element.
    static member Silu(x: Matrix) : Matrix = Matrix(Activations.silu x.Node)
    /// x NormalCdf(x), element by element.
    static member Gelu(x: Matrix) : Matrix = Matrix(Activations.gelu x.Node)
    /// sin(x)/x, and 1 at 0, element by element.
    static member Sinc(x: Matrix) : Matrix = Matrix(Trigonometric.sinc x.Node)
    /// The largest whole number that is not above x; slope 0, element by element.
    static member Floor(x: Matrix) : Matrix = Matrix(Rounding.floor x.Node)
    /// The smallest whole number that is not below x; slope 0, element by element.
    static member Ceiling(x: Matrix) : Matrix = Matrix(Rounding.ceiling x.Node)
    /// The nearest whole number, the even one of two; slope 0, element by element.
    static member Round(x: Matrix) : Matrix = Matrix(Rounding.round x.Node)
    /// The error function, element by element.
    static member Erf(x: Matrix) : Matrix = Matrix(Normal.erf x.Node)
    /// 1 - Erf(x), accurate in the upper tail, element by element.
    static member Erfc(x: Matrix) : Matrix = Matrix(Normal.erfc x.Node)
    /// The logarithm of |Γ(x)|; +inf at its poles, element by element.
    static member LogGamma(x: Matrix) : Matrix = Matrix(Gamma.logGamma x.Node)
    /// The slope of LogGamma, element by element.
    static member Digamma(x: Matrix) : Matrix = Matrix(Gamma.digamma x.Node)
    /// The second derivative of LogGamma, element by element.
    static member Trigamma(x: Matrix) : Matrix = Matrix(Gamma.polygamma 1 x.Node)
    /// The density of the standard normal distribution, element by element.
    static member NormalPdf(x: Matrix) : Matrix = Matrix(Normal.normalPdf x.Node)
    /// The standard normal distribution, accurate in the lower tail, element by element.
    static member NormalCdf(x: Matrix) : Matrix = Matrix(Normal.normalCdf x.Node)
    /// The logarithm of NormalCdf(x), finite where that underflows, element by element.
    static member NormalLogCdf(x: Matrix) : Matrix = Matrix(Normal.normalLogCdf x.Node)
    /// The inverse of NormalCdf; slope +inf at 0 and 1, element by element.
    static member NormalQuantile(x: Matrix) : Matrix = Matrix(Normal.normalQuantile x.Node)
    /// The n-th derivative of Digamma, n from 0 on, element by element.
    static member Polygamma(n: int, x: Matrix) : Matrix = Matrix(Gamma.polygamma n x.Node)
    /// The sine, of radians, element by element.
    static member Sin(x: Matrix) : Matrix = Matrix(Trigonometric.sin x.Node)
    /// The cosine, of radians, element by element.
    static member Cos(x: Matrix) : Matrix = Matrix(Trigonometric.cos x.Node)
    /// The tangent, of radians, element by element.
    static member Tan(x: Matrix) : Matrix = Matrix(Trigonometric.tan x.Node)
    /// The arc sine, in radians; slope +inf at -1 and 1, element by element.
    static member Asin(x: Matrix) : Matrix = Matrix(Trigonometric.asin x.Node)
    /// The arc cosine, in radians; slope -inf at -1 and 1, element by element.
    static member Acos(x: Matrix) : Matrix = Matrix(Trigonometric.acos x.Node)
    /// The arc tangent, in radians, element by element.
    static member Atan(x: Matrix) : Matrix = Matrix(Trigonometric.atan x.Node)
    /// The hyperbolic sine, element by element.
    static member Sinh(x: Matrix) : Matrix = Matrix(Trigonometric.sinh x.Node)
    /// The hyperbolic cosine, element by element.
    static member Cosh(x: Matrix) : Matrix = Matrix(Trigonometric.cosh x.Node)
    /// The hyperbolic tangent, element by element.
    static member Tanh(x: Matrix) : Matrix = Matrix(Trigonometric.tanh x.Node)
    /// The inverse of Sinh, element by element.
    static member Asinh(x: Matrix) : Matrix = Matrix(Trigonometric.asinh x.Node)
    /// The inverse of Cosh; slope +inf at 1, element by element.
    static member Acosh(x: Matrix) : Matrix = Matrix(Trigonometric.acosh x.Node)
    /// The inverse of Tanh; slope +inf at -1 and 1, element by element.
    static member Atanh(x: Matrix) : Matrix = Matrix(Trigonometric.atanh x.Node)
    /// The larger; a tie shares its slope equally, element by element.
    static member Max(x: Matrix, y: Matrix) : Matrix = Matrix(Arithmetic.max x.Node y.Node)
    /// The larger; a tie shares its slope equally, element by element.
    static member Max(x: Matrix, y: Scalar) : Matrix = Matrix(Arithmetic.max x.Node y.Node)
    /// The larger; a tie shares its slope equally, element by element.
    static member Max(x: Scalar, y: Matrix) : Matrix = Matrix(Arithmetic.max x.Node y.Node)
    /// The smaller; a tie shares its slope equally, element by element.
    static member Min(x: Matrix, y: Matrix) : Matrix = Matrix(Arithmetic.min x.Node y.Node)
    /// The smaller; a tie shares its slope equally, element by element.
    static member Min(x: Matrix, y: Scalar) : Matrix = Matrix(Arithmetic.min x.Node y.Node)
    /// The smaller; a tie shares its slope equally, element by element.
    static member Min(x: Scalar, y: Matrix) : Matrix = Matrix(Arithmetic.min x.Node y.Node)
    /// The angle of the point (x, y), in radians; slopes 0 at the origin, element by element.
    static member Atan2(y: Matrix, x: Matrix) : Matrix = Matrix(Plane.atan2 y.Node x.Node)
    /// The angle of the point (x, y), in radians; slopes 0 at the origin, element by element.
    static member Atan2(y: Matrix, x: Scalar) : Matrix = Matrix(Plane.atan2 y.Node x.Node)
    /// The angle of the point (x, y), in radians; slopes 0 at the origin, element by element.
    static member Atan2(y: Scalar, x: Matrix) : Matrix = Matrix(Plane.atan2 y.Node x.Node)
    /// The square root of x² + y² without overflow; slopes 0 at the origin, element by element.
    static member Hypot(x: Matrix, y: Matrix) : Matrix = Matrix(Plane.hypot x.Node y.Node)
    /// The square root of x² + y² without overflow; slopes 0 at the origin, element by element.
    static member Hypot(x: Matrix, y: Scalar) : Matrix = Matrix(Plane.hypot x.Node y.Node)
    /// The square root of x² + y² without overflow; slopes 0 at the origin, element by element.
    static member Hypot(x: Scalar, y: Matrix) : Matrix = Matrix(Plane.hypot x.Node y.Node)
    /// log(exp(x) + exp(y)), without overflow, element by element.
    static member LogAddExp(x: Matrix, y: Matrix) : Matrix = Matrix(Logarithms.logAddExp x.Node y.Node)
    /// log(exp(x) + exp(y)), without overflow, element by element.
    static member LogAddExp(x: Matrix, y: Scalar) : Matrix = Matrix(Logarithms.logAddExp x.Node y.Node)
    /// log(exp(x) + exp(y)), without overflow, element by element.
    static member LogAddExp(x: Scalar, y: Matrix) : Matrix = Matrix(Logarithms.logAddExp x.Node y.Node)
    /// x log(y), and 0 where x = 0, also for y = 0, element by element.
    static member Xlogy(x: Matrix, y: Matrix) : Matrix = Matrix(Logarithms.xlogy x.Node y.Node)
    /// x log(y), and 0 where x = 0, also for y = 0, element by element.
    static member Xlogy(x: Matrix, y: Scalar) : Matrix = Matrix(Logarithms.xlogy x.Node y.Node)
    /// x log(y), and 0 where x = 0, also for y = 0, element by element.
    static member Xlogy(x: Scalar, y: Matrix) : Matrix = Matrix(Logarithms.xlogy x.Node y.Node)
    /// x - y floor(x / y), which has the sign of y, element by element.
    static member Modulo(x: Matrix, y: Matrix) : Matrix = Matrix(Rounding.modulo x.Node y.Node)
    /// x - y floor(x / y), which has the sign of y, element by element.
    static member Modulo(x: Matrix, y: Scalar) : Matrix = Matrix(Rounding.modulo x.Node y.Node)
    /// x - y floor(x / y), which has the sign of y, element by element.
    static member Modulo(x: Scalar, y: Matrix) : Matrix = Matrix(Rounding.modulo x.Node y.Node)
    /// Γ(x) Γ(y) / Γ(x + y), for x, y &gt; 0, element by element.
    static member Beta(x: Matrix, y: Matrix) : Matrix = Matrix(Gamma.beta x.Node y.Node)
    /// Γ(x) Γ(y) / Γ(x + y), for x, y &gt; 0, element by element.
    static member Beta(x: Matrix, y: Scalar) : Matrix = Matrix(Gamma.beta x.Node y.Node)
    /// Γ(x) Γ(y) / Γ(x + y), for x, y &gt; 0, element by element.
    static member Beta(x: Scalar, y: Matrix) : Matrix = Matrix(Gamma.beta x.Node y.Node)
    /// The logarithm of Beta(x, y), accurate for large x and y, element by element.
    static member LogBeta(x: Matrix, y: Matrix) : Matrix = Matrix(Gamma.logBeta x.Node y.Node)
    /// The logarithm of Beta(x, y), accurate for large x and y, element by element.
    static member LogBeta(x: Matrix, y: Scalar) : Matrix = Matrix(Gamma.logBeta x.Node y.Node)
    /// The logarithm of Beta(x, y), accurate for large x and y, element by element.
    static member LogBeta(x: Scalar, y: Matrix) : Matrix = Matrix(Gamma.logBeta x.Node y.Node)
    /// x, but not below low and not above high; at a bound x and the bound have slope 1/2 each, element by element.
    static member Clip(x: Matrix, low: Scalar, high: Scalar) : Matrix = Matrix(Rounding.clip x.Node low.Node high.Node)
    /// 1 where x &gt; y, else 0, element by element.
    static member Greater(x: Matrix, y: Matrix) : Matrix = Matrix(Selection.greater x.Node y.Node)
    /// 1 where x &gt; y, else 0, element by element.
    static member Greater(x: Matrix, y: Scalar) : Matrix = Matrix(Selection.greater x.Node y.Node)
    /// 1 where x &gt; y, else 0, element by element.
    static member Greater(x: Scalar, y: Matrix) : Matrix = Matrix(Selection.greater x.Node y.Node)
    /// 1 where x &gt;= y, else 0, element by element.
    static member GreaterOrEqual(x: Matrix, y: Matrix) : Matrix = Matrix(Selection.greaterOrEqual x.Node y.Node)
    /// 1 where x &gt;= y, else 0, element by element.
    static member GreaterOrEqual(x: Matrix, y: Scalar) : Matrix = Matrix(Selection.greaterOrEqual x.Node y.Node)
    /// 1 where x &gt;= y, else 0, element by element.
    static member GreaterOrEqual(x: Scalar, y: Matrix) : Matrix = Matrix(Selection.greaterOrEqual x.Node y.Node)
    /// 1 where x &lt; y, else 0, element by element.
    static member Less(x: Matrix, y: Matrix) : Matrix = Matrix(Selection.less x.Node y.Node)
    /// 1 where x &lt; y, else 0, element by element.
    static member Less(x: Matrix, y: Scalar) : Matrix = Matrix(Selection.less x.Node y.Node)
    /// 1 where x &lt; y, else 0, element by element.
    static member Less(x: Scalar, y: Matrix) : Matrix = Matrix(Selection.less x.Node y.Node)
    /// 1 where x &lt;= y, else 0, element by element.
    static member LessOrEqual(x: Matrix, y: Matrix) : Matrix = Matrix(Selection.lessOrEqual x.Node y.Node)
    /// 1 where x &lt;= y, else 0, element by element.
    static member LessOrEqual(x: Matrix, y: Scalar) : Matrix = Matrix(Selection.lessOrEqual x.Node y.Node)
    /// 1 where x &lt;= y, else 0, element by element.
    static member LessOrEqual(x: Scalar, y: Matrix) : Matrix = Matrix(Selection.lessOrEqual x.Node y.Node)
    /// 1 where x = y, else 0, element by element.
    static member EqualTo(x: Matrix, y: Matrix) : Matrix = Matrix(Selection.equal x.Node y.Node)
    /// 1 where x = y, else 0, element by element.
    static member EqualTo(x: Matrix, y: Scalar) : Matrix = Matrix(Selection.equal x.Node y.Node)
    /// 1 where x = y, else 0, element by element.
    static member EqualTo(x: Scalar, y: Matrix) : Matrix = Matrix(Selection.equal x.Node y.Node)
    /// 1 where x &lt;&gt; y, else 0, element by element.
    static member NotEqualTo(x: Matrix, y: Matrix) : Matrix = Matrix(Selection.notEqual x.Node y.Node)
    /// 1 where x &lt;&gt; y, else 0, element by element.
    static member NotEqualTo(x: Matrix, y: Scalar) : Matrix = Matrix(Selection.notEqual x.Node y.Node)
    /// 1 where x &lt;&gt; y, else 0, element by element.
    static member NotEqualTo(x: Scalar, y: Matrix) : Matrix = Matrix(Selection.notEqual x.Node y.Node)
    /// x where the mask is not 0, else y, element by element; what is not chosen has no influence, not even as NaN.
    static member Where(mask: Matrix, x: Matrix, y: Matrix) : Matrix = Matrix(Selection.where mask.Node x.Node y.Node)
    /// x where the mask is not 0, else y, element by element; what is not chosen has no influence, not even as NaN.
    static member Where(mask: Matrix, x: Matrix, y: Scalar) : Matrix = Matrix(Selection.where mask.Node x.Node y.Node)
    /// x where the mask is not 0, else y, element by element; what is not chosen has no influence, not even as NaN.
    static member Where(mask: Matrix, x: Scalar, y: Matrix) : Matrix = Matrix(Selection.where mask.Node x.Node y.Node)
    /// x where the mask is not 0, else y, element by element; what is not chosen has no influence, not even as NaN.
    static member Where(mask: Matrix, x: Scalar, y: Scalar) : Matrix = Matrix(Selection.where mask.Node x.Node y.Node)

    /// Whether both hold the same numbers in the same places; NaN equals NaN.
    override m.Equals(other: obj | null) : bool =
        match other with
        | :? Matrix as other -> Parts.equal m.Node other.Node
        | _ -> false

    override m.GetHashCode() : int = Parts.hash m.Node

    /// The rows in brackets, whatever the culture.
    override m.ToString() : string = m.ToString(null, null)

    /// The rows in brackets.
    member m.ToString(format: string | null) : string = m.ToString(format, null)

    /// The rows in brackets.
    member m.ToString(format: string | null, provider: IFormatProvider | null) : string =
        let rows, columns = m.RowCount, m.ColumnCount

        match Read.text m.Node format provider with
        | Some elements ->
            let row i = "[" + String.Join(", ", [| for j in 0 .. columns - 1 -> elements[i + j * rows] |]) + "]"
            "[" + String.Join(",\n ", [| for i in 0 .. rows - 1 -> row i |]) + "]"
        | None -> "Matrix of " + string rows + "x" + string columns + " without numbers"

    /// The rows, one after the other.
    member m.GetEnumerator() : IEnumerator<Vector> =
        let m = m
        (seq { for i in 0 .. m.RowCount - 1 -> m.Row i }).GetEnumerator()

    interface IFormattable with
        member m.ToString(format, provider) = m.ToString(format, provider)

    interface IEnumerable<Vector> with
        member m.GetEnumerator() : IEnumerator<Vector> = m.GetEnumerator()
        member m.GetEnumerator() : IEnumerator = m.GetEnumerator()

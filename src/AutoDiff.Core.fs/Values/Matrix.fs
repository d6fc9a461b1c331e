namespace AutoDiff

open System
open System.Collections
open System.Collections.Generic
open System.Runtime.CompilerServices
open MathNet.Numerics.LinearAlgebra

/// A dense matrix that derivatives flow through. Its default is empty.
[<Struct; NoComparison; CustomEquality; CollectionBuilder(typeof<Matrix>, "Create"); StructuredFormatDisplay "{Shown}">]
type Matrix =
    val private node: Node | null

    internal new(node: Node) = { node = node }

    /// <summary>A float64 matrix of these numbers, copied.</summary><param name="values">The numbers, which are copied.</param>
    new(values: float[,]) =
        {
            node = Parts.matrixOfFloats (Array2D.length1 (Parts.given values)) (Array2D.length2 values) (fun i j -> values[i, j])
        }

    /// <summary>A float32 matrix of these numbers, copied.</summary><param name="values">The numbers, which are copied.</param>
    new(values: float32[,]) =
        {
            node = Parts.matrixOfSingles (Array2D.length1 (Parts.given values)) (Array2D.length2 values) (fun i j -> values[i, j])
        }

    /// <summary>A matrix of these scalars, of one precision.</summary><param name="values">The numbers, which are copied.</param>
    new(values: Scalar[,]) =
        {
            node = Parts.matrix (Array2D.length1 (Parts.given values)) (Array2D.length2 values) (fun i j -> values[i, j].Node)
        }

    /// <summary>A matrix with these rows, all of one length and precision.</summary><param name="rows">The rows, all of one length.</param>
    /// <returns>The matrix.</returns>
    static member Create(rows: ReadOnlySpan<Vector>) : Matrix = Matrix.OfRows(rows.ToArray())

    /// <summary>A matrix with these rows, all of one length and precision.</summary><param name="rows">The rows, all of one length.</param>
    /// <returns>A matrix with these rows.</returns>
    static member OfRows(rows: Vector seq) : Matrix = Matrix(Parts.matrixOfRows [| for row in rows -> row.Node |])

    /// <summary>A matrix with these columns, all of one length and precision.</summary>
    /// <param name="columns">The columns, all of one length.</param><returns>A matrix with these columns.</returns>
    static member OfColumns(columns: Vector seq) : Matrix = Matrix(Parts.matrixOfColumns [| for column in columns -> column.Node |])

    /// <summary>The square matrix with this diagonal, and zeros beside it.</summary>
    /// <param name="diagonal">The elements on the diagonal.</param><returns>A square matrix.</returns>
    static member OfDiagonal(diagonal: Vector) : Matrix = Matrix(Rearrange.ofDiagonal diagonal.Node)

    /// <summary>The float64 matrix with ones on its diagonal, and zeros beside it.</summary>
    /// <param name="size">How many rows and columns, from 0 on.</param><returns>A square matrix.</returns>
    /// <exception cref="T:System.ArgumentOutOfRangeException">The size is negative.</exception>
    static member Identity(size: int) : Matrix =
        ArgumentOutOfRangeException.ThrowIfNegative size
        Matrix(Parts.matrixOfFloats size size (fun i j -> if i = j then 1.0 else 0.0))

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

    /// <summary>The element in a row and a column, counted from 0.</summary>
    /// <param name="row">The row, counted from 0.</param><param name="column">The column, counted from 0.</param>
    /// <exception cref="T:System.ArgumentOutOfRangeException">There is no such element.</exception>
    member m.Item
        with get (row: int, column: int): Scalar = Scalar(Parts.element m.Node row column)

    /// <summary>The part in a range of rows and a range of columns.</summary>
    /// <param name="rows">The rows.</param><param name="columns">The columns.</param>
    /// <exception cref="T:System.ArgumentOutOfRangeException">A range goes beyond the matrix.</exception>
    member m.Item
        with get (rows: Range, columns: Range): Matrix =
            let struct (row, rowCount) = rows.GetOffsetAndLength m.RowCount
            let struct (column, columnCount) = columns.GetOffsetAndLength m.ColumnCount
            m.SubMatrix(row, rowCount, column, columnCount)

    /// <summary>The row at an index that is a value, such as that of a loop.</summary>
    /// <param name="i">The place, counted from 0; a number of the graph may choose it.</param>
    /// <returns>A vector with an element for each column.</returns>
    member m.RowAt(i: Scalar) : Vector = Vector(Dynamic.rowAt i.Node m.Node)

    /// <summary>A row, as a vector.</summary><param name="index">Which, counted from 0.</param>
    /// <returns>A vector with an element for each column.</returns>
    member m.Row(index: int) : Vector = Vector(Parts.row m.Node index)

    /// <summary>A column, as a vector.</summary><param name="index">Which, counted from 0.</param>
    /// <returns>A vector with an element for each row.</returns>
    member m.Column(index: int) : Vector = Vector(Parts.part m.Node 0 m.RowCount index 1)

    /// <summary>So many rows and columns from an element on.</summary><param name="rowIndex">The first row, counted from 0.</param>
    /// <param name="rowCount">How many rows.</param><param name="columnIndex">The first column, counted from 0.</param>
    /// <param name="columnCount">How many columns.</param><returns>A matrix of these sizes.</returns>
    member m.SubMatrix(rowIndex: int, rowCount: int, columnIndex: int, columnCount: int) : Matrix =
        Matrix(Parts.part m.Node rowIndex rowCount columnIndex columnCount)

    /// <summary>The elements whose row and column have one number, as a vector.</summary>
    /// <returns>A vector as long as the shorter side.</returns>
    member m.Diagonal() : Vector = Vector(Parts.diagonal m.Node)

    /// <summary>Rows become columns.</summary><returns>A matrix with as many rows as this has columns.</returns>
    member m.Transpose() : Matrix = Matrix(Indexing.transpose m.Node)

    /// <summary>A copy of the numbers, in float64.</summary><returns>A new array.</returns>
    member m.ToArray() : float[,] =
        let values = Read.floats (Read.value m.Node)
        let rows = m.RowCount
        Array2D.init rows m.ColumnCount (fun i j -> values[i + j * rows])

    /// <summary>A copy of the numbers in float32; float64 is rounded.</summary><returns>A new array.</returns>
    member m.ToArraySingle() : float32[,] =
        let values = Read.singles (Read.value m.Node)
        let rows = m.RowCount
        Array2D.init rows m.ColumnCount (fun i j -> values[i + j * rows])

    /// <summary>A copy of the numbers as a matrix of MathNet's.</summary><returns>A new value of MathNet.</returns>
    member m.ToMathNet() : Matrix<float> = Matrix<float>.Build.DenseOfArray(m.ToArray())

    /// <summary>A copy of the numbers as a float32 matrix of MathNet's; float64 is rounded.</summary>
    /// <returns>A new value of MathNet.</returns>
    member m.ToMathNetSingle() : Matrix<float32> = Matrix<float32>.Build.DenseOfArray(m.ToArraySingle())

    /// <summary>The same numbers in float32, rounded.</summary><returns>The same numbers in single precision.</returns>
    member m.ToFloat32() : Matrix = Matrix(Marks.convert Precision.Single m.Node)

    /// <summary>The same numbers in float64.</summary><returns>The same numbers in double precision.</returns>
    member m.ToFloat64() : Matrix = Matrix(Marks.convert Precision.Double m.Node)

    /// <summary>The sum of all elements; 0 where there are none.</summary><returns>A single number.</returns>
    member m.Sum() : Scalar = Scalar(Reduction.sum m.Node)

    /// <summary>The mean of all elements.</summary><returns>A single number.</returns>
    member m.Mean() : Scalar = Scalar(Parts.mean m.Node)

    /// <summary>The product of all elements, 1 where there are none; derivatives are right at zeros.</summary>
    /// <returns>A single number.</returns>
    member m.Product() : Scalar = Scalar(Columns.reduceAll RunningProducts.product m.Node)

    /// <summary>The largest element, NaN where one is; equal ones share the slope equally.</summary><returns>A single number.</returns>
    member m.Maximum() : Scalar = Scalar(Columns.reduceAll Extrema.maximum m.Node)

    /// <summary>The smallest element, NaN where one is; equal ones share the slope equally.</summary><returns>A single number.</returns>
    member m.Minimum() : Scalar = Scalar(Columns.reduceAll Extrema.minimum m.Node)

    /// <summary>The logarithm of the sum of the exponentials of all elements, without overflow.</summary>
    /// <returns>A single number.</returns>
    member m.LogSumExp() : Scalar = Scalar(Columns.reduceAll Exponentials.logSumExp m.Node)

    /// <summary>The exponentials of all elements, divided by their sum.</summary><returns>A matrix of the same shape.</returns>
    member m.Softmax() : Matrix = Matrix(Columns.mapAll Exponentials.softmax m.Node)

    /// <summary>The logarithm of the softmax of all elements, accurate in the tails.</summary>
    /// <returns>A matrix of the same shape.</returns>
    member m.LogSoftmax() : Matrix = Matrix(Columns.mapAll Exponentials.logSoftmax m.Node)

    /// <summary>The variance of a sample of two elements or more: squares of the deviations from the mean, added up and divided by n -
    /// 1.</summary>
    /// <returns>A single number.</returns>
    member m.Variance() : Scalar = Scalar(Columns.reduceAll PowerNorms.variances m.Node)

    /// <summary>The standard deviation of a sample of two elements or more; slope 0 where all are equal.</summary>
    /// <returns>A single number.</returns>
    member m.StandardDeviation() : Scalar = Scalar(Columns.reduceAll PowerNorms.standardDeviations m.Node)

    /// <summary>The sum of each row: one element for each row.</summary><returns>A vector with an element for each row.</returns>
    member m.RowSums() : Vector = Vector(Reduction.rowSums m.Node)

    /// <summary>The sum of each column: one element for each column.</summary><returns>A vector with an element for each column.</returns>
    member m.ColumnSums() : Vector = Vector(Reduction.columnSums m.Node)

    /// <summary>The mean of each row: one element for each row.</summary><returns>A vector with an element for each row.</returns>
    member m.RowMeans() : Vector = Vector(Columns.reduceRows Reduction.means m.Node)

    /// <summary>The mean of each column: one element for each column.</summary><returns>A vector with an element for each column.</returns>
    member m.ColumnMeans() : Vector = Vector(Reduction.means m.Node)

    /// <summary>The square root of the sum of squares of all elements; slope 0 where all are 0.</summary>
    /// <returns>A single number.</returns>
    member m.FrobeniusNorm() : Scalar = Scalar(Norms.euclidean m.Node)

    /// <summary>v[j] added to every element of column j: the vector to each row.</summary><param name="v">The vector.</param>
    /// <returns>A matrix of the same shape.</returns>
    member m.AddToRows(v: Vector) : Matrix = Matrix(Parts.alongRows Arithmetic.add "AddToRows" m.Node v.Node)

    /// <summary>v[i] added to every element of row i: the vector to each column.</summary><param name="v">The vector.</param>
    /// <returns>A matrix of the same shape.</returns>
    member m.AddToColumns(v: Vector) : Matrix = Matrix(Parts.alongColumns Arithmetic.add "AddToColumns" m.Node v.Node)

    /// <summary>Row i times v[i].</summary><param name="v">The vector.</param><returns>A matrix of the same shape.</returns>
    member m.ScaleRows(v: Vector) : Matrix = Matrix(Parts.alongColumns Arithmetic.multiply "ScaleRows" m.Node v.Node)

    /// <summary>Column j times v[j].</summary><param name="v">The vector.</param><returns>A matrix of the same shape.</returns>
    member m.ScaleColumns(v: Vector) : Matrix = Matrix(Parts.alongRows Arithmetic.multiply "ScaleColumns" m.Node v.Node)

    /// <summary>The product, element by element.</summary><param name="other">Another matrix of the same shape.</param>
    /// <returns>A matrix of the same shape.</returns>
    member m.PointwiseMultiply(other: Matrix) : Matrix = Matrix(Arithmetic.multiply m.Node other.Node)

    /// <summary>The quotient, element by element.</summary><param name="other">Another matrix of the same shape.</param>
    /// <returns>A matrix of the same shape.</returns>
    member m.PointwiseDivide(other: Matrix) : Matrix = Matrix(Arithmetic.divide m.Node other.Node)

    /// <summary>Each element to a real power.</summary><param name="exponent">The power, a constant.</param>
    /// <returns>A matrix of the same shape.</returns>
    member m.PointwisePower(exponent: float) : Matrix = Matrix.Pow(m, exponent)

    /// <summary>Each element to a power.</summary><param name="exponent">The power, which may be differentiated.</param>
    /// <returns>A matrix of the same shape.</returns>
    member m.PointwisePower(exponent: Scalar) : Matrix = Matrix.Pow(m, exponent)

    /// <summary>Each element to the power of the other's.</summary><param name="exponent">The powers, of the same shape.</param>
    /// <returns>A matrix of the same shape.</returns>
    member m.PointwisePower(exponent: Matrix) : Matrix = Matrix(Elementary.pow m.Node exponent.Node)

    /// <summary>The same numbers as a value, copied.</summary><param name="values">The numbers, which are copied.</param>
    /// <returns>The matrix.</returns>
    static member op_Implicit(values: float[,]) : Matrix = Matrix values
    /// <summary>The same numbers as a value, copied.</summary><param name="values">The numbers, which are copied.</param>
    /// <returns>The matrix.</returns>
    static member op_Implicit(values: float32[,]) : Matrix = Matrix values
    /// <summary>The same numbers as a value, copied.</summary><param name="values">The numbers, which are copied.</param>
    /// <returns>The matrix.</returns>
    static member op_Implicit(values: Scalar[,]) : Matrix = Matrix values

    /// <summary>The same numbers as a value, copied.</summary><param name="values">The numbers, which are copied.</param>
    /// <returns>The matrix.</returns>
    static member op_Implicit(values: Matrix<float>) : Matrix =
        Matrix(Node.ofFloats (Extent.matrix (Parts.given values).RowCount values.ColumnCount) (values.ToColumnMajorArray()))

    /// <summary>The same numbers as a value, copied.</summary><param name="values">The numbers, which are copied.</param>
    /// <returns>The matrix.</returns>
    static member op_Implicit(values: Matrix<float32>) : Matrix =
        Matrix(Node.ofSingles (Extent.matrix (Parts.given values).RowCount values.ColumnCount) (values.ToColumnMajorArray()))

    /// 0, which stretches to any matrix: what Seq.sum starts from.
    static member Zero: Matrix = Matrix(Node.zero Precision.Weak)

    /// <summary>The matrix product.</summary><param name="x">A matrix.</param><param name="y">A matrix.</param>
    /// <returns>A matrix with the rows of the first and the columns of the second.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member (*)(x: Matrix, y: Matrix) : Matrix = Matrix(Products.product false false x.Node y.Node)

    /// <summary>The product of a matrix and a column.</summary><param name="x">A matrix.</param><param name="y">A vector.</param>
    /// <returns>A vector with an element for each row, or column, that is left.</returns>
    static member (*)(x: Matrix, y: Vector) : Vector = Vector(Products.product false false x.Node y.Node)

    /// <summary>The product of a row and a matrix, as a vector.</summary><param name="x">A vector.</param><param name="y">A matrix.</param>
    /// <returns>A vector with an element for each row, or column, that is left.</returns>
    static member (*)(x: Vector, y: Matrix) : Vector = Vector(Products.product true false y.Node x.Node)

    /// <summary>The negative.</summary><param name="x">A matrix.</param><returns>A matrix of the same shape.</returns>
    static member (~-)(x: Matrix) : Matrix = Matrix(Arithmetic.negate x.Node)
    /// <summary>The same value.</summary><param name="x">A matrix.</param><returns>A matrix of the same shape.</returns>
    static member (~+)(x: Matrix) : Matrix = x
    /// <summary>The sum, element by element.</summary><param name="x">A matrix.</param><param name="y">A matrix of the same shape.</param>
    /// <returns>A matrix of the same shape.</returns><exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member (+)(x: Matrix, y: Matrix) : Matrix = Matrix(Arithmetic.add x.Node y.Node)
    /// <summary>The difference, element by element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A matrix of the same shape.</param><returns>A matrix of the same shape.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member (-)(x: Matrix, y: Matrix) : Matrix = Matrix(Arithmetic.subtract x.Node y.Node)
    /// <summary>The sum, the scalar with every element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A matrix of the same shape.</returns>
    static member (+)(x: Matrix, y: Scalar) : Matrix = Matrix(Arithmetic.add x.Node y.Node)
    /// <summary>The sum, the scalar with every element.</summary><param name="x">A number, the same for every element.</param>
    /// <param name="y">A matrix.</param><returns>A matrix of the same shape.</returns>
    static member (+)(x: Scalar, y: Matrix) : Matrix = Matrix(Arithmetic.add x.Node y.Node)
    /// <summary>The sum, the scalar with every element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A plain number, a constant.</param><returns>A matrix of the same shape.</returns>
    static member (+)(x: Matrix, y: float) : Matrix = Matrix(Arithmetic.add x.Node (Node.plain y))
    /// <summary>The sum, the scalar with every element.</summary><param name="x">A plain number, a constant.</param>
    /// <param name="y">A matrix.</param><returns>A matrix of the same shape.</returns>
    static member (+)(x: float, y: Matrix) : Matrix = Matrix(Arithmetic.add (Node.plain x) y.Node)
    /// <summary>The difference, the scalar with every element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A matrix of the same shape.</returns>
    static member (-)(x: Matrix, y: Scalar) : Matrix = Matrix(Arithmetic.subtract x.Node y.Node)
    /// <summary>The difference, the scalar with every element.</summary><param name="x">A number, the same for every element.</param>
    /// <param name="y">A matrix.</param><returns>A matrix of the same shape.</returns>
    static member (-)(x: Scalar, y: Matrix) : Matrix = Matrix(Arithmetic.subtract x.Node y.Node)
    /// <summary>The difference, the scalar with every element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A plain number, a constant.</param><returns>A matrix of the same shape.</returns>
    static member (-)(x: Matrix, y: float) : Matrix = Matrix(Arithmetic.subtract x.Node (Node.plain y))
    /// <summary>The difference, the scalar with every element.</summary><param name="x">A plain number, a constant.</param>
    /// <param name="y">A matrix.</param><returns>A matrix of the same shape.</returns>
    static member (-)(x: float, y: Matrix) : Matrix = Matrix(Arithmetic.subtract (Node.plain x) y.Node)
    /// <summary>The product, the scalar with every element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A matrix of the same shape.</returns>
    static member (*)(x: Matrix, y: Scalar) : Matrix = Matrix(Arithmetic.multiply x.Node y.Node)
    /// <summary>The product, the scalar with every element.</summary><param name="x">A number, the same for every element.</param>
    /// <param name="y">A matrix.</param><returns>A matrix of the same shape.</returns>
    static member (*)(x: Scalar, y: Matrix) : Matrix = Matrix(Arithmetic.multiply x.Node y.Node)
    /// <summary>The product, the scalar with every element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A plain number, a constant.</param><returns>A matrix of the same shape.</returns>
    static member (*)(x: Matrix, y: float) : Matrix = Matrix(Arithmetic.multiply x.Node (Node.plain y))
    /// <summary>The product, the scalar with every element.</summary><param name="x">A plain number, a constant.</param>
    /// <param name="y">A matrix.</param><returns>A matrix of the same shape.</returns>
    static member (*)(x: float, y: Matrix) : Matrix = Matrix(Arithmetic.multiply (Node.plain x) y.Node)
    /// <summary>The quotient, the scalar with every element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A matrix of the same shape.</returns>
    static member (/)(x: Matrix, y: Scalar) : Matrix = Matrix(Arithmetic.divide x.Node y.Node)
    /// <summary>The quotient, the scalar with every element.</summary><param name="x">A number, the same for every element.</param>
    /// <param name="y">A matrix.</param><returns>A matrix of the same shape.</returns>
    static member (/)(x: Scalar, y: Matrix) : Matrix = Matrix(Arithmetic.divide x.Node y.Node)
    /// <summary>The quotient, the scalar with every element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A plain number, a constant.</param><returns>A matrix of the same shape.</returns>
    static member (/)(x: Matrix, y: float) : Matrix = Matrix(Arithmetic.divide x.Node (Node.plain y))
    /// <summary>The quotient, the scalar with every element.</summary><param name="x">A plain number, a constant.</param>
    /// <param name="y">A matrix.</param><returns>A matrix of the same shape.</returns>
    static member (/)(x: float, y: Matrix) : Matrix = Matrix(Arithmetic.divide (Node.plain x) y.Node)
    /// <summary>The product, element by element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A matrix of the same shape.</param><returns>A matrix of the same shape.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member (.*)(x: Matrix, y: Matrix) : Matrix = Matrix(Arithmetic.multiply x.Node y.Node)
    /// <summary>The quotient, element by element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A matrix of the same shape.</param><returns>A matrix of the same shape.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member (./)(x: Matrix, y: Matrix) : Matrix = Matrix(Arithmetic.divide x.Node y.Node)
    /// <summary>Each element to a power.</summary><param name="x">A matrix.</param><param name="exponent">The power, a constant.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member (.^)(x: Matrix, exponent: float) : Matrix = Matrix.Pow(x, exponent)
    /// <summary>Each element to a power.</summary><param name="x">A matrix.</param>
    /// <param name="exponent">The power, which may be differentiated.</param><returns>A matrix of the same shape.</returns>
    static member (.^)(x: Matrix, exponent: Scalar) : Matrix = Matrix.Pow(x, exponent)

    /// <summary>Each element to a real power; whole powers are exact for negative x and 1 with slope 0 for the power 0.</summary>
    /// <param name="x">A matrix.</param><param name="exponent">The power, a constant.</param><returns>A matrix of the same shape.</returns>
    static member Pow(x: Matrix, exponent: float) : Matrix = Matrix(Elementary.power x.Node exponent)
    /// <summary>Each element to a power.</summary><param name="x">A matrix.</param>
    /// <param name="exponent">The power, which may be differentiated.</param><returns>A matrix of the same shape.</returns>
    static member Pow(x: Matrix, exponent: Scalar) : Matrix = Matrix(Elementary.powerOf x.Node exponent.Node)
    /// <summary>The absolute value; slope 0 at 0, element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Abs(x: Matrix) : Matrix = Matrix(Arithmetic.abs x.Node)
    /// <summary>-1, 0 or 1 by the sign; slope 0, element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Sign(x: Matrix) : Matrix = Matrix(Arithmetic.sign x.Node)
    /// <summary>The square root; slope +inf at 0, element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Sqrt(x: Matrix) : Matrix = Matrix(Elementary.sqrt x.Node)
    /// <summary>e to the x, element by element.</summary><param name="x">A matrix.</param><returns>A matrix of the same shape.</returns>
    static member Exp(x: Matrix) : Matrix = Matrix(Elementary.exp x.Node)
    /// <summary>The natural logarithm; slope +inf at 0, element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Log(x: Matrix) : Matrix = Matrix(Elementary.log x.Node)
    /// <summary>exp(x) - 1, accurate near 0, element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Expm1(x: Matrix) : Matrix = Matrix(Elementary.expm1 x.Node)
    /// <summary>log(1 + x), accurate near 0, element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Log1p(x: Matrix) : Matrix = Matrix(Elementary.log1p x.Node)
    /// <summary>1 / (1 + exp(-x)), element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Sigmoid(x: Matrix) : Matrix = Matrix(Elementary.sigmoid x.Node)
    /// <summary>log(1 + exp(x)), element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Softplus(x: Matrix) : Matrix = Matrix(Elementary.softplus x.Node)
    /// <summary>2 to the x, element by element.</summary><param name="x">A matrix.</param><returns>A matrix of the same shape.</returns>
    static member Exp2(x: Matrix) : Matrix = Matrix(Logarithms.exp2 x.Node)
    /// <summary>The logarithm to the base 2; slope +inf at 0, element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Log2(x: Matrix) : Matrix = Matrix(Logarithms.log2 x.Node)
    /// <summary>The logarithm to the base 10; slope +inf at 0, element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Log10(x: Matrix) : Matrix = Matrix(Logarithms.log10 x.Node)
    /// <summary>The cube root; slope +inf at 0, element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Cbrt(x: Matrix) : Matrix = Matrix(Elementary.cbrt x.Node)
    /// <summary>1 / sqrt(x); slope -inf at 0, element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member ReciprocalSqrt(x: Matrix) : Matrix = Matrix(Elementary.reciprocalSqrt x.Node)
    /// <summary>x times x, element by element.</summary><param name="x">A matrix.</param><returns>A matrix of the same shape.</returns>
    static member Square(x: Matrix) : Matrix = Matrix(Elementary.powInteger 2 x.Node)
    /// <summary>The logarithm of Sigmoid(x), element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member LogSigmoid(x: Matrix) : Matrix = Matrix(Activations.logSigmoid x.Node)
    /// <summary>The larger of x and 0; slope 0 at 0, by convention, element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Relu(x: Matrix) : Matrix = Matrix(Activations.relu x.Node)
    /// <summary>x Sigmoid(x), element by element.</summary><param name="x">A matrix.</param><returns>A matrix of the same shape.</returns>
    static member Silu(x: Matrix) : Matrix = Matrix(Activations.silu x.Node)
    /// <summary>x NormalCdf(x), element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Gelu(x: Matrix) : Matrix = Matrix(Activations.gelu x.Node)
    /// <summary>sin(x)/x, and 1 at 0, element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Sinc(x: Matrix) : Matrix = Matrix(Trigonometric.sinc x.Node)
    /// <summary>The largest whole number that is not above x; slope 0, element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Floor(x: Matrix) : Matrix = Matrix(Rounding.floor x.Node)
    /// <summary>The smallest whole number that is not below x; slope 0, element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Ceiling(x: Matrix) : Matrix = Matrix(Rounding.ceiling x.Node)
    /// <summary>The nearest whole number, the even one of two; slope 0, element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Round(x: Matrix) : Matrix = Matrix(Rounding.round x.Node)
    /// <summary>The error function, element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Erf(x: Matrix) : Matrix = Matrix(Normal.erf x.Node)
    /// <summary>1 - Erf(x), accurate in the upper tail, element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Erfc(x: Matrix) : Matrix = Matrix(Normal.erfc x.Node)
    /// <summary>The number w ≥ -1 with w exp(w) = x, the principal branch of Lambert's W; slope +inf at -1/e, NaN below, element by
    /// element.</summary>
    /// <param name="x">A matrix.</param><returns>A matrix of the same shape.</returns>
    static member LambertW(x: Matrix) : Matrix = Matrix(Logarithms.lambertW x.Node)
    /// <summary>The logarithm of |Γ(x)|; +inf at its poles, element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member LogGamma(x: Matrix) : Matrix = Matrix(Gamma.logGamma x.Node)
    /// <summary>The slope of LogGamma, element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Digamma(x: Matrix) : Matrix = Matrix(Gamma.digamma x.Node)
    /// <summary>The second derivative of LogGamma, element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Trigamma(x: Matrix) : Matrix = Matrix(Gamma.polygamma 1 x.Node)
    /// <summary>The density of the standard normal distribution, element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member NormalPdf(x: Matrix) : Matrix = Matrix(Normal.normalPdf x.Node)
    /// <summary>The standard normal distribution, accurate in the lower tail, element by element.</summary>
    /// <param name="x">A matrix.</param><returns>A matrix of the same shape.</returns>
    static member NormalCdf(x: Matrix) : Matrix = Matrix(Normal.normalCdf x.Node)
    /// <summary>The logarithm of NormalCdf(x), finite where that underflows, element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member NormalLogCdf(x: Matrix) : Matrix = Matrix(Normal.normalLogCdf x.Node)
    /// <summary>The inverse of NormalCdf; slope +inf at 0 and 1, element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member NormalQuantile(x: Matrix) : Matrix = Matrix(Normal.normalQuantile x.Node)
    /// <summary>The n-th derivative of Digamma, n from 0 on, element by element.</summary>
    /// <param name="n">Which derivative, from 0 on.</param><param name="x">A matrix.</param><returns>A matrix of the same shape.</returns>
    static member Polygamma(n: int, x: Matrix) : Matrix = Matrix(Gamma.polygamma n x.Node)
    /// <summary>The sine, of radians, element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Sin(x: Matrix) : Matrix = Matrix(Trigonometric.sin x.Node)
    /// <summary>The cosine, of radians, element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Cos(x: Matrix) : Matrix = Matrix(Trigonometric.cos x.Node)
    /// <summary>The tangent, of radians, element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Tan(x: Matrix) : Matrix = Matrix(Trigonometric.tan x.Node)
    /// <summary>The arc sine, in radians; slope +inf at -1 and 1, element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Asin(x: Matrix) : Matrix = Matrix(Trigonometric.asin x.Node)
    /// <summary>The arc cosine, in radians; slope -inf at -1 and 1, element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Acos(x: Matrix) : Matrix = Matrix(Trigonometric.acos x.Node)
    /// <summary>The arc tangent, in radians, element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Atan(x: Matrix) : Matrix = Matrix(Trigonometric.atan x.Node)
    /// <summary>The hyperbolic sine, element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Sinh(x: Matrix) : Matrix = Matrix(Trigonometric.sinh x.Node)
    /// <summary>The hyperbolic cosine, element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Cosh(x: Matrix) : Matrix = Matrix(Trigonometric.cosh x.Node)
    /// <summary>The hyperbolic tangent, element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Tanh(x: Matrix) : Matrix = Matrix(Trigonometric.tanh x.Node)
    /// <summary>The inverse of Sinh, element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Asinh(x: Matrix) : Matrix = Matrix(Trigonometric.asinh x.Node)
    /// <summary>The inverse of Cosh; slope +inf at 1, element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Acosh(x: Matrix) : Matrix = Matrix(Trigonometric.acosh x.Node)
    /// <summary>The inverse of Tanh; slope +inf at -1 and 1, element by element.</summary><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Atanh(x: Matrix) : Matrix = Matrix(Trigonometric.atanh x.Node)
    /// <summary>The larger; a tie shares its slope equally, element by element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A matrix of the same shape.</param><returns>A matrix of the same shape.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member Max(x: Matrix, y: Matrix) : Matrix = Matrix(Arithmetic.max x.Node y.Node)
    /// <summary>The larger; a tie shares its slope equally, element by element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A matrix of the same shape.</returns>
    static member Max(x: Matrix, y: Scalar) : Matrix = Matrix(Arithmetic.max x.Node y.Node)
    /// <summary>The larger; a tie shares its slope equally, element by element.</summary>
    /// <param name="x">A number, the same for every element.</param><param name="y">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Max(x: Scalar, y: Matrix) : Matrix = Matrix(Arithmetic.max x.Node y.Node)
    /// <summary>The smaller; a tie shares its slope equally, element by element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A matrix of the same shape.</param><returns>A matrix of the same shape.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member Min(x: Matrix, y: Matrix) : Matrix = Matrix(Arithmetic.min x.Node y.Node)
    /// <summary>The smaller; a tie shares its slope equally, element by element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A matrix of the same shape.</returns>
    static member Min(x: Matrix, y: Scalar) : Matrix = Matrix(Arithmetic.min x.Node y.Node)
    /// <summary>The smaller; a tie shares its slope equally, element by element.</summary>
    /// <param name="x">A number, the same for every element.</param><param name="y">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Min(x: Scalar, y: Matrix) : Matrix = Matrix(Arithmetic.min x.Node y.Node)
    /// <summary>The angle of the point (x, y), in radians; slopes 0 at the origin, element by element.</summary>
    /// <param name="y">A matrix of the same shape.</param><param name="x">A matrix.</param><returns>A matrix of the same shape.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member Atan2(y: Matrix, x: Matrix) : Matrix = Matrix(Plane.atan2 y.Node x.Node)
    /// <summary>The angle of the point (x, y), in radians; slopes 0 at the origin, element by element.</summary>
    /// <param name="y">A matrix.</param><param name="x">A number, the same for every element.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Atan2(y: Matrix, x: Scalar) : Matrix = Matrix(Plane.atan2 y.Node x.Node)
    /// <summary>The angle of the point (x, y), in radians; slopes 0 at the origin, element by element.</summary>
    /// <param name="y">A number, the same for every element.</param><param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Atan2(y: Scalar, x: Matrix) : Matrix = Matrix(Plane.atan2 y.Node x.Node)
    /// <summary>The square root of x² + y² without overflow; slopes 0 at the origin, element by element.</summary>
    /// <param name="x">A matrix.</param><param name="y">A matrix of the same shape.</param><returns>A matrix of the same shape.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member Hypot(x: Matrix, y: Matrix) : Matrix = Matrix(Plane.hypot x.Node y.Node)
    /// <summary>The square root of x² + y² without overflow; slopes 0 at the origin, element by element.</summary>
    /// <param name="x">A matrix.</param><param name="y">A number, the same for every element.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Hypot(x: Matrix, y: Scalar) : Matrix = Matrix(Plane.hypot x.Node y.Node)
    /// <summary>The square root of x² + y² without overflow; slopes 0 at the origin, element by element.</summary>
    /// <param name="x">A number, the same for every element.</param><param name="y">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Hypot(x: Scalar, y: Matrix) : Matrix = Matrix(Plane.hypot x.Node y.Node)
    /// <summary>log(exp(x) + exp(y)), without overflow, element by element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A matrix of the same shape.</param><returns>A matrix of the same shape.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member LogAddExp(x: Matrix, y: Matrix) : Matrix = Matrix(Logarithms.logAddExp x.Node y.Node)
    /// <summary>log(exp(x) + exp(y)), without overflow, element by element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A matrix of the same shape.</returns>
    static member LogAddExp(x: Matrix, y: Scalar) : Matrix = Matrix(Logarithms.logAddExp x.Node y.Node)
    /// <summary>log(exp(x) + exp(y)), without overflow, element by element.</summary>
    /// <param name="x">A number, the same for every element.</param><param name="y">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member LogAddExp(x: Scalar, y: Matrix) : Matrix = Matrix(Logarithms.logAddExp x.Node y.Node)
    /// <summary>x log(y), and 0 where x = 0, also for y = 0, element by element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A matrix of the same shape.</param><returns>A matrix of the same shape.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member Xlogy(x: Matrix, y: Matrix) : Matrix = Matrix(Logarithms.xlogy x.Node y.Node)
    /// <summary>x log(y), and 0 where x = 0, also for y = 0, element by element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A matrix of the same shape.</returns>
    static member Xlogy(x: Matrix, y: Scalar) : Matrix = Matrix(Logarithms.xlogy x.Node y.Node)
    /// <summary>x log(y), and 0 where x = 0, also for y = 0, element by element.</summary>
    /// <param name="x">A number, the same for every element.</param><param name="y">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Xlogy(x: Scalar, y: Matrix) : Matrix = Matrix(Logarithms.xlogy x.Node y.Node)
    /// <summary>x - y floor(x / y), which has the sign of y, element by element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A matrix of the same shape.</param><returns>A matrix of the same shape.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member Modulo(x: Matrix, y: Matrix) : Matrix = Matrix(Rounding.modulo x.Node y.Node)
    /// <summary>x - y floor(x / y), which has the sign of y, element by element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A matrix of the same shape.</returns>
    static member Modulo(x: Matrix, y: Scalar) : Matrix = Matrix(Rounding.modulo x.Node y.Node)
    /// <summary>x - y floor(x / y), which has the sign of y, element by element.</summary>
    /// <param name="x">A number, the same for every element.</param><param name="y">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Modulo(x: Scalar, y: Matrix) : Matrix = Matrix(Rounding.modulo x.Node y.Node)
    /// <summary>Γ(x) Γ(y) / Γ(x + y), for x, y &gt; 0, element by element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A matrix of the same shape.</param><returns>A matrix of the same shape.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member Beta(x: Matrix, y: Matrix) : Matrix = Matrix(Gamma.beta x.Node y.Node)
    /// <summary>Γ(x) Γ(y) / Γ(x + y), for x, y &gt; 0, element by element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A matrix of the same shape.</returns>
    static member Beta(x: Matrix, y: Scalar) : Matrix = Matrix(Gamma.beta x.Node y.Node)
    /// <summary>Γ(x) Γ(y) / Γ(x + y), for x, y &gt; 0, element by element.</summary>
    /// <param name="x">A number, the same for every element.</param><param name="y">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Beta(x: Scalar, y: Matrix) : Matrix = Matrix(Gamma.beta x.Node y.Node)
    /// <summary>The logarithm of Beta(x, y), accurate for large x and y, element by element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A matrix of the same shape.</param><returns>A matrix of the same shape.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member LogBeta(x: Matrix, y: Matrix) : Matrix = Matrix(Gamma.logBeta x.Node y.Node)
    /// <summary>The logarithm of Beta(x, y), accurate for large x and y, element by element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A matrix of the same shape.</returns>
    static member LogBeta(x: Matrix, y: Scalar) : Matrix = Matrix(Gamma.logBeta x.Node y.Node)
    /// <summary>The logarithm of Beta(x, y), accurate for large x and y, element by element.</summary>
    /// <param name="x">A number, the same for every element.</param><param name="y">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member LogBeta(x: Scalar, y: Matrix) : Matrix = Matrix(Gamma.logBeta x.Node y.Node)
    /// <summary>x, but not below low and not above high; at a bound x and the bound have slope 1/2 each, element by element.</summary>
    /// <param name="x">A matrix.</param><param name="low">The lower bound.</param><param name="high">The upper bound.</param>
    /// <returns>A matrix of the same shape.</returns>
    static member Clip(x: Matrix, low: Scalar, high: Scalar) : Matrix = Matrix(Rounding.clip x.Node low.Node high.Node)
    /// <summary>1 where x &gt; y, else 0, element by element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A matrix of the same shape.</param><returns>A matrix of the same shape.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member Greater(x: Matrix, y: Matrix) : Matrix = Matrix(Selection.greater x.Node y.Node)
    /// <summary>1 where x &gt; y, else 0, element by element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A matrix of the same shape.</returns>
    static member Greater(x: Matrix, y: Scalar) : Matrix = Matrix(Selection.greater x.Node y.Node)
    /// <summary>1 where x &gt; y, else 0, element by element.</summary><param name="x">A number, the same for every element.</param>
    /// <param name="y">A matrix.</param><returns>A matrix of the same shape.</returns>
    static member Greater(x: Scalar, y: Matrix) : Matrix = Matrix(Selection.greater x.Node y.Node)
    /// <summary>1 where x &gt;= y, else 0, element by element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A matrix of the same shape.</param><returns>A matrix of the same shape.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member GreaterOrEqual(x: Matrix, y: Matrix) : Matrix = Matrix(Selection.greaterOrEqual x.Node y.Node)
    /// <summary>1 where x &gt;= y, else 0, element by element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A matrix of the same shape.</returns>
    static member GreaterOrEqual(x: Matrix, y: Scalar) : Matrix = Matrix(Selection.greaterOrEqual x.Node y.Node)
    /// <summary>1 where x &gt;= y, else 0, element by element.</summary><param name="x">A number, the same for every element.</param>
    /// <param name="y">A matrix.</param><returns>A matrix of the same shape.</returns>
    static member GreaterOrEqual(x: Scalar, y: Matrix) : Matrix = Matrix(Selection.greaterOrEqual x.Node y.Node)
    /// <summary>1 where x &lt; y, else 0, element by element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A matrix of the same shape.</param><returns>A matrix of the same shape.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member Less(x: Matrix, y: Matrix) : Matrix = Matrix(Selection.less x.Node y.Node)
    /// <summary>1 where x &lt; y, else 0, element by element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A matrix of the same shape.</returns>
    static member Less(x: Matrix, y: Scalar) : Matrix = Matrix(Selection.less x.Node y.Node)
    /// <summary>1 where x &lt; y, else 0, element by element.</summary><param name="x">A number, the same for every element.</param>
    /// <param name="y">A matrix.</param><returns>A matrix of the same shape.</returns>
    static member Less(x: Scalar, y: Matrix) : Matrix = Matrix(Selection.less x.Node y.Node)
    /// <summary>1 where x &lt;= y, else 0, element by element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A matrix of the same shape.</param><returns>A matrix of the same shape.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member LessOrEqual(x: Matrix, y: Matrix) : Matrix = Matrix(Selection.lessOrEqual x.Node y.Node)
    /// <summary>1 where x &lt;= y, else 0, element by element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A matrix of the same shape.</returns>
    static member LessOrEqual(x: Matrix, y: Scalar) : Matrix = Matrix(Selection.lessOrEqual x.Node y.Node)
    /// <summary>1 where x &lt;= y, else 0, element by element.</summary><param name="x">A number, the same for every element.</param>
    /// <param name="y">A matrix.</param><returns>A matrix of the same shape.</returns>
    static member LessOrEqual(x: Scalar, y: Matrix) : Matrix = Matrix(Selection.lessOrEqual x.Node y.Node)
    /// <summary>1 where x = y, else 0, element by element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A matrix of the same shape.</param><returns>A matrix of the same shape.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member EqualTo(x: Matrix, y: Matrix) : Matrix = Matrix(Selection.equal x.Node y.Node)
    /// <summary>1 where x = y, else 0, element by element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A matrix of the same shape.</returns>
    static member EqualTo(x: Matrix, y: Scalar) : Matrix = Matrix(Selection.equal x.Node y.Node)
    /// <summary>1 where x = y, else 0, element by element.</summary><param name="x">A number, the same for every element.</param>
    /// <param name="y">A matrix.</param><returns>A matrix of the same shape.</returns>
    static member EqualTo(x: Scalar, y: Matrix) : Matrix = Matrix(Selection.equal x.Node y.Node)
    /// <summary>1 where x &lt;&gt; y, else 0, element by element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A matrix of the same shape.</param><returns>A matrix of the same shape.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member NotEqualTo(x: Matrix, y: Matrix) : Matrix = Matrix(Selection.notEqual x.Node y.Node)
    /// <summary>1 where x &lt;&gt; y, else 0, element by element.</summary><param name="x">A matrix.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A matrix of the same shape.</returns>
    static member NotEqualTo(x: Matrix, y: Scalar) : Matrix = Matrix(Selection.notEqual x.Node y.Node)
    /// <summary>1 where x &lt;&gt; y, else 0, element by element.</summary><param name="x">A number, the same for every element.</param>
    /// <param name="y">A matrix.</param><returns>A matrix of the same shape.</returns>
    static member NotEqualTo(x: Scalar, y: Matrix) : Matrix = Matrix(Selection.notEqual x.Node y.Node)
    /// <summary>x where the mask is not 0, else y, element by element; what is not chosen has no influence, not even as NaN.</summary>
    /// <param name="mask">Where this is not 0 the first is chosen.</param><param name="x">A matrix.</param>
    /// <param name="y">A matrix.</param><returns>A matrix of the same shape.</returns>
    static member Where(mask: Matrix, x: Matrix, y: Matrix) : Matrix = Matrix(Selection.where mask.Node x.Node y.Node)
    /// <summary>x where the mask is not 0, else y, element by element; what is not chosen has no influence, not even as NaN.</summary>
    /// <param name="mask">Where this is not 0 the first is chosen.</param><param name="x">A matrix.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A matrix of the same shape.</returns>
    static member Where(mask: Matrix, x: Matrix, y: Scalar) : Matrix = Matrix(Selection.where mask.Node x.Node y.Node)
    /// <summary>x where the mask is not 0, else y, element by element; what is not chosen has no influence, not even as NaN.</summary>
    /// <param name="mask">Where this is not 0 the first is chosen.</param><param name="x">A number, the same for every element.</param>
    /// <param name="y">A matrix.</param><returns>A matrix of the same shape.</returns>
    static member Where(mask: Matrix, x: Scalar, y: Matrix) : Matrix = Matrix(Selection.where mask.Node x.Node y.Node)
    /// <summary>x where the mask is not 0, else y, element by element; what is not chosen has no influence, not even as NaN.</summary>
    /// <param name="mask">Where this is not 0 the first is chosen.</param><param name="x">A number, the same for every element.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A matrix of the same shape.</returns>
    static member Where(mask: Matrix, x: Scalar, y: Scalar) : Matrix = Matrix(Selection.where mask.Node x.Node y.Node)

    /// <summary>Whether both hold the same numbers in the same places; NaN equals NaN.</summary>
    /// <param name="other">What it is compared with.</param><returns>Whether the numbers are equal.</returns>
    override m.Equals(other: obj | null) : bool =
        match other with
        | :? Matrix as other -> Parts.equal m.Node other.Node
        | _ -> false

    /// <inheritdoc/>
    override m.GetHashCode() : int = Parts.hash m.Node

    /// What F# Interactive and %A show: of a large matrix its shape.
    member internal m.Shown: string =
        if m.RowCount * m.ColumnCount <= 200 then
            m.ToString()
        else
            "Matrix of " + string m.RowCount + "x" + string m.ColumnCount

    /// <summary>The rows in brackets, whatever the culture.</summary><returns>The text.</returns>
    override m.ToString() : string = m.ToString(null, null)

    /// <summary>The rows in brackets.</summary><param name="format">A .NET format for every number.</param><returns>The text.</returns>
    member m.ToString(format: string | null) : string = m.ToString(format, null)

    /// <summary>The rows in brackets.</summary><param name="format">A .NET format for every number.</param>
    /// <param name="provider">The culture; the invariant one where it is null.</param><returns>The text.</returns>
    member m.ToString(format: string | null, provider: IFormatProvider | null) : string =
        let rows, columns = m.RowCount, m.ColumnCount

        match Read.text m.Node format provider with
        | Some elements ->
            let row i = "[" + String.Join(", ", [| for j in 0 .. columns - 1 -> elements[i + j * rows] |]) + "]"
            "[" + String.Join(",\n ", [| for i in 0 .. rows - 1 -> row i |]) + "]"
        | None -> "Matrix of " + string rows + "x" + string columns + " without numbers"

    /// <summary>The rows, one after the other.</summary><returns>The enumerator.</returns>
    member m.GetEnumerator() : IEnumerator<Vector> =
        let m = m
        (seq { for i in 0 .. m.RowCount - 1 -> m.Row i }).GetEnumerator()

    interface IFormattable with
        member m.ToString(format, provider) = m.ToString(format, provider)

    interface IEnumerable<Vector> with
        member m.GetEnumerator() : IEnumerator<Vector> = m.GetEnumerator()
        member m.GetEnumerator() : IEnumerator = m.GetEnumerator()

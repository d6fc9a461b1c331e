namespace AutoDiff

open System.Runtime.CompilerServices

/// What each row or each column of a matrix reduces to (row: a vector with one element for each row; column: for each column), and
/// functions of each row or column by itself, which give a matrix of the same size.
[<Extension; AbstractClass; Sealed>]
type MatrixReductions =
    /// The product of each row; derivatives are right at zeros: one element for each row.
    [<Extension>]
    static member RowProducts(m: Matrix) : Vector = Vector(Columns.reduceRows RunningProducts.product m.Node)

    /// The product of each column; derivatives are right at zeros: one element for each column.
    [<Extension>]
    static member ColumnProducts(m: Matrix) : Vector = Vector(RunningProducts.product m.Node)

    /// The largest element of each row; equal ones share the slope equally: one element for each row.
    [<Extension>]
    static member RowMaximums(m: Matrix) : Vector = Vector(Columns.reduceRows Extrema.maximum m.Node)

    /// The largest element of each column; equal ones share the slope equally: one element for each column.
    [<Extension>]
    static member ColumnMaximums(m: Matrix) : Vector = Vector(Extrema.maximum m.Node)

    /// The smallest element of each row; equal ones share the slope equally: one element for each row.
    [<Extension>]
    static member RowMinimums(m: Matrix) : Vector = Vector(Columns.reduceRows Extrema.minimum m.Node)

    /// The smallest element of each column; equal ones share the slope equally: one element for each column.
    [<Extension>]
    static member ColumnMinimums(m: Matrix) : Vector = Vector(Extrema.minimum m.Node)

    /// The logarithm of the sum of the exponentials of each row: one element for each row.
    [<Extension>]
    static member RowLogSumExp(m: Matrix) : Vector = Vector(Columns.reduceRows Exponentials.logSumExp m.Node)

    /// The logarithm of the sum of the exponentials of each column: one element for each column.
    [<Extension>]
    static member ColumnLogSumExp(m: Matrix) : Vector = Vector(Exponentials.logSumExp m.Node)

    /// The variance of each row, with n - 1 for n elements: one element for each row.
    [<Extension>]
    static member RowVariances(m: Matrix) : Vector = Vector(Columns.reduceRows PowerNorms.variances m.Node)

    /// The variance of each column, with n - 1 for n elements: one element for each column.
    [<Extension>]
    static member ColumnVariances(m: Matrix) : Vector = Vector(PowerNorms.variances m.Node)

    /// The standard deviation of each row, with n - 1 for n elements; slope 0 where all are equal: one element for each row.
    [<Extension>]
    static member RowStandardDeviations(m: Matrix) : Vector = Vector(Columns.reduceRows PowerNorms.standardDeviations m.Node)

    /// The standard deviation of each column, with n - 1 for n elements; slope 0 where all are equal: one element for each column.
    [<Extension>]
    static member ColumnStandardDeviations(m: Matrix) : Vector = Vector(PowerNorms.standardDeviations m.Node)

    /// The norm of order p, from 1 to infinity, of each row; slope 0 where all are 0: one element for each row.
    [<Extension>]
    static member RowNorms(m: Matrix, p: float) : Vector = Vector(Columns.reduceRows (PowerNorms.norms p) m.Node)

    /// The norm of order p, from 1 to infinity, of each column; slope 0 where all are 0: one element for each column.
    [<Extension>]
    static member ColumnNorms(m: Matrix, p: float) : Vector = Vector(PowerNorms.norms p m.Node)

    /// The median of each row: one element for each row.
    [<Extension>]
    static member RowMedians(m: Matrix) : Vector = Vector(Columns.reduceRows (Sorting.quantile 0.5) m.Node)

    /// The median of each column: one element for each column.
    [<Extension>]
    static member ColumnMedians(m: Matrix) : Vector = Vector(Sorting.quantile 0.5 m.Node)

    /// The quantile for a probability from 0 to 1, linearly interpolated, of each row: one element for each row.
    [<Extension>]
    static member RowQuantiles(m: Matrix, probability: float) : Vector = Vector(Columns.reduceRows (Sorting.quantile probability) m.Node)

    /// The quantile for a probability from 0 to 1, linearly interpolated, of each column: one element for each column.
    [<Extension>]
    static member ColumnQuantiles(m: Matrix, probability: float) : Vector = Vector(Sorting.quantile probability m.Node)

    /// The exponentials of each row, divided by their sum.
    [<Extension>]
    static member RowSoftmax(m: Matrix) : Matrix = Matrix(Columns.mapRows Exponentials.softmax m.Node)

    /// The exponentials of each column, divided by their sum.
    [<Extension>]
    static member ColumnSoftmax(m: Matrix) : Matrix = Matrix(Exponentials.softmax m.Node)

    /// The logarithm of RowSoftmax, accurate in the tails.
    [<Extension>]
    static member RowLogSoftmax(m: Matrix) : Matrix = Matrix(Columns.mapRows Exponentials.logSoftmax m.Node)

    /// The logarithm of ColumnSoftmax, accurate in the tails.
    [<Extension>]
    static member ColumnLogSoftmax(m: Matrix) : Matrix = Matrix(Exponentials.logSoftmax m.Node)

    /// For each element the sum of its row up to it.
    [<Extension>]
    static member RowCumulativeSums(m: Matrix) : Matrix = Matrix(Columns.mapRows Scanning.cumulativeSum m.Node)

    /// For each element the sum of its column down to it.
    [<Extension>]
    static member ColumnCumulativeSums(m: Matrix) : Matrix = Matrix(Scanning.cumulativeSum m.Node)

    /// For each element the product of its row up to it.
    [<Extension>]
    static member RowCumulativeProducts(m: Matrix) : Matrix = Matrix(Columns.mapRows RunningProducts.cumulativeProduct m.Node)

    /// For each element the product of its column down to it.
    [<Extension>]
    static member ColumnCumulativeProducts(m: Matrix) : Matrix = Matrix(RunningProducts.cumulativeProduct m.Node)

    /// Each row by itself in ascending order, NaN last.
    [<Extension>]
    static member RowSort(m: Matrix) : Matrix = Matrix(Columns.mapRows Sorting.sort m.Node)

    /// Each column by itself in ascending order, NaN last.
    [<Extension>]
    static member ColumnSort(m: Matrix) : Matrix = Matrix(Sorting.sort m.Node)

    /// The largest of the sums of absolute values of the columns, as in MathNet.
    [<Extension>]
    static member L1Norm(m: Matrix) : Scalar =
        Scalar(Columns.reduceAll (PowerNorms.norms infinity) (Reduction.columnSums (Arithmetic.abs m.Node)))

    /// The largest of the sums of absolute values of the rows, as in MathNet.
    [<Extension>]
    static member InfinityNorm(m: Matrix) : Scalar =
        Scalar(Columns.reduceAll (PowerNorms.norms infinity) (Reduction.rowSums (Arithmetic.abs m.Node)))

    /// The median of all elements.
    [<Extension>]
    static member Median(m: Matrix) : Scalar = Scalar(Columns.reduceAll (Sorting.quantile 0.5) m.Node)

    /// The quantile of all elements for a probability from 0 to 1, linearly interpolated.
    [<Extension>]
    static member Quantile(m: Matrix, probability: float) : Scalar = Scalar(Columns.reduceAll (Sorting.quantile probability) m.Node)

namespace AutoDiff

open System.Runtime.CompilerServices

/// What each row or each column of a matrix reduces to (row: a vector with one element for each row; column: for each column), and
/// functions of each row or column by itself, which give a matrix of the same size.
[<Extension; AbstractClass; Sealed>]
type MatrixReductions =
    /// <summary>The product of each row; derivatives are right at zeros: one element for each row.</summary>
    /// <param name="m">The matrix.</param><returns>A vector with an element for each row.</returns>
    [<Extension>]
    static member RowProducts(m: Matrix) : Vector = Vector(Columns.reduceRows RunningProducts.product m.Node)

    /// <summary>The product of each column; derivatives are right at zeros: one element for each column.</summary>
    /// <param name="m">The matrix.</param><returns>A vector with an element for each column.</returns>
    [<Extension>]
    static member ColumnProducts(m: Matrix) : Vector = Vector(RunningProducts.product m.Node)

    /// <summary>The largest element of each row; equal ones share the slope equally: one element for each row.</summary>
    /// <param name="m">The matrix.</param><returns>A vector with an element for each row.</returns>
    [<Extension>]
    static member RowMaximums(m: Matrix) : Vector = Vector(Columns.reduceRows Extrema.maximum m.Node)

    /// <summary>The largest element of each column; equal ones share the slope equally: one element for each column.</summary>
    /// <param name="m">The matrix.</param><returns>A vector with an element for each column.</returns>
    [<Extension>]
    static member ColumnMaximums(m: Matrix) : Vector = Vector(Extrema.maximum m.Node)

    /// <summary>The smallest element of each row; equal ones share the slope equally: one element for each row.</summary>
    /// <param name="m">The matrix.</param><returns>A vector with an element for each row.</returns>
    [<Extension>]
    static member RowMinimums(m: Matrix) : Vector = Vector(Columns.reduceRows Extrema.minimum m.Node)

    /// <summary>The smallest element of each column; equal ones share the slope equally: one element for each column.</summary>
    /// <param name="m">The matrix.</param><returns>A vector with an element for each column.</returns>
    [<Extension>]
    static member ColumnMinimums(m: Matrix) : Vector = Vector(Extrema.minimum m.Node)

    /// <summary>The logarithm of the sum of the exponentials of each row: one element for each row.</summary>
    /// <param name="m">The matrix.</param><returns>A vector with an element for each row.</returns>
    [<Extension>]
    static member RowLogSumExp(m: Matrix) : Vector = Vector(Columns.reduceRows Exponentials.logSumExp m.Node)

    /// <summary>The logarithm of the sum of the exponentials of each column: one element for each column.</summary>
    /// <param name="m">The matrix.</param><returns>A vector with an element for each column.</returns>
    [<Extension>]
    static member ColumnLogSumExp(m: Matrix) : Vector = Vector(Exponentials.logSumExp m.Node)

    /// <summary>The variance of each row, with n - 1 for n elements: one element for each row.</summary><param name="m">The matrix.</param>
    /// <returns>A vector with an element for each row.</returns>
    [<Extension>]
    static member RowVariances(m: Matrix) : Vector = Vector(Columns.reduceRows PowerNorms.variances m.Node)

    /// <summary>The variance of each column, with n - 1 for n elements: one element for each column.</summary>
    /// <param name="m">The matrix.</param><returns>A vector with an element for each column.</returns>
    [<Extension>]
    static member ColumnVariances(m: Matrix) : Vector = Vector(PowerNorms.variances m.Node)

    /// <summary>The standard deviation of each row, with n - 1 for n elements; slope 0 where all are equal: one element for each
    /// row.</summary>
    /// <param name="m">The matrix.</param><returns>A vector with an element for each row.</returns>
    [<Extension>]
    static member RowStandardDeviations(m: Matrix) : Vector = Vector(Columns.reduceRows PowerNorms.standardDeviations m.Node)

    /// <summary>The standard deviation of each column, with n - 1 for n elements; slope 0 where all are equal: one element for each
    /// column.</summary>
    /// <param name="m">The matrix.</param><returns>A vector with an element for each column.</returns>
    [<Extension>]
    static member ColumnStandardDeviations(m: Matrix) : Vector = Vector(PowerNorms.standardDeviations m.Node)

    /// <summary>The norm of order p, from 1 to infinity, of each row; slope 0 where all are 0: one element for each row.</summary>
    /// <param name="m">The matrix.</param><param name="p">The order of the norm, from 1 to infinity.</param>
    /// <returns>A vector with an element for each row.</returns>
    [<Extension>]
    static member RowNorms(m: Matrix, p: float) : Vector = Vector(Columns.reduceRows (PowerNorms.norms p) m.Node)

    /// <summary>The norm of order p, from 1 to infinity, of each column; slope 0 where all are 0: one element for each column.</summary>
    /// <param name="m">The matrix.</param><param name="p">The order of the norm, from 1 to infinity.</param>
    /// <returns>A vector with an element for each column.</returns>
    [<Extension>]
    static member ColumnNorms(m: Matrix, p: float) : Vector = Vector(PowerNorms.norms p m.Node)

    /// <summary>The median of each row: one element for each row.</summary><param name="m">The matrix.</param>
    /// <returns>A vector with an element for each row.</returns>
    [<Extension>]
    static member RowMedians(m: Matrix) : Vector = Vector(Columns.reduceRows (Sorting.quantile 0.5) m.Node)

    /// <summary>The median of each column: one element for each column.</summary><param name="m">The matrix.</param>
    /// <returns>A vector with an element for each column.</returns>
    [<Extension>]
    static member ColumnMedians(m: Matrix) : Vector = Vector(Sorting.quantile 0.5 m.Node)

    /// <summary>The quantile for a probability from 0 to 1, linearly interpolated, of each row: one element for each row.</summary>
    /// <param name="m">The matrix.</param><param name="probability">The probability, from 0 to 1.</param>
    /// <returns>A vector with an element for each row.</returns>
    [<Extension>]
    static member RowQuantiles(m: Matrix, probability: float) : Vector = Vector(Columns.reduceRows (Sorting.quantile probability) m.Node)

    /// <summary>The quantile for a probability from 0 to 1, linearly interpolated, of each column: one element for each column.</summary>
    /// <param name="m">The matrix.</param><param name="probability">The probability, from 0 to 1.</param>
    /// <returns>A vector with an element for each column.</returns>
    [<Extension>]
    static member ColumnQuantiles(m: Matrix, probability: float) : Vector = Vector(Sorting.quantile probability m.Node)

    /// <summary>The exponentials of each row, divided by their sum.</summary><param name="m">The matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    [<Extension>]
    static member RowSoftmax(m: Matrix) : Matrix = Matrix(Columns.mapRows Exponentials.softmax m.Node)

    /// <summary>The exponentials of each column, divided by their sum.</summary><param name="m">The matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    [<Extension>]
    static member ColumnSoftmax(m: Matrix) : Matrix = Matrix(Exponentials.softmax m.Node)

    /// <summary>The logarithm of RowSoftmax, accurate in the tails.</summary><param name="m">The matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    [<Extension>]
    static member RowLogSoftmax(m: Matrix) : Matrix = Matrix(Columns.mapRows Exponentials.logSoftmax m.Node)

    /// <summary>The logarithm of ColumnSoftmax, accurate in the tails.</summary><param name="m">The matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    [<Extension>]
    static member ColumnLogSoftmax(m: Matrix) : Matrix = Matrix(Exponentials.logSoftmax m.Node)

    /// <summary>For each element the sum of its row up to it.</summary><param name="m">The matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    [<Extension>]
    static member RowCumulativeSums(m: Matrix) : Matrix = Matrix(Columns.mapRows Scanning.cumulativeSum m.Node)

    /// <summary>For each element the sum of its column down to it.</summary><param name="m">The matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    [<Extension>]
    static member ColumnCumulativeSums(m: Matrix) : Matrix = Matrix(Scanning.cumulativeSum m.Node)

    /// <summary>For each element the product of its row up to it.</summary><param name="m">The matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    [<Extension>]
    static member RowCumulativeProducts(m: Matrix) : Matrix = Matrix(Columns.mapRows RunningProducts.cumulativeProduct m.Node)

    /// <summary>For each element the product of its column down to it.</summary><param name="m">The matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    [<Extension>]
    static member ColumnCumulativeProducts(m: Matrix) : Matrix = Matrix(RunningProducts.cumulativeProduct m.Node)

    /// <summary>Each row by itself in ascending order, NaN last.</summary><param name="m">The matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    [<Extension>]
    static member RowSort(m: Matrix) : Matrix = Matrix(Columns.mapRows Sorting.sort m.Node)

    /// <summary>Each column by itself in ascending order, NaN last.</summary><param name="m">The matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    [<Extension>]
    static member ColumnSort(m: Matrix) : Matrix = Matrix(Sorting.sort m.Node)

    /// <summary>The largest of the sums of absolute values of the columns, as in MathNet.</summary><param name="m">The matrix.</param>
    /// <returns>A single number.</returns>
    [<Extension>]
    static member L1Norm(m: Matrix) : Scalar =
        Scalar(Columns.reduceAll (PowerNorms.norms infinity) (Reduction.columnSums (Arithmetic.abs m.Node)))

    /// <summary>The largest of the sums of absolute values of the rows, as in MathNet.</summary><param name="m">The matrix.</param>
    /// <returns>A single number.</returns>
    [<Extension>]
    static member InfinityNorm(m: Matrix) : Scalar =
        Scalar(Columns.reduceAll (PowerNorms.norms infinity) (Reduction.rowSums (Arithmetic.abs m.Node)))

    /// <summary>The median of all elements.</summary><param name="m">The matrix.</param><returns>A single number.</returns>
    [<Extension>]
    static member Median(m: Matrix) : Scalar = Scalar(Columns.reduceAll (Sorting.quantile 0.5) m.Node)

    /// <summary>The quantile of all elements for a probability from 0 to 1, linearly interpolated.</summary>
    /// <param name="m">The matrix.</param><param name="probability">The probability, from 0 to 1.</param>
    /// <returns>A single number.</returns>
    [<Extension>]
    static member Quantile(m: Matrix, probability: float) : Scalar = Scalar(Columns.reduceAll (Sorting.quantile probability) m.Node)

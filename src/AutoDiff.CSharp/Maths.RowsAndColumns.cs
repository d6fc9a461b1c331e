namespace AutoDiff;

public static partial class Maths
{
    /// <summary>The mean of each column.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A vector with an element for each column.</returns>
    public static Vector ColumnMeans(Matrix x) => x.ColumnMeans();

    /// <summary>The mean of each row.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A vector with an element for each row.</returns>
    public static Vector RowMeans(Matrix x) => x.RowMeans();

    /// <summary>The product of each row; derivatives are right at zeros: one element for each row.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A vector with an element for each row.</returns>
    public static Vector RowProducts(Matrix x) => x.RowProducts();

    /// <summary>The product of each column; derivatives are right at zeros: one element for each column.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A vector with an element for each column.</returns>
    public static Vector ColumnProducts(Matrix x) => x.ColumnProducts();

    /// <summary>The largest element of each row; equal ones share the slope equally: one element for each row.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A vector with an element for each row.</returns>
    public static Vector RowMaximums(Matrix x) => x.RowMaximums();

    /// <summary>The largest element of each column; equal ones share the slope equally: one element for each column.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A vector with an element for each column.</returns>
    public static Vector ColumnMaximums(Matrix x) => x.ColumnMaximums();

    /// <summary>The smallest element of each row; equal ones share the slope equally: one element for each row.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A vector with an element for each row.</returns>
    public static Vector RowMinimums(Matrix x) => x.RowMinimums();

    /// <summary>The smallest element of each column; equal ones share the slope equally: one element for each column.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A vector with an element for each column.</returns>
    public static Vector ColumnMinimums(Matrix x) => x.ColumnMinimums();

    /// <summary>The logarithm of the sum of the exponentials of each row: one element for each row.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A vector with an element for each row.</returns>
    public static Vector RowLogSumExp(Matrix x) => x.RowLogSumExp();

    /// <summary>The logarithm of the sum of the exponentials of each column: one element for each column.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A vector with an element for each column.</returns>
    public static Vector ColumnLogSumExp(Matrix x) => x.ColumnLogSumExp();

    /// <summary>The variance of each row, with n - 1 for n elements: one element for each row.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A vector with an element for each row.</returns>
    public static Vector RowVariances(Matrix x) => x.RowVariances();

    /// <summary>The variance of each column, with n - 1 for n elements: one element for each column.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A vector with an element for each column.</returns>
    public static Vector ColumnVariances(Matrix x) => x.ColumnVariances();

    /// <summary>The standard deviation of each row, with n - 1 for n elements; slope 0 where all are equal: one element for each row.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A vector with an element for each row.</returns>
    public static Vector RowStandardDeviations(Matrix x) => x.RowStandardDeviations();

    /// <summary>The standard deviation of each column, with n - 1 for n elements; slope 0 where all are equal: one element for each column.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A vector with an element for each column.</returns>
    public static Vector ColumnStandardDeviations(Matrix x) => x.ColumnStandardDeviations();

    /// <summary>The norm of order p, from 1 to infinity, of each row; slope 0 where all are 0: one element for each row.</summary>
    /// <param name="x">A matrix.</param>
    /// <param name="p">The order of the norm, from 1 to infinity.</param>
    /// <returns>A vector with an element for each row.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is below 1.</exception>
    public static Vector RowNorms(Matrix x, double p) => x.RowNorms(p);

    /// <summary>The norm of order p, from 1 to infinity, of each column; slope 0 where all are 0: one element for each column.</summary>
    /// <param name="x">A matrix.</param>
    /// <param name="p">The order of the norm, from 1 to infinity.</param>
    /// <returns>A vector with an element for each column.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is below 1.</exception>
    public static Vector ColumnNorms(Matrix x, double p) => x.ColumnNorms(p);

    /// <summary>The median of each row: one element for each row.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A vector with an element for each row.</returns>
    public static Vector RowMedians(Matrix x) => x.RowMedians();

    /// <summary>The median of each column: one element for each column.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A vector with an element for each column.</returns>
    public static Vector ColumnMedians(Matrix x) => x.ColumnMedians();

    /// <summary>The quantile for a probability from 0 to 1, linearly interpolated, of each row: one element for each row.</summary>
    /// <param name="x">A matrix.</param>
    /// <param name="probability">The probability, from 0 to 1.</param>
    /// <returns>A vector with an element for each row.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is not between 0 and 1.</exception>
    public static Vector RowQuantiles(Matrix x, double probability) => x.RowQuantiles(probability);

    /// <summary>The quantile for a probability from 0 to 1, linearly interpolated, of each column: one element for each column.</summary>
    /// <param name="x">A matrix.</param>
    /// <param name="probability">The probability, from 0 to 1.</param>
    /// <returns>A vector with an element for each column.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is not between 0 and 1.</exception>
    public static Vector ColumnQuantiles(Matrix x, double probability) => x.ColumnQuantiles(probability);

    /// <summary>The exponentials of each row, divided by their sum.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    public static Matrix RowSoftmax(Matrix x) => x.RowSoftmax();

    /// <summary>The exponentials of each column, divided by their sum.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    public static Matrix ColumnSoftmax(Matrix x) => x.ColumnSoftmax();

    /// <summary>The logarithm of RowSoftmax, accurate in the tails.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    public static Matrix RowLogSoftmax(Matrix x) => x.RowLogSoftmax();

    /// <summary>The logarithm of ColumnSoftmax, accurate in the tails.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    public static Matrix ColumnLogSoftmax(Matrix x) => x.ColumnLogSoftmax();

    /// <summary>For each element the sum of its row up to it.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    public static Matrix RowCumulativeSums(Matrix x) => x.RowCumulativeSums();

    /// <summary>For each element the sum of its column down to it.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    public static Matrix ColumnCumulativeSums(Matrix x) => x.ColumnCumulativeSums();

    /// <summary>For each element the product of its row up to it.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    public static Matrix RowCumulativeProducts(Matrix x) => x.RowCumulativeProducts();

    /// <summary>For each element the product of its column down to it.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    public static Matrix ColumnCumulativeProducts(Matrix x) => x.ColumnCumulativeProducts();

    /// <summary>Each row by itself in ascending order, NaN last.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    public static Matrix RowSort(Matrix x) => x.RowSort();

    /// <summary>Each column by itself in ascending order, NaN last.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    public static Matrix ColumnSort(Matrix x) => x.ColumnSort();
}

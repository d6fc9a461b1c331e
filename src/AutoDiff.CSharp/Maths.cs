namespace AutoDiff;

/// <summary>
/// Elementary functions, comparisons, choices and reductions of values, one overload for each type of value: for
/// <c>using static AutoDiff.Maths</c>. Those of two operands take a scalar beside a vector or matrix and throw a
/// <see cref="ShapeException"/> where two shapes differ, a <see cref="PrecisionException"/> where float32 meets float64.
/// </summary>
public static partial class Maths
{
    /// <summary>The sum of the elements; 0 where there are none.</summary>
    /// <param name="x">A vector.</param>
    /// <returns>A single number.</returns>
    public static Scalar Sum(Vector x) => x.Sum();

    /// <summary>The sum of all elements; 0 where there are none.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A single number.</returns>
    public static Scalar Sum(Matrix x) => x.Sum();

    /// <summary>The mean of the elements.</summary>
    /// <param name="x">A vector.</param>
    /// <returns>A single number.</returns>
    /// <exception cref="ShapeException">There are none.</exception>
    public static Scalar Mean(Vector x) => x.Mean();

    /// <summary>The mean of all elements.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A single number.</returns>
    /// <exception cref="ShapeException">There are none.</exception>
    public static Scalar Mean(Matrix x) => x.Mean();

    /// <summary>The square root of the sum of squares (the 2-norm); slope 0 where all elements are 0.</summary>
    /// <param name="x">A vector.</param>
    /// <returns>A single number.</returns>
    public static Scalar Norm(Vector x) => x.L2Norm();

    /// <summary>The square root of the sum of squares of all elements (the Frobenius norm); slope 0 where all are 0.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A single number.</returns>
    public static Scalar Norm(Matrix x) => x.FrobeniusNorm();

    /// <summary>The sum of the products of the elements, side by side.</summary>
    /// <param name="x">A vector.</param>
    /// <param name="y">A vector of the same length.</param>
    /// <returns>A single number.</returns>
    /// <exception cref="ShapeException">The lengths differ.</exception>
    public static Scalar Dot(Vector x, Vector y) => x.DotProduct(y);

    /// <summary>The matrix of the products of each element of x (its rows) with each of y (its columns).</summary>
    /// <param name="x">A vector.</param>
    /// <param name="y">A vector.</param>
    /// <returns>A matrix of the same shape.</returns>
    public static Matrix OuterProduct(Vector x, Vector y) => x.OuterProduct(y);

    /// <summary>The sum of each row: one element for each row.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A vector with an element for each row.</returns>
    public static Vector RowSums(Matrix x) => x.RowSums();

    /// <summary>The sum of each column: one element for each column.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A vector with an element for each column.</returns>
    public static Vector ColumnSums(Matrix x) => x.ColumnSums();
}

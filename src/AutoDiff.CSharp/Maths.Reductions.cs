namespace AutoDiff;

public static partial class Maths
{
    /// <summary>The product of all elements; 1 where there are none.</summary>
    /// <param name="x">A vector.</param>
    /// <returns>A single number.</returns>
    public static Scalar Product(Vector x) => x.Product();

    /// <summary>The product of all elements; 1 where there are none.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A single number.</returns>
    public static Scalar Product(Matrix x) => x.Product();

    /// <summary>The largest element, NaN where one is; equal ones share the slope equally.</summary>
    /// <param name="x">A vector.</param>
    /// <returns>A single number.</returns>
    /// <exception cref="ShapeException">There are no elements.</exception>
    public static Scalar Maximum(Vector x) => x.Maximum();

    /// <summary>The largest element, NaN where one is; equal ones share the slope equally.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A single number.</returns>
    /// <exception cref="ShapeException">There are no elements.</exception>
    public static Scalar Maximum(Matrix x) => x.Maximum();

    /// <summary>The smallest element, NaN where one is; equal ones share the slope equally.</summary>
    /// <param name="x">A vector.</param>
    /// <returns>A single number.</returns>
    /// <exception cref="ShapeException">There are no elements.</exception>
    public static Scalar Minimum(Vector x) => x.Minimum();

    /// <summary>The smallest element, NaN where one is; equal ones share the slope equally.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A single number.</returns>
    /// <exception cref="ShapeException">There are no elements.</exception>
    public static Scalar Minimum(Matrix x) => x.Minimum();

    /// <summary>The logarithm of the sum of the exponentials, without overflow.</summary>
    /// <param name="x">A vector.</param>
    /// <returns>A single number.</returns>
    public static Scalar LogSumExp(Vector x) => x.LogSumExp();

    /// <summary>The logarithm of the sum of the exponentials, without overflow.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A single number.</returns>
    public static Scalar LogSumExp(Matrix x) => x.LogSumExp();

    /// <summary>The variance of a sample of two elements or more, with n - 1 for n elements.</summary>
    /// <param name="x">A vector.</param>
    /// <returns>A single number.</returns>
    /// <exception cref="ShapeException">There are fewer than two elements.</exception>
    public static Scalar Variance(Vector x) => x.Variance();

    /// <summary>The variance of a sample of two elements or more, with n - 1 for n elements.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A single number.</returns>
    /// <exception cref="ShapeException">There are fewer than two elements.</exception>
    public static Scalar Variance(Matrix x) => x.Variance();

    /// <summary>The standard deviation of a sample of two elements or more; slope 0 where all are equal.</summary>
    /// <param name="x">A vector.</param>
    /// <returns>A single number.</returns>
    /// <exception cref="ShapeException">There are fewer than two elements.</exception>
    public static Scalar StandardDeviation(Vector x) => x.StandardDeviation();

    /// <summary>The standard deviation of a sample of two elements or more; slope 0 where all are equal.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A single number.</returns>
    /// <exception cref="ShapeException">There are fewer than two elements.</exception>
    public static Scalar StandardDeviation(Matrix x) => x.StandardDeviation();

    /// <summary>The median of all elements.</summary>
    /// <param name="x">A vector.</param>
    /// <returns>A single number.</returns>
    /// <exception cref="ShapeException">There are no elements.</exception>
    public static Scalar Median(Vector x) => x.Median();

    /// <summary>The median of all elements.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A single number.</returns>
    /// <exception cref="ShapeException">There are no elements.</exception>
    public static Scalar Median(Matrix x) => x.Median();

    /// <summary>The exponentials of all elements, divided by their sum.</summary>
    /// <param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    public static Vector Softmax(Vector x) => x.Softmax();

    /// <summary>The exponentials of all elements, divided by their sum.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    public static Matrix Softmax(Matrix x) => x.Softmax();

    /// <summary>The logarithm of the softmax of all elements, accurate in the tails.</summary>
    /// <param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    public static Vector LogSoftmax(Vector x) => x.LogSoftmax();

    /// <summary>The logarithm of the softmax of all elements, accurate in the tails.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    public static Matrix LogSoftmax(Matrix x) => x.LogSoftmax();

    /// <summary>The quantile for a probability from 0 to 1, linearly interpolated.</summary>
    /// <param name="x">A vector.</param>
    /// <param name="probability">The probability, from 0 to 1.</param>
    /// <returns>A single number.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is not between 0 and 1.</exception>
    /// <exception cref="ShapeException">There are no elements.</exception>
    public static Scalar Quantile(Vector x, double probability) => x.Quantile(probability);

    /// <summary>The quantile for a probability from 0 to 1, linearly interpolated.</summary>
    /// <param name="x">A matrix.</param>
    /// <param name="probability">The probability, from 0 to 1.</param>
    /// <returns>A single number.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is not between 0 and 1.</exception>
    /// <exception cref="ShapeException">There are no elements.</exception>
    public static Scalar Quantile(Matrix x, double probability) => x.Quantile(probability);

    /// <summary>The elements in ascending order; equal ones share their derivatives equally.</summary>
    /// <param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    public static Vector Sort(Vector x) => x.Sort();

    /// <summary>For each element the sum of the elements up to it.</summary>
    /// <param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    public static Vector CumulativeSum(Vector x) => x.CumulativeSum();

    /// <summary>For each element the product of the elements up to it.</summary>
    /// <param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    public static Vector CumulativeProduct(Vector x) => x.CumulativeProduct();

    /// <summary>The norm of order p, from 1 to infinity; slope 0 where all elements are 0.</summary>
    /// <param name="x">A vector.</param>
    /// <param name="p">The order of the norm, from 1 to infinity.</param>
    /// <returns>A single number.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is below 1.</exception>
    public static Scalar Norm(Vector x, double p) => x.Norm(p);

    /// <summary>The sum of the absolute values.</summary>
    /// <param name="x">A vector.</param>
    /// <returns>A single number.</returns>
    public static Scalar L1Norm(Vector x) => x.L1Norm();

    /// <summary>The largest sum of the absolute values of a column, the operator norm; equal ones share the slope.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A single number.</returns>
    public static Scalar L1Norm(Matrix x) => x.L1Norm();

    /// <summary>The largest absolute value; equal ones share the slope.</summary>
    /// <param name="x">A vector.</param>
    /// <returns>A single number.</returns>
    public static Scalar InfinityNorm(Vector x) => x.InfinityNorm();

    /// <summary>The largest sum of the absolute values of a row, the operator norm; equal ones share the slope.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>A single number.</returns>
    public static Scalar InfinityNorm(Matrix x) => x.InfinityNorm();

    /// <inheritdoc cref="Vector.Concatenate(Vector[])"/>
    public static Vector Concatenate(params Vector[] vectors) => Vector.Concatenate(vectors);

    /// <summary>The sum of the elements on the main diagonal of a square matrix.</summary>
    /// <param name="x">A matrix.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="ShapeException">The matrix is not square.</exception>
    public static Scalar Trace(Matrix x) => x.Trace();

    /// <summary>A block for each element of x: y times that element.</summary>
    /// <param name="x">A matrix.</param>
    /// <param name="y">A matrix.</param>
    /// <returns>A matrix with a block for each element of the first.</returns>
    public static Matrix KroneckerProduct(Matrix x, Matrix y) => x.KroneckerProduct(y);
}

namespace AutoDiff;

public static partial class Maths
{
    /// <summary>The product of all elements; 1 where there are none.</summary>
    public static Scalar Product(Vector x) => x.Product();

    /// <summary>The product of all elements; 1 where there are none.</summary>
    public static Scalar Product(Matrix x) => x.Product();

    /// <summary>The largest element, NaN where one is; equal ones share the slope equally.</summary>
    public static Scalar Maximum(Vector x) => x.Maximum();

    /// <summary>The largest element, NaN where one is; equal ones share the slope equally.</summary>
    public static Scalar Maximum(Matrix x) => x.Maximum();

    /// <summary>The smallest element, NaN where one is; equal ones share the slope equally.</summary>
    public static Scalar Minimum(Vector x) => x.Minimum();

    /// <summary>The smallest element, NaN where one is; equal ones share the slope equally.</summary>
    public static Scalar Minimum(Matrix x) => x.Minimum();

    /// <summary>The logarithm of the sum of the exponentials, without overflow.</summary>
    public static Scalar LogSumExp(Vector x) => x.LogSumExp();

    /// <summary>The logarithm of the sum of the exponentials, without overflow.</summary>
    public static Scalar LogSumExp(Matrix x) => x.LogSumExp();

    /// <summary>The variance of a sample of two elements or more, with n - 1 for n elements.</summary>
    public static Scalar Variance(Vector x) => x.Variance();

    /// <summary>The variance of a sample of two elements or more, with n - 1 for n elements.</summary>
    public static Scalar Variance(Matrix x) => x.Variance();

    /// <summary>The standard deviation of a sample of two elements or more; slope 0 where all are equal.</summary>
    public static Scalar StandardDeviation(Vector x) => x.StandardDeviation();

    /// <summary>The standard deviation of a sample of two elements or more; slope 0 where all are equal.</summary>
    public static Scalar StandardDeviation(Matrix x) => x.StandardDeviation();

    /// <summary>The median of all elements.</summary>
    public static Scalar Median(Vector x) => x.Median();

    /// <summary>The median of all elements.</summary>
    public static Scalar Median(Matrix x) => x.Median();

    /// <summary>The exponentials of all elements, divided by their sum.</summary>
    public static Vector Softmax(Vector x) => x.Softmax();

    /// <summary>The exponentials of all elements, divided by their sum.</summary>
    public static Matrix Softmax(Matrix x) => x.Softmax();

    /// <summary>The logarithm of the softmax of all elements, accurate in the tails.</summary>
    public static Vector LogSoftmax(Vector x) => x.LogSoftmax();

    /// <summary>The logarithm of the softmax of all elements, accurate in the tails.</summary>
    public static Matrix LogSoftmax(Matrix x) => x.LogSoftmax();

    /// <summary>The quantile for a probability from 0 to 1, linearly interpolated.</summary>
    public static Scalar Quantile(Vector x, double probability) => x.Quantile(probability);

    /// <summary>The quantile for a probability from 0 to 1, linearly interpolated.</summary>
    public static Scalar Quantile(Matrix x, double probability) => x.Quantile(probability);

    /// <summary>The elements in ascending order; equal ones share their derivatives equally.</summary>
    public static Vector Sort(Vector x) => x.Sort();

    /// <summary>For each element the sum of the elements up to it.</summary>
    public static Vector CumulativeSum(Vector x) => x.CumulativeSum();

    /// <summary>For each element the product of the elements up to it.</summary>
    public static Vector CumulativeProduct(Vector x) => x.CumulativeProduct();

    /// <summary>The norm of order p, from 1 to infinity; slope 0 where all elements are 0.</summary>
    public static Scalar Norm(Vector x, double p) => x.Norm(p);

    /// <summary>The sum of the absolute values.</summary>
    public static Scalar L1Norm(Vector x) => x.L1Norm();

    /// <summary>The largest sum of the absolute values of a column, the operator norm; equal ones share the slope.</summary>
    public static Scalar L1Norm(Matrix x) => x.L1Norm();

    /// <summary>The largest absolute value; equal ones share the slope.</summary>
    public static Scalar InfinityNorm(Vector x) => x.InfinityNorm();

    /// <summary>The largest sum of the absolute values of a row, the operator norm; equal ones share the slope.</summary>
    public static Scalar InfinityNorm(Matrix x) => x.InfinityNorm();

    /// <summary>Vectors one after the other.</summary>
    public static Vector Concatenate(params Vector[] vectors) => Vector.Concatenate(vectors);

    /// <summary>The sum of the elements on the main diagonal of a square matrix.</summary>
    public static Scalar Trace(Matrix x) => x.Trace();

    /// <summary>A block for each element of x: y times that element.</summary>
    public static Matrix KroneckerProduct(Matrix x, Matrix y) => x.KroneckerProduct(y);
}

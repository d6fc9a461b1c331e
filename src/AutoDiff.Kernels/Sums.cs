using System.Numerics;

namespace AutoDiff.Kernels;

/// <summary>
/// Sums whose rounding error grows with the logarithm of the number of terms, and whose bits are the same on every machine. Single
/// precision is summed in double and rounded once.
/// </summary>
public static class Sums
{
    /// <summary>The sum of the elements of x; 0 where there are none.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The summands.</param>
    /// <returns>Σ x[i].</returns>
    public static T Sum<T>(ReadOnlySpan<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Precision.Check<T>();
        return T.CreateTruncating(Pairwise.Sum(x, x, new PlainTerm<T>()));
    }

    /// <summary>The mean of all elements: finite where only their sum overflows.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The elements, one at least.</param>
    /// <returns>The mean.</returns>
    public static T Mean<T>(ReadOnlySpan<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var sum = Sum(x);
        if (T.IsFinite(sum))
        {
            return sum / Numbers.From<T>(x.Length);
        }

        CompensatedSum<Lane1> parts = default;
        foreach (var element in x)
        {
            parts.Add(new(Numbers.To(element) / x.Length));
        }

        return Numbers.From<T>(parts.Value.Value);
    }

    /// <summary>The inner product of x and z; 0 where they are empty.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The first factors.</param>
    /// <param name="z">The second factors, as many.</param>
    /// <returns>Σ x[i] z[i].</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static T Dot<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> z) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Precision.Check<T>();
        Lengths.Require(x.Length, z.Length);
        return T.CreateTruncating(Pairwise.Sum(x, z, new ProductTerm<T>()));
    }

    /// <summary>Adds factor y to x, and then gives the inner product of x and z, to the same bits as one after the other.</summary>
    /// <param name="x">What is added to; must not overlap the others.</param>
    /// <param name="factor">What y is multiplied by.</param>
    /// <param name="y">The summands, as many.</param>
    /// <param name="z">The other factors of the inner product, as many.</param>
    /// <returns>Σ (x[i] + factor y[i]) z[i].</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double AddScaledAndDot(Span<double> x, double factor, ReadOnlySpan<double> y, ReadOnlySpan<double> z)
    {
        Lengths.Require(x.Length, y.Length);
        Lengths.Require(x.Length, z.Length);
        return Pairwise.AddScaledAndDot(x, factor, y, z);
    }

    /// <summary>Writes the sum of row i of a to y[i].</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="rows">The rows of a.</param>
    /// <param name="columns">The columns of a.</param>
    /// <param name="a">The matrix, column by column.</param>
    /// <param name="y">The result, one number a row; must not overlap a.</param>
    /// <exception cref="ArgumentException">A span does not have the length its sizes ask for.</exception>
    public static void RowSums<T>(int rows, int columns, ReadOnlySpan<T> a, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Precision.Check<T>();
        Lengths.RequireCounts(rows, columns);
        Lengths.Require((long)rows * columns, a.Length);
        Lengths.Require(rows, y.Length);
        RowStrips.Sum(rows, columns, a, y);
    }

    /// <summary>Writes the sum of column j of a to y[j].</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="rows">The rows of a.</param>
    /// <param name="columns">The columns of a.</param>
    /// <param name="a">The matrix, column by column.</param>
    /// <param name="y">The result, one number a column; must not overlap a.</param>
    /// <exception cref="ArgumentException">A span does not have the length its sizes ask for.</exception>
    public static void ColumnSums<T>(int rows, int columns, ReadOnlySpan<T> a, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Precision.Check<T>();
        Lengths.RequireCounts(rows, columns);
        Lengths.Require((long)rows * columns, a.Length);
        Lengths.Require(columns, y.Length);
        for (var j = 0; j < y.Length; j++)
        {
            y[j] = Sum(a.Slice(j * rows, rows));
        }
    }

    /// <summary>Writes the sum of the blocks of x, each as long as y, to y.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="count">The number of blocks.</param>
    /// <param name="x">The blocks, one after the other.</param>
    /// <param name="y">The result; must not overlap x.</param>
    /// <exception cref="ArgumentException">x does not hold that many blocks.</exception>
    public static void SumBatch<T>(int count, ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        RowSums(y.Length, count, x, y);
}

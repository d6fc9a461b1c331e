using System.Numerics;

namespace AutoDiff.Kernels;

/// <summary>Sums over the elements up to, from, or other than each element of a vector.</summary>
public static class Scans
{
    /// <summary>Writes x[0] + … + x[i] to y[i].</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The summands.</param>
    /// <param name="y">The result, of the same length.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void CumulativeSum<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Precision.Check<T>();
        Lengths.Require(x.Length, y.Length);
        CompensatedSum sum = default;
        for (var i = 0; i < x.Length; i++)
        {
            sum.Add(Numbers.To(x[i]));
            y[i] = Numbers.From<T>(sum.Value);
        }
    }

    /// <summary>Writes x[i] + … + x[n - 1] to y[i].</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The summands.</param>
    /// <param name="y">The result, of the same length.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void CumulativeSumFromEnd<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Precision.Check<T>();
        Lengths.Require(x.Length, y.Length);
        CompensatedSum sum = default;
        for (var i = x.Length - 1; i >= 0; i--)
        {
            sum.Add(Numbers.To(x[i]));
            y[i] = Numbers.From<T>(sum.Value);
        }
    }

    /// <summary>Writes the sum of all elements of x but x[i] to y[i]. Nothing is subtracted, so nothing cancels.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The summands.</param>
    /// <param name="y">The result, of the same length; must not overlap x.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void SumOfOthers<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Precision.Check<T>();
        Lengths.Require(x.Length, y.Length);
        var before = new double[x.Length];
        CompensatedSum sum = default;
        for (var i = 0; i < x.Length; i++)
        {
            before[i] = sum.Value;
            sum.Add(Numbers.To(x[i]));
        }
        CompensatedSum after = default;
        for (var i = x.Length - 1; i >= 0; i--)
        {
            y[i] = Numbers.From<T>(before[i] + after.Value);
            after.Add(Numbers.To(x[i]));
        }
    }
}

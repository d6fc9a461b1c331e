using System.Numerics;

namespace AutoDiff.Kernels;

/// <summary>The largest element of a vector.</summary>
public static class Extremes
{
    /// <summary>The largest element; NaN where any is NaN, -∞ where there are none.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The elements.</param>
    /// <returns>max x[i].</returns>
    public static T Maximum<T>(ReadOnlySpan<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Precision.Check<T>();
        var largest = T.NegativeInfinity;
        foreach (var element in x)
        {
            if (T.IsNaN(element))
            {
                return element;
            }
            if (element > largest)
            {
                largest = element;
            }
        }
        return largest;
    }

    /// <summary>
    /// Writes 1/k to y[i] where x[i] is one of k equal largest elements, 0 where it is smaller; NaN everywhere where any element is NaN.
    /// </summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The elements.</param>
    /// <param name="y">The result, of the same length; must not overlap x.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void MaximumShares<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Lengths.Require(x.Length, y.Length);
        var largest = Maximum(x);
        var count = 0;
        foreach (var element in x)
        {
            count += element == largest ? 1 : 0;
        }
        var share = T.IsNaN(largest) ? T.NaN : Numbers.From<T>(1.0 / count);
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = x[i] == largest || T.IsNaN(largest) ? share : T.Zero;
        }
    }
}

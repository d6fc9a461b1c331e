using System.Numerics;

namespace AutoDiff.Kernels;

/// <summary>Norms by powers of real order, relative to the largest element so that nothing overflows.</summary>
public static class PowerNorms
{
    /// <summary>(Σ |x[i]|^p)^(1/p); 0 where there are no elements, NaN where any is NaN, and else infinite where any is.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="p">The order, at least 1.</param>
    /// <param name="x">The elements.</param>
    /// <returns>The norm.</returns>
    public static T Norm<T>(double p, ReadOnlySpan<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Precision.Check<T>();
        if (p == 2)
        {
            return Norms.Euclidean(x);
        }
        var largest = 0.0;
        foreach (var element in x)
        {
            largest = Math.Max(largest, Math.Abs(Numbers.To(element)));
        }
        if (largest == 0 || !double.IsFinite(largest))
        {
            return Numbers.From<T>(largest);
        }
        CompensatedSum sum = default;
        foreach (var element in x)
        {
            sum.Add(Math.Pow(Math.Abs(Numbers.To(element)) / largest, p));
        }
        return Numbers.From<T>(largest * Math.Pow(sum.Value, 1 / p));
    }

    /// <summary>Writes x, divided by its norm, to y; zeros where the norm is 0.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="p">The order, at least 1.</param>
    /// <param name="x">The elements.</param>
    /// <param name="y">The result, of the same length.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Direction<T>(double p, ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Lengths.Require(x.Length, y.Length);
        var norm = Norm(p, x);
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = norm == T.Zero ? T.Zero : x[i] / norm;
        }
    }
}

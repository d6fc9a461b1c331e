using System.Numerics;

namespace AutoDiff.Kernels;

/// <summary>Deviations from the mean.</summary>
public static class Centring
{
    /// <summary>
    /// Writes x[i] minus the mean of x to y[i]: zeros, and not rounding errors, where all elements are equal. The mean is corrected by
    /// that of the deviations, so that it matters little how large it is.
    /// </summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The elements.</param>
    /// <param name="y">The result, of the same length; must not overlap x.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Centre<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Precision.Check<T>();
        Lengths.Require(x.Length, y.Length);
        if (x.IsEmpty || (T.IsFinite(x[0]) && x.IndexOfAnyExcept(x[0]) < 0))
        {
            y.Clear();
            return;
        }
        var mean = Mean(x, 0);
        var correction = Mean(x, mean);
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = Numbers.From<T>((Numbers.To(x[i]) - mean) - correction);
        }
    }

    /// <summary>The mean of the distances from a point; the terms are divided one by one only where their sum overflows.</summary>
    private static double Mean<T>(ReadOnlySpan<T> x, double from) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CompensatedSum sum = default, parts = default;
        foreach (var element in x)
        {
            var distance = Numbers.To(element) - from;
            sum.Add(distance);
            parts.Add(distance / x.Length);
        }
        return double.IsFinite(sum.Value) ? sum.Value / x.Length : parts.Value;
    }
}

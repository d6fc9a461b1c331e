using System.Numerics;

namespace AutoDiff.Kernels;

/// <summary>
/// log Σ exp and its relatives, relative to the largest element, so that nothing overflows. Infinite elements count as limits: where k
/// elements are +∞, or all k are -∞, they share equally.
/// </summary>
public static class Exponentials
{
    /// <summary>log Σ exp x[i]; -∞ where there are no elements or all are -∞, NaN where any is NaN.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The exponents.</param>
    /// <returns>The logarithm of the sum.</returns>
    public static T LogSumExp<T>(ReadOnlySpan<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var largest = Numbers.To(Extremes.Maximum(x));
        return Numbers.From<T>(double.IsFinite(largest) ? largest + LogOfSum(x, largest) : largest);
    }

    /// <summary>Writes exp(x[i]) / Σ exp(x[j]) to y[i].</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The exponents.</param>
    /// <param name="y">The result, of the same length.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Softmax<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Lengths.Require(x.Length, y.Length);
        var largest = Numbers.To(Extremes.Maximum(x));
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = Numbers.From<T>(Math.Exp(Below(Numbers.To(x[i]), largest)));
        }
        var sum = Numbers.To(Sums.Sum<T>(y));
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = Numbers.From<T>(Numbers.To(y[i]) / sum);
        }
    }

    /// <summary>Writes 1 - exp(x[i]) / Σ exp(x[j]) to y[i], without loss of digits where it is close to 0.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The exponents.</param>
    /// <param name="y">The result, of the same length.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void ShareOfOthers<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var shares = new T[x.Length];
        Softmax(x, shares);
        Scans.SumOfOthers<T>(shares, y);
    }

    /// <summary>Writes x[i] - log Σ exp(x[j]) to y[i], without loss of digits where it is close to 0.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The exponents.</param>
    /// <param name="y">The result, of the same length.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void LogSoftmax<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Lengths.Require(x.Length, y.Length);
        var largest = Numbers.To(Extremes.Maximum(x));
        var log = LogOfSum(x, largest);
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = Numbers.From<T>(Below(Numbers.To(x[i]), largest) - log);
        }
    }

    /// <summary>x - largest, also where both are infinite.</summary>
    private static double Below(double x, double largest) => x == largest ? 0 : x - largest;

    /// <summary>log Σ exp(x[i] - largest): the largest adds 1, which log1p knows without adding it.</summary>
    private static double LogOfSum<T>(ReadOnlySpan<T> x, double largest) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CompensatedSum rest = default;
        var met = false;
        foreach (var element in x)
        {
            var below = Below(Numbers.To(element), largest);
            if (below == 0 && !met)
            {
                met = true;
                continue;
            }
            rest.Add(Math.Exp(below));
        }
        return Log1P(rest.Value);
    }

    /// <summary>Kahan's form: the rounding error of 1 + x cancels.</summary>
    private static double Log1P(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : Math.Log(u) * x / (u - 1);
    }
}

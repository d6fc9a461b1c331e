using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// log Σ exp and its relatives, relative to the largest element, so that nothing overflows. Infinite elements count as limits: where k
/// elements are +∞, or all k are -∞, they share equally.
/// </summary>
public static class Exponentials
{
    private const int Block = 256;

    /// <summary>log Σ exp x[i]; -∞ where there are no elements or all are -∞, NaN where any is NaN.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The exponents.</param>
    /// <returns>The logarithm of the sum.</returns>
    public static T LogSumExp<T>(ReadOnlySpan<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var largest = Largest(x);
        return Numbers.From<T>(double.IsFinite(largest) ? largest + LogOfSum(x, largest) : largest);
    }

    /// <summary>Writes exp(x[i]) / Σ exp(x[j]) to y[i].</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The exponents.</param>
    /// <param name="y">The result, of the same length.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    [SkipLocalsInit]
    public static void Softmax<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Lengths.Require(x.Length, y.Length);
        var largest = Largest(x);
        Span<double> block = stackalloc double[Block];
        for (var start = 0; start < x.Length; start += Block)
        {
            var powers = block[..Math.Min(Block, x.Length - start)];
            Powers(x.Slice(start, powers.Length), largest, powers);
            for (var i = 0; i < powers.Length; i++)
            {
                y[start + i] = Numbers.From<T>(powers[i]);
            }
        }
        var sum = Numbers.To(Sums.Sum<T>(y));
        if (typeof(T) == typeof(double) && y.Length > 0)
        {
            var shares = Precision.As<T, double>(y);
            LaneLoops.Run<Quotient>(shares, [sum], shares);
            return;
        }
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
        var largest = Largest(x);
        var log = LogOfSum(x, largest);
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = Numbers.From<T>(Below(Numbers.To(x[i]), largest) - log);
        }
    }

    /// <summary>The largest element: NaN where any is NaN, -∞ where there are none.</summary>
    private static double Largest<T>(ReadOnlySpan<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Precision.Check<T>();
        return x.IsEmpty ? double.NegativeInfinity : Numbers.To(TensorPrimitives.Max(x));
    }

    /// <summary>x - largest, also where both are infinite.</summary>
    private static double Below(double x, double largest) => x == largest ? 0 : x - largest;

    /// <summary>Writes exp(x[i] - largest) to y[i].</summary>
    private static void Powers<T>(ReadOnlySpan<T> x, double largest, Span<double> y) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(double) && double.IsFinite(largest))
        {
            TensorPrimitives.Subtract(Precision.As<T, double>(x), largest, y);
        }
        else
        {
            for (var i = 0; i < x.Length; i++)
            {
                y[i] = Below(Numbers.To(x[i]), largest);
            }
        }
        LaneLoops.Run<Exponential>(y, y);
    }

    /// <summary>log Σ exp(x[i] - largest): the largest adds 1, which log1p knows without adding it.</summary>
    [SkipLocalsInit]
    private static double LogOfSum<T>(ReadOnlySpan<T> x, double largest) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CompensatedSum rest = default;
        var ones = -1.0;
        Span<double> block = stackalloc double[Block];
        for (var start = 0; start < x.Length; start += Block)
        {
            var powers = block[..Math.Min(Block, x.Length - start)];
            Powers(x.Slice(start, powers.Length), largest, powers);
            rest.Add(Pairwise.Sum<double, OtherThanOneTerm>(powers, powers, default));
            ones += Pairwise.Sum<double, OneTerm>(powers, powers, default);
        }
        rest.Add(ones);
        return Log1P(rest.Value);
    }

    /// <summary>Kahan's form: the rounding error of 1 + x cancels.</summary>
    private static double Log1P(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : Math.Log(u) * x / (u - 1);
    }
}

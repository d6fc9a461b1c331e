using System.Numerics;

namespace AutoDiff.Kernels;

/// <summary>Products, element by element, that are 0 where a factor is 0, even if the other is infinite or NaN.</summary>
public static class StrongProducts
{
    /// <summary>Writes slope[i] x[i] to y[i], and 0 where x[i] is 0.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="slope">The first factor.</param>
    /// <param name="x">The factor that decides.</param>
    /// <param name="y">The product; it may be the memory of a factor.</param>
    public static void ByX<T>(ReadOnlySpan<T> slope, ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var i = 0;
        for (; i <= y.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            var factor = new Vector<T>(x[i..]);
            Vector.ConditionalSelect(Vector.Equals(factor, Vector<T>.Zero), Vector<T>.Zero, new Vector<T>(slope[i..]) * factor).CopyTo(y[i..]);
        }

        for (; i < y.Length; i++)
        {
            y[i] = x[i] == T.Zero ? T.Zero : slope[i] * x[i];
        }
    }

    /// <summary>Writes x[i] z[i] to y[i], and 0 where either is 0.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="x">The first factor.</param>
    /// <param name="z">The second factor.</param>
    /// <param name="y">The product; it may be the memory of a factor.</param>
    public static void ByBoth<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> z, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var i = 0;
        for (; i <= y.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector<T> left = new(x[i..]), right = new(z[i..]);
            var vanishes = Vector.Equals(left, Vector<T>.Zero) | Vector.Equals(right, Vector<T>.Zero);
            Vector.ConditionalSelect(vanishes, Vector<T>.Zero, left * right).CopyTo(y[i..]);
        }

        for (; i < y.Length; i++)
        {
            y[i] = x[i] == T.Zero || z[i] == T.Zero ? T.Zero : x[i] * z[i];
        }
    }
}

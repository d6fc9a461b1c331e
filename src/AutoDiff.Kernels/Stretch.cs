namespace AutoDiff.Kernels;

/// <summary>Runs a wide loop of two operands where one of them is a single number.</summary>
internal static class Stretch
{
    private const int Block = 256;

    /// <summary>Writes f(x, z[i]) to y[i], by way of a small block filled with x.</summary>
    internal static void First<T>(SpanMap2<T> wide, T x, ReadOnlySpan<T> z, Span<T> y) where T : unmanaged
    {
        Span<T> filled = stackalloc T[Math.Min(Block, y.Length)];
        filled.Fill(x);
        for (var start = 0; start < y.Length; start += Block)
        {
            var count = Math.Min(Block, y.Length - start);
            wide(filled[..count], z.Slice(start, count), y.Slice(start, count));
        }
    }

    /// <summary>Writes f(x[i], z) to y[i], by way of a small block filled with z.</summary>
    internal static void Second<T>(SpanMap2<T> wide, ReadOnlySpan<T> x, T z, Span<T> y) where T : unmanaged
    {
        Span<T> filled = stackalloc T[Math.Min(Block, y.Length)];
        filled.Fill(z);
        for (var start = 0; start < y.Length; start += Block)
        {
            var count = Math.Min(Block, y.Length - start);
            wide(x.Slice(start, count), filled[..count], y.Slice(start, count));
        }
    }
}

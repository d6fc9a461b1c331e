using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AutoDiff.Kernels;

/// <summary>Pairwise sums over the columns of a matrix, for a strip of rows at a time: column-major storage is read in runs.</summary>
internal static class RowStrips
{
    private const int Rows = 512;
    private const int Columns = 32;

    /// <summary>Writes the sum of row i to y[i].</summary>
    internal static void Sum<T>(int rows, int columns, ReadOnlySpan<T> a, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<double> sums = stackalloc double[Math.Min(Rows, rows)];
        for (var i = 0; i < rows; i += Rows)
        {
            var strip = sums[..Math.Min(Rows, rows - i)];
            SumStrip(columns, columns == 0 ? a : a[i..], rows, strip);
            for (var r = 0; r < strip.Length; r++)
            {
                y[i + r] = T.CreateTruncating(strip[r]);
            }
        }
    }

    private static void SumStrip<T>(int columns, ReadOnlySpan<T> a, int stride, Span<double> sums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (columns <= Columns)
        {
            SumColumns(columns, a, stride, sums);
            return;
        }
        var half = (columns + Columns) / (2 * Columns) * Columns;
        SumStrip(half, a, stride, sums);
        AddStrip(columns - half, a[(half * stride)..], stride, sums);
    }

    private static void AddStrip<T>(int columns, ReadOnlySpan<T> a, int stride, Span<double> sums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<double> right = stackalloc double[sums.Length];
        SumStrip(columns, a, stride, right);
        for (var r = 0; r < sums.Length; r++)
        {
            sums[r] += right[r];
        }
    }

    private static void SumColumns<T>(int columns, ReadOnlySpan<T> a, int stride, Span<double> sums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        sums.Clear();
        ref var to = ref MemoryMarshal.GetReference(sums);
        for (var j = 0; j < columns; j++)
        {
            ref var from = ref MemoryMarshal.GetReference(a[(j * stride)..]);
            var r = 0;
            for (; r <= sums.Length - 4; r += 4)
            {
                (Lanes.Four(ref to, r) + Lanes.Four(ref from, r)).StoreUnsafe(ref to, (nuint)r);
            }
            for (; r < sums.Length; r++)
            {
                Unsafe.Add(ref to, r) += Lanes.One(ref from, r);
            }
        }
    }
}

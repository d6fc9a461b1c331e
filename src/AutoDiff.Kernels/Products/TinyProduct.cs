using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>Products of a few numbers, for which filling registers costs more than it gains: each element by itself, to the same bits.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
internal static unsafe class TinyProduct<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The number of multiplications up to which it pays.</summary>
    private const int Most = 64;

    /// <summary>Whether a product is computed here: registers of so many elements would add up k products in the same order.</summary>
    internal static bool Fits(int m, int n, int k, int register) => k < register && (long)m * n * k <= Most;

    /// <summary>c = a b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Run(int m, int n, int k, Operand<T> a, Operand<T> b, T* c)
    {
        var column = b.Start;
        for (var j = 0; j < n; j++, column += b.ColumnStride)
        {
            var row = a.Start;
            for (var i = 0; i < m; i++, row += a.RowStride)
            {
                var sum = T.Zero;
                T* x = row, z = column;
                for (var p = 0; p < k; p++, x += a.ColumnStride, z += b.RowStride)
                {
                    sum = T.MultiplyAddEstimate(*x, *z, sum);
                }
                *c++ = sum;
            }
        }
    }
}

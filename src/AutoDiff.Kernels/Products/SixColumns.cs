using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The inner loop for a block of six columns.</summary>
/// <remarks>
/// Written out column by column and never inlined: only the locals of a method of its own are sure to stay in registers.
/// </remarks>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <typeparam name="TStrip">A column of the block.</typeparam>
internal static unsafe class SixColumns<T, TStrip> where T : unmanaged where TStrip : struct, IStrip<TStrip, T>
{
    /// <summary>c (+)= a b, for columns 0 … last of the result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Run(int last, int k, Operand<T> a, Operand<T> b, Operand<T> c, bool accumulate)
    {
        nint j1 = Math.Min(1, last), j2 = Math.Min(2, last), j3 = Math.Min(3, last), j4 = Math.Min(4, last), j5 = Math.Min(5, last);
        TStrip c0 = Start(c, 0, accumulate), c1 = Start(c, j1, accumulate), c2 = Start(c, j2, accumulate);
        TStrip c3 = Start(c, j3, accumulate), c4 = Start(c, j4, accumulate), c5 = Start(c, j5, accumulate);
        T* pa = a.Start, pb = b.Start;
        nint b1 = j1 * b.ColumnStride, b2 = j2 * b.ColumnStride, b3 = j3 * b.ColumnStride, b4 = j4 * b.ColumnStride;
        nint b5 = j5 * b.ColumnStride;
        for (var p = 0; p < k; p++, pa += a.ColumnStride, pb += b.RowStride)
        {
            var x = TStrip.Load(pa);
            c0 = TStrip.MultiplyAdd(x, pb[0], c0);
            c1 = TStrip.MultiplyAdd(x, pb[b1], c1);
            c2 = TStrip.MultiplyAdd(x, pb[b2], c2);
            c3 = TStrip.MultiplyAdd(x, pb[b3], c3);
            c4 = TStrip.MultiplyAdd(x, pb[b4], c4);
            c5 = TStrip.MultiplyAdd(x, pb[b5], c5);
        }
        TStrip.Store(c0, c.Start);
        TStrip.Store(c1, c.Start + (j1 * c.ColumnStride));
        TStrip.Store(c2, c.Start + (j2 * c.ColumnStride));
        TStrip.Store(c3, c.Start + (j3 * c.ColumnStride));
        TStrip.Store(c4, c.Start + (j4 * c.ColumnStride));
        TStrip.Store(c5, c.Start + (j5 * c.ColumnStride));
    }

    [MethodImpl(Jit.Inline)]
    private static TStrip Start(Operand<T> c, nint column, bool accumulate) =>
        accumulate ? TStrip.Load(c.Start + (column * c.ColumnStride)) : default;
}

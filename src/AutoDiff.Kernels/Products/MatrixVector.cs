using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// Products of a matrix and a vector: bound by the reading of the matrix, which they do once, in the order in which it lies, four
/// columns of its storage at a time.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <typeparam name="TVector">The register.</typeparam>
/// <typeparam name="TOps">The operations on registers.</typeparam>
internal static unsafe class MatrixVector<T, TVector, TOps>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : struct
    where TOps : IVectorOps<TVector, T>
{
    /// <summary>y = op(A) x, where op(A) is rows × columns.</summary>
    internal static void Run(bool transpose, int rows, int columns, T* a, T* x, T* y)
    {
        if (transpose)
        {
            for (var i = 0; i < rows; i += 4)
            {
                Dots(columns, Math.Min(3, rows - i - 1), a + ((nint)i * columns), x, y + i);
            }
            return;
        }
        new Span<T>(y, rows).Fill(T.Zero);
        var j = 0;
        for (; j <= columns - 4; j += 4)
        {
            AddColumns(rows, a + ((nint)j * rows), x + j, y);
        }
        for (; j < columns; j++)
        {
            AddColumn(rows, a + ((nint)j * rows), x[j], y);
        }
    }

    /// <summary>y += the first four columns of a, times x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddColumns(int rows, T* a, T* x, T* y)
    {
        T* a0 = a, a1 = a0 + rows, a2 = a1 + rows, a3 = a2 + rows;
        TVector x0 = TOps.Broadcast(x[0]), x1 = TOps.Broadcast(x[1]), x2 = TOps.Broadcast(x[2]), x3 = TOps.Broadcast(x[3]);
        nint i = 0;
        for (; i <= rows - TOps.Count; i += TOps.Count)
        {
            var sum = TOps.MultiplyAdd(TOps.Load(a0 + i), x0, TOps.Load(y + i));
            sum = TOps.MultiplyAdd(TOps.Load(a1 + i), x1, sum);
            sum = TOps.MultiplyAdd(TOps.Load(a2 + i), x2, sum);
            TOps.Store(TOps.MultiplyAdd(TOps.Load(a3 + i), x3, sum), y + i);
        }
        for (; i < rows; i++)
        {
            var sum = T.MultiplyAddEstimate(a0[i], x[0], y[i]);
            sum = T.MultiplyAddEstimate(a1[i], x[1], sum);
            sum = T.MultiplyAddEstimate(a2[i], x[2], sum);
            y[i] = T.MultiplyAddEstimate(a3[i], x[3], sum);
        }
    }

    private static void AddColumn(int rows, T* a, T x, T* y)
    {
        var factor = TOps.Broadcast(x);
        nint i = 0;
        for (; i <= rows - TOps.Count; i += TOps.Count)
        {
            TOps.Store(TOps.MultiplyAdd(TOps.Load(a + i), factor, TOps.Load(y + i)), y + i);
        }
        for (; i < rows; i++)
        {
            y[i] = T.MultiplyAddEstimate(a[i], x, y[i]);
        }
    }

    /// <summary>y[j] = column j of a times x, up to j = last ≤ 3; columns beyond are computed as the last, to the same bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Dots(int count, int last, T* a, T* x, T* y)
    {
        int j1 = Math.Min(1, last), j2 = Math.Min(2, last);
        T* a0 = a, a1 = a + ((nint)j1 * count), a2 = a + ((nint)j2 * count), a3 = a + ((nint)last * count);
        TVector s0 = default, s1 = default, s2 = default, s3 = default;
        nint i = 0;
        for (; i <= count - TOps.Count; i += TOps.Count)
        {
            var factor = TOps.Load(x + i);
            s0 = TOps.MultiplyAdd(TOps.Load(a0 + i), factor, s0);
            s1 = TOps.MultiplyAdd(TOps.Load(a1 + i), factor, s1);
            s2 = TOps.MultiplyAdd(TOps.Load(a2 + i), factor, s2);
            s3 = TOps.MultiplyAdd(TOps.Load(a3 + i), factor, s3);
        }
        y[0] = Finish(s0, i, count, a0, x);
        y[j1] = Finish(s1, i, count, a1, x);
        y[j2] = Finish(s2, i, count, a2, x);
        y[last] = Finish(s3, i, count, a3, x);
    }

    [MethodImpl(Jit.Inline)]
    private static T Finish(TVector lanes, nint start, int count, T* a, T* x)
    {
        var sum = TOps.Sum(lanes);
        for (var i = start; i < count; i++)
        {
            sum = T.MultiplyAddEstimate(a[i], x[i], sum);
        }
        return sum;
    }
}

using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff.Kernels;

/// <summary>Products of dense column-major matrices.</summary>
public static unsafe class Product
{
    /// <summary>The number of multiplications up to which copying the factors costs more than it gains.</summary>
    private const long SmallWork = 128 * 128 * 128;

    /// <summary>The size of a first factor that is sure to stay in the second cache.</summary>
    private const long SmallFactor = 64 * 1024;

    /// <summary>
    /// Writes op(A) op(B) to c, where op is the transpose or nothing. Large products use the threads of <see cref="Threads"/>; the bits of
    /// the result do not depend on their number.
    /// </summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="transposeA">Whether a holds the transpose of the first factor.</param>
    /// <param name="transposeB">Whether b holds the transpose of the second factor.</param>
    /// <param name="m">The rows of op(A) and of the result.</param>
    /// <param name="n">The columns of op(B) and of the result.</param>
    /// <param name="k">The columns of op(A) and rows of op(B); 0 gives zeros.</param>
    /// <param name="a">The first factor, stored m × k, or k × m where transposed.</param>
    /// <param name="b">The second factor, stored k × n, or n × k where transposed.</param>
    /// <param name="c">The result, m × n; overwritten, must not overlap a factor.</param>
    /// <exception cref="ArgumentException">A span does not have the length its sizes ask for.</exception>
    public static void Multiply<T>(
        bool transposeA, bool transposeB, int m, int n, int k, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Precision.Check<T>();
        Lengths.RequireCounts(m, n);
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        Lengths.Require((long)m * k, a.Length);
        Lengths.Require((long)k * n, b.Length);
        Lengths.Require((long)m * n, c.Length);
        if (k == 0)
        {
            c.Clear();
            return;
        }
        fixed (T* pa = a, pb = b, pc = c)
        {
            Dispatch(transposeA, transposeB, m, n, k, pa, pb, pc);
        }
    }

    /// <summary>Writes a product for each of many examples, one after the other: the bits are those of each by itself.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="transposeA">Whether a holds the transposes of the first factors.</param>
    /// <param name="transposeB">Whether b holds the transposes of the second factors.</param>
    /// <param name="m">The rows of op(A) and of a result.</param>
    /// <param name="n">The columns of op(B) and of a result.</param>
    /// <param name="k">The columns of op(A) and rows of op(B); 0 gives zeros.</param>
    /// <param name="count">The number of examples.</param>
    /// <param name="a">The first factors.</param>
    /// <param name="strideA">From one first factor to the next; 0 where all share one.</param>
    /// <param name="b">The second factors.</param>
    /// <param name="strideB">From one second factor to the next; 0 where all share one.</param>
    /// <param name="c">The results; overwritten, must not overlap a factor.</param>
    /// <exception cref="ArgumentException">A span does not have the length its sizes ask for.</exception>
    public static void MultiplyEach<T>(
        bool transposeA, bool transposeB, int m, int n, int k, int count, ReadOnlySpan<T> a, int strideA, ReadOnlySpan<T> b, int strideB, Span<T> c)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Precision.Check<T>();
        Lengths.RequireCounts(m, n);
        Lengths.RequireCounts(k, count);
        Lengths.Require((long)m * n * count, c.Length);
        if (k == 0 || count == 0)
        {
            c.Clear();
            return;
        }
        // the last examples end within the spans
        a = a[..((strideA * (count - 1)) + (m * k))];
        b = b[..((strideB * (count - 1)) + (k * n))];
        fixed (T* pa = a, pb = b, pc = c)
        {
            for (var example = 0; example < count; example++)
            {
                Dispatch(transposeA, transposeB, m, n, k, pa + ((nint)example * strideA), pb + ((nint)example * strideB), pc + ((nint)example * m * n));
            }
        }
    }

    private static void Dispatch<T>(bool transposeA, bool transposeB, int m, int n, int k, T* a, T* b, T* c)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var left = transposeA ? new Operand<T>(a, k, 1) : new Operand<T>(a, 1, m);
        var right = transposeB ? new Operand<T>(b, n, 1) : new Operand<T>(b, 1, k);
        var result = new Operand<T>(c, 1, m);
        if (Vector512.IsHardwareAccelerated)
        {
            Run<T, Vector512<T>, Ops512<T>, WideKernel<T, Vector512<T>, Ops512<T>>>(m, n, k, left, right, result);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Run<T, Vector256<T>, Ops256<T>, NarrowKernel<T, Vector256<T>, Ops256<T>>>(m, n, k, left, right, result);
        }
        else
        {
            Run<T, Vector128<T>, Ops128<T>, NarrowKernel<T, Vector128<T>, Ops128<T>>>(m, n, k, left, right, result);
        }
    }

    private static void Run<T, TVector, TOps, TKernel>(int m, int n, int k, Operand<T> a, Operand<T> b, Operand<T> c)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : struct
        where TOps : IVectorOps<TVector, T>
        where TKernel : IMicroKernel<T>
    {
        if (TinyProduct<T>.Fits(m, n, k, TOps.Count))
        {
            TinyProduct<T>.Run(m, n, k, a, b, c.Start);
        }
        else if (n == 1)
        {
            MatrixVector<T, TVector, TOps>.Run(a.ColumnStride == 1, m, k, a.Start, b.Start, c.Start);
        }
        else if (m == 1)
        {
            MatrixVector<T, TVector, TOps>.Run(b.RowStride == 1, n, k, b.Start, a.Start, c.Start);
        }
        else if ((long)m * n * k <= SmallWork && (long)m * k <= SmallFactor)
        {
            SmallProduct<T, TKernel>.Run(m, n, k, a, b, c);
        }
        else
        {
            SharedProduct<T, TKernel>.Run(m, n, k, a, b, c);
        }
    }
}

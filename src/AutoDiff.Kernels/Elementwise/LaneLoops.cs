using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiff.Kernels;

/// <summary>Loops of functions over spans, at the width of the machine; what is left at the end fills a part of one.</summary>
internal static class LaneLoops
{
    private const int Block = 256;

    /// <summary>y[i] = f(x[i])</summary>
    internal static void Run<TFunction>(ReadOnlySpan<double> x, Span<double> y) where TFunction : struct, IUnaryFunction
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Run<TFunction, Lane8>(x, y);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Run<TFunction, Lane4>(x, y);
        }
        else
        {
            Run<TFunction, Lane2>(x, y);
        }
    }

    /// <summary>y[i] = f(x[i], z[i]); an operand of length 1 is stretched.</summary>
    internal static void Run<TFunction>(ReadOnlySpan<double> x, ReadOnlySpan<double> z, Span<double> y) where TFunction : struct, IBinaryFunction
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Run<TFunction, Lane8>(x, z, y);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Run<TFunction, Lane4>(x, z, y);
        }
        else
        {
            Run<TFunction, Lane2>(x, z, y);
        }
    }

    /// <summary>y[i] = f(x[i]), computed in double and rounded once.</summary>
    internal static void Run<TFunction>(ReadOnlySpan<float> x, Span<float> y) where TFunction : struct, IUnaryFunction
    {
        Span<double> wide = stackalloc double[Block];
        for (var start = 0; start < y.Length; start += Block)
        {
            var count = Math.Min(Block, y.Length - start);
            Widen(x.Slice(start, count), wide);
            Run<TFunction>(wide[..count], wide[..count]);
            Narrow(wide[..count], y[start..]);
        }
    }

    /// <summary>y[i] = f(x[i], z[i]), computed in double and rounded once; an operand of length 1 is stretched.</summary>
    internal static void Run<TFunction>(ReadOnlySpan<float> x, ReadOnlySpan<float> z, Span<float> y) where TFunction : struct, IBinaryFunction
    {
        Span<double> first = stackalloc double[Block], second = stackalloc double[Block];
        for (var start = 0; start < y.Length; start += Block)
        {
            var count = Math.Min(Block, y.Length - start);
            var xs = Part(x, start, count, first);
            var zs = Part(z, start, count, second);
            Run<TFunction>(xs, zs, first[..count]);
            Narrow(first[..count], y[start..]);
        }
    }

    /// <summary>y[i] = f(x[i]) for so many numbers at two addresses.</summary>
    internal static unsafe void Run<TFunction>(nint x, nint y, int count) where TFunction : struct, IUnaryFunction =>
        Run<TFunction>(new ReadOnlySpan<double>((void*)x, count), new Span<double>((void*)y, count));

    /// <summary>y[i] = f(x[i], z[i]) for so many numbers at three addresses.</summary>
    internal static unsafe void Run<TFunction>(nint x, nint z, nint y, int count) where TFunction : struct, IBinaryFunction =>
        Run<TFunction>(new ReadOnlySpan<double>((void*)x, count), new ReadOnlySpan<double>((void*)z, count), new Span<double>((void*)y, count));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Run<TFunction, TLane>(ReadOnlySpan<double> x, Span<double> y)
        where TFunction : struct, IUnaryFunction
        where TLane : struct, ILane<TLane>
    {
        fixed (double* px = x, py = y)
        {
            if (y.Length < TLane.Width)
            {
                RunShort<TFunction, TLane>(px, py, y.Length);
                return;
            }
            nint i = 0, end = y.Length - TLane.Width;
            // read first: y may be the same memory
            var last = TLane.Load((nint)px, end);
            for (; i <= end; i += TLane.Width)
            {
                TLane.Store(TFunction.Apply(TLane.Load((nint)px, i)), (nint)py, i);
            }
            if (i < y.Length)
            {
                TLane.Store(TFunction.Apply(last), (nint)py, end);
            }
        }
    }

    /// <summary>The same for fewer numbers than a register holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void RunShort<TFunction, TLane>(double* x, double* y, int count)
        where TFunction : struct, IUnaryFunction
        where TLane : struct, ILane<TLane>
    {
        var pad = stackalloc double[8];
        Copy(x, pad, count);
        TLane.Store(TFunction.Apply(TLane.Load((nint)pad, 0)), (nint)pad, 0);
        Copy(pad, y, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Run<TFunction, TLane>(ReadOnlySpan<double> x, ReadOnlySpan<double> z, Span<double> y)
        where TFunction : struct, IBinaryFunction
        where TLane : struct, ILane<TLane>
    {
        fixed (double* px = x, pz = z, py = y)
        {
            bool xStays = x.Length == 1, zStays = z.Length == 1;
            TLane x0 = TLane.Create(x[0]), z0 = TLane.Create(z[0]);
            if (y.Length < TLane.Width)
            {
                RunShort<TFunction, TLane>(px, x.Length, pz, z.Length, py, y.Length);
                return;
            }
            nint i = 0, end = y.Length - TLane.Width;
            // read first: y may be the same memory
            TLane lastLeft = xStays ? x0 : TLane.Load((nint)px, end), lastRight = zStays ? z0 : TLane.Load((nint)pz, end);
            for (; i <= end; i += TLane.Width)
            {
                var left = xStays ? x0 : TLane.Load((nint)px, i);
                var right = zStays ? z0 : TLane.Load((nint)pz, i);
                TLane.Store(TFunction.Apply(left, right), (nint)py, i);
            }
            if (i < y.Length)
            {
                TLane.Store(TFunction.Apply(lastLeft, lastRight), (nint)py, end);
            }
        }
    }

    /// <summary>The same for fewer numbers than a register holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void RunShort<TFunction, TLane>(double* x, int xCount, double* z, int zCount, double* y, int count)
        where TFunction : struct, IBinaryFunction
        where TLane : struct, ILane<TLane>
    {
        double* first = stackalloc double[8], second = stackalloc double[8];
        Copy(x, first, xCount);
        Copy(z, second, zCount);
        var left = xCount == 1 ? TLane.Create(x[0]) : TLane.Load((nint)first, 0);
        var right = zCount == 1 ? TLane.Create(z[0]) : TLane.Load((nint)second, 0);
        TLane.Store(TFunction.Apply(left, right), (nint)first, 0);
        Copy(first, y, count);
    }

    internal static unsafe void Copy(double* source, double* target, nint count)
    {
        for (nint k = 0; k < count; k++)
        {
            target[k] = source[k];
        }
    }

    internal static ReadOnlySpan<double> Part(ReadOnlySpan<float> x, int start, int count, Span<double> wide)
    {
        var part = x.Length == 1 ? x : x.Slice(start, count);
        Widen(part, wide);
        return wide[..part.Length];
    }

    internal static void Widen(ReadOnlySpan<float> x, Span<double> y)
    {
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = x[i];
        }
    }

    internal static void Narrow(ReadOnlySpan<double> x, Span<float> y)
    {
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = (float)x[i];
        }
    }
}

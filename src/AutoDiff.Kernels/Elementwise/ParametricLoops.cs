using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiff.Kernels;

/// <summary>Loops of functions with parameters, at the width of the machine.</summary>
/// <typeparam name="TFunction">The family.</typeparam>
/// <typeparam name="TParameters">What chooses a member.</typeparam>
internal sealed class ParametricLoops<TFunction, TParameters>(TParameters parameters)
    where TFunction : struct, IParametricFunction<TParameters>
{
    private const int Block = 256;

    /// <summary>f(x)</summary>
    internal double One(double x) => TFunction.Apply(new Lane1(x), parameters).Value;

    /// <summary>f of each of eight.</summary>
    internal Lane8 Eight(Lane8 x) => TFunction.Apply(x, parameters);

    /// <summary>y[i] = f(x[i])</summary>
    internal void Run(ReadOnlySpan<double> x, Span<double> y)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Run<Lane8>(x, y);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Run<Lane4>(x, y);
        }
        else
        {
            Run<Lane2>(x, y);
        }
    }

    /// <summary>y[i] = f(x[i]), computed in double and rounded once.</summary>
    internal void Run(ReadOnlySpan<float> x, Span<float> y)
    {
        Span<double> wide = stackalloc double[Block];
        for (var start = 0; start < y.Length; start += Block)
        {
            var part = wide[..Math.Min(Block, y.Length - start)];
            LaneLoops.Widen(x.Slice(start, part.Length), part);
            Run(part, part);
            LaneLoops.Narrow(part, y[start..]);
        }
    }

    /// <summary>y[i] = f(x[i]) for so many numbers at two addresses.</summary>
    internal unsafe void Run(nint x, nint y, int count) =>
        Run(new ReadOnlySpan<double>((void*)x, count), new Span<double>((void*)y, count));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void Run<TLane>(ReadOnlySpan<double> x, Span<double> y) where TLane : struct, ILane<TLane>
    {
        var pad = stackalloc double[8];
        fixed (double* px = x, py = y)
        {
            if (y.Length < TLane.Width)
            {
                LaneLoops.Copy(px, pad, y.Length);
                TLane.Store(TFunction.Apply(TLane.Load((nint)pad, 0), parameters), (nint)pad, 0);
                LaneLoops.Copy(pad, py, y.Length);
                return;
            }
            nint i = 0, end = y.Length - TLane.Width;
            // read first: y may be the same memory
            var last = TLane.Load((nint)px, end);
            for (; i <= end; i += TLane.Width)
            {
                TLane.Store(TFunction.Apply(TLane.Load((nint)px, i), parameters), (nint)py, i);
            }
            if (i < y.Length)
            {
                TLane.Store(TFunction.Apply(last, parameters), (nint)py, end);
            }
        }
    }
}

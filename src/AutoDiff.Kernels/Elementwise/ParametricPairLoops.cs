using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiff.Kernels;

/// <summary>Loops of functions of two numbers with parameters, at the width of the machine; an operand of length 1 is stretched.</summary>
/// <typeparam name="TFunction">The family.</typeparam>
/// <typeparam name="TParameters">What chooses a member.</typeparam>
internal sealed class ParametricPairLoops<TFunction, TParameters>(TParameters parameters)
    where TFunction : struct, IParametricPairFunction<TParameters>
{
    private const int Block = 256;

    /// <summary>f(x, z)</summary>
    internal double One(double x, double z) => TFunction.Apply(new Lane1(x), new Lane1(z), parameters).Value;

    /// <summary>f of each of eight pairs.</summary>
    internal Lane8 Eight(Lane8 x, Lane8 z) => TFunction.Apply(x, z, parameters);

    /// <summary>y[i] = f(x[i], z[i])</summary>
    internal void Run(ReadOnlySpan<double> x, ReadOnlySpan<double> z, Span<double> y)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Run<Lane8>(x, z, y);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Run<Lane4>(x, z, y);
        }
        else
        {
            Run<Lane2>(x, z, y);
        }
    }

    /// <summary>y[i] = f(x[i], z[i]), computed in double and rounded once.</summary>
    internal void Run(ReadOnlySpan<float> x, ReadOnlySpan<float> z, Span<float> y)
    {
        Span<double> first = stackalloc double[Block], second = stackalloc double[Block];
        for (var start = 0; start < y.Length; start += Block)
        {
            var count = Math.Min(Block, y.Length - start);
            Run(LaneLoops.Part(x, start, count, first), LaneLoops.Part(z, start, count, second), first[..count]);
            LaneLoops.Narrow(first[..count], y[start..]);
        }
    }

    /// <summary>y[i] = f(x[i], z[i]) for so many numbers at three addresses.</summary>
    internal unsafe void Run(nint x, nint z, nint y, int count) =>
        Run(new ReadOnlySpan<double>((void*)x, count), new ReadOnlySpan<double>((void*)z, count), new Span<double>((void*)y, count));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Run<TLane>(ReadOnlySpan<double> x, ReadOnlySpan<double> z, Span<double> y) where TLane : struct, ILane<TLane>
    {
        var end = y.Length - TLane.Width;
        if (end <= 0)
        {
            Store(TFunction.Apply(Load<TLane>(x, 0), Load<TLane>(z, 0), parameters), y, 0);
            return;
        }
        // read first: y may be the same memory
        TLane lastLeft = Load<TLane>(x, end), lastRight = Load<TLane>(z, end);
        for (var i = 0; i < end; i += TLane.Width)
        {
            Store(TFunction.Apply(Load<TLane>(x, i), Load<TLane>(z, i), parameters), y, i);
        }
        Store(TFunction.Apply(lastLeft, lastRight, parameters), y, end);
    }

    // numbers from index i on, as many as there are
    [MethodImpl(Jit.Inline)]
    private static unsafe TLane Load<TLane>(ReadOnlySpan<double> x, int i) where TLane : struct, ILane<TLane>
    {
        if (x.Length == 1)
        {
            return TLane.Create(x[0]);
        }
        fixed (double* p = x)
        {
            if (x.Length >= TLane.Width)
            {
                return TLane.Load((nint)p, i);
            }
            var pad = stackalloc double[8];
            LaneLoops.Copy(p, pad, x.Length);
            return TLane.Load((nint)pad, 0);
        }
    }

    [MethodImpl(Jit.Inline)]
    private static unsafe void Store<TLane>(TLane x, Span<double> y, int i) where TLane : struct, ILane<TLane>
    {
        fixed (double* p = y)
        {
            if (y.Length >= TLane.Width)
            {
                TLane.Store(x, (nint)p, i);
                return;
            }
            var pad = stackalloc double[8];
            TLane.Store(x, (nint)pad, 0);
            LaneLoops.Copy(pad, p, y.Length);
        }
    }
}

using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiff.Kernels;

/// <summary>Loops of two functions of the same numbers at once, at the width of the machine.</summary>
internal static class PairLoops
{
    private static readonly Dictionary<(Type, Type), MethodInfo> Known = new()
    {
        [(typeof(Sine), typeof(Cosine))] = ((PairLoop)Run<SineAndCosine>).Method,
        [(typeof(HyperbolicSine), typeof(HyperbolicCosine))] = ((PairLoop)Run<HyperbolicSineAndCosine>).Method,
        [(typeof(HyperbolicTangent), typeof(SquaredHyperbolicSecant))] = ((PairLoop)Run<HyperbolicTangentAndSlope>).Method,
        [(typeof(Logistic), typeof(LogisticDensity))] = ((PairLoop)Run<LogisticAndDensity>).Method,
    };

    private delegate void PairLoop(nint x, nint y, nint z, int count);

    /// <summary>The loop that writes f(x[i]) to y[i] and g(x[i]) to z[i]; null where f and g are no pair.</summary>
    internal static MethodInfo? Of(Type f, Type g) => Known.GetValueOrDefault((f, g));

    private static void Run<TPair>(nint x, nint y, nint z, int count) where TPair : struct, IUnaryPair
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Run<TPair, Lane8>(x, y, z, count);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Run<TPair, Lane4>(x, y, z, count);
        }
        else
        {
            Run<TPair, Lane2>(x, y, z, count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Run<TPair, TLane>(nint x, nint y, nint z, int count)
        where TPair : struct, IUnaryPair
        where TLane : struct, ILane<TLane>
    {
        if (count < TLane.Width)
        {
            RunShort<TPair, TLane>((double*)x, (double*)y, (double*)z, count);
            return;
        }
        nint i = 0, end = count - TLane.Width;
        // read first: y or z may be the same memory
        var last = TLane.Load(x, end);
        for (; i <= end; i += TLane.Width)
        {
            var (first, second) = TPair.Apply(TLane.Load(x, i));
            TLane.Store(first, y, i);
            TLane.Store(second, z, i);
        }
        if (i < count)
        {
            var (first, second) = TPair.Apply(last);
            TLane.Store(first, y, end);
            TLane.Store(second, z, end);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void RunShort<TPair, TLane>(double* x, double* y, double* z, int count)
        where TPair : struct, IUnaryPair
        where TLane : struct, ILane<TLane>
    {
        double* pad = stackalloc double[8], other = stackalloc double[8];
        LaneLoops.Copy(x, pad, count);
        var (first, second) = TPair.Apply(TLane.Load((nint)pad, 0));
        TLane.Store(first, (nint)pad, 0);
        TLane.Store(second, (nint)other, 0);
        LaneLoops.Copy(pad, y, count);
        LaneLoops.Copy(other, z, count);
    }
}

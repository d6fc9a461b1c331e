using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The logistic function and its slope.</summary>
internal readonly struct LogisticAndDensity : IUnaryPair
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static (TLane First, TLane Second) Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var distance = TLane.Abs(x);
        var parts = LogisticParts<TLane>.Of(-distance);
        return (Logistic.From(parts, x), LogisticDensity.From(parts, distance));
    }
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The hyperbolic sine and cosine.</summary>
internal readonly struct HyperbolicSineAndCosine : IUnaryPair
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static (TLane First, TLane Second) Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var distance = TLane.Abs(x);
        var parts = HyperbolicParts<TLane>.Of(distance);
        return (HyperbolicSine.From(parts, x, distance), HyperbolicCosine.From(parts, distance));
    }
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The sine and the cosine, in radians.</summary>
internal readonly struct SineAndCosine : IUnaryPair
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static (TLane First, TLane Second) Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var parts = CircularParts<TLane>.Of(x);
        return (Sine.From(parts, x), Cosine.From(parts, x));
    }
}

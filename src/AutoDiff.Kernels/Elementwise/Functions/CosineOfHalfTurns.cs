using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The cosine of π x, exact at whole and half numbers; its zeros are not negative.</summary>
public readonly struct CosineOfHalfTurns : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var parts = CircularParts<TLane>.OfHalfTurns(x);
        return parts.SineFrom(TLane.AddBits(parts.Quadrant, TLane.CreateBits(1))) + TLane.Create(0);
    }
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The sine of π x, exact at whole and half numbers; a zero has the sign of x.</summary>
public readonly struct SineOfHalfTurns : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var parts = CircularParts<TLane>.OfHalfTurns(x);
        var y = parts.SineFrom(parts.Quadrant);
        return TLane.ConditionalSelect(TLane.Equal(y, TLane.Create(0)), Signs.Of(x), y);
    }
}

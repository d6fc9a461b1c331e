using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The tangent of π x, exact at multiples of a quarter: 0 at whole numbers, infinite half way between them.</summary>
public readonly struct TangentOfHalfTurns : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var parts = CircularParts<TLane>.OfHalfTurns(x);
        var y = CircularTangent.From(parts);
        // the signs of zeros and infinities change from one whole number to the next
        var sign = Signs.Of(x) ^ TLane.ShiftLeft(TLane.ShiftRight(CircularParts<TLane>.OfHalfTurns(TLane.Abs(x)).Quadrant, 1), 63);
        var end = TLane.ConditionalSelect(CircularParts<TLane>.IsOdd(parts.Quadrant), TLane.Create(double.PositiveInfinity), TLane.Create(0));
        return TLane.ConditionalSelect(TLane.Equal(parts.Sine, TLane.Create(0)), end | sign, y);
    }
}

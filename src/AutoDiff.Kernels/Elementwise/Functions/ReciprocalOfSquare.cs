using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>1 / x²: ∞ at either zero.</summary>
public readonly struct ReciprocalOfSquare : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        // the square of the reciprocal, not the reciprocal of the square, which overflows first
        var one = TLane.Create(1);
        var inverse = one / x;
        var square = inverse * inverse;
        var lacking = TLane.MultiplyAdd(-inverse, x, one) * inverse;
        lacking = TLane.MultiplyAdd(inverse, inverse, -square) + (inverse + inverse) * lacking;
        var inside = TLane.Less(square, TLane.Create(double.PositiveInfinity)) & TLane.Less(TLane.Create(0), square);
        return TLane.ConditionalSelect(inside, square + lacking, square);
    }
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>1 / x²: ∞ at either zero.</summary>
public readonly struct ReciprocalOfSquare : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        // the square of the reciprocal, not the reciprocal of the square, which overflows first
        var one = TLane.Create(1);
        var inverse = one / x;
        var square = inverse * inverse;
        var lacking = TLane.MultiplyAdd(-inverse, x, one) * inverse;
        lacking = TLane.MultiplyAdd(inverse, inverse, -square) + (inverse + inverse) * lacking;
        var distance = TLane.Abs(x);
        var inside = TLane.Less(distance, TLane.Create(1e140)) & TLane.Less(TLane.Create(1e-140), distance);
        return square + (inside & lacking);
    }
}

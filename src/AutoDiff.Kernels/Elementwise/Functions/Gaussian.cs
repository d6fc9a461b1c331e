using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>exp(-x²).</summary>
public readonly struct Gaussian : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var (head, rest, power) = OfSquare(x, TLane.Create(1));
        var y = PowersOfTwo.Scale(head + rest, power);
        return TLane.ConditionalSelect(TLane.Less(TLane.Create(28), TLane.Abs(x)), TLane.Create(0), y);
    }

    /// <summary>exp(-c x²) = 2ⁿ (head + rest), where c is a power of two; the rounding of the square is not lost.</summary>
    [MethodImpl(Jit.Inline)]
    internal static (TLane Head, TLane Lacking, TLane Power) OfSquare<TLane>(TLane x, TLane c) where TLane : struct, ILane<TLane>
    {
        var square = x * x;
        var parts = ExponentialParts<TLane>.Of(-(c * square));
        var (head, rest) = parts.Mantissa();
        (head, rest) = Rounding.Add(head, rest);
        return (head, TLane.MultiplyAdd(head, -(c * TLane.MultiplyAdd(x, x, -square)), rest), parts.Power);
    }
}

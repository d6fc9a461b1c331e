using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>2 to the x, exact where that is a double.</summary>
public readonly struct PowerOfTwo : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var parts = ExponentialParts<TLane>.OfBinary(x);
        var (head, rest) = parts.Mantissa();
        var y = PowersOfTwo.Scale(head + rest, parts.Power);
        y = TLane.ConditionalSelect(TLane.Less(x, TLane.Create(-1076)), TLane.Create(0), y);
        return TLane.ConditionalSelect(TLane.Less(TLane.Create(1025), x), TLane.Create(double.PositiveInfinity), y);
    }
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>e to the x.</summary>
public readonly struct Exponential : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var parts = ExponentialParts<TLane>.Of(x);
        var (head, rest) = parts.Mantissa();
        var y = PowersOfTwo.Scale(head + rest, parts.Power);
        y = TLane.ConditionalSelect(TLane.Less(x, TLane.Create(-746)), TLane.Create(0), y);
        return TLane.ConditionalSelect(TLane.Less(TLane.Create(710), x), TLane.Create(double.PositiveInfinity), y);
    }
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>exp(-x²/2) / √(2π), the density of the standard normal distribution.</summary>
public readonly struct NormalDensity : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var (head, rest, power) = Gaussian.OfSquare(x, TLane.Create(0.5));
        var scale = TLane.Create(0.3989422804014327);
        var y = head * scale;
        rest = TLane.MultiplyAdd(rest, scale, TLane.MultiplyAdd(head, scale, -y));
        y = PowersOfTwo.Scale(y + TLane.MultiplyAdd(head, TLane.Create(-2.49232720227773e-17), rest), power);
        return TLane.ConditionalSelect(TLane.Less(TLane.Create(39), TLane.Abs(x)), TLane.Create(0), y);
    }
}

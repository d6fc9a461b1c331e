using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>exp(x²/2) √(2π), the reciprocal of the standard normal density.</summary>
public readonly struct ReciprocalNormalDensity : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var (head, rest, power) = Gaussian.OfSquare(x, TLane.Create(-0.5));
        var scale = TLane.Create(2.5066282746310007);
        var y = head * scale;
        rest = TLane.MultiplyAdd(rest, scale, TLane.MultiplyAdd(head, scale, -y));
        y = PowersOfTwo.Scale(y + TLane.MultiplyAdd(head, TLane.Create(-1.8328579980459167e-16), rest), power);
        return TLane.ConditionalSelect(TLane.Less(TLane.Create(39), TLane.Abs(x)), TLane.Create(double.PositiveInfinity), y);
    }
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>exp(-w) / (1 + w), the slope of w where w exp w = x, w ≥ -1: ∞ at -1/e, NaN below.</summary>
public readonly struct LambertWSlope : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var (w, next) = LambertParts.Of(x);
        var power = Exponential.Apply(TLane.Abs(w));
        // 1 / (x + exp w), whose second term is the smaller one for large w, and cancels the first for negative w; a quarter of the sum
        // does not overflow
        var quarter = TLane.Create(0.25);
        var beyond = quarter / TLane.MultiplyAdd(quarter, power, quarter * x);
        return TLane.ConditionalSelect(TLane.Less(TLane.Create(0), x), beyond, power / next);
    }
}

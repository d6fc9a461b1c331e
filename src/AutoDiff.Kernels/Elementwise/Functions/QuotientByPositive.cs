using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>x / z for z ≥ 0, also where z is -0, but 0 for x = 0; NaN for z below.</summary>
public readonly struct QuotientByPositive : IBinaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x, TLane z) where TLane : struct, ILane<TLane>
    {
        var zero = TLane.Create(0);
        var y = TLane.ConditionalSelect(TLane.Equal(x, zero), zero, x / TLane.Abs(z));
        return TLane.ConditionalSelect(TLane.LessOrEqual(zero, z), TLane.ConditionalSelect(TLane.Equal(x, x), y, x), TLane.Create(double.NaN));
    }
}

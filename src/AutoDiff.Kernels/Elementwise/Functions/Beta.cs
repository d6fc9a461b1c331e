using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>Γ(x) Γ(z) / Γ(x + z) for x, z ≥ 0.</summary>
public readonly struct Beta : IBinaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x, TLane z) where TLane : struct, ILane<TLane>
    {
        TLane zero = TLane.Create(0), one = TLane.Create(1), p = TLane.Min(x, z), q = TLane.Max(x, z), infinity = TLane.Create(double.PositiveInfinity);
        var inside = TLane.Less(zero, p) & TLane.Less(q, infinity);
        var y = BetaParts<TLane>.Of(TLane.ConditionalSelect(inside, p, one), TLane.ConditionalSelect(inside, q, one)).Value();
        // at 0 it is infinite, beside infinity 0
        var end = TLane.ConditionalSelect(TLane.Equal(p, zero), infinity, zero);
        y = TLane.ConditionalSelect(inside, y, end);
        return TLane.ConditionalSelect(TLane.LessOrEqual(zero, p), y, TLane.Create(double.NaN));
    }
}

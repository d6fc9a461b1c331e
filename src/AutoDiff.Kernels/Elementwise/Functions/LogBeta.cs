using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The logarithm of the beta function for x, z ≥ 0.</summary>
public readonly struct LogBeta : IBinaryFunction
{
    // 2⁻⁷: what the beta function has beyond the digits of a double; beside 1 its logarithm needs more
    private const double Beside = 0.0078125;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x, TLane z) where TLane : struct, ILane<TLane>
    {
        TLane zero = TLane.Create(0), one = TLane.Create(1), p = TLane.Min(x, z), q = TLane.Max(x, z), infinity = TLane.Create(double.PositiveInfinity);
        var inside = TLane.Less(zero, p) & TLane.Less(q, infinity);
        p = TLane.ConditionalSelect(inside, p, one);
        q = TLane.ConditionalSelect(inside, q, one);
        var y = BetaParts<TLane>.Of(p, q).Logarithm();
        var single = TLane.Equal(p, one) | TLane.Equal(q, one);
        if (TLane.Any(single))
        {
            // beta(1, q) = 1/q
            y = TLane.ConditionalSelect(single, -NaturalLogarithm.Apply(p * q), y);
        }
        var beside = TLane.Less(TLane.Abs(y), TLane.Create(Beside)) & (single ^ TLane.CreateBits(-1));
        if (TLane.Any(beside))
        {
            var exact = LongGamma.LogBeta(TLane.ConditionalSelect(beside, p, one), TLane.ConditionalSelect(beside, q, one)).High;
            y = TLane.ConditionalSelect(beside, exact, y);
        }
        var end = TLane.ConditionalSelect(TLane.Equal(TLane.Min(x, z), zero), infinity, -infinity);
        y = TLane.ConditionalSelect(inside, y, end);
        return TLane.ConditionalSelect(TLane.LessOrEqual(zero, TLane.Min(x, z)), y, TLane.Create(double.NaN));
    }
}

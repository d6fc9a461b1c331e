using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The logarithm of the standard normal distribution: below 0, of its scaled complement, less x²/2; above, log(1 - tail).</summary>
public readonly struct LogNormalDistribution : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        TLane zero = TLane.Create(0), half = TLane.Create(0.5), one = TLane.Create(1);
        var above = TLane.Less(zero, x);
        var parts = MillsParts<TLane>.Of(x);
        var (tail, tailRest) = parts.Tail();
        var scale = parts.Scale();
        var (difference, lacking) = Rounding.Add(one, -(scale * tail));
        lacking = TLane.MultiplyAdd(-scale, tailRest, lacking);
        var u = TLane.ConditionalSelect(above, difference, half * parts.Complement);
        var (log, rest) = LogarithmParts<TLane>.Of(u, TLane.ConditionalSelect(above, lacking, half * parts.ComplementRest) / u).Natural();
        // NaN is not above
        var square = TLane.ConditionalSelect(above, zero, half * (x * x));
        rest += TLane.ConditionalSelect(above, zero, half * TLane.MultiplyAdd(-x, x, x * x));
        var sum = log - square;
        var y = sum + (Rounding.OfSum(-square, log, sum) + rest);
        // far above, log(1 - tail) is -tail; far below, there is the square alone
        y = TLane.ConditionalSelect(TLane.Less(TLane.Create(10), x), -PowersOfTwo.Scale(tail + tailRest, parts.Power), y);
        y = TLane.ConditionalSelect(TLane.Less(TLane.Create(39), x), zero, y);
        return TLane.ConditionalSelect(TLane.Less(x, TLane.Create(-1e100)), -square, y);
    }
}

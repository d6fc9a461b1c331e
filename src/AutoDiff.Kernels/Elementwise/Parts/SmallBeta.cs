using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// The beta function of p ≤ q below 12: (p + q) / (p q) times Γ(1 + p) Γ(1 + q) / Γ(1 + p + q), of which each is by recurrence that of an argument
/// within 1/2 of 2. All products are kept with what they lack.
/// </summary>
internal static class SmallBeta
{
    // 2⁶⁰⁰, by which tiny numbers are multiplied
    private const double Scale = 4.149515568880993e180;

    /// <summary>The parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static BetaParts<TLane> Of<TLane>(TLane p, TLane q) where TLane : struct, ILane<TLane>
    {
        TLane zero = TLane.Create(0), one = TLane.Create(1), sum = p + q, sumRest = Rounding.OfSum(q, p, sum);
        TLane a = TLane.Round(p), b = TLane.Round(q), c = TLane.Round(sum);
        var (top, bottom) = Products(p, a, q, b, sum, sumRest, c);
        top *= Reciprocal(sum - c, sumRest) * Below(sum, sumRest, c);
        bottom = bottom * (Reciprocal(p - a, zero) * Below(p, zero, a)) * (Reciprocal(q - b, zero) * Below(q, zero, b));
        // where numbers are tiny, their reciprocals would overflow
        TLane small = TLane.Create(1e-150), scale = TLane.Create(Scale);
        var pScale = TLane.ConditionalSelect(TLane.Less(p, small), scale, one);
        var qScale = TLane.ConditionalSelect(TLane.Less(q, small), scale, one);
        top *= new DoubleDouble<TLane>(sum * qScale, sumRest * qScale);
        bottom = bottom * (p * pScale) * (q * qScale);
        var (ratio, rest) = Rounding.Divide(top.High, top.Low, bottom.High, bottom.Low);
        return new(ratio, rest, TLane.Less(p, small) & TLane.Create(600), zero, zero);
    }

    // the products that lead to 1 + p and 1 + q from the arguments within 1/2 of 2, and those that lead to 1 + p + q
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static (DoubleDouble<TLane> Top, DoubleDouble<TLane> Bottom) Products<TLane>(
        TLane p, TLane a, TLane q, TLane b, TLane sum, TLane sumRest, TLane c) where TLane : struct, ILane<TLane>
    {
        TLane zero = TLane.Create(0), one = TLane.Create(1);
        var top = new DoubleDouble<TLane>(one, zero);
        var bottom = top;
        for (var k = 0; k < 2 * BetaParts<TLane>.Large; k++)
        {
            var step = TLane.Create(k + 1);
            var within = TLane.Less(step, c);
            if (!TLane.Any(within))
            {
                break;
            }
            TLane less = TLane.Create(k), factor = TLane.ConditionalSelect(within, sum - less, one);
            bottom *= new DoubleDouble<TLane>(factor, within & sumRest);
            var first = TLane.ConditionalSelect(TLane.Less(step, a), p - less, one);
            var second = TLane.ConditionalSelect(TLane.Less(step, b), q - less, one);
            var product = first * second;
            top *= new DoubleDouble<TLane>(product, TLane.MultiplyAdd(first, second, -product));
        }
        return (top, bottom);
    }

    // 1 / Γ(2 + z)
    [MethodImpl(Jit.Inline)]
    private static DoubleDouble<TLane> Reciprocal<TLane>(TLane z, TLane rest) where TLane : struct, ILane<TLane>
    {
        var (head, lacking) = ReciprocalGamma.AtTwo(z, rest);
        return new(head, lacking);
    }

    // Γ(2 + x) over Γ(1 + x), where the latter is not by recurrence from higher up
    [MethodImpl(Jit.Inline)]
    private static DoubleDouble<TLane> Below<TLane>(TLane x, TLane rest, TLane whole) where TLane : struct, ILane<TLane>
    {
        TLane zero = TLane.Create(0), one = TLane.Create(1), sum = one + x, below = TLane.Equal(whole, zero);
        return new(TLane.ConditionalSelect(below, sum, one), below & (Rounding.OfOrderedSum(one, x, sum) + rest));
    }
}

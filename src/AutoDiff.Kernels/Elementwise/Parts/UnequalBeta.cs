using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// The beta function of p &lt; 12 ≤ q: Γ(p) Γ(q) / Γ(q + p). For p = n + z with whole n and |z| ≤ 1/2, the quotient is the product of n
/// reciprocals, and wᶻ times a series in 1/w² with w = q + (z - 1)/2 (Fields, "A note on the asymptotic expansion of a ratio of gamma
/// functions", Proc. Edinburgh Math. Soc. 15 (1966); DLMF 5.11.14), here as its logarithm.
/// </summary>
internal static class UnequalBeta
{
    // 2 B₂ₖ₊₁((1 + z)/2) / (2k (2k + 1) z) as polynomials in z², for k = 1, 2, …
    private static readonly double[][] Series =
    [
        [-0.041666666666666664, 0.041666666666666664],
        [0.007291666666666667, -0.010416666666666666, 0.003125],
        [-0.0038442460317460315, 0.006076388888888889, -0.0026041666666666665, 0.0003720238095238095],
        [0.004134114583333333, -0.006727430555555556, 0.0031901041666666666, -0.0006510416666666666, 5.425347222222222e-05],
        [-0.007560961174242424, 0.01240234375, -0.0060546875, 0.0013671875, -0.00016276041666666666, 8.877840909090909e-06],
        [0.021082496875953906, -0.03465440538194445, 0.01705322265625, -0.003964378720238095, 0.0005221896701388889, -4.0690104166666664e-05, 1.5650040064102564e-06],
        [-0.08332316080729167, 0.13703622969370038, -0.06757609049479167, 0.015835135323660713, -0.002147371806795635, 0.00018513997395833333, -1.0172526041666666e-05, 2.906436011904762e-07],
    ];

    /// <summary>The parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static BetaParts<TLane> Of<TLane>(TLane p, TLane q) where TLane : struct, ILane<TLane>
    {
        TLane zero = TLane.Create(0), one = TLane.Create(1), n = TLane.Round(p), z = p - n;
        // all numbers of the size of q over a power of two, so that their product is in range
        TLane exponent = TLane.Min(Exponents.Of(q), TLane.Create(1022)), unit = PowersOfTwo.Of(-exponent);
        var (head, lacking) = ReciprocalGamma.AtTwo(z, zero);
        TLane next = one + p, whole = TLane.Equal(n, zero);
        var bottom = new DoubleDouble<TLane>(head, lacking)
            * new DoubleDouble<TLane>(TLane.ConditionalSelect(whole, next, one), whole & Rounding.OfOrderedSum(one, p, next));
        var top = new DoubleDouble<TLane>(one, zero);
        for (var k = 0; k < BetaParts<TLane>.Large; k++)
        {
            TLane less = TLane.Create(k), within = TLane.Less(less, n), further = TLane.Less(less + one, n);
            if (!TLane.Any(within))
            {
                break;
            }
            TLane shift = z + less, at = q + shift, atRest = Rounding.OfSum(q, shift, at) + Rounding.OfSum(z, less, shift);
            bottom *= new DoubleDouble<TLane>(TLane.ConditionalSelect(within, at * unit, one), within & (atRest * unit));
            top *= TLane.ConditionalSelect(further, p - less, one);
        }
        // tiny numbers are multiplied by 2⁶⁰⁰
        var tiny = TLane.Less(p, TLane.Create(1e-150));
        bottom *= p * TLane.ConditionalSelect(tiny, TLane.Create(4.149515568880993e180), one);
        var (ratio, rest) = Rounding.Divide(top.High, top.Low, bottom.High, bottom.Low);
        var (power, powerRest) = Power(q, z);
        return new(ratio, rest, (tiny & TLane.Create(600)) - n * exponent, power, powerRest);
    }

    // minus the logarithm of Γ(q + z) / Γ(q)
    [MethodImpl(Jit.Inline)]
    private static (TLane Head, TLane Lacking) Power<TLane>(TLane q, TLane z) where TLane : struct, ILane<TLane>
    {
        TLane one = TLane.Create(1), zero = TLane.Create(0), half = TLane.Create(0.5) * (z - one), w = q + half;
        var wRest = Rounding.OfOrderedSum(q, half, w) + TLane.Create(0.5) * Rounding.OfSum(z, -one, z - one);
        var (log, logRest) = LogarithmParts<TLane>.Exactly(w);
        var inverse = one / w;
        TLane v = inverse * inverse, square = z * z, sum = zero;
        for (var k = Series.Length - 1; k >= 0; k--)
        {
            var coefficient = zero;
            for (var i = Series[k].Length - 1; i >= 0; i--)
            {
                coefficient = TLane.MultiplyAdd(coefficient, square, TLane.Create(Series[k][i]));
            }
            sum = TLane.MultiplyAdd(sum, v, coefficient);
        }
        var head = -z * log;
        var lacking = TLane.MultiplyAdd(-z, log, -head);
        return (head, TLane.MultiplyAdd(-z, TLane.MultiplyAdd(wRest, inverse, logRest), TLane.MultiplyAdd(z * v, sum, lacking)));
    }
}

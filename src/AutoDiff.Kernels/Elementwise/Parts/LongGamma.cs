using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The gamma function's logarithm and its slope with about 28 digits, for what is left where they cancel.</summary>
internal static class LongGamma
{
    // where Stirling's series give 28 digits
    private const double Large = 20;

    // B₂ₖ / (2k (2k - 1)), and the same times 2k - 1
    private static readonly double[] Series =
    [
        0.08333333333333333, -0.002777777777777778, 0.0007936507936507937, -0.0005952380952380953, 0.0008417508417508417, -0.0019175269175269176,
        0.00641025641025641, -0.029550653594771242, 0.17964437236883057, -1.3924322169059011, 13.402864044168393, -156.84828462600203,
    ];

    private static readonly double[] SeriesRests = [4.625929269271485e-18, 1.0601087908747154e-19, 6.883823317368282e-22, 5.36938218754726e-20, 3.6870174889237694e-20];

    private static readonly double[] SlopeSeries =
    [
        0.08333333333333333, -0.008333333333333333, 0.003968253968253968, -0.004166666666666667, 0.007575757575757576, -0.021092796092796094,
        0.08333333333333333, -0.4432598039215686, 3.0539543302701198, -26.456212121212122, 281.46014492753625, -3607.5105463980462,
    ];

    private static readonly double[] SlopeSeriesRests = [4.625929269271485e-18, -1.1564823173178714e-19, 2.20282346155785e-19, -5.782411586589357e-20, -2.1026951223961299e-19];

    /// <summary>log Γ(x) - ((x - 1/2) log x - x + log(2π)/2) from 20 on: Stirling's series (Abramowitz and Stegun 6.1.41).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static DoubleDouble<TLane> Stirling<TLane>(DoubleDouble<TLane> x) where TLane : struct, ILane<TLane>
    {
        var r = DoubleDouble<TLane>.Reciprocal(x);
        return r * DoubleDouble<TLane>.Polynomial(Series, SeriesRests, r * r);
    }

    /// <summary>log |Γ(x)| of finite x that are no poles, by recurrence to large arguments: for x > -40, or it takes long.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static DoubleDouble<TLane> Logarithm<TLane>(DoubleDouble<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane one = TLane.Create(1), bound = TLane.Create(Large);
        var product = DoubleDouble<TLane>.Of(1);
        for (var within = TLane.Less(x.High, bound); TLane.Any(within); within = TLane.Less(x.High, bound))
        {
            product = DoubleDouble<TLane>.Select(within, product * x, product);
            x = DoubleDouble<TLane>.Select(within, x + one, x);
        }
        var size = DoubleDouble<TLane>.Select(TLane.Less(product.High, TLane.Create(0)), -product, product);
        var halfLogTwoPi = DoubleDouble<TLane>.Of(0.9189385332046728, -3.8782941580672414e-17);
        return (x + TLane.Create(-0.5)) * LongLogarithm.Of(x) - x + halfLogTwoPi + Stirling(x) - LongLogarithm.Of(size);
    }

    /// <summary>The slope of the same (Abramowitz and Stegun 6.3.18).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static DoubleDouble<TLane> Digamma<TLane>(DoubleDouble<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane one = TLane.Create(1), bound = TLane.Create(Large);
        var sum = default(LongSum<TLane>);
        for (var within = TLane.Less(x.High, bound); TLane.Any(within); within = TLane.Less(x.High, bound))
        {
            sum.Add(DoubleDouble<TLane>.Select(within, DoubleDouble<TLane>.Reciprocal(x), DoubleDouble<TLane>.Of(0)));
            x = DoubleDouble<TLane>.Select(within, x + one, x);
        }
        DoubleDouble<TLane> r = DoubleDouble<TLane>.Reciprocal(x), square = r * r;
        var series = square * DoubleDouble<TLane>.Polynomial(SlopeSeries, SlopeSeriesRests, square);
        return LongLogarithm.Of(x) - r.Times(TLane.Create(0.5)) - series - sum.Value;
    }

    /// <summary>
    /// log(Γ(p) Γ(q) / Γ(p + q)) for 0 &lt; p ≤ q where p &lt; 20: the large terms of Stirling's formula are combined before they can cancel
    /// (Didonato and Morris, "Algorithm 708", ACM TOMS 18, 1992).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static DoubleDouble<TLane> LogBeta<TLane>(TLane p, TLane q) where TLane : struct, ILane<TLane>
    {
        var far = TLane.LessOrEqual(TLane.Create(Large), q);
        DoubleDouble<TLane> sum = DoubleDouble<TLane>.Sum(p, q), first = DoubleDouble<TLane>.Of(p), second = DoubleDouble<TLane>.Of(q);
        DoubleDouble<TLane> y = Logarithm(first), rest = DoubleDouble<TLane>.Of(0);
        if (TLane.Any(far ^ TLane.CreateBits(-1)))
        {
            rest = Logarithm(second) - Logarithm(sum);
        }
        if (TLane.Any(far))
        {
            var ratio = LongLogarithm.OfNext(first / q);
            var large = LongLogarithm.Of(sum) * p + (second + TLane.Create(-0.5)) * ratio;
            rest = DoubleDouble<TLane>.Select(far, Stirling(second) - Stirling(sum) + (first - large), rest);
        }
        return y + rest;
    }
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// The derivatives of the beta function where one number is small and the other is not: with the small a,
/// B(a, b) = 1/a + 1/b + (1 + a/b) g φ(a g) with φ(u) = (exp u - 1) / u, so that the pole at a = 0 does not occur in mixed ones. g is
/// log(Γ(1 + a) Γ(1 + b) / Γ(1 + a + b)) / a, the mean of ψ(t) - ψ(t + b) for t from 1 to 1 + a.
/// </summary>
internal static class BetaBesidePole
{
    // φ(u) for |u| up to 1
    private const int Terms = 19;

    // Gauss and Legendre's rule with seven nodes (Abramowitz and Stegun 25.4.30), exact to 1e-15 for a up to 0.2
    private static readonly double[] Nodes =
    [
        0.025446043828620736, 0.12923440720030277, 0.2970774243113014, 0.5,
        0.7029225756886985, 0.8707655927996972, 0.9745539561713793,
    ];
    private static readonly double[] Weights =
    [
        0.06474248308443485, 0.13985269574463832, 0.19091502525255946, 0.2089795918367347,
        0.19091502525255946, 0.13985269574463832, 0.06474248308443485,
    ];

    /// <summary>The derivative where a mask is set; NaN where the other number is so large that |a g| is 1 or more.</summary>
    internal static TLane Of<TLane>(TLane x, TLane z, TLane mask, BetaOrders orders) where TLane : struct, ILane<TLane>
    {
        TLane first = mask & TLane.LessOrEqual(x, z), second = mask & TLane.Less(z, x), one = TLane.Create(1), y = TLane.Create(0);
        if (TLane.Any(first))
        {
            y = Of(first & x, TLane.ConditionalSelect(first, z, one), orders.M, orders.N, orders.Series);
        }
        if (TLane.Any(second))
        {
            y = TLane.ConditionalSelect(second, Of(second & z, TLane.ConditionalSelect(second, x, one), orders.N, orders.M, orders.Series), y);
        }
        return TLane.Create(orders.Factorials) * y;
    }

    // the Taylor coefficient at a and b
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static unsafe TLane Of<TLane>(TLane a, TLane b, int m, int n, double[][] series) where TLane : struct, ILane<TLane>
    {
        var size = PairSeries<TLane>.SizeOf(m, n);
        var memory = stackalloc double[3 * size];
        new Span<double>(memory, 3 * size).Clear();
        PairSeries<TLane> g = new(m, n, (nint)memory), u = new(m, n, (nint)(memory + size)), y = new(m, n, (nint)(memory + (2 * size)));
        SetMean(g, a, b, m, n, series);
        u.Take(g);
        u.Multiply(a, true, false);
        var isNear = TLane.Less(TLane.Abs(u.Get(0, 0)), TLane.Create(1));
        y.SetExponentialQuotient(u, Terms);
        y.Multiply(g);
        // what a/b adds, which takes one derivative less in a than it has
        TLane sum = y.Get(m, n), pole = TLane.Create(1) / b, factor = pole;
        for (var j = n; j >= 0; j--)
        {
            var c = a * y.Get(m, j);
            sum = TLane.MultiplyAdd(factor, m > 0 ? c + y.Get(m - 1, j) : c, sum);
            factor *= -pole;
        }
        sum += n == 0 ? Pole(a, m) : TLane.Create(0);
        sum += m == 0 ? Pole(b, n) : TLane.Create(0);
        return TLane.ConditionalSelect(isNear, sum, TLane.Create(double.NaN));
    }

    /// <summary>The Taylor coefficient of 1/x.</summary>
    [MethodImpl(Jit.Inline)]
    internal static TLane Pole<TLane>(TLane x, int order) where TLane : struct, ILane<TLane>
    {
        TLane inverse = TLane.Create(1) / x, y = inverse;
        for (var k = 0; k < order; k++)
        {
            y *= -inverse;
        }
        return y;
    }

    // g, where all is 0 at first
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SetMean<TLane>(PairSeries<TLane> g, TLane a, TLane b, int m, int n, double[][] series) where TLane : struct, ILane<TLane>
    {
        for (var node = 0; node < Nodes.Length; node++)
        {
            TLane t = TLane.MultiplyAdd(a, TLane.Create(Nodes[node]), TLane.Create(1)), other = t + b;
            for (var order = 0; order <= m + n; order++)
            {
                if (order <= m)
                {
                    Add(order, 0, PolygammaDifference.Apply(t, b, series[order]));
                }
                if (order > 0 && n > 0)
                {
                    var slope = -PolygammaSeries.Of(other, series[order]);
                    for (var j = Math.Max(1, order - m); j <= Math.Min(n, order); j++)
                    {
                        Add(order - j, j, slope);
                    }
                }
            }

            void Add(int i, int j, TLane term)
            {
                var weight = Weights[node] * Math.Pow(Nodes[node], i) / (BetaOrders.Factorial(i) * BetaOrders.Factorial(j));
                g.Set(i, j, TLane.MultiplyAdd(TLane.Create(weight), term, g.Get(i, j)));
            }
        }
    }
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// The m-th derivative in x and n-th in z of the beta function, for x, z ≥ 0: its value times a polynomial in the derivatives of its logarithm,
/// which are differences of derivatives of digamma. In mixed ones the terms cancel beside the poles; there they
/// are what is left without the poles.
/// </summary>
public readonly struct BetaDerivative : IParametricPairFunction<BetaOrders>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x, TLane z, BetaOrders parameters) where TLane : struct, ILane<TLane>
    {
        TLane zero = TLane.Create(0), one = TLane.Create(1), p = TLane.Min(x, z), q = TLane.Max(x, z);
        var mixed = TLane.CreateBits(parameters.IsMixed ? -1 : 0);
        var cancels = (TLane.Less(p, TLane.Create(1e-150)) | mixed) & TLane.Less(q, TLane.Create(double.PositiveInfinity)) & TLane.LessOrEqual(zero, p);
        TLane bound = TLane.Create(BetaPoles.Largest), near = cancels & TLane.Less(p, bound);
        TLane both = near & TLane.Less(q, bound), other = near & TLane.LessOrEqual(bound, q);
        var y = zero;
        if (TLane.Any(other))
        {
            y = BetaBesidePole.Of(x, z, other, parameters);
            other &= TLane.Equal(y, y);
        }
        var plain = (both | other) ^ TLane.CreateBits(-1);
        if (TLane.Any(plain))
        {
            var byLogarithm = ByLogarithm(TLane.ConditionalSelect(plain, x, one), TLane.ConditionalSelect(plain, z, one), parameters);
            y = TLane.ConditionalSelect(plain, byLogarithm, y);
        }
        if (TLane.Any(both))
        {
            y = TLane.ConditionalSelect(both, BetaPoles.Of(both & x, both & z, parameters), y);
        }
        return TLane.ConditionalSelect(TLane.LessOrEqual(zero, p), y, TLane.Create(double.NaN));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static unsafe TLane ByLogarithm<TLane>(TLane x, TLane z, BetaOrders orders) where TLane : struct, ILane<TLane>
    {
        var size = PairSeries<TLane>.SizeOf(orders.M, orders.N);
        var memory = stackalloc double[2 * size];
        PairSeries<TLane> logarithm = new(orders.M, orders.N, (nint)memory), result = new(orders.M, orders.N, (nint)(memory + size));
        for (var i = 1; i <= orders.M; i++)
        {
            logarithm.Set(i, 0, PolygammaDifference.Apply(x, z, orders.Series[i - 1]) / TLane.Create(BetaOrders.Factorial(i)));
        }
        for (var j = 1; j <= orders.N; j++)
        {
            logarithm.Set(0, j, PolygammaDifference.Apply(z, x, orders.Series[j - 1]) / TLane.Create(BetaOrders.Factorial(j)));
        }
        for (var order = 2; orders.IsMixed && order <= orders.M + orders.N; order++)
        {
            var psi = -PolygammaSeries.Of(x + z, orders.Series[order - 1]);
            for (var i = Math.Max(1, order - orders.N); i <= Math.Min(orders.M, order - 1); i++)
            {
                logarithm.Set(i, order - i, psi / TLane.Create(BetaOrders.Factorial(i) * BetaOrders.Factorial(order - i)));
            }
        }
        var value = Beta.Apply(x, z);
        result.SetExponential(value, logarithm);
        var y = TLane.Create(orders.Factorials) * result.Get(orders.M, orders.N);
        return TLane.ConditionalSelect(TLane.Equal(value, TLane.Create(0)), value, y);
    }
}

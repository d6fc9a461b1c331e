using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// ψₙ(x) - ψₙ(x + z), where ψₙ is the n-th derivative of digamma, for x, z ≥ 0: both by recurrence and Stirling's series, of whose terms
/// the differences are taken (<see cref="InverseGap{TLane}"/>). The parameters are those of <see cref="PolygammaSeries"/>.
/// </summary>
public readonly struct PolygammaDifference : IParametricPairFunction<double[]>
{
    // beyond, reciprocals are nothing beside those of x
    private const double Far = 1e290;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x, TLane z, double[] parameters) where TLane : struct, ILane<TLane>
    {
        TLane zero = TLane.Create(0), infinity = TLane.Create(double.PositiveInfinity);
        var n = (int)parameters[0];
        var steps = PolygammaSeries.Steps(x, n);
        var near = TLane.Min(z, TLane.Create(Far));
        var sum = Tail(x + steps, z, parameters);
        // from the fourth power on, roundings of the reciprocals would count
        sum += n > 2 ? ExactRecurrence(x, near, steps, n) : Recurrence(x, near, steps, n);
        var y = TLane.Create(parameters[1]) * TLane.ConditionalSelect(TLane.Less(x, infinity), sum, zero);
        return TLane.ConditionalSelect(TLane.LessOrEqual(zero, x) & TLane.LessOrEqual(zero, z), y, TLane.Create(double.NaN));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static TLane Recurrence<TLane>(TLane x, TLane z, TLane steps, int n) where TLane : struct, ILane<TLane>
    {
        TLane sum = TLane.Create(0), other = x + z;
        for (var k = n + PolygammaSeries.Large - 1; k > 0; k--)
        {
            var step = TLane.Create(k);
            var within = TLane.Less(step, steps);
            if (TLane.Any(within))
            {
                var gap = InverseGap<TLane>.OfNear(x + step, z, other + step);
                sum += within & (gap.Difference * gap.PowerSum(n));
            }
        }
        var first = InverseGap<TLane>.Of(x, z, other);
        return sum + (TLane.Less(TLane.Create(0), steps) & (first.Difference * first.PowerSum(n)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static TLane ExactRecurrence<TLane>(TLane x, TLane z, TLane steps, int n) where TLane : struct, ILane<TLane>
    {
        TLane sum = TLane.Create(0), other = x + z;
        for (var k = n + PolygammaSeries.Large - 1; k >= 0; k--)
        {
            var step = TLane.Create(k);
            var within = TLane.Less(step, steps);
            if (TLane.Any(within))
            {
                TLane a = x + step, b = other + step;
                sum += within & (InverseGap<TLane>.Of(a, z, b).Difference * InverseGap<TLane>.ExactPowerSum(a, b, n));
            }
        }
        return sum;
    }

    /// <summary>The difference but for the factor, from where the series begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static TLane Tail<TLane>(TLane x, TLane z, double[] parameters) where TLane : struct, ILane<TLane>
    {
        var n = (int)parameters[0];
        var sum = x + z;
        var gap = InverseGap<TLane>.Of(x, z, sum);
        TLane u = gap.U, v = gap.V, square = u * u, other = v * v, half = TLane.Create(0.5);
        // the series at v, without a factor v², and its divided difference at u² and v²
        TLane series = TLane.Create(0), divided = series;
        for (var k = PolygammaSeries.Length - 1; k > 1; k--)
        {
            series = TLane.MultiplyAdd(series, other, TLane.Create(parameters[k]));
            divided = TLane.MultiplyAdd(divided, square, series);
        }
        var rest = (u + v) * divided;
        if (n == 0)
        {
            return TLane.MultiplyAdd(gap.Difference, half + rest, LogarithmOfNext.Apply(z / x));
        }
        var power = u;
        for (var k = 1; k < n; k++)
        {
            power *= u;
        }
        var factor = TLane.MultiplyAdd(other, series, TLane.Create(1.0 / n));
        var lower = n > 2 ? InverseGap<TLane>.ExactPowerSum(x, sum, n - 1) : gap.PowerSum(n - 1);
        return gap.Difference * TLane.MultiplyAdd(lower, factor, TLane.MultiplyAdd(half, gap.PowerSum(n), power * rest));
    }
}

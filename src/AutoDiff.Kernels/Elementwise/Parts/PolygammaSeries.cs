using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// The n-th derivative of digamma at positive x, n > 0, but for the factor ±n!: the powers of the reciprocals of x, x + 1, … up to n + 7, and there
/// Stirling's series (Abramowitz and Stegun 6.4.6 and 6.4.11), which then has 17 digits. The parameters are n, the factor, and the twelve
/// coefficients B₂ₖ (2k + n - 1)! / ((2k)! n!) of the series.
/// </summary>
internal static class PolygammaSeries
{
    /// <summary>How many parameters there are.</summary>
    internal const int Length = 14;

    /// <summary>What is added to n where the series begins.</summary>
    internal const int Large = 7;

    /// <summary>How many steps of 1 lead from a number to where the series begins.</summary>
    [MethodImpl(Jit.Inline)]
    internal static TLane Steps<TLane>(TLane x, int n) where TLane : struct, ILane<TLane> =>
        TLane.Max(TLane.Create(0), -TLane.Floor(x - TLane.Create(n + Large)));

    /// <summary>The derivative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static TLane Of<TLane>(TLane x, double[] parameters) where TLane : struct, ILane<TLane>
    {
        TLane zero = TLane.Create(0), infinity = TLane.Create(double.PositiveInfinity);
        var n = (int)parameters[0];
        var steps = Steps(x, n);
        var sum = Tail(x, steps, parameters);
        for (var k = n + Large - 1; k > 0; k--)
        {
            var step = TLane.Create(k);
            var within = TLane.Less(step, steps);
            if (TLane.Any(within))
            {
                var at = x + step;
                var (term, lost) = WholePowers.OfInverse(at, Rounding.OfSum(step, x, at), n + 1);
                sum += within & (term + lost);
            }
        }
        var (first, lacking) = WholePowers.OfInverse(x, zero, n + 1);
        lacking = TLane.ConditionalSelect(TLane.Less(first, infinity), lacking, zero);
        sum = TLane.ConditionalSelect(TLane.Less(zero, steps), first + (sum + lacking), sum);
        return TLane.Create(parameters[1]) * TLane.ConditionalSelect(TLane.Less(x, infinity), sum, zero);
    }

    // X⁻ⁿ (1/n + 1/(2X) + the series in 1/X²) at X = x + steps
    [MethodImpl(Jit.Inline)]
    private static TLane Tail<TLane>(TLane x, TLane steps, double[] parameters) where TLane : struct, ILane<TLane>
    {
        var n = (int)parameters[0];
        var at = x + steps;
        var (power, lacking) = WholePowers.OfInverse(at, Rounding.OfSum(x, steps, at), n);
        TLane r = TLane.Create(1) / at, z = r * r, series = TLane.Create(0);
        for (var k = Length - 1; k > 1; k--)
        {
            series = TLane.MultiplyAdd(series, z, TLane.Create(parameters[k]));
        }
        var factor = TLane.MultiplyAdd(z, series, TLane.MultiplyAdd(r, TLane.Create(0.5), TLane.Create(1.0 / n)));
        return TLane.MultiplyAdd(power, factor, lacking * factor);
    }
}

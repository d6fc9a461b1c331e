using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// The beta function of 12 ≤ p ≤ q by Stirling's formula, of which the large terms are combined before they can cancel (Didonato and Morris,
/// "Algorithm 708", ACM TOMS 18 (1992)): √(2π s / (p q)) (p/s)^p (q/s)^q with s = p + q, and three series.
/// </summary>
internal static class LargeBeta
{
    /// <summary>The parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static BetaParts<TLane> Of<TLane>(TLane p, TLane q) where TLane : struct, ILane<TLane>
    {
        TLane zero = TLane.Create(0), one = TLane.Create(1), quarter = TLane.Create(0.25);
        // quarters, of which the sum is finite
        TLane first = p * quarter, second = q * quarter, sum = first + second, sumRest = Rounding.OfOrderedSum(second, first, sum);
        var (lower, lowerRest) = Rounding.Divide(first, zero, sum, sumRest);
        var (upper, upperRest) = Rounding.Divide(second, zero, sum, sumRest);
        var (a, aRest) = Term(p, lower, lowerRest);
        var (b, bRest) = Term(q, upper, upperRest);
        // where p is nothing beside q, q log(q / s) is -p (1 - p / 2q)
        var apart = TLane.Less(lower, TLane.Create(9.313225746154785e-10));
        b = TLane.ConditionalSelect(apart, -p, b);
        bRest = TLane.ConditionalSelect(apart, TLane.Create(0.5) * p * lower, bRest);
        TLane u = one / p, v = one / q, w = quarter / sum;
        var series = LogGamma.Beyond(u) + LogGamma.Beyond(v) - LogGamma.Beyond(w);
        var exponent = a + b;
        var rest = Rounding.OfSum(a, b, exponent) + (aRest + bRest + series);
        // √(2π / (p q/s))
        TLane pi = TLane.Create(6.283185307179586), product = p * upper, productRest = TLane.MultiplyAdd(p, upperRest, TLane.MultiplyAdd(p, upper, -product));
        var (square, squareRest) = Rounding.Divide(pi, TLane.Create(2.4492935982947064e-16), product, productRest);
        var root = TLane.Sqrt(square);
        var rootRest = (TLane.MultiplyAdd(-root, root, square) + squareRest) / (root + root);
        var finite = TLane.Less(-exponent, TLane.Create(1e300));
        return new(root, rootRest, zero, exponent, finite & rest);
    }

    // x log(y + rest)
    [MethodImpl(Jit.Inline)]
    private static (TLane Head, TLane Lacking) Term<TLane>(TLane x, TLane y, TLane rest) where TLane : struct, ILane<TLane>
    {
        var (log, logRest) = LogarithmParts<TLane>.Exactly(y);
        var head = x * log;
        return (head, TLane.MultiplyAdd(x, logRest + rest / y, TLane.MultiplyAdd(x, log, -head)));
    }
}

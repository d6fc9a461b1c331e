using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// The beta function of positive p ≤ q as 2ⁿ (ratio + ratioRest) exp(exponent + exponentRest). Each of three ranges has its own formula, which
/// is left out where no number of a register needs it.
/// </summary>
/// <typeparam name="TLane">How many numbers stand side by side.</typeparam>
internal readonly struct BetaParts<TLane>(TLane ratio, TLane ratioRest, TLane power, TLane exponent, TLane exponentRest)
    where TLane : struct, ILane<TLane>
{
    /// <summary>Where the asymptotic series begin.</summary>
    internal const double Large = 12;

    /// <summary>The factor before the exponential.</summary>
    internal TLane Ratio { get; } = ratio;

    /// <summary>What the ratio lacks.</summary>
    internal TLane RatioRest { get; } = ratioRest;

    /// <summary>n</summary>
    internal TLane Power { get; } = power;

    /// <summary>The exponent.</summary>
    internal TLane Exponent { get; } = exponent;

    /// <summary>What the exponent lacks.</summary>
    internal TLane ExponentRest { get; } = exponentRest;

    /// <summary>The parts for finite numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static BetaParts<TLane> Of(TLane p, TLane q)
    {
        TLane bound = TLane.Create(Large), one = TLane.Create(1);
        var far = TLane.LessOrEqual(bound, p);
        var near = TLane.Less(q, bound);
        var middle = (far | near) ^ TLane.CreateBits(-1);
        var zero = TLane.Create(0);
        var parts = new BetaParts<TLane>(one, zero, zero, zero, zero);
        if (TLane.Any(near))
        {
            parts = SmallBeta.Of(TLane.ConditionalSelect(near, p, one), TLane.ConditionalSelect(near, q, one));
        }
        if (TLane.Any(middle))
        {
            parts = Select(middle, UnequalBeta.Of(TLane.ConditionalSelect(middle, p, one), TLane.ConditionalSelect(middle, q, bound)), parts);
        }
        if (TLane.Any(far))
        {
            parts = Select(far, LargeBeta.Of(TLane.ConditionalSelect(far, p, bound), TLane.ConditionalSelect(far, q, bound)), parts);
        }
        return parts;
    }

    /// <summary>The beta function.</summary>
    [MethodImpl(Jit.Inline)]
    internal TLane Value()
    {
        // beyond, it is 0
        var lowest = TLane.Create(-1500);
        var parts = ExponentialParts<TLane>.OfSum(TLane.Max(Exponent, lowest), TLane.Less(lowest, Exponent) & ExponentRest);
        var (mantissa, lacking) = parts.Mantissa();
        var y = TLane.MultiplyAdd(Ratio, mantissa, TLane.MultiplyAdd(RatioRest, mantissa, Ratio * lacking));
        return Exponents.Shift(y, parts.Power + Power);
    }

    /// <summary>The logarithm of the beta function.</summary>
    [MethodImpl(Jit.Inline)]
    internal TLane Logarithm()
    {
        var (head, rest) = LogarithmParts<TLane>.Of(Ratio, RatioRest / Ratio).Times(Power).Natural();
        var sum = head + Exponent;
        return sum + (Rounding.OfSum(head, Exponent, sum) + (rest + ExponentRest));
    }

    [MethodImpl(Jit.Inline)]
    private static BetaParts<TLane> Select(TLane mask, BetaParts<TLane> x, BetaParts<TLane> y) => new(
        TLane.ConditionalSelect(mask, x.Ratio, y.Ratio),
        TLane.ConditionalSelect(mask, x.RatioRest, y.RatioRest),
        TLane.ConditionalSelect(mask, x.Power, y.Power),
        TLane.ConditionalSelect(mask, x.Exponent, y.Exponent),
        TLane.ConditionalSelect(mask, x.ExponentRest, y.ExponentRest));
}

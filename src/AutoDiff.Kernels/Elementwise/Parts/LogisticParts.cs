using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>exp(-w) = 2ⁿ (head + rest), and 1 + exp(-w) as a sum: what logistic functions of w ≥ 0 are quotients of.</summary>
/// <typeparam name="TLane">How many numbers stand side by side.</typeparam>
[method: MethodImpl(Jit.Inline)]
internal readonly struct LogisticParts<TLane>(TLane power, TLane head, TLane rest, TLane sum, TLane sumRest)
    where TLane : struct, ILane<TLane>
{
    /// <summary>n</summary>
    internal TLane Power { get; } = power;

    /// <summary>exp(-w) / 2ⁿ, rounded.</summary>
    internal TLane Head { get; } = head;

    /// <summary>What the head lacks.</summary>
    internal TLane Rest { get; } = rest;

    /// <summary>1 + exp(-w), rounded.</summary>
    internal TLane Sum { get; } = sum;

    /// <summary>What the sum lacks.</summary>
    internal TLane SumRest { get; } = sumRest;

    /// <summary>The parts for an exponent -w ≤ 0.</summary>
    [MethodImpl(Jit.Inline)]
    internal static LogisticParts<TLane> Of(TLane exponent) => Of(ExponentialParts<TLane>.Of(exponent));

    /// <summary>The parts from those of exp(-w).</summary>
    [MethodImpl(Jit.Inline)]
    internal static LogisticParts<TLane> Of(ExponentialParts<TLane> parts)
    {
        var (head, rest) = parts.Mantissa();
        (head, rest) = Rounding.Add(head, rest);
        // below 2^-200 the exponential is nothing beside 1
        var lowest = TLane.Create(-200);
        var scale = PowersOfTwo.Of(TLane.ConditionalSelect(TLane.Less(parts.Power, lowest), lowest, parts.Power));
        var one = TLane.Create(1);
        var exponential = scale * head;
        var sum = one + exponential;
        return new(parts.Power, head, rest, sum, TLane.MultiplyAdd(scale, rest, Rounding.OfOrderedSum(one, exponential, sum)));
    }

    /// <summary>2ᵐ exp(-w) / (1 + exp(-w))².</summary>
    [MethodImpl(Jit.Inline)]
    internal TLane Density(TLane m)
    {
        var square = Sum * Sum;
        var squareRest = TLane.MultiplyAdd(Sum + Sum, SumRest, TLane.MultiplyAdd(Sum, Sum, -square));
        var (quotient, lacking) = Rounding.Divide(Head, Rest, square, squareRest);
        return PowersOfTwo.Scale(quotient + lacking, Power + m);
    }
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// exp x = 2ⁿ (1 + r + rest), where n is whole, |r| is at most log(2)/2, and the rest is small and correct to 2⁻⁶⁰. The reduction is that
/// of Cody and Waite, Software Manual for the Elementary Functions (1980): a fused multiplication makes its first step exact.
/// </summary>
/// <typeparam name="TLane">How many numbers stand side by side.</typeparam>
internal readonly struct ExponentialParts<TLane>(TLane power, TLane r, TLane rest) where TLane : struct, ILane<TLane>
{
    /// <summary>n</summary>
    internal TLane Power { get; } = power;

    /// <summary>r</summary>
    internal TLane R { get; } = r;

    /// <summary>exp(x - n log 2) - 1 - r</summary>
    internal TLane Rest { get; } = rest;

    /// <summary>The parts of exp x, for |x| below 2⁴⁰.</summary>
    [MethodImpl(Jit.Inline)]
    internal static ExponentialParts<TLane> Of(TLane x) => Of(Reduce(x));

    /// <summary>The parts of exp(high + low), where low is a rounding of high.</summary>
    [MethodImpl(Jit.Inline)]
    internal static ExponentialParts<TLane> OfSum(TLane high, TLane low)
    {
        var (n, r, lost) = Reduce(high);
        var (sum, lacking) = Rounding.Add(r, lost + low);
        return Of((n, sum, lacking));
    }

    /// <summary>x as n log 2 + r + lost, where n is whole and lost is the rounding of r.</summary>
    [MethodImpl(Jit.Inline)]
    internal static (TLane Power, TLane R, TLane Lost) Reduce(TLane x)
    {
        var shifter = TLane.Create(PowersOfTwo.Shifter);
        var n = TLane.MultiplyAdd(x, TLane.Create(1.4426950408889634), shifter) - shifter;
        // n is 0, or |x| > 1/3: then both operands are multiples of 2^-54, and their difference is below 1/2
        var high = TLane.MultiplyAdd(n, TLane.Create(-0.6931471805599453), x);
        var low = n * TLane.Create(2.3190468138462996e-17);
        var r = high - low;
        return (n, r, high - r - low);
    }

    /// <summary>The parts of 2 to the x, for |x| below 2⁴⁰.</summary>
    [MethodImpl(Jit.Inline)]
    internal static ExponentialParts<TLane> OfBinary(TLane x)
    {
        var shifter = TLane.Create(PowersOfTwo.Shifter);
        var n = x + shifter - shifter;
        var f = x - n;
        var log2 = TLane.Create(0.6931471805599453);
        var high = f * log2;
        return Of((n, high, TLane.MultiplyAdd(f, TLane.Create(2.3190468138462996e-17), TLane.MultiplyAdd(f, log2, -high))));
    }

    /// <summary>1 + r + rest as a rounded sum and what it lacks.</summary>
    [MethodImpl(Jit.Inline)]
    internal (TLane Head, TLane Lacking) Mantissa()
    {
        var one = TLane.Create(1);
        var head = one + R;
        return (head, Rounding.OfOrderedSum(one, R, head) + Rest);
    }

    // the parts for n log 2 + r + lost
    [MethodImpl(Jit.Inline)]
    private static ExponentialParts<TLane> Of((TLane Power, TLane R, TLane Lost) x) =>
        new(x.Power, x.R, TLane.MultiplyAdd(x.R * x.R, Polynomial(x.R), TLane.MultiplyAdd(x.Lost, x.R, x.Lost)));

    // (exp r - 1 - r) / r², minimax
    [MethodImpl(Jit.Inline)]
    private static TLane Polynomial(TLane r)
    {
        var z = r * r;
        var even = TLane.MultiplyAdd(z, TLane.Create(2.082659722378488e-09), TLane.Create(2.7557581954803213e-07));
        var odd = TLane.MultiplyAdd(z, TLane.Create(2.5112036977234016e-08), TLane.Create(2.755723486107e-06));
        even = TLane.MultiplyAdd(z, even, TLane.Create(2.4801586926491944e-05));
        odd = TLane.MultiplyAdd(z, odd, TLane.Create(0.0001984126989638528));
        even = TLane.MultiplyAdd(z, even, TLane.Create(0.001388888888911571));
        odd = TLane.MultiplyAdd(z, odd, TLane.Create(0.008333333333317034));
        even = TLane.MultiplyAdd(z, even, TLane.Create(0.041666666666666095));
        odd = TLane.MultiplyAdd(z, odd, TLane.Create(0.16666666666666682));
        even = TLane.MultiplyAdd(z, even, TLane.Create(0.5));
        return TLane.MultiplyAdd(r, odd, even);
    }
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// exp(a²) erfc a for a = |x| / √2, and exp(-x²/2): the upper tail of the normal distribution is half their product. The first is v / (1 + 2a)
/// with a slowly varying v, a polynomial in (a - 3) / (a + 3): the form of Shepherd and Laframboise, "Chebyshev approximation of
/// (1 + 2x) exp(x²) erfc x in 0 ≤ x &lt; ∞", Math. Comp. 36 (1981), with coefficients of its own.
/// </summary>
/// <typeparam name="TLane">How many numbers stand side by side.</typeparam>
internal readonly struct MillsParts<TLane>(TLane complement, TLane complementRest, TLane head, TLane rest, TLane power)
    where TLane : struct, ILane<TLane>
{
    /// <summary>exp(a²) erfc a, rounded.</summary>
    internal TLane Complement { get; } = complement;

    /// <summary>What the complement lacks.</summary>
    internal TLane ComplementRest { get; } = complementRest;

    /// <summary>exp(-x²/2) / 2ⁿ, rounded.</summary>
    internal TLane Head { get; } = head;

    /// <summary>What the head lacks.</summary>
    internal TLane Rest { get; } = rest;

    /// <summary>n</summary>
    internal TLane Power { get; } = power;

    /// <summary>The parts for a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static MillsParts<TLane> Of(TLane x)
    {
        var (complement, complementRest) = Scaled(TLane.Abs(x));
        var (head, rest, power) = Gaussian.OfSquare(x, TLane.Create(0.5));
        return new(complement, complementRest, head, rest, power);
    }

    /// <summary>exp(a²) erfc a for a = x / √2, of x ≥ 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static (TLane Complement, TLane Lacking) Scaled(TLane x)
    {
        TLane one = TLane.Create(1), three = TLane.Create(3), scale = TLane.Create(0.7071067811865476);
        var a = x * scale;
        var aRest = TLane.MultiplyAdd(x, TLane.Create(-4.833646656726457e-17), TLane.MultiplyAdd(x, scale, -a));
        TLane less = a - three, more = a + three;
        var (t, tRest) = Rounding.Divide(less, Rounding.OfSum(a, -three, less) + aRest, more, Rounding.OfSum(a, three, more) + aRest);
        var (v, vRest) = Rounding.Add(TLane.Create(1.2530080582697296), t * Polynomial(t));
        vRest = TLane.MultiplyAdd(tRest, Slope(t), vRest);
        var twice = a + a;
        var sum = one + twice;
        return Rounding.Divide(v, vRest + TLane.Create(4.5276203702746546e-17), sum, Rounding.OfSum(one, twice, sum) + (aRest + aRest));
    }

    /// <summary>The upper tail beyond |x| as a sum, without the power of two.</summary>
    [MethodImpl(Jit.Inline)]
    internal (TLane Tail, TLane Lacking) Tail()
    {
        var half = TLane.Create(0.5) * Head;
        var tail = half * Complement;
        var rest = TLane.MultiplyAdd(half, ComplementRest, TLane.MultiplyAdd(half, Complement, -tail));
        return (tail, TLane.MultiplyAdd(TLane.Create(0.5) * Rest, Complement, rest));
    }

    /// <summary>2ⁿ, or what is nothing beside 1 where that is smaller.</summary>
    [MethodImpl(Jit.Inline)]
    internal TLane Scale() => PowersOfTwo.Of(TLane.Max(Power, TLane.Create(-200)));

    // the slope of v to 5 bits, minimax
    [MethodImpl(Jit.Inline)]
    private static TLane Slope(TLane t)
    {
        var y = TLane.MultiplyAdd(t, TLane.Create(-0.6703765303731001), TLane.Create(0.7359930056110323));
        y = TLane.MultiplyAdd(t, y, TLane.Create(-0.03293138351968309));
        return TLane.MultiplyAdd(t, y, TLane.Create(-0.17813793476648768));
    }

    // (v(t) - v(0)) / t, minimax for all a ≥ 0
    [MethodImpl(Jit.Inline)]
    private static TLane Polynomial(TLane t)
    {
        var w = t * t;
        var even = TLane.MultiplyAdd(w, TLane.Create(-4.328842867026106e-11), TLane.Create(1.256451361856337e-09));
        var odd = TLane.MultiplyAdd(w, TLane.Create(-2.0408797997856058e-10), TLane.Create(2.16407736670348e-09));
        even = TLane.MultiplyAdd(w, even, TLane.Create(-1.4054842050887379e-08));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-1.2020207696378282e-08));
        even = TLane.MultiplyAdd(w, even, TLane.Create(1.0301447380434071e-07));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(4.7418333720077973e-08));
        even = TLane.MultiplyAdd(w, even, TLane.Create(-6.177980154454768e-07));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-1.4732326477107853e-07));
        even = TLane.MultiplyAdd(w, even, TLane.Create(3.473182880822225e-06));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(3.6073863069132727e-07));
        even = TLane.MultiplyAdd(w, even, TLane.Create(-2.0100915141037593e-05));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-7.333111493011702e-07));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.00012509945748993704));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(4.950043853602141e-06));
        even = TLane.MultiplyAdd(w, even, TLane.Create(-0.0007798322928230615));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-0.00010515991316032566));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.00252939181857648));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(0.0018886903733716153));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.06830802734380927));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-0.023770514919644672));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.12964515870276586));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-0.11927366341527443));
        even = TLane.MultiplyAdd(w, even, TLane.Create(-0.13562110612458123));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-0.04756229435345119));
        return TLane.MultiplyAdd(t, odd, even);
    }
}

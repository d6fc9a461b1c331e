using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// The error function of a ≥ 0 as a sum, and its complement 2ⁿ (head + rest) for a ≥ 1/2. Below 3/4 the function is a series; above, the
/// complement is exp(-a²) v / (1 + 2a) with a slowly varying v, a polynomial in (a - 3) / (a + 3): the form of Shepherd and Laframboise,
/// "Chebyshev approximation of (1 + 2x) exp(x²) erfc x in 0 ≤ x &lt; ∞", Math. Comp. 36 (1981), with coefficients of its own.
/// </summary>
/// <typeparam name="TLane">How many numbers stand side by side.</typeparam>
internal readonly struct ErrorFunctionParts<TLane>(TLane head, TLane rest, TLane complement, TLane complementRest, TLane power)
    where TLane : struct, ILane<TLane>
{
    /// <summary>erf a, rounded.</summary>
    internal TLane Head { get; } = head;

    /// <summary>What the head lacks.</summary>
    internal TLane Rest { get; } = rest;

    /// <summary>The parts for a and what it lacks, and for exp(-a²) = 2ⁿ (exponential + lacking).</summary>
    [MethodImpl(Jit.Inline)]
    internal static ErrorFunctionParts<TLane> Of(TLane a, TLane aRest, TLane exponential, TLane lacking, TLane power)
    {
        var (complement, complementRest) = Complement(a, aRest, exponential, lacking);
        var lowest = TLane.Create(-200);
        var scale = PowersOfTwo.Of(TLane.ConditionalSelect(TLane.Less(power, lowest), lowest, power));
        var one = TLane.Create(1);
        var (head, rest) = Rounding.Add(one, -(scale * complement));
        rest = TLane.MultiplyAdd(-scale, complementRest, rest);
        var (near, nearRest) = Series(a, aRest);
        var below = TLane.Less(a, TLane.Create(0.75));
        return new(
            TLane.ConditionalSelect(below, near, head), TLane.ConditionalSelect(below, nearRest, rest), complement, complementRest, power);
    }

    /// <summary>m erfc a where the mask is set, m (1 + erf a) elsewhere, with the sign bit that erf a is given: m is a power of two.</summary>
    [MethodImpl(Jit.Inline)]
    internal TLane Tail(TLane far, TLane sign, TLane m)
    {
        var (sum, lacking) = Rounding.Add(TLane.Create(1), Head ^ sign);
        var y = m * (sum + (lacking + (Rest ^ sign)));
        return TLane.ConditionalSelect(far, PowersOfTwo.Scale(m * (complement + complementRest), power), y);
    }

    // exp(-a²) v / (1 + 2a), without the power of two
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (TLane Head, TLane Lacking) Complement(TLane a, TLane aRest, TLane exponential, TLane lacking)
    {
        var three = TLane.Create(3);
        var t = (a - three) / (a + three);
        var (v, vRest) = Rounding.Add(TLane.Create(1.2530080582697296), t * Polynomial(t));
        vRest += TLane.Create(4.5276203702746546e-17);
        var product = exponential * v;
        var productRest = TLane.MultiplyAdd(
            exponential, vRest, TLane.MultiplyAdd(lacking, v, TLane.MultiplyAdd(exponential, v, -product)));
        TLane one = TLane.Create(1), twice = a + a;
        var sum = one + twice;
        return Rounding.Divide(product, productRest, sum, Rounding.OfSum(one, twice, sum) + (aRest + aRest));
    }

    // 2/√π a + a³ P(a²), minimax up to 1
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (TLane Head, TLane Lacking) Series(TLane a, TLane aRest)
    {
        var slope = TLane.Create(1.1283791670955126);
        var line = a * slope;
        var rest = TLane.MultiplyAdd(a, TLane.Create(1.533545961316588e-17), TLane.MultiplyAdd(a, slope, -line));
        TLane z = a * a, w = z * z;
        rest = TLane.MultiplyAdd(slope * aRest, TLane.Create(1) - z, rest);
        var even = TLane.MultiplyAdd(w, TLane.Create(-1.1371974573757098e-09), TLane.Create(-1.6350304574774614e-07));
        var odd = TLane.MultiplyAdd(w, TLane.Create(5.955297728335082e-11), TLane.Create(1.4659625045864872e-08));
        even = TLane.MultiplyAdd(w, even, TLane.Create(-1.4925595465022551e-05));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(1.6461001430250396e-06));
        even = TLane.MultiplyAdd(w, even, TLane.Create(-0.0008548326981568035));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(0.00012055331127648732));
        even = TLane.MultiplyAdd(w, even, TLane.Create(-0.0268661706450801));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(0.005223977624838302));
        even = TLane.MultiplyAdd(w, even, TLane.Create(-0.3761263890318375));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(0.11283791670954908));
        return Rounding.Add(line, TLane.MultiplyAdd(a * z, TLane.MultiplyAdd(z, odd, even), rest));
    }

    // (v(t) - v(0)) / t, minimax for a from 1/2 to 28
    [MethodImpl(Jit.Inline)]
    private static TLane Polynomial(TLane t)
    {
        var w = t * t;
        var even = TLane.MultiplyAdd(w, TLane.Create(7.842341193852968e-10), TLane.Create(6.742609968636693e-08));
        var odd = TLane.MultiplyAdd(w, TLane.Create(-1.5050344587257646e-08), TLane.Create(6.25682912646006e-08));
        even = TLane.MultiplyAdd(w, even, TLane.Create(-5.777637774514055e-07));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-1.6640081058759018e-07));
        even = TLane.MultiplyAdd(w, even, TLane.Create(3.447299367163778e-06));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(3.730352588772849e-07));
        even = TLane.MultiplyAdd(w, even, TLane.Create(-2.0090524125399432e-05));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-7.379865606160092e-07));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.00012509680242808803));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(4.951136756854119e-06));
        even = TLane.MultiplyAdd(w, even, TLane.Create(-0.0007798318650792021));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-0.00010516006933737364));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.0025293917769497773));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(0.0018886903864169355));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.06830802734604541));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-0.023770514920223106));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.12964515870271057));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-0.1192736634152632));
        even = TLane.MultiplyAdd(w, even, TLane.Create(-0.1356211061245808));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-0.047562294353451245));
        return TLane.MultiplyAdd(t, odd, even);
    }
}

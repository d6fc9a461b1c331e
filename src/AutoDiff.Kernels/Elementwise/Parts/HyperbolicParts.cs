using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// Hyperbolic sine and cosine of |x| = n log 2 + r by the addition theorems: sinh(n log 2) and cosh(n log 2) are half a difference and
/// half a sum of powers of two, so that nothing is divided and nothing cancels.
/// </summary>
/// <typeparam name="TLane">How many numbers stand side by side.</typeparam>
[method: MethodImpl(Jit.Inline)]
internal readonly struct HyperbolicParts<TLane>(TLane power, TLane r, TLane sineRest, TLane cosineRest) where TLane : struct, ILane<TLane>
{
    /// <summary>Beyond, both functions are infinite.</summary>
    internal const double Largest = 711;

    private readonly TLane r = r;
    private readonly TLane sineRest = sineRest;
    private readonly TLane cosineRest = cosineRest;

    // a quarter of half of 2ⁿ, and of 2⁻ⁿ where that is not nothing beside the other: both exist for the largest n
    private readonly TLane up = PowersOfTwo.Of(power - TLane.Create(3));

    private readonly TLane down = PowersOfTwo.Of(TLane.ConditionalSelect(
        TLane.Less(TLane.Create(200), power), TLane.Create(-203), TLane.Create(-3) - power));

    /// <summary>The parts for x ≥ 0.</summary>
    [MethodImpl(Jit.Inline)]
    internal static HyperbolicParts<TLane> Of(TLane x)
    {
        var (n, r, lost) = ExponentialParts<TLane>.Reduce(x);
        var z = r * r;
        return new(
            n, r, TLane.MultiplyAdd(z * r, SineSeries(z), lost), TLane.MultiplyAdd(z, CosineSeries(z), lost * r));
    }

    /// <summary>sinh x</summary>
    [MethodImpl(Jit.Inline)]
    internal TLane Sine()
    {
        TLane sum = up + down, difference = up - down;
        var head = TLane.MultiplyAdd(sum, r, difference);
        var rest = TLane.MultiplyAdd(sum, r, difference - head) + Rounding.OfOrderedSum(up, -down, difference);
        return TLane.Create(4) * (head + TLane.MultiplyAdd(sum, sineRest, TLane.MultiplyAdd(difference, cosineRest, rest)));
    }

    /// <summary>cosh x</summary>
    [MethodImpl(Jit.Inline)]
    internal TLane Cosine()
    {
        TLane sum = up + down, difference = up - down;
        var head = TLane.MultiplyAdd(difference, r, sum);
        var rest = TLane.MultiplyAdd(difference, r, sum - head) + Rounding.OfOrderedSum(up, down, sum);
        return TLane.Create(4) * (head + TLane.MultiplyAdd(sum, cosineRest, TLane.MultiplyAdd(difference, sineRest, rest)));
    }

    // (sinh r - r) / r³, minimax in z = r²
    [MethodImpl(Jit.Inline)]
    private static TLane SineSeries(TLane z)
    {
        var w = z * z;
        var even = TLane.MultiplyAdd(w, TLane.Create(2.5052056789725298e-08), TLane.Create(0.00019841269841253207));
        var odd = TLane.MultiplyAdd(w, TLane.Create(1.609082033936541e-10), TLane.Create(2.7557319265189493e-06));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.16666666666666666));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(0.008333333333333337));
        return TLane.MultiplyAdd(z, odd, even);
    }

    // (cosh r - 1) / r², minimax in z = r²
    [MethodImpl(Jit.Inline)]
    private static TLane CosineSeries(TLane z)
    {
        var w = z * z;
        var even = TLane.MultiplyAdd(w, TLane.Create(2.7557241817338813e-07), TLane.Create(0.0013888888888863933));
        var odd = TLane.MultiplyAdd(w, TLane.Create(2.092442774941144e-09), TLane.Create(2.480158736340452e-05));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.5));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(0.04166666666666671));
        return TLane.MultiplyAdd(z, odd, even);
    }
}

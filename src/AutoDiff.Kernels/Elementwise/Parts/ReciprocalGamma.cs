using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// The reciprocal of the gamma function, which is entire, at 2 + z for |z| ≤ 1/2, to 60 bits: its Taylor series, and from the fourth power on a
/// polynomial.
/// </summary>
internal static class ReciprocalGamma
{
    /// <summary>1/Γ(2 + z + rest) as a number and what it lacks; the rest is a rounding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static (TLane Head, TLane Lacking) AtTwo<TLane>(TLane z, TLane rest) where TLane : struct, ILane<TLane>
    {
        TLane first = TLane.Create(-0.42278433509846713), second = TLane.Create(-0.23309373642178674), third = TLane.Create(0.1910911013876915);
        var tail = Tail(z);
        var (sum, lacking) = Rounding.Add(third, z * tail);
        (sum, lacking) = Step(second, TLane.Create(-1.4408084925129086e-18), z, sum, lacking + TLane.Create(2.932839121077959e-18));
        (sum, lacking) = Step(first, TLane.Create(-4.942915152430645e-18), z, sum, lacking);
        var slope = TLane.MultiplyAdd(z, TLane.MultiplyAdd(z, TLane.Create(3) * third, second + second), first);
        return Step(TLane.Create(1), rest * slope, z, sum, lacking);
    }

    // c + z (sum + lacking), where the constant is the largest term
    [MethodImpl(Jit.Inline)]
    private static (TLane Head, TLane Lacking) Step<TLane>(TLane c, TLane cRest, TLane z, TLane sum, TLane lacking)
        where TLane : struct, ILane<TLane>
    {
        var product = z * sum;
        var (head, rest) = Rounding.Add(c, product);
        return (head, rest + TLane.MultiplyAdd(z, lacking, TLane.MultiplyAdd(z, sum, -product)) + cRest);
    }

    // what the first four terms lack, over z⁴, minimax for z from -1/2 to 1/2
    [MethodImpl(Jit.Inline)]
    private static TLane Tail<TLane>(TLane z) where TLane : struct, ILane<TLane>
    {
        var w = z * z;
        var even = TLane.MultiplyAdd(w, TLane.Create(-1.25986236257198e-09), TLane.Create(-1.6588649372253717e-10));
        var odd = TLane.MultiplyAdd(w, TLane.Create(6.363644904262939e-09), TLane.Create(-2.0550863596528226e-07));
        even = TLane.MultiplyAdd(w, even, TLane.Create(1.338503094406467e-06));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-2.5889881648773817e-06));
        even = TLane.MultiplyAdd(w, even, TLane.Create(-1.7545859963727787e-05));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(0.00014559614140614927));
        even = TLane.MultiplyAdd(w, even, TLane.Create(-0.00036083781623874714));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-0.0008043297755650506));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.00802327302226674));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-0.01764524455014512));
        even = TLane.MultiplyAdd(w, even, TLane.Create(-0.024552490005400007));
        return TLane.MultiplyAdd(z, odd, even);
    }
}

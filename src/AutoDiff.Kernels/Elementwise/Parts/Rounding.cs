using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// What sums and quotients lose by rounding (Dekker, "A floating-point technique for extending the available precision", Numer. Math. 18
/// (1971); Knuth, The Art of Computer Programming, vol. 2, 4.2.2; Muller et al., Handbook of Floating-Point Arithmetic, chapter 4).
/// </summary>
internal static class Rounding
{
    /// <summary>a + b - sum, exactly, where sum is a + b rounded.</summary>
    [MethodImpl(Jit.Inline)]
    internal static TLane OfSum<TLane>(TLane a, TLane b, TLane sum) where TLane : struct, ILane<TLane>
    {
        var ofB = sum - a;
        return a - (sum - ofB) + (b - ofB);
    }

    /// <summary>a + b - sum, exactly, where sum is a + b rounded and a is 0 or not below b in magnitude.</summary>
    [MethodImpl(Jit.Inline)]
    internal static TLane OfOrderedSum<TLane>(TLane a, TLane b, TLane sum) where TLane : struct, ILane<TLane> => a - sum + b;

    /// <summary>A sum of two, rounded, and what it lacks; the first is 0 or not below the second in magnitude.</summary>
    [MethodImpl(Jit.Inline)]
    internal static (TLane Sum, TLane Lacking) Add<TLane>(TLane a, TLane b) where TLane : struct, ILane<TLane>
    {
        var sum = a + b;
        return (sum, OfOrderedSum(a, b, sum));
    }

    /// <summary>(x + xRest) / (z + zRest) as a quotient and what it lacks; the rests are roundings.</summary>
    [MethodImpl(Jit.Inline)]
    internal static (TLane Quotient, TLane Lacking) Divide<TLane>(TLane x, TLane xRest, TLane z, TLane zRest)
        where TLane : struct, ILane<TLane>
    {
        var inverse = TLane.Create(1) / z;
        var quotient = x * inverse;
        var remainder = TLane.MultiplyAdd(-quotient, z, x) + TLane.MultiplyAdd(-quotient, zRest, xRest);
        return (quotient, remainder * inverse);
    }
}

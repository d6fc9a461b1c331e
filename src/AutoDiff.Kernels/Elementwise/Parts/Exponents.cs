using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>Exponents of numbers, and numbers with other exponents.</summary>
internal static class Exponents
{
    // 2^52 as a double: a whole number below it in the low bits is added to it
    private const long Whole = 0x4330000000000000;

    /// <summary>The n of |x| = 2ⁿ m with m from 1 to 2, for finite x other than 0, also subnormal ones.</summary>
    [MethodImpl(Jit.Inline)]
    internal static TLane Of<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var size = TLane.Abs(x);
        var tiny = TLane.Less(size, TLane.Create(2.2250738585072014e-308));
        var normal = TLane.ConditionalSelect(tiny, size * TLane.Create(18014398509481984), size);
        var biased = TLane.ShiftRight(normal, 52) | TLane.CreateBits(Whole);
        return biased - TLane.Create(4503599627370496 + 1023) - (tiny & TLane.Create(54));
    }

    /// <summary>The same where it is not nearer to 0 than a number; else 0.</summary>
    [MethodImpl(Jit.Inline)]
    internal static TLane OfFar<TLane>(TLane x, double near) where TLane : struct, ILane<TLane>
    {
        var own = Of(x);
        return TLane.LessOrEqual(TLane.Create(near), TLane.Abs(own)) & own;
    }

    /// <summary>x 2ⁿ for any whole n: 0 or infinite where the result is out of range.</summary>
    [MethodImpl(Jit.Inline)]
    internal static TLane Shift<TLane>(TLane x, TLane n) where TLane : struct, ILane<TLane> =>
        TLane.Any(TLane.Less(TLane.Create(0), TLane.Abs(n))) ? PowersOfTwo.Scale(x, TLane.Max(TLane.Create(-2044), TLane.Min(TLane.Create(2046), n))) : x;
}

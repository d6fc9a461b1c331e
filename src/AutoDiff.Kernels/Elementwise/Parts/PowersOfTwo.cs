using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>Powers of two by their bits.</summary>
internal static class PowersOfTwo
{
    /// <summary>
    /// 3·2⁵¹: a number below 2⁵¹ added to it is rounded to a whole one, which then stands in the low bits (Muller et al., Handbook of
    /// Floating-Point Arithmetic, 2nd ed., section 10.2.3).
    /// </summary>
    internal const double Shifter = 6755399441055744;

    /// <summary>2ⁿ for whole n from -1022 to 1023.</summary>
    [MethodImpl(Jit.Inline)]
    internal static TLane Of<TLane>(TLane n) where TLane : struct, ILane<TLane> =>
        TLane.ShiftLeft(n + TLane.Create(Shifter + 1023), 52);

    /// <summary>x 2ⁿ for whole n from -2044 to 2046, in two steps of which only the last rounds, where the result is subnormal.</summary>
    [MethodImpl(Jit.Inline)]
    internal static TLane Scale<TLane>(TLane x, TLane n) where TLane : struct, ILane<TLane>
    {
        var half = TLane.MultiplyAdd(n, TLane.Create(0.5), TLane.Create(Shifter)) - TLane.Create(Shifter);
        return x * Of(half) * Of(n - half);
    }
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>log x to 32 digits: that of a power of 2, and the series of log((1 + s) / (1 - s)) for what is beside it.</summary>
internal static class LongLogarithm
{
    // 2 / (2k + 1); from the tenth on, 16 digits are enough
    private static readonly double[] Heads = [.. Enumerable.Range(0, 22).Select(k => 2.0 / ((2 * k) + 1))];
    private static readonly double[] Rests = [.. Heads.Take(9).Select((head, k) => Math.FusedMultiplyAdd(-head, (2 * k) + 1, 2) / ((2 * k) + 1))];

    /// <summary>log x for positive finite x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static DoubleDouble<TLane> Of<TLane>(DoubleDouble<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane one = TLane.Create(1), exponent = Exponents.Of(x.High);
        exponent += TLane.Less(TLane.Create(1.4142135623730951), Exponents.Shift(x.High, -exponent)) & one;
        var mantissa = new DoubleDouble<TLane>(Exponents.Shift(x.High, -exponent), Exponents.Shift(x.Low, -exponent));
        var series = OfRatio((mantissa + -one) / (mantissa + one));
        return DoubleDouble<TLane>.Of(0.6931471805599453, 2.3190468138462996e-17) * exponent + series;
    }

    /// <summary>log(1 + x) for finite x from 0 on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static DoubleDouble<TLane> OfNext<TLane>(DoubleDouble<TLane> x) where TLane : struct, ILane<TLane>
    {
        var isSmall = TLane.Less(x.High, TLane.Create(0.4));
        var small = DoubleDouble<TLane>.Select(isSmall, x, DoubleDouble<TLane>.Of(0));
        return DoubleDouble<TLane>.Select(isSmall, OfRatio(small / (small + TLane.Create(2))), Of(x + TLane.Create(1)));
    }

    /// <summary>log((1 + s) / (1 - s)) for |s| below 0.18.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static DoubleDouble<TLane> OfRatio<TLane>(DoubleDouble<TLane> s) where TLane : struct, ILane<TLane> =>
        s * DoubleDouble<TLane>.Polynomial(Heads, Rests, s * s);
}

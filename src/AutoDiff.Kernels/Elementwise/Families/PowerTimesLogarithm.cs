using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// x to the power of z, times the n-th power of log x, also where a factor alone overflows; a power that is 0 stays 0 beside an infinite
/// logarithm, and negative x have no value.
/// </summary>
public readonly struct PowerTimesLogarithm : IParametricPairFunction<int>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x, TLane z, int parameters) where TLane : struct, ILane<TLane>
    {
        TLane zero = TLane.Create(0), infinity = TLane.Create(double.PositiveInfinity);
        var log = NaturalLogarithm.Apply(x);
        TLane factor = TLane.Create(1);
        for (var k = 0; k < parameters; k++)
        {
            factor *= log;
        }
        var y = OfPositive(x, z, factor);
        // at 0 and at infinity the factor is infinite, and so is the power, or it is 0, or 1
        var end = TLane.Equal(x, zero) | TLane.Equal(x, infinity);
        var vanishes = TLane.ConditionalSelect(TLane.Equal(x, zero), TLane.Less(zero, z), TLane.Less(z, zero));
        var atEnd = TLane.ConditionalSelect(vanishes, zero, TLane.ConditionalSelect(TLane.Equal(z, zero), factor, factor * infinity));
        y = TLane.ConditionalSelect(end, TLane.ConditionalSelect(TLane.Equal(z, z), atEnd, z), y);
        return TLane.ConditionalSelect(TLane.LessOrEqual(zero, x), y, TLane.Create(double.NaN));
    }

    // for positive finite x
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static TLane OfPositive<TLane>(TLane x, TLane z, TLane factor) where TLane : struct, ILane<TLane>
    {
        var (head, rest) = LogarithmParts<TLane>.Exactly(x);
        var product = z * head;
        var lacking = TLane.MultiplyAdd(z, rest, TLane.MultiplyAdd(z, head, -product));
        // beyond, no factor brings the power back
        TLane zero = TLane.Create(0), bound = TLane.Create(1400);
        var outside = TLane.Less(bound, TLane.Abs(product));
        var parts = ExponentialParts<TLane>.OfSum(
            TLane.Max(-bound, TLane.Min(product, bound)), TLane.ConditionalSelect(outside, zero, lacking));
        var (mantissa, small) = parts.Mantissa();
        var y = PowersOfTwo.Scale((mantissa + small) * factor, parts.Power);
        // 1 to an infinite power, and no logarithm
        var flat = TLane.Equal(x, TLane.Create(1)) & TLane.Equal(z, z);
        return TLane.ConditionalSelect(flat, factor, y);
    }
}

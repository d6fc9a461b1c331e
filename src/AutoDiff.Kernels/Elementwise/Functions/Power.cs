using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// x to the power of z, as IEEE 754-2019 pow: exact signs for whole z, NaN of negative x for others, 1 for z = 0 and for x = 1. The
/// logarithm is computed to 64 bits, so that its multiple leaves the exponential to half an ulp.
/// </summary>
public readonly struct Power : IBinaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x, TLane z) where TLane : struct, ILane<TLane>
    {
        TLane zero = TLane.Create(0), one = TLane.Create(1), infinity = TLane.Create(double.PositiveInfinity);
        var distance = TLane.Abs(x);
        var y = OfPositive(distance, z, zero);
        // the limits at 0 and infinity
        var rises = TLane.Less(zero, z);
        var atZero = TLane.ConditionalSelect(rises, zero, infinity);
        y = TLane.ConditionalSelect(TLane.Equal(distance, zero), TLane.ConditionalSelect(TLane.Equal(z, z), atZero, z), y);
        var atInfinity = TLane.ConditionalSelect(rises, infinity, zero);
        y = TLane.ConditionalSelect(TLane.Equal(distance, infinity), TLane.ConditionalSelect(TLane.Equal(z, z), atInfinity, z), y);
        // odd powers keep the sign, powers that are not whole have no value
        var half = TLane.Create(0.5) * z;
        var whole = TLane.Equal(TLane.Round(z), z);
        var evenOrBroken = TLane.Equal(TLane.Round(half), half);
        var odd = TLane.ConditionalSelect(evenOrBroken, zero, whole);
        y |= odd & Signs.Of(x);
        var broken = TLane.Less(x, zero) & TLane.Less(distance, infinity);
        y = TLane.ConditionalSelect(broken, TLane.ConditionalSelect(whole, y, TLane.Create(double.NaN)), y);
        y = TLane.ConditionalSelect(TLane.Equal(x, x), y, x);
        return TLane.ConditionalSelect(TLane.Equal(x, one) | TLane.Equal(z, zero), one, y);
    }

    /// <summary>x to the power of z and what z lacks, for positive finite x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static TLane OfPositive<TLane>(TLane x, TLane z, TLane zRest) where TLane : struct, ILane<TLane>
    {
        var (head, rest) = LogarithmParts<TLane>.Exactly(x);
        var product = z * head;
        var lacking = TLane.MultiplyAdd(z, rest, TLane.MultiplyAdd(zRest, head, TLane.MultiplyAdd(z, head, -product)));
        // 1 to an infinite power
        var flat = TLane.Equal(x, TLane.Create(1)) & TLane.Equal(z, z);
        product = TLane.ConditionalSelect(flat, TLane.Create(0), product);
        lacking = TLane.ConditionalSelect(flat, TLane.Create(0), lacking);
        var parts = ExponentialParts<TLane>.OfSum(product, lacking);
        var (mantissa, small) = parts.Mantissa();
        var y = PowersOfTwo.Scale(mantissa + small, parts.Power);
        y = TLane.ConditionalSelect(TLane.Less(product, TLane.Create(-746)), TLane.Create(0), y);
        return TLane.ConditionalSelect(TLane.Less(TLane.Create(710), product), TLane.Create(double.PositiveInfinity), y);
    }
}

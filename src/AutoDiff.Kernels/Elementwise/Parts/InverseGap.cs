using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// u = 1/x and v = 1/(x + z), whose powers differ by uⁿ⁺¹ - vⁿ⁺¹ = (u - v) (uⁿ + uⁿ⁻¹ v + … + vⁿ), where u - v = z u v: for positive numbers
/// nothing cancels.
/// </summary>
/// <typeparam name="TLane">How many numbers stand side by side.</typeparam>
internal readonly struct InverseGap<TLane>(TLane u, TLane v, TLane difference) where TLane : struct, ILane<TLane>
{
    // fields, and few of them: the compiler keeps no others in registers
    private readonly TLane first = u;
    private readonly TLane second = v;
    private readonly TLane gap = difference;

    /// <summary>u</summary>
    internal TLane U => first;

    /// <summary>v</summary>
    internal TLane V => second;

    /// <summary>u - v</summary>
    internal TLane Difference => gap;

    /// <summary>The reciprocals of any numbers, of which the first is not negative and the other is their sum.</summary>
    [MethodImpl(Jit.Inline)]
    internal static InverseGap<TLane> Of(TLane x, TLane z, TLane sum)
    {
        TLane one = TLane.Create(1), u = one / x, v = one / sum;
        return new(u, v, TLane.ConditionalSelect(TLane.Less(TLane.Create(0), v), z * v * u, u));
    }

    /// <summary>The same by one division, where the product of x and the sum is in range.</summary>
    [MethodImpl(Jit.Inline)]
    internal static InverseGap<TLane> OfNear(TLane x, TLane z, TLane sum)
    {
        var inverse = TLane.Create(1) / (x * sum);
        return new(sum * inverse, x * inverse, z * inverse);
    }

    /// <summary>uⁿ + uⁿ⁻¹ v + … + vⁿ</summary>
    [MethodImpl(Jit.Inline)]
    internal TLane PowerSum(int n)
    {
        TLane power = TLane.Create(1), sum = power;
        for (var k = 1; k <= n; k++)
        {
            power *= second;
            sum = TLane.MultiplyAdd(sum, first, power);
        }
        return sum;
    }

    /// <summary>The same for the reciprocals of x and the sum as they are before they are rounded: with twice the digits on the way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static TLane ExactPowerSum(TLane x, TLane total, int n)
    {
        TLane one = TLane.Create(1), power = one, powerRest = TLane.Create(0), sum = one, sumRest = powerRest, u = one / x, v = one / total;
        TLane uRest = TLane.MultiplyAdd(-u, x, one) * u, vRest = TLane.MultiplyAdd(-v, total, one) * v;
        for (var k = 1; k <= n; k++)
        {
            var next = power * v;
            powerRest = TLane.MultiplyAdd(powerRest, v, TLane.MultiplyAdd(power, vRest, TLane.MultiplyAdd(power, v, -next)));
            power = next;
            var product = sum * u;
            sumRest = TLane.MultiplyAdd(sumRest, u, TLane.MultiplyAdd(sum, uRest, TLane.MultiplyAdd(sum, u, -product)));
            sum = product + power;
            sumRest += Rounding.OfSum(product, power, sum) + powerRest;
        }
        return sum + sumRest;
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// Whole powers as a number and what it lacks: squares and products by the binary digits of the power, from the highest on (Knuth, The Art
/// of Computer Programming, vol. 2, 4.6.3), each with its rounding.
/// </summary>
internal static class WholePowers
{
    /// <summary>The n-th power of factor + rest, n > 0. Where it overflows, what it lacks is no number.</summary>
    [MethodImpl(Jit.Inline)]
    internal static (TLane Power, TLane Lacking) Of<TLane>(TLane factor, TLane rest, int n) where TLane : struct, ILane<TLane>
    {
        TLane y = factor, lacking = rest;
        for (var digit = (int)BitOperations.RoundUpToPowerOf2((uint)n + 1) >> 2; digit > 0; digit >>= 1)
        {
            var square = y * y;
            lacking = TLane.MultiplyAdd(y + y, lacking, TLane.MultiplyAdd(y, y, -square));
            y = square;
            if ((n & digit) != 0)
            {
                var product = y * factor;
                lacking = TLane.MultiplyAdd(lacking, factor, TLane.MultiplyAdd(y, rest, TLane.MultiplyAdd(y, factor, -product)));
                y = product;
            }
        }
        return (y, lacking);
    }

    /// <summary>The n-th power of 1 / (x + rest), where the rest is a rounding of x.</summary>
    [MethodImpl(Jit.Inline)]
    internal static (TLane Power, TLane Lacking) OfInverse<TLane>(TLane x, TLane rest, int n) where TLane : struct, ILane<TLane>
    {
        var one = TLane.Create(1);
        var inverse = one / x;
        return Of(inverse, TLane.MultiplyAdd(-inverse, rest, TLane.MultiplyAdd(-inverse, x, one)) * inverse, n);
    }
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// x to a whole power from -64 to 64, of which no digit is 0 twice: squares and products by the binary digits of the power, from the highest
/// on (Knuth, The Art of Computer Programming, vol. 2, 4.6.3), each with what it lacks.
/// </summary>
public readonly struct WholePower : IParametricFunction<double[]>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x, double[] parameters) where TLane : struct, ILane<TLane>
    {
        TLane zero = TLane.Create(0), one = TLane.Create(1);
        var n = (int)parameters[0];
        TLane factor = x, factorRest = zero;
        if (n == 0)
        {
            return one;
        }
        if (n < 0)
        {
            n = -n;
            factor = one / x;
            factorRest = TLane.MultiplyAdd(-factor, x, one) * factor;
        }
        TLane y = factor, lacking = factorRest;
        for (var digit = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)n + 1) >> 2; digit > 0; digit >>= 1)
        {
            var square = y * y;
            lacking = TLane.MultiplyAdd(y + y, lacking, TLane.MultiplyAdd(y, y, -square));
            y = square;
            if ((n & digit) != 0)
            {
                var product = y * factor;
                lacking = TLane.MultiplyAdd(lacking, factor, TLane.MultiplyAdd(y, factorRest, TLane.MultiplyAdd(y, factor, -product)));
                y = product;
            }
        }
        var inside = TLane.Less(TLane.Abs(y), TLane.Create(double.PositiveInfinity)) & TLane.Less(zero, TLane.Abs(y));
        return TLane.ConditionalSelect(inside, y + lacking, y);
    }
}

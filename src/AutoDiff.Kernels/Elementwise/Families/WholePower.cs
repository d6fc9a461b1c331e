using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>x to a whole power from -64 to 64, of which no digit is 0 twice.</summary>
public readonly struct WholePower : IParametricFunction<double[]>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x, double[] parameters) where TLane : struct, ILane<TLane>
    {
        TLane zero = TLane.Create(0);
        var n = (int)parameters[0];
        if (n == 0)
        {
            return TLane.Create(1);
        }
        var (y, lacking) = n > 0 ? WholePowers.Of(x, zero, n) : WholePowers.OfInverse(x, zero, -n);
        var inside = TLane.Less(TLane.Abs(y), TLane.Create(double.PositiveInfinity)) & TLane.Less(zero, TLane.Abs(y));
        return TLane.ConditionalSelect(inside, y + lacking, y);
    }
}

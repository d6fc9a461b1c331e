using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The n-th root of x, of negative x too where n is odd; NaN of negative x where n is even.</summary>
public readonly struct RootOf : IParametricFunction<double[]>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x, double[] parameters) where TLane : struct, ILane<TLane>
    {
        var n = parameters[0];
        double inverse = 1 / n, inverseRest = -Math.FusedMultiplyAdd(inverse, n, -1) / n;
        TLane zero = TLane.Create(0), infinity = TLane.Create(double.PositiveInfinity), distance = TLane.Abs(x);
        var y = Power.OfPositive(distance, TLane.Create(inverse), TLane.Create(inverseRest));
        // ends, and of NaN itself
        TLane atZero = n < 0 ? infinity : zero, atInfinity = n < 0 ? zero : infinity;
        y = TLane.ConditionalSelect(TLane.Equal(distance, zero), atZero, y);
        y = TLane.ConditionalSelect(TLane.Equal(distance, infinity), atInfinity, y);
        y = TLane.ConditionalSelect(TLane.Equal(x, x), y, x);
        return Math.IEEERemainder(n, 2) != 0
            ? y | Signs.Of(x)
            : TLane.ConditionalSelect(TLane.Less(x, zero), TLane.Create(double.NaN), y);
    }
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// The n-th derivative fₙ of sin(x)/x: its power series up to |x| = n + 1/2, and beyond by x fₙ + n fₙ₋₁ = sin(x + n π/2). The parameters are
/// n and the coefficients of the series in x², the constant one first, without a factor x where n is odd.
/// </summary>
public readonly struct SincDerivative : IParametricFunction<double[]>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x, double[] parameters) where TLane : struct, ILane<TLane>
    {
        TLane y = TLane.Create(0), distance = TLane.Abs(x);
        var near = TLane.Less(distance, TLane.Create(parameters[0] + 0.5));
        var far = near ^ TLane.CreateBits(-1);
        if (TLane.Any(near))
        {
            y = Near(TLane.ConditionalSelect(near, x, y), parameters);
        }
        if (TLane.Any(far))
        {
            y = TLane.ConditionalSelect(far, Far(TLane.ConditionalSelect(far, x, TLane.Create(1)), (int)parameters[0]), y);
        }
        return TLane.ConditionalSelect(TLane.Equal(distance, TLane.Create(double.PositiveInfinity)), TLane.Create(0), y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static TLane Near<TLane>(TLane x, double[] parameters) where TLane : struct, ILane<TLane>
    {
        TLane z = x * x, y = TLane.Create(0);
        for (var k = parameters.Length - 1; k > 0; k--)
        {
            y = TLane.MultiplyAdd(y, z, TLane.Create(parameters[k]));
        }
        return (int)parameters[0] % 2 == 0 ? y : x * y;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static TLane Far<TLane>(TLane x, int n) where TLane : struct, ILane<TLane>
    {
        var parts = CircularParts<TLane>.Of(x);
        TLane sine = Sine.From(parts, x), cosine = Cosine.From(parts, x);
        var y = sine / x;
        for (var k = 1; k <= n; k++)
        {
            // sin(x + k π/2)
            var shifted = k % 2 == 0 ? sine : cosine;
            y = TLane.MultiplyAdd(TLane.Create(-k), y, k % 4 < 2 ? shifted : -shifted) / x;
        }
        return y;
    }
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>Derivatives of x F(x), where those of the density F' are its multiples by polynomials in a t that depends on x.</summary>
internal static class Moments
{
    /// <summary>
    /// density (x f(t) + n g(t)), and 0 where the density is 0. The parameters are n, the n coefficients of f, and the n - 1 of g, the
    /// constant ones first.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static TLane Of<TLane>(TLane density, TLane t, TLane x, double[] parameters) where TLane : struct, ILane<TLane>
    {
        var n = (int)parameters[0];
        TLane zero = TLane.Create(0), f = zero, g = zero;
        for (var k = n; k > 0; k--)
        {
            f = TLane.MultiplyAdd(f, t, TLane.Create(parameters[k]));
        }
        for (var k = n + n - 1; k > n; k--)
        {
            g = TLane.MultiplyAdd(g, t, TLane.Create(parameters[k]));
        }
        var y = density * TLane.MultiplyAdd(x, f, TLane.Create(n) * g);
        return TLane.ConditionalSelect(TLane.Equal(density, zero), zero, y);
    }
}

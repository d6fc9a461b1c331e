using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The n-th derivative of x times the normal distribution, n > 1: derivatives of the density are its multiples by Hermite's polynomials.</summary>
/// <remarks>The parameters are those of <see cref="Moments"/>.</remarks>
public readonly struct GeluDerivative : IParametricFunction<double[]>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x, double[] parameters) where TLane : struct, ILane<TLane> =>
        Moments.Of(NormalDensity.Apply(x), x, x, parameters);
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The n-th derivative of x / (1 + exp(-x)), n > 1: derivatives of the logistic density are its multiples by polynomials in tanh(x/2).</summary>
/// <remarks>The parameters are those of <see cref="Moments"/>.</remarks>
public readonly struct SiluDerivative : IParametricFunction<double[]>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x, double[] parameters) where TLane : struct, ILane<TLane>
    {
        var distance = TLane.Abs(x);
        var parts = ExponentialParts<TLane>.Of(-distance);
        var density = LogisticDensity.From(LogisticParts<TLane>.Of(parts), distance);
        var t = HyperbolicTangent.From(parts, TLane.Create(0.5) * x, distance);
        return Moments.Of(density, t, x, parameters);
    }
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The slope of x times the standard normal distribution: the distribution and x times its density.</summary>
public readonly struct GeluSlope : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var density = NormalDensity.Apply(x);
        var step = TLane.ConditionalSelect(TLane.Equal(density, TLane.Create(0)), TLane.Create(0), x * density);
        return NormalDistribution.Apply(x) + step;
    }
}

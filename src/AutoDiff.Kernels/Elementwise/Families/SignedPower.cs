using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>|x| to a power, with the sign of x; 0 at either zero.</summary>
public readonly struct SignedPower : IParametricFunction<double[]>
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x, double[] parameters) where TLane : struct, ILane<TLane>
    {
        var y = PowerOfDistance.Apply(x, parameters) | Signs.Of(x);
        return TLane.ConditionalSelect(TLane.Equal(x, TLane.Create(0)), TLane.Create(0), y);
    }
}

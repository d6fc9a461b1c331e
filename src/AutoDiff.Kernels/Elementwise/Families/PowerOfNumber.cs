using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>x to a power.</summary>
public readonly struct PowerOfNumber : IParametricFunction<double[]>
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x, double[] parameters) where TLane : struct, ILane<TLane> =>
        Power.Apply(x, TLane.Create(parameters[0]));
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>|x| to a power.</summary>
public readonly struct PowerOfDistance : IParametricFunction<double[]>
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x, double[] parameters) where TLane : struct, ILane<TLane> =>
        Power.Apply(TLane.Abs(x), TLane.Create(parameters[0]));
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>x times the standard normal distribution: 0 at -∞.</summary>
public readonly struct Gelu : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane> =>
        TLane.ConditionalSelect(TLane.Less(x, TLane.Create(-39)), TLane.Create(0), x * NormalDistribution.Apply(x));
}

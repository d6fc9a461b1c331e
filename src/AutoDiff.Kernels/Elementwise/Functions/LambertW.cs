using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The number w ≥ -1 with w exp w = x: -1 at -1/e, NaN below.</summary>
public readonly struct LambertW : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane> => LambertParts.Of(x).W;
}

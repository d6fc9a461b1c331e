using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>1 + w where w exp w = x, w ≥ -1: 0 at -1/e, with all its digits beside it, NaN below.</summary>
public readonly struct LambertWNext : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane> => LambertParts.Of(x).Next;
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>1 / x</summary>
public readonly struct Reciprocal : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane> =>
        TLane.Create(1) / x;
}

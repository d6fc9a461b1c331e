using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>(1 - x)(1 + x), which keeps its digits near -1 and 1.</summary>
public readonly struct OneLessSquare : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane> =>
        (TLane.Create(1) - x) * (TLane.Create(1) + x);
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The distance of x from 0.</summary>
public readonly struct AbsoluteValue : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane> =>
        TLane.Abs(x);
}

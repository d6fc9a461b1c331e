using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The square root; 0, never -0, of either zero: the slope 1 / (2 y) would be -inf.</summary>
public readonly struct SquareRoot : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane> =>
        TLane.Sqrt(x) + TLane.Create(0);
}

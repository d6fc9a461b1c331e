using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The smallest whole number that is not below x.</summary>
public readonly struct WholeAbove : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane> =>
        -TLane.Floor(-x);
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The largest whole number that is not above x.</summary>
public readonly struct WholeBelow : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane> =>
        TLane.Floor(x);
}

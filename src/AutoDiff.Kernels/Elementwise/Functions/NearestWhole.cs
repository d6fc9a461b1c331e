using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The whole number nearest to x, and the even one of two.</summary>
public readonly struct NearestWhole : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane> =>
        TLane.Round(x);
}

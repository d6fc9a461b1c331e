using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The larger of x and 0; NaN of NaN.</summary>
public readonly struct Rectifier : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane> => TLane.Max(x, TLane.Create(0));
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The larger of two numbers, NaN where one of them is.</summary>
public readonly struct Larger : IBinaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x, TLane z) where TLane : struct, ILane<TLane> =>
        TLane.Max(x, z);
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The smaller of two numbers, NaN where one of them is.</summary>
public readonly struct Smaller : IBinaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x, TLane z) where TLane : struct, ILane<TLane> =>
        TLane.Min(x, z);
}

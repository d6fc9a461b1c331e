using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>x - z, and 0 where they are equal, also at infinity.</summary>
public readonly struct Gap : IBinaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x, TLane z) where TLane : struct, ILane<TLane> =>
        TLane.ConditionalSelect(TLane.Equal(x, z), TLane.Create(0), x - z);
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>1 where x &gt; z, else 0.</summary>
public readonly struct IsGreater : IBinaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x, TLane z) where TLane : struct, ILane<TLane> =>
        TLane.Less(z, x) & TLane.Create(1);
}

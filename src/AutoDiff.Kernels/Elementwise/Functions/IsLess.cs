using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>1 where x &lt; z, else 0.</summary>
public readonly struct IsLess : IBinaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x, TLane z) where TLane : struct, ILane<TLane> =>
        TLane.Less(x, z) & TLane.Create(1);
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>1 where x ≤ z, else 0.</summary>
public readonly struct IsLessOrEqual : IBinaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x, TLane z) where TLane : struct, ILane<TLane> =>
        TLane.LessOrEqual(x, z) & TLane.Create(1);
}

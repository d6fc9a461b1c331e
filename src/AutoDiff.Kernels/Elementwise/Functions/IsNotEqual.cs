using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>0 where x = z, else 1.</summary>
public readonly struct IsNotEqual : IBinaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x, TLane z) where TLane : struct, ILane<TLane> =>
        TLane.ConditionalSelect(TLane.Equal(x, z), TLane.Create(0), TLane.Create(1));
}

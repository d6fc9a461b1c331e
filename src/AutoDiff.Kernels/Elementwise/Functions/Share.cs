using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>1 where x &gt; z, 1/2 where they are equal, 0 where x &lt; z, NaN where one of them is.</summary>
public readonly struct Share : IBinaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x, TLane z) where TLane : struct, ILane<TLane>
    {
        var share = TLane.ConditionalSelect(TLane.Equal(x, z), TLane.Create(0.5), TLane.Create(double.NaN));
        share = TLane.ConditionalSelect(TLane.Less(x, z), TLane.Create(0), share);
        return TLane.ConditionalSelect(TLane.Less(z, x), TLane.Create(1), share);
    }
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>log(exp x + exp z), without overflow.</summary>
public readonly struct LogarithmOfSum : IBinaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x, TLane z) where TLane : struct, ILane<TLane>
    {
        var gap = TLane.ConditionalSelect(TLane.Equal(x, z), TLane.Create(0), TLane.Abs(x - z));
        return TLane.Max(x, z) + Softplus.Apply(-gap);
    }
}

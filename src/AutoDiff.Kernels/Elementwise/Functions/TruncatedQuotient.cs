using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The whole multiple of z that the remainder of x leaves out.</summary>
public readonly struct TruncatedQuotient : IBinaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x, TLane z) where TLane : struct, ILane<TLane> =>
        TLane.Round((x - Remainder.Apply(x, z)) / z);
}

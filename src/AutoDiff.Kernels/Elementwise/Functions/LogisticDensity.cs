using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>exp(-x) / (1 + exp(-x))².</summary>
public readonly struct LogisticDensity : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var distance = TLane.Abs(x);
        var y = LogisticParts<TLane>.Of(-distance).Density(TLane.Create(0));
        return TLane.ConditionalSelect(TLane.Less(TLane.Create(746), distance), TLane.Create(0), y);
    }
}

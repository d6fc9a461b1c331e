using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The hyperbolic cosine.</summary>
public readonly struct HyperbolicCosine : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var distance = TLane.Abs(x);
        var beyond = TLane.Less(TLane.Create(HyperbolicParts<TLane>.Largest), distance);
        var y = HyperbolicParts<TLane>.Of(distance).Cosine();
        return TLane.ConditionalSelect(beyond, TLane.Create(double.PositiveInfinity), y);
    }
}

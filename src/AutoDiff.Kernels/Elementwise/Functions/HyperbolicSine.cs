using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The hyperbolic sine.</summary>
public readonly struct HyperbolicSine : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var distance = TLane.Abs(x);
        var y = HyperbolicParts<TLane>.Of(distance).Sine();
        var beyond = TLane.Less(TLane.Create(HyperbolicParts<TLane>.Largest), distance);
        y = TLane.ConditionalSelect(beyond, TLane.Create(double.PositiveInfinity), y) | Signs.Of(x);
        return TLane.ConditionalSelect(TLane.Less(distance, TLane.Create(7.450580596923828e-09)), x, y);
    }
}

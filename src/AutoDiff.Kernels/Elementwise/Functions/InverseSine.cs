using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The angle in [-π/2, π/2] whose sine is x; NaN beyond -1 and 1.</summary>
public readonly struct InverseSine : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var distance = TLane.Abs(x);
        var (root, lacking) = Roots.OfOneLessSquare(distance);
        var angle = AngleParts<TLane>.Of(distance, TLane.Create(0), root, lacking);
        var y = (angle.Head + angle.Rest) | Signs.Of(x);
        return TLane.ConditionalSelect(TLane.Less(distance, TLane.Create(7.450580596923828e-09)), x, y);
    }
}

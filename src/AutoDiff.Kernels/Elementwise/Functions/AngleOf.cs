using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The angle in [-π, π] of the point (x, y); its sign is that of y, also of a zero.</summary>
public readonly struct AngleOf : IBinaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane y, TLane x) where TLane : struct, ILane<TLane>
    {
        TLane zero = TLane.Create(0), one = TLane.Create(1), infinity = TLane.Create(double.PositiveInfinity);
        TLane up = TLane.Abs(y), across = TLane.Abs(x);
        // infinities count as limits along a diagonal or an axis, and (0, 0) lies on the axis
        TLane high = TLane.Equal(up, infinity), far = TLane.Equal(across, infinity);
        up = TLane.ConditionalSelect(high | far, high & one, up);
        across = TLane.ConditionalSelect(high | far, far & one, across);
        across = TLane.ConditionalSelect(TLane.Equal(up, zero) & TLane.Equal(across, zero), one, across);
        var large = TLane.Less(TLane.Create(1e150), up) | TLane.Less(TLane.Create(1e150), across);
        var small = TLane.Less(up, TLane.Create(1e-150)) & TLane.Less(across, TLane.Create(1e-150));
        var scale = TLane.ConditionalSelect(large, TLane.Create(7.458340731200207e-155), one);
        scale = TLane.ConditionalSelect(small, TLane.Create(1.3407807929942597e+154), scale);
        var angle = AngleParts<TLane>.Of(up * scale, zero, across * scale, zero);
        var side = Signs.Of(x) | one;
        var distance = angle.Or(TLane.Less(side, zero));
        // the scaled point may lie on the axis where this one does not
        var slope = up / across;
        distance = TLane.ConditionalSelect(TLane.Less(slope, TLane.Create(1e-200)) & TLane.Less(zero, side), slope, distance);
        var result = distance | Signs.Of(y);
        return TLane.ConditionalSelect(TLane.Equal(x, x) & TLane.Equal(y, y), result, x + y);
    }
}

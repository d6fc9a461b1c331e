using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>x / √(x² + z²), the cosine of the point (x, z); 0 at the origin, and its limits where operands are infinite.</summary>
public readonly struct DirectionOf : IBinaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x, TLane z) where TLane : struct, ILane<TLane>
    {
        TLane zero = TLane.Create(0), one = TLane.Create(1), infinity = TLane.Create(double.PositiveInfinity);
        TLane first = TLane.Abs(x), second = TLane.Abs(z);
        // infinities count as limits along a diagonal or an axis
        TLane far = TLane.Equal(first, infinity), high = TLane.Equal(second, infinity);
        first = TLane.ConditionalSelect(far | high, far & one, first);
        second = TLane.ConditionalSelect(far | high, high & one, second);
        var larger = TLane.Max(first, second);
        var scale = TLane.ConditionalSelect(TLane.Less(TLane.Create(1e150), larger), TLane.Create(2.409919865102884e-181), one);
        scale = TLane.ConditionalSelect(TLane.Less(larger, TLane.Create(1e-120)), TLane.Create(4.149515568880993e+180), scale);
        TLane a = first * scale, b = second * scale;
        var direction = (a / TLane.Sqrt(TLane.MultiplyAdd(a, a, b * b))) | Signs.Of(x);
        direction = TLane.ConditionalSelect(TLane.Equal(larger, zero), zero, direction);
        return TLane.ConditionalSelect(TLane.Equal(x, x) & TLane.Equal(z, z), direction, x + z);
    }
}

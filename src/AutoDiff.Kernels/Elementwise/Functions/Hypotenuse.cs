using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>√(x² + z²) without overflow; ∞ where one of them is, even beside NaN.</summary>
public readonly struct Hypotenuse : IBinaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x, TLane z) where TLane : struct, ILane<TLane>
    {
        TLane one = TLane.Create(1), infinity = TLane.Create(double.PositiveInfinity);
        TLane first = TLane.Abs(x), second = TLane.Abs(z);
        TLane larger = TLane.Max(first, second), smaller = TLane.Min(first, second);
        var large = TLane.Less(TLane.Create(1e150), larger);
        var small = TLane.Less(larger, TLane.Create(1e-120));
        var scale = TLane.ConditionalSelect(large, TLane.Create(2.409919865102884e-181), one);
        scale = TLane.ConditionalSelect(small, TLane.Create(4.149515568880993e+180), scale);
        var back = TLane.ConditionalSelect(large, TLane.Create(4.149515568880993e+180), one);
        back = TLane.ConditionalSelect(small, TLane.Create(2.409919865102884e-181), back);
        TLane a = larger * scale, b = smaller * scale;
        TLane aa = a * a, bb = b * b;
        var (sum, lacking) = Rounding.Add(aa, bb);
        lacking += TLane.MultiplyAdd(a, a, -aa) + TLane.MultiplyAdd(b, b, -bb);
        var (root, rest) = Roots.Of(sum, lacking);
        var infinite = TLane.Equal(first, infinity) | TLane.Equal(second, infinity);
        return TLane.ConditionalSelect(infinite, infinity, (root + rest) * back);
    }
}

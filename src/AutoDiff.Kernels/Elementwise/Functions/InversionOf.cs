using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>x / (x² + z²), the inversion of the point (x, z) in the unit circle, without overflow on the way; 0 at the origin.</summary>
public readonly struct InversionOf : IBinaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x, TLane z) where TLane : struct, ILane<TLane>
    {
        TLane zero = TLane.Create(0), one = TLane.Create(1);
        var larger = TLane.Max(TLane.Abs(x), TLane.Abs(z));
        var scale = TLane.ConditionalSelect(TLane.Less(TLane.Create(1e150), larger), TLane.Create(2.409919865102884e-181), one);
        scale = TLane.ConditionalSelect(TLane.Less(larger, TLane.Create(1e-120)), TLane.Create(4.149515568880993e+180), scale);
        TLane a = x * scale, b = z * scale;
        var inverted = a / TLane.MultiplyAdd(a, a, b * b) * scale;
        var nowhere = TLane.Equal(larger, zero) | TLane.Equal(larger, TLane.Create(double.PositiveInfinity));
        inverted = TLane.ConditionalSelect(nowhere, zero, inverted);
        return TLane.ConditionalSelect(TLane.Equal(x, x) & TLane.Equal(z, z), inverted, x + z);
    }
}

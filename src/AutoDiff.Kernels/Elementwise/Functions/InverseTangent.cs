using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The angle in [-π/2, π/2] whose tangent is x.</summary>
public readonly struct InverseTangent : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var distance = TLane.Abs(x);
        // 2⁶⁰ is as good as any larger number
        var largest = TLane.Create(1152921504606846976);
        var y = TLane.ConditionalSelect(TLane.Less(largest, distance), largest, distance);
        var zero = TLane.Create(0);
        var angle = AngleParts<TLane>.Of(y, zero, TLane.Create(1), zero);
        var result = (angle.Head + angle.Rest) | Signs.Of(x);
        return TLane.ConditionalSelect(TLane.Less(distance, TLane.Create(7.450580596923828e-09)), x, result);
    }
}

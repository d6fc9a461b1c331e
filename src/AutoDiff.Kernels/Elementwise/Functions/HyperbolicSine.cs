using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The hyperbolic sine.</summary>
public readonly struct HyperbolicSine : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var distance = TLane.Abs(x);
        return From(HyperbolicParts<TLane>.Of(distance), x, distance);
    }

    /// <summary>The function of x from the parts of |x|, the distance.</summary>
    [MethodImpl(Jit.Inline)]
    internal static TLane From<TLane>(HyperbolicParts<TLane> parts, TLane x, TLane distance) where TLane : struct, ILane<TLane>
    {
        var beyond = TLane.Less(TLane.Create(HyperbolicParts<TLane>.Largest), distance);
        var y = TLane.ConditionalSelect(beyond, TLane.Create(double.PositiveInfinity), parts.Sine()) | Signs.Of(x);
        return TLane.ConditionalSelect(TLane.Less(distance, TLane.Create(7.450580596923828e-09)), x, y);
    }
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The hyperbolic cosine.</summary>
public readonly struct HyperbolicCosine : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var distance = TLane.Abs(x);
        return From(HyperbolicParts<TLane>.Of(distance), distance);
    }

    /// <summary>The function of x from the parts of |x|, the distance.</summary>
    [MethodImpl(Jit.Inline)]
    internal static TLane From<TLane>(HyperbolicParts<TLane> parts, TLane distance) where TLane : struct, ILane<TLane>
    {
        var beyond = TLane.Less(TLane.Create(HyperbolicParts<TLane>.Largest), distance);
        return TLane.ConditionalSelect(beyond, TLane.Create(double.PositiveInfinity), parts.Cosine());
    }
}

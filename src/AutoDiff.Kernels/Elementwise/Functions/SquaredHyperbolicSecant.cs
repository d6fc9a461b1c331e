using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>1 / cosh² x, which is four times the logistic density at 2x.</summary>
public readonly struct SquaredHyperbolicSecant : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var distance = TLane.Abs(x + x);
        return From(ExponentialParts<TLane>.Of(-distance), distance);
    }

    /// <summary>The function from the distance |2x| and the parts of its exponential.</summary>
    [MethodImpl(Jit.Inline)]
    internal static TLane From<TLane>(ExponentialParts<TLane> parts, TLane distance) where TLane : struct, ILane<TLane>
    {
        var y = LogisticParts<TLane>.Of(parts).Density(TLane.Create(2));
        return TLane.ConditionalSelect(TLane.Less(TLane.Create(748), distance), TLane.Create(0), y);
    }
}

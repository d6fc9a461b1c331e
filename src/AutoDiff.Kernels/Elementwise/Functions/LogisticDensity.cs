using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>exp(-x) / (1 + exp(-x))².</summary>
public readonly struct LogisticDensity : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var distance = TLane.Abs(x);
        return From(LogisticParts<TLane>.Of(-distance), distance);
    }

    /// <summary>The function from the distance |x| and the parts of its negative.</summary>
    [MethodImpl(Jit.Inline)]
    internal static TLane From<TLane>(LogisticParts<TLane> parts, TLane distance) where TLane : struct, ILane<TLane>
    {
        var y = parts.Density(TLane.Create(0));
        return TLane.ConditionalSelect(TLane.Less(TLane.Create(746), distance), TLane.Create(0), y);
    }
}

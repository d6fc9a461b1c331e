using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The sine, in radians.</summary>
public readonly struct Sine : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane> => From(CircularParts<TLane>.Of(x), x);

    /// <summary>The sine of x from the parts of x.</summary>
    [MethodImpl(Jit.Inline)]
    internal static TLane From<TLane>(CircularParts<TLane> parts, TLane x) where TLane : struct, ILane<TLane>
    {
        var y = parts.SineFrom(parts.Quadrant);
        y = TLane.ConditionalSelect(TLane.Less(TLane.Abs(x), TLane.Create(7.450580596923828e-09)), x, y);
        return CircularParts<TLane>.OrBeyond(Math.Sin, x, y);
    }
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The cosine, in radians.</summary>
public readonly struct Cosine : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane> => From(CircularParts<TLane>.Of(x), x);

    /// <summary>The cosine of x from the parts of x.</summary>
    [MethodImpl(Jit.Inline)]
    internal static TLane From<TLane>(CircularParts<TLane> parts, TLane x) where TLane : struct, ILane<TLane>
    {
        var y = parts.SineFrom(TLane.AddBits(parts.Quadrant, TLane.CreateBits(1)));
        return CircularParts<TLane>.OrBeyond(Math.Cos, x, y);
    }
}

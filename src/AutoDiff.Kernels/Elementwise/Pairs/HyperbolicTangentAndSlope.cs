using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The hyperbolic tangent and its slope, 1 / cosh² x.</summary>
internal readonly struct HyperbolicTangentAndSlope : IUnaryPair
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static (TLane First, TLane Second) Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var distance = TLane.Abs(x + x);
        var parts = ExponentialParts<TLane>.Of(-distance);
        return (HyperbolicTangent.From(parts, x, distance), SquaredHyperbolicSecant.From(parts, distance));
    }
}

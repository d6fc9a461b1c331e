using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The tangent, in radians.</summary>
public readonly struct CircularTangent : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var parts = CircularParts<TLane>.Of(x);
        var y = From(parts);
        y = TLane.ConditionalSelect(TLane.Less(TLane.Abs(x), TLane.Create(7.450580596923828e-09)), x, y);
        return CircularParts<TLane>.OrBeyond(Math.Tan, x, y);
    }

    /// <summary>The quotient of the sine and the cosine from their parts.</summary>
    [MethodImpl(Jit.Inline)]
    internal static TLane From<TLane>(CircularParts<TLane> parts) where TLane : struct, ILane<TLane> =>
        From(parts, CircularParts<TLane>.IsOdd(parts.Quadrant));

    /// <summary>The cotangent, negated.</summary>
    [MethodImpl(Jit.Inline)]
    internal static TLane NegatedCotangent<TLane>(CircularParts<TLane> parts) where TLane : struct, ILane<TLane> =>
        From(parts, CircularParts<TLane>.IsOdd(parts.Quadrant) ^ TLane.CreateBits(-1));

    [MethodImpl(Jit.Inline)]
    private static TLane From<TLane>(CircularParts<TLane> parts, TLane odd) where TLane : struct, ILane<TLane>
    {
        var (sine, sineRest) = Rounding.Add(parts.Sine, parts.SineRest);
        var (cosine, cosineRest) = Rounding.Add(parts.Cosine, parts.CosineRest);
        var (quotient, lacking) = Rounding.Divide(
            TLane.ConditionalSelect(odd, -cosine, sine),
            TLane.ConditionalSelect(odd, -cosineRest, sineRest),
            TLane.ConditionalSelect(odd, sine, cosine),
            TLane.ConditionalSelect(odd, sineRest, cosineRest));
        return quotient + lacking;
    }
}

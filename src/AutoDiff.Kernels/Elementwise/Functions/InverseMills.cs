using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The standard normal density over its distribution: the inverse of Mills' ratio, at -x.</summary>
public readonly struct InverseMills : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        TLane zero = TLane.Create(0), one = TLane.Create(1);
        var above = TLane.Less(zero, x);
        var parts = MillsParts<TLane>.Of(x);
        var (tail, tailRest) = parts.Tail();
        var scale = parts.Scale();
        var (difference, lacking) = Rounding.Add(one, -(scale * tail));
        lacking = TLane.MultiplyAdd(-scale, tailRest, lacking);
        // √(2/π) / 2 times the exponential, or √(2/π)
        var head = TLane.ConditionalSelect(above, TLane.Create(0.5) * parts.Head, one);
        var factor = TLane.Create(0.7978845608028654);
        var top = head * factor;
        var topRest = TLane.MultiplyAdd(head, TLane.Create(-4.98465440455546e-17), TLane.MultiplyAdd(head, factor, -top));
        topRest = TLane.MultiplyAdd(above & (TLane.Create(0.5) * parts.Rest), factor, topRest);
        var (quotient, rest) = Rounding.Divide(
            top,
            topRest,
            TLane.ConditionalSelect(above, difference, parts.Complement),
            TLane.ConditionalSelect(above, lacking, parts.ComplementRest));
        var y = PowersOfTwo.Scale(quotient + rest, above & parts.Power);
        y = TLane.ConditionalSelect(TLane.Less(TLane.Create(39), x), zero, y);
        return TLane.ConditionalSelect(TLane.Less(x, TLane.Create(-1e17)), -x, y);
    }
}

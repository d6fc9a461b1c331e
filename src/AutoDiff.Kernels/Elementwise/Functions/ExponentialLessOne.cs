using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>e to the x, minus 1, to all digits near 0.</summary>
public readonly struct ExponentialLessOne : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var parts = ExponentialParts<TLane>.Of(x);
        // half of everything, so that 2ⁿ exists where the result does
        var half = TLane.Create(0.5);
        var scale = PowersOfTwo.Of(parts.Power - TLane.Create(1));
        var whole = scale - half;
        var part = scale * parts.R;
        var sum = whole + part;
        var rest = Rounding.OfOrderedSum(whole, part, sum) + Rounding.OfOrderedSum(scale, -half, whole);
        var y = sum + TLane.MultiplyAdd(scale, parts.Rest, rest);
        y += y;
        y = TLane.ConditionalSelect(TLane.Less(x, TLane.Create(-40)), TLane.Create(-1), y);
        y = TLane.ConditionalSelect(TLane.Less(TLane.Create(710), x), TLane.Create(double.PositiveInfinity), y);
        return TLane.ConditionalSelect(TLane.Less(TLane.Abs(x), TLane.Create(5.551115123125783e-17)), x, y);
    }
}

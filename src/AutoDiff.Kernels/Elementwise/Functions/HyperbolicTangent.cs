using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The hyperbolic tangent.</summary>
public readonly struct HyperbolicTangent : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var w = TLane.Abs(x + x);
        return From(ExponentialParts<TLane>.Of(-w), x, w);
    }

    /// <summary>tanh(w/2) with the sign of x, which it is close to where w is tiny, from the parts of exp(-w).</summary>
    [MethodImpl(Jit.Inline)]
    internal static TLane From<TLane>(ExponentialParts<TLane> parts, TLane x, TLane w) where TLane : struct, ILane<TLane>
    {
        // -(exp(-w) - 1) / (2 + (exp(-w) - 1))
        var scale = PowersOfTwo.Of(parts.Power);
        var one = TLane.Create(1);
        var whole = scale - one;
        var part = scale * parts.R;
        var less = whole + part;
        var lessRest = Rounding.OfOrderedSum(whole, part, less) + Rounding.OfOrderedSum(-one, scale, whole);
        lessRest = TLane.MultiplyAdd(scale, parts.Rest, lessRest);
        (less, lessRest) = Rounding.Add(less, lessRest);
        var two = TLane.Create(2);
        var sum = two + less;
        var (quotient, lacking) = Rounding.Divide(-less, -lessRest, sum, Rounding.OfOrderedSum(two, less, sum) + lessRest);
        var y = TLane.ConditionalSelect(TLane.Less(TLane.Create(40), w), one, quotient + lacking) | Signs.Of(x);
        return TLane.ConditionalSelect(TLane.Less(w, TLane.Create(7.450580596923828e-09)), x, y);
    }
}

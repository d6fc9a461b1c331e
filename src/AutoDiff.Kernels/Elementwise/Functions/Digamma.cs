using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// The slope of the logarithm of the gamma function. From 10 on it is an asymptotic series (Abramowitz and Stegun 6.3.18), below by
/// recurrence that of an argument within 1/2 of its positive zero, a polynomial. Below 0 it is by reflection (6.3.7), with 28 digits where the terms
/// cancel beside its roots; NaN at its poles.
/// </summary>
public readonly struct Digamma : IUnaryFunction, IGammaRanges
{
    // below, 28 digits would take long
    private const double Roots = -200;

    private const double Zero = 1.4616321449683622;
    private const double ZeroRest = 9.549995429965697e-17;

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane> => GammaRanges.Of<Digamma, TLane>(x);

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static TLane IGammaRanges.OfLarge<TLane>(TLane x)
    {
        TLane r = TLane.Create(1) / x, z = r * r, infinity = TLane.Create(double.PositiveInfinity);
        var (log, rest) = LogarithmParts<TLane>.OfAny(x).Natural();
        var y = log + (rest - TLane.MultiplyAdd(z, Series(z), TLane.Create(0.5) * r));
        return TLane.ConditionalSelect(TLane.Less(x, infinity), y, infinity);
    }

    // the reciprocals of the numbers below x, down to that beside the zero, are added up as one fraction; below 1 there is one to subtract
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static TLane IGammaRanges.OfSmall<TLane>(TLane x)
    {
        TLane zero = TLane.Create(0), one = TLane.Create(1);
        TLane n = TLane.Round(x - TLane.Create(Zero)), top = zero, bottom = one;
        for (var k = 1; k <= GammaRanges.Large; k++)
        {
            var step = TLane.Create(k);
            var within = TLane.LessOrEqual(step, n);
            if (!TLane.Any(within))
            {
                break;
            }
            var factor = x - step;
            top = TLane.ConditionalSelect(within, TLane.MultiplyAdd(top, factor, bottom), top);
            bottom *= TLane.ConditionalSelect(within, factor, one);
        }
        var below = TLane.Less(n, zero);
        top = TLane.ConditionalSelect(below, -one, top);
        bottom = TLane.ConditionalSelect(below, x, bottom);
        var h = x - n - TLane.Create(Zero) - TLane.Create(ZeroRest);
        return TLane.MultiplyAdd(h, NearZero(h), top / bottom);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static TLane IGammaRanges.OfOther<TLane>(TLane x)
    {
        TLane one = TLane.Create(1);
        var (z, regular) = GammaRanges.Regular(x);
        var cotangent = -CircularTangent.NegatedCotangent(CircularParts<TLane>.OfHalfTurns(z));
        var y = TLane.MultiplyAdd(TLane.Create(-Math.PI), cotangent, GammaRanges.OfPositive<Digamma, TLane>(one - z));
        var cancels = TLane.Less(TLane.Abs(y), one) & TLane.Less(TLane.Create(Roots), z) & regular;
        if (TLane.Any(cancels))
        {
            var exact = LongGamma.Digamma(DoubleDouble<TLane>.Of(TLane.ConditionalSelect(cancels, z, TLane.Create(-0.5)))).High;
            y = TLane.ConditionalSelect(cancels, exact, y);
        }
        return TLane.ConditionalSelect(regular, y, TLane.Create(double.NaN));
    }

    // the function over h, which is the distance from its zero, minimax for h from -0.5018 to 0.5002
    [MethodImpl(Jit.Inline)]
    private static TLane NearZero<TLane>(TLane h) where TLane : struct, ILane<TLane>
    {
        var w = h * h;
        var even = TLane.MultiplyAdd(w, TLane.Create(0.0004655386587361129), TLane.Create(0.00035080198107585486));
        var odd = TLane.MultiplyAdd(w, TLane.Create(-0.00032902103885412725), TLane.Create(-0.0002263939450311154));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.0011339692831221935));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-0.0007833441398887608));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.0022931648125980556));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-0.0015664124971799375));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.00492842837223465));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-0.0033713734450673727));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.010538646986670104));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-0.007204382039572787));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.022597656115086653));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-0.015424775312237824));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.04880428791426466));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-0.033161126122594746));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.10782405069531543));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-0.07219956126372508));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.25849976095562543));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-0.1639427054423379));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.9676722454476212));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-0.4427631689835923));
        return TLane.MultiplyAdd(h, odd, even);
    }

    // log x - 1/(2x) less the function, times x², minimax in z = 1/x² for x from 10 on
    [MethodImpl(Jit.Inline)]
    private static TLane Series<TLane>(TLane z) where TLane : struct, ILane<TLane>
    {
        var w = z * z;
        var even = TLane.MultiplyAdd(w, TLane.Create(0.06826316251882891), TLane.Create(0.007573902445650898));
        var odd = TLane.MultiplyAdd(w, TLane.Create(-0.020863531511913253), TLane.Create(-0.004166658332405955));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.003968253948131551));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-0.00833333333331024));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.08333333333333333));
        return TLane.MultiplyAdd(z, odd, even);
    }
}

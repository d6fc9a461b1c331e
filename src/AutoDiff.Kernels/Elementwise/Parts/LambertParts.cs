using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// The principal branch of Lambert's W: w exp w = x with w ≥ -1 (Corless, Gonnet, Hare, Jeffrey, Knuth, "On the Lambert W function",
/// Adv. Comput. Math. 5 (1996)). Beside its end, -1/e, 1 + w is what is computed, for w loses its digits. Elsewhere a start of Winitzki is
/// followed by a step of Fritsch, Shafer, Crowley, "Solution of the transcendental equation w exp w = x" (Comm. ACM 16, 1973), which
/// makes four times as many digits, and one of Halley's method, whose residual is computed before it is rounded.
/// </summary>
internal static class LambertParts
{
    /// <summary>-1/e, rounded: below the number, and taken for it.</summary>
    internal const double End = -0.36787944117144233;

    /// <summary>w and 1 + w, each with all its digits; NaN below the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static (TLane W, TLane Next) Of<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var one = TLane.Create(1);
        var near = TLane.Less(x, TLane.Create(-0.25));
        var w = Away(TLane.Max(x, TLane.Create(-0.25)));
        var next = one + w;
        if (!TLane.Any(near))
        {
            return (w, next);
        }
        var (p, lacking) = Near(x);
        return (TLane.ConditionalSelect(near, p - one + lacking, w), TLane.ConditionalSelect(near, p + lacking, next));
    }

    // w for x from -1/4 on
    [MethodImpl(Jit.Inline)]
    private static TLane Away<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var logarithm = LogarithmOfNext.Apply(x);
        var w = logarithm - logarithm * LogarithmOfNext.Apply(logarithm) / (TLane.Create(2) + logarithm);
        w = Last(x, First(x, w));
        // below, w is x; the start is NaN at ∞
        var plain = TLane.Less(TLane.Abs(x), TLane.Create(double.PositiveInfinity)) & TLane.Less(TLane.Create(1e-150), TLane.Abs(x));
        return TLane.ConditionalSelect(plain, w, x);
    }

    // the step of Fritsch and others, with z = log(x / w) - w
    [MethodImpl(Jit.Inline)]
    private static TLane First<TLane>(TLane x, TLane w) where TLane : struct, ILane<TLane>
    {
        var z = NaturalLogarithm.Apply(x / w) - w;
        TLane next = TLane.Create(1) + w, twice = z + z;
        var r = (next + next) * TLane.MultiplyAdd(twice, TLane.Create(1.0 / 3), next);
        return TLane.MultiplyAdd(w * z, (r - z) / (next * (r - twice)), w);
    }

    // Halley's step for w exp w - x, over the power of two in exp w
    [MethodImpl(Jit.Inline)]
    private static TLane Last<TLane>(TLane x, TLane w) where TLane : struct, ILane<TLane>
    {
        var parts = ExponentialParts<TLane>.Of(w);
        var (head, more) = parts.Mantissa();
        var (power, lacking) = Rounding.Add(head, more);
        var product = w * power;
        var residual = x * PowersOfTwo.Of(-parts.Power) - product - TLane.MultiplyAdd(w, power, -product) - w * lacking;
        TLane one = TLane.Create(1), next = one + w;
        return w + residual / TLane.MultiplyAdd(power, next, residual * (one + next) / (next + next));
    }

    // 1 + w as p and a rest, for x up to -1/4, by p = √(2 (1 + e x)), whose square and whose rounding are computed before they are
    // rounded; 0 at the end, NaN below
    [MethodImpl(Jit.Inline)]
    private static (TLane P, TLane Lacking) Near<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        TLane e = TLane.Create(2.718281828459045), product = e * x;
        var rest = TLane.MultiplyAdd(x, TLane.Create(1.4456468917292502e-16), TLane.MultiplyAdd(e, x, -product));
        var (half, lost) = Rounding.Add(TLane.Create(1) + product, rest);
        var square = TLane.ConditionalSelect(TLane.Equal(x, TLane.Create(End)), TLane.Create(0), half + half);
        var p = TLane.Sqrt(square);
        var ofRoot = TLane.MultiplyAdd(TLane.MultiplyAdd(-p, p, square), TLane.Create(0.5), lost) / p;
        ofRoot = TLane.ConditionalSelect(TLane.Equal(square, TLane.Create(0)), TLane.Create(0), ofRoot);
        return (p, TLane.MultiplyAdd(square, Polynomial(p), ofRoot));
    }

    // (1 + w - p) / p², minimax
    [MethodImpl(Jit.Inline)]
    private static TLane Polynomial<TLane>(TLane p) where TLane : struct, ILane<TLane>
    {
        var z = p * p;
        var even = TLane.MultiplyAdd(z, TLane.Create(-3.650494230345742e-05), TLane.Create(-0.0003972518362407021));
        var odd = TLane.MultiplyAdd(z, TLane.Create(4.399313911404476e-06), TLane.Create(0.0001477107913790471));
        even = TLane.MultiplyAdd(z, even, TLane.Create(-0.0014613082797496851));
        odd = TLane.MultiplyAdd(z, odd, TLane.Create(0.0008242071716238506));
        even = TLane.MultiplyAdd(z, even, TLane.Create(-0.003794050368927879));
        odd = TLane.MultiplyAdd(z, odd, TLane.Create(0.002389819291714046));
        even = TLane.MultiplyAdd(z, even, TLane.Create(-0.009616057677022996));
        odd = TLane.MultiplyAdd(z, odd, TLane.Create(0.006010140394442781));
        even = TLane.MultiplyAdd(z, even, TLane.Create(-0.025984703962637735));
        odd = TLane.MultiplyAdd(z, odd, TLane.Create(0.015635518177010428));
        even = TLane.MultiplyAdd(z, even, TLane.Create(-0.07962962960389862));
        odd = TLane.MultiplyAdd(z, odd, TLane.Create(0.04450231413060884));
        even = TLane.MultiplyAdd(z, even, TLane.Create(-0.33333333333333));
        odd = TLane.MultiplyAdd(z, odd, TLane.Create(0.15277777777728463));
        return TLane.MultiplyAdd(p, odd, even);
    }
}

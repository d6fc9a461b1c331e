using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// The inverse of Mills' ratio at t ≥ 2 is the continued fraction t + a₁, aₖ = k / (t + aₖ₊₁) (Abramowitz and Stegun 26.2.14). As
/// daₖ/dt = aₖ(aₖ - aₖ₊₁), the tails give its derivatives, where those in terms of the ratio cancel. The third is h / t with a slowly varying h.
/// </summary>
/// <typeparam name="TLane">How many numbers stand side by side.</typeparam>
internal readonly struct MillsTails<TLane>(TLane h, TLane second) where TLane : struct, ILane<TLane>
{
    /// <summary>a₃ t</summary>
    private readonly TLane h = h;

    /// <summary>t + a₂</summary>
    private readonly TLane second = second;

    /// <summary>Beyond, t² + 3 is t².</summary>
    internal const double Large = 1e9;

    /// <summary>The tails for t from 2 to the bound.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static MillsTails<TLane> Of(TLane t)
    {
        var four = TLane.Create(4);
        var h = Polynomial((t - four) / (t + four));
        return new(h, t + (t + t) / TLane.MultiplyAdd(t, t, h));
    }

    /// <summary>1 + a₁(a₁ - a₂), which is (1 + t (t + a₂)) / (t + a₂)².</summary>
    [MethodImpl(Jit.Inline)]
    internal TLane Slope(TLane t) => TLane.MultiplyAdd(t, second, TLane.Create(1)) / (second * second);

    /// <summary>The second derivative, 2 (t + a₁) (a₃ - a₂) / ((t + a₂)² (t + a₃)).</summary>
    [MethodImpl(Jit.Inline)]
    internal TLane Curvature(TLane t)
    {
        // t (t + a₃), and t (a₃ - a₂)
        var third = TLane.MultiplyAdd(t, t, h);
        var gap = h - (t + t) * t / third;
        return (gap + gap) * Slope(t) / (second * third);
    }

    // h in s = (t - 4) / (t + 4), minimax for all t ≥ 2
    [MethodImpl(Jit.Inline)]
    private static TLane Polynomial(TLane s)
    {
        var w = s * s;
        var even = TLane.MultiplyAdd(w, TLane.Create(-0.0005125892469025681), TLane.Create(-0.00397508388369767));
        var odd = TLane.MultiplyAdd(w, TLane.Create(5.510338193614e-05), TLane.Create(0.0019928110706377775));
        even = TLane.MultiplyAdd(w, even, TLane.Create(4.719124192183373e-06));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(0.0036674848551082177));
        even = TLane.MultiplyAdd(w, even, TLane.Create(-0.0013152298301272048));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-0.001873693673412172));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.004512594078358441));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(0.0014896506005497188));
        even = TLane.MultiplyAdd(w, even, TLane.Create(-0.009778670015826402));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-0.0015688543048648018));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.019549642416283333));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(0.00011085519433395473));
        even = TLane.MultiplyAdd(w, even, TLane.Create(-0.037963310446610325));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(0.005132047005273272));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.07440089003326213));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-0.01851893380769166));
        even = TLane.MultiplyAdd(w, even, TLane.Create(-0.15561341096446338));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(0.048295089692047065));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.3794172195492342));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-0.10701143871337605));
        even = TLane.MultiplyAdd(w, even, TLane.Create(-1.2710045089164632));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(0.169264953733488));
        even = TLane.MultiplyAdd(w, even, TLane.Create(2.497805178413003));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(1.4034374846557283));
        return TLane.MultiplyAdd(s, odd, even);
    }
}

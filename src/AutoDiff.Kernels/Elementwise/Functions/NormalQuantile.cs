using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// The number below which a standard normal variable is with probability p; infinite at 0 and 1, NaN beyond. Half of all is a polynomial;
/// in the tails an approximation to 21 bits is followed by a step of Halley's method for the tail relative to the density, which no
/// probability is too small for.
/// </summary>
public readonly struct NormalQuantile : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var half = TLane.Create(0.5);
        // exact from 1/4 on
        var y = x - half;
        var inner = TLane.LessOrEqual(TLane.Abs(y), TLane.Create(0.25));
        var outer = inner ^ TLane.CreateBits(-1);
        var middle = Middle(y);
        if (!TLane.Any(outer))
        {
            return middle;
        }
        var p = TLane.ConditionalSelect(TLane.Less(half, x), TLane.Create(1) - x, x);
        var far = Tail(TLane.ConditionalSelect(outer, p, TLane.Create(0.25))) ^ Signs.Of(y);
        return TLane.ConditionalSelect(inner, middle, far);
    }

    // the distance of the quantile from the median, for p < 1/2; ∞ for 0, NaN for negative numbers
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static TLane Tail<TLane>(TLane p) where TLane : struct, ILane<TLane>
    {
        TLane four = TLane.Create(4), one = TLane.Create(1), half = TLane.Create(0.5);
        var r = TLane.Sqrt(TLane.Create(-2) * NaturalLogarithm.Apply(p));
        var x = r - Correction((r - four) / (r + four));
        // Mills' ratio, less p over the density
        var (complement, complementRest) = MillsParts<TLane>.Scaled(x);
        var (head, rest, power) = Gaussian.OfSquare(x, -half);
        var ratio = PowersOfTwo.Scale(p, power) * (head + rest);
        var step = TLane.Create(1.2533141373155003) * (complement - (ratio + ratio) + complementRest);
        x = TLane.MultiplyAdd(step, one / TLane.MultiplyAdd(TLane.Create(-0.5) * x, step, one), x);
        return TLane.ConditionalSelect(TLane.Less(r, TLane.Create(double.PositiveInfinity)), x, r);
    }

    // √(2π) y and what is left of the quantile for p = 1/2 + y, |y| up to 1/4
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static TLane Middle<TLane>(TLane y) where TLane : struct, ILane<TLane>
    {
        TLane z = y * y, scale = TLane.Create(2.5066282746310007);
        var line = y * scale;
        var rest = TLane.MultiplyAdd(y, TLane.Create(-1.8328579980459167e-16), TLane.MultiplyAdd(y, scale, -line));
        return line + TLane.MultiplyAdd(y * z, Polynomial(z), rest);
    }

    // (quantile / y - √(2π)) / y², minimax in z = y²
    [MethodImpl(Jit.Inline)]
    private static TLane Polynomial<TLane>(TLane z) where TLane : struct, ILane<TLane>
    {
        var w = z * z;
        var even = TLane.MultiplyAdd(w, TLane.Create(389617546.4945483), TLane.Create(20029408.228721995));
        var odd = TLane.MultiplyAdd(w, TLane.Create(-91055089.41227283), TLane.Create(-653500.5876035001));
        even = TLane.MultiplyAdd(w, even, TLane.Create(378940.74055424077));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(68865.20147709116));
        even = TLane.MultiplyAdd(w, even, TLane.Create(20933.458234351776));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(5869.231839806479));
        even = TLane.MultiplyAdd(w, even, TLane.Create(1689.953378291162));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(496.2724414627217));
        even = TLane.MultiplyAdd(w, even, TLane.Create(149.82980722511502));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(47.03578742095606));
        even = TLane.MultiplyAdd(w, even, TLane.Create(15.66760896348925));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(5.772533538611378));
        even = TLane.MultiplyAdd(w, even, TLane.Create(2.624934990953737));
        return TLane.MultiplyAdd(z, odd, even);
    }

    // r less the distance for p = exp(-r²/2) in s = (r - 4) / (r + 4), minimax for p up to 1/4
    [MethodImpl(Jit.Inline)]
    private static TLane Correction<TLane>(TLane s) where TLane : struct, ILane<TLane>
    {
        var w = s * s;
        var even = TLane.MultiplyAdd(w, TLane.Create(-0.03299469045013382), TLane.Create(0.08954647247159284));
        var odd = TLane.MultiplyAdd(w, TLane.Create(0.0011267182495356192), TLane.Create(-0.12970684472563895));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.11264975653663026));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-0.13644745287642523));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.16878568058706422));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-0.26093362315255664));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.34273363593946415));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-0.7471655065985894));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.5988070627529241));
        return TLane.MultiplyAdd(s, odd, even);
    }
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// Sine and cosine of what is left of x beside the nearest multiple of π/2, as sums. The reduction takes π/2 in three parts (Cody and Waite,
/// Software Manual for the Elementary Functions, 1980) by fused multiplications, of which the first is exact, and keeps what it rounds;
/// so results are good to all digits beside multiples of π/2 too, up to |x| = 2³⁰.
/// </summary>
/// <typeparam name="TLane">How many numbers stand side by side.</typeparam>
internal readonly struct CircularParts<TLane>(TLane quadrant, TLane sine, TLane sineRest, TLane cosine, TLane cosineRest)
    where TLane : struct, ILane<TLane>
{
    /// <summary>The bound of the reduction.</summary>
    internal const double Largest = 1073741824;

    /// <summary>In its lowest two bits, the multiple of π/2.</summary>
    internal TLane Quadrant { get; } = quadrant;

    /// <summary>The angle that is left, rounded: the sine to first order.</summary>
    internal TLane Sine { get; } = sine;

    /// <summary>What is left of the sine.</summary>
    internal TLane SineRest { get; } = sineRest;

    /// <summary>The cosine to second order, rounded.</summary>
    internal TLane Cosine { get; } = cosine;

    /// <summary>What is left of the cosine.</summary>
    internal TLane CosineRest { get; } = cosineRest;

    /// <summary>The parts for an angle up to the bound.</summary>
    [MethodImpl(Jit.Inline)]
    internal static CircularParts<TLane> Of(TLane x)
    {
        var shifter = TLane.Create(PowersOfTwo.Shifter);
        var quadrant = TLane.MultiplyAdd(x, TLane.Create(0.6366197723675814), shifter);
        var n = quadrant - shifter;
        var second = TLane.Create(6.123233995736766e-17);
        // n is 0, or |x| > 3/4: then both operands are multiples of 2^-53, and their difference is below 1
        var high = TLane.MultiplyAdd(n, TLane.Create(-1.5707963267948966), x);
        var low = n * second;
        var r = high - low;
        var lost = Rounding.OfSum(high, -low, r) - TLane.MultiplyAdd(n, second, -low);
        lost = TLane.MultiplyAdd(n, TLane.Create(1.4973849048591698e-33), lost);
        return OfAngle(quadrant, r, lost);
    }

    /// <summary>The parts for π x. Its reduction is exact, from the largest numbers too.</summary>
    [MethodImpl(Jit.Inline)]
    internal static CircularParts<TLane> OfHalfTurns(TLane x)
    {
        TLane two = TLane.Create(2), half = TLane.Create(0.5), shifter = TLane.Create(PowersOfTwo.Shifter);
        var turn = TLane.MultiplyAdd(TLane.Round(half * x), -two, x);
        var quadrant = TLane.MultiplyAdd(turn, two, shifter);
        var left = TLane.MultiplyAdd(quadrant - shifter, -half, turn);
        var pi = TLane.Create(Math.PI);
        var r = left * pi;
        return OfAngle(quadrant, r, TLane.MultiplyAdd(left, TLane.Create(1.2246467991473532e-16), TLane.MultiplyAdd(left, pi, -r)));
    }

    /// <summary>The parts for an angle r + lost beside a multiple of π/2.</summary>
    [MethodImpl(Jit.Inline)]
    private static CircularParts<TLane> OfAngle(TLane quadrant, TLane r, TLane lost)
    {
        var z = r * r;
        var half = TLane.Create(0.5) * z;
        var one = TLane.Create(1);
        var cosine = one - half;
        var sineRest = TLane.MultiplyAdd(z * r, SineSeries(z), TLane.MultiplyAdd(lost, -half, lost));
        var cosineRest = Rounding.OfOrderedSum(one, -half, cosine) + TLane.MultiplyAdd(z * z, CosineSeries(z), -(r * lost));
        return new(quadrant, r, sineRest, cosine, cosineRest);
    }

    /// <summary>sin(r + quadrant π/2)</summary>
    [MethodImpl(Jit.Inline)]
    internal TLane SineFrom(TLane quadrant)
    {
        var odd = IsOdd(quadrant);
        var y = TLane.ConditionalSelect(odd, Cosine, Sine) + TLane.ConditionalSelect(odd, CosineRest, SineRest);
        return y ^ TLane.ShiftLeft(TLane.ShiftRight(quadrant, 1), 63);
    }

    /// <summary>The mask of odd quadrants.</summary>
    [MethodImpl(Jit.Inline)]
    internal static TLane IsOdd(TLane quadrant) =>
        TLane.Less(TLane.ShiftLeft(quadrant, 63) | TLane.Create(1), TLane.Create(0));

    /// <summary>y, or what a function of one number makes of x where that is too large for the reduction.</summary>
    [MethodImpl(Jit.Inline)]
    internal static TLane OrBeyond(Func<double, double> f, TLane x, TLane y)
    {
        var beyond = TLane.Less(TLane.Create(Largest), TLane.Abs(x));
        return TLane.Any(beyond) ? TLane.ConditionalSelect(beyond, TLane.Map(f, x), y) : y;
    }

    // (sin r - r) / r³, minimax in z = r²
    [MethodImpl(Jit.Inline)]
    private static TLane SineSeries(TLane z)
    {
        var w = z * z;
        var even = TLane.MultiplyAdd(w, TLane.Create(-2.5050758396951574e-08), TLane.Create(-0.0001984126982981265));
        var odd = TLane.MultiplyAdd(w, TLane.Create(1.5896812489333888e-10), TLane.Create(2.7557313693658512e-06));
        even = TLane.MultiplyAdd(w, even, TLane.Create(-0.16666666666666632));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(0.00833333333332242));
        return TLane.MultiplyAdd(z, odd, even);
    }

    // (cos r - 1 + r²/2) / r⁴, minimax in z = r²
    [MethodImpl(Jit.Inline)]
    private static TLane CosineSeries(TLane z)
    {
        var w = z * z;
        var even = TLane.MultiplyAdd(w, TLane.Create(2.0875700643738684e-09), TLane.Create(2.480158728884698e-05));
        var odd = TLane.MultiplyAdd(w, TLane.Create(-1.1358525960074867e-11), TLane.Create(-2.755731417788333e-07));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.041666666666666595));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-0.001388888888887305));
        return TLane.MultiplyAdd(z, odd, even);
    }
}

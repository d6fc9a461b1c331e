using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// The logarithm of the gamma function. From 10 on it is Stirling's series (Abramowitz and Stegun 6.1.41), below by recurrence that of an
/// argument within 1/2 of 2, a polynomial. Below 0 it is that of |Γ| by reflection (6.1.17), with 28 digits where the terms cancel beside its roots;
/// infinite at its poles.
/// </summary>
public readonly struct LogGamma : IUnaryFunction, IGammaRanges
{
    // below, the roots are no doubles
    private const double Roots = -40;

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane> => GammaRanges.Of<LogGamma, TLane>(x);

    /// <summary>What Stirling's formula lacks, from 10 on; the reciprocal of the number is given.</summary>
    [MethodImpl(Jit.Inline)]
    internal static TLane Beyond<TLane>(TLane inverse) where TLane : struct, ILane<TLane> => inverse * Series(inverse * inverse);

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static TLane IGammaRanges.OfLarge<TLane>(TLane x)
    {
        TLane one = TLane.Create(1), r = one / x;
        var (log, rest) = LogarithmParts<TLane>.OfAny(x).Natural();
        TLane less = log - one, factor = x - TLane.Create(0.5);
        var product = factor * less;
        var lacking = TLane.MultiplyAdd(factor, rest, TLane.MultiplyAdd(factor, less, -product));
        // log(2π)/2 - 1/2
        var y = product + (lacking + TLane.MultiplyAdd(r, Series(r * r), TLane.Create(0.41893853320467267)));
        return TLane.ConditionalSelect(TLane.Less(product, TLane.Create(double.PositiveInfinity)), y, product);
    }

    // x = 2 + z + n: log Γ(x) is log Γ(2 + z) and the logarithm of the n numbers below x, or less that of those from x on
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static TLane IGammaRanges.OfSmall<TLane>(TLane x)
    {
        TLane zero = TLane.Create(0), one = TLane.Create(1), two = TLane.Create(2);
        var whole = TLane.Round(x);
        TLane z = x - whole, n = whole - two, product = one;
        for (var k = 1; k <= GammaRanges.Large - 2; k++)
        {
            var step = TLane.Create(k);
            var within = TLane.LessOrEqual(step, n);
            if (!TLane.Any(within))
            {
                break;
            }
            product *= TLane.ConditionalSelect(within, x - step, one);
        }
        product = TLane.ConditionalSelect(TLane.Less(n, zero), x, product);
        product = TLane.ConditionalSelect(TLane.Less(n, -one), x * (x + one), product);
        var (log, rest) = LogarithmParts<TLane>.OfAny(product).Natural();
        var minus = TLane.Less(n, zero) & TLane.Create(-0.0);
        // 1 less Euler's constant
        var line = TLane.MultiplyAdd(z, TLane.Create(0.42278433509846713), log ^ minus);
        return line + TLane.MultiplyAdd(z * z, AtTwo(z), rest ^ minus);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    static TLane IGammaRanges.OfOther<TLane>(TLane x)
    {
        TLane infinity = TLane.Create(double.PositiveInfinity), half = TLane.Create(-0.5);
        var (z, regular) = GammaRanges.Regular(x);
        var sine = NaturalLogarithm.Apply(TLane.Abs(SineOfHalfTurns.Apply(z)));
        // log π
        var y = TLane.Create(1.1447298858494002) - sine - GammaRanges.OfPositive<LogGamma, TLane>(TLane.Create(1) - z);
        var cancels = TLane.Less(TLane.Abs(y), TLane.Create(4)) & TLane.Less(TLane.Create(Roots), z) & regular;
        if (TLane.Any(cancels))
        {
            var exact = LongGamma.Logarithm(DoubleDouble<TLane>.Of(TLane.ConditionalSelect(cancels, z, half))).High;
            y = TLane.ConditionalSelect(cancels, exact, y);
        }
        var end = TLane.ConditionalSelect(TLane.Less(-infinity, x), infinity, TLane.Create(double.NaN));
        return TLane.ConditionalSelect(regular, y, end);
    }

    // (log Γ(2 + z) / z - 1 + Euler's constant) / z, minimax for z from -1/2 to 1/2
    [MethodImpl(Jit.Inline)]
    private static TLane AtTwo<TLane>(TLane z) where TLane : struct, ILane<TLane>
    {
        var w = z * z;
        var even = TLane.MultiplyAdd(w, TLane.Create(2.7779555110011556e-07), TLane.Create(9.210959606290525e-07));
        var odd = TLane.MultiplyAdd(w, TLane.Create(-1.356232447621011e-07), TLane.Create(-4.287270471742912e-07));
        even = TLane.MultiplyAdd(w, even, TLane.Create(4.384227114175082e-06));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-2.0456532279196106e-06));
        even = TLane.MultiplyAdd(w, even, TLane.Create(2.050570768988822e-05));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-9.43828304872889e-06));
        even = TLane.MultiplyAdd(w, even, TLane.Create(9.945765703591173e-05));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-4.492637514643573e-05));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.0005096695167601922));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-0.00022315474887932808));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.0028905103309742144));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-0.0011927539120767142));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.020580808427781642));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-0.0073855510286668915));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.3224670334241132));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-0.06735230105319814));
        return TLane.MultiplyAdd(z, odd, even);
    }

    // what Stirling's formula lacks, times x, minimax in z = 1/x² for x from 10 on
    [MethodImpl(Jit.Inline)]
    private static TLane Series<TLane>(TLane z) where TLane : struct, ILane<TLane>
    {
        var w = z * z;
        var even = TLane.MultiplyAdd(w, TLane.Create(0.0008394417712851395), TLane.Create(0.0007936507542960887));
        var odd = TLane.MultiplyAdd(w, TLane.Create(-0.0017270081240103252), TLane.Create(-0.0005952244616153342));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.08333333333333331));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(-0.0027777777777289675));
        return TLane.MultiplyAdd(z, odd, even);
    }
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// log u = k log 2 + f + rest for positive u = 2ᵏ (1 + f), where 1 + f is between √½ and √2. The rest is s (f²/2 + R(s²)) - f²/2 with
/// s = f / (2 + f), where 2 s + s R(s²) is the series of 2 artanh s: the arrangement of the freely distributable maths library of Sun
/// Microsystems (1993).
/// </summary>
/// <typeparam name="TLane">How many numbers stand side by side.</typeparam>
internal readonly struct LogarithmParts<TLane>(TLane power, TLane f, TLane rest) where TLane : struct, ILane<TLane>
{
    private const long RootHalf = 0x3fe6a09e667f3bcd;

    /// <summary>k</summary>
    internal TLane Power { get; } = power;

    /// <summary>f</summary>
    internal TLane F { get; } = f;

    /// <summary>log(1 + f) - f, and what u lacks.</summary>
    internal TLane Rest { get; } = rest;

    /// <summary>The parts of log u, for a positive normal u; what it lacks, relative to u, goes into the rest.</summary>
    [MethodImpl(Jit.Inline)]
    internal static LogarithmParts<TLane> Of(TLane u, TLane lacking)
    {
        var (k, f) = Split(u);
        return Of(k, f, lacking);
    }

    /// <summary>k and f of a positive normal number.</summary>
    [MethodImpl(Jit.Inline)]
    private static (TLane Power, TLane F) Split(TLane u)
    {
        var shifted = TLane.AddBits(u, TLane.CreateBits(0x3ff0000000000000 - RootHalf));
        var biased = TLane.ShiftRight(shifted, 52) | TLane.CreateBits(0x4330000000000000);
        var mantissa = TLane.AddBits(shifted & TLane.CreateBits(0x000fffffffffffff), TLane.CreateBits(RootHalf));
        return (biased - TLane.Create(4503599627370496 + 1023), mantissa - TLane.Create(1));
    }

    /// <summary>k and f of a positive number.</summary>
    [MethodImpl(Jit.Inline)]
    private static (TLane Power, TLane F) SplitAny(TLane x)
    {
        var tiny = TLane.Less(x, TLane.Create(2.2250738585072014e-308));
        var (k, f) = Split(TLane.ConditionalSelect(tiny, x * TLane.Create(18014398509481984), x));
        return (k - (tiny & TLane.Create(54)), f);
    }

    [MethodImpl(Jit.Inline)]
    private static LogarithmParts<TLane> Of(TLane k, TLane f, TLane lacking)
    {
        var s = f / (f + TLane.Create(2));
        var halfSquare = TLane.Create(0.5) * f * f;
        var rest = TLane.MultiplyAdd(s, halfSquare + Series(s * s), lacking) - halfSquare;
        return new(k, f, rest);
    }

    /// <summary>The parts of log x, for positive x, also subnormal ones.</summary>
    [MethodImpl(Jit.Inline)]
    internal static LogarithmParts<TLane> OfAny(TLane x)
    {
        var (k, f) = SplitAny(x);
        return Of(k, f, TLane.Create(0));
    }

    /// <summary>The natural logarithm to 64 bits, as a sum, for x &gt; 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static (TLane Head, TLane Lacking) Exactly(TLane x)
    {
        var (k, f) = SplitAny(x);
        var two = TLane.Create(2);
        var (sum, sumRest) = Rounding.Add(two, f);
        var (s, lost) = Rounding.Divide(f, TLane.Create(0), sum, sumRest);
        // 2 s + s³ p, where p is 2/3 + s² times a polynomial; all in sums
        var square = s * s;
        var squareRest = TLane.MultiplyAdd(s + s, lost, TLane.MultiplyAdd(s, s, -square));
        var cube = s * square;
        var cubeRest = TLane.MultiplyAdd(s, squareRest, TLane.MultiplyAdd(lost, square, TLane.MultiplyAdd(s, square, -cube)));
        var (p, pRest) = Rounding.Add(TLane.Create(0.6666666666666666), square * Tail(square));
        pRest += TLane.Create(3.700743415417188e-17);
        var term = cube * p;
        var termRest = TLane.MultiplyAdd(cube, pRest, TLane.MultiplyAdd(cubeRest, p, TLane.MultiplyAdd(cube, p, -term)));
        var (head, rest) = Rounding.Add(s + s, term);
        rest += TLane.MultiplyAdd(two, lost, termRest);
        var (total, lacking) = Rounding.Add(k * TLane.Create(0.6931471803691238), head);
        return Rounding.Add(total, lacking + TLane.MultiplyAdd(k, TLane.Create(1.9082149292705877e-10), rest));
    }

    /// <summary>The parts of log 2ⁿ u.</summary>
    [MethodImpl(Jit.Inline)]
    internal LogarithmParts<TLane> Times(TLane n) => new(Power + n, F, Rest);

    /// <summary>The natural logarithm as a sum: its head is k log 2 + f, rounded.</summary>
    [MethodImpl(Jit.Inline)]
    internal (TLane Head, TLane Lacking) Natural()
    {
        // the 32 bits of the first constant make the product exact
        var whole = Power * TLane.Create(0.6931471803691238);
        var head = whole + F;
        var low = TLane.MultiplyAdd(Power, TLane.Create(1.9082149292705877e-10), Rounding.OfOrderedSum(whole, F, head));
        return (head, low + Rest);
    }

    /// <summary>log(1 + f) / log b as a sum, where 1 / log b is given in two parts.</summary>
    [MethodImpl(Jit.Inline)]
    internal (TLane Head, TLane Lacking) ToBase(double high, double low)
    {
        var sum = F + Rest;
        var lost = Rounding.OfOrderedSum(F, Rest, sum);
        var scale = TLane.Create(high);
        var head = sum * scale;
        var rest = TLane.MultiplyAdd(sum, scale, -head);
        return (head, rest + TLane.MultiplyAdd(sum, TLane.Create(low), lost * scale));
    }

    /// <summary>A logarithm, or what it is where x is 0, infinite, negative or NaN.</summary>
    [MethodImpl(Jit.Inline)]
    internal static TLane AtEnds(TLane x, TLane logarithm)
    {
        var infinity = TLane.Create(double.PositiveInfinity);
        var zero = TLane.Create(0);
        var inside = TLane.Less(zero, x) & TLane.Less(x, infinity);
        // the root is NaN of what is negative
        var end = TLane.ConditionalSelect(TLane.Equal(x, zero), -infinity, TLane.Sqrt(x));
        return TLane.ConditionalSelect(inside, logarithm, end);
    }

    // (2 artanh s - 2 s - 2/3 s³) / s⁵, minimax in z = s²
    [MethodImpl(Jit.Inline)]
    private static TLane Tail(TLane z)
    {
        var w = z * z;
        var even = TLane.MultiplyAdd(w, TLane.Create(0.13196372794308062), TLane.Create(0.15386757557230465));
        var odd = TLane.MultiplyAdd(w, TLane.Create(0.1325681276312121), TLane.Create(0.18181784361903197));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.2222222251998691));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(0.28571428570099183));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.40000000000002256));
        return TLane.MultiplyAdd(z, odd, even);
    }

    // (2 artanh s - 2 s) / s, minimax in z = s²
    [MethodImpl(Jit.Inline)]
    private static TLane Series(TLane z)
    {
        var w = z * z;
        var even = TLane.MultiplyAdd(w, TLane.Create(0.14796099343496433), TLane.Create(0.18183564840295743));
        var odd = TLane.MultiplyAdd(w, TLane.Create(0.15314036467688752), TLane.Create(0.22222198564045548));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.28571428742468624));
        odd = TLane.MultiplyAdd(w, odd, TLane.Create(0.39999999999414354));
        even = TLane.MultiplyAdd(w, even, TLane.Create(0.6666666666666734));
        return z * TLane.MultiplyAdd(z, odd, even);
    }
}

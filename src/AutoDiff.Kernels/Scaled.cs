using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>Numbers of 32 digits with exponents of their own, so that products neither overflow nor underflow midway.</summary>
/// <typeparam name="TLane">How many there are.</typeparam>
internal readonly struct Scaled<TLane>(DoubleDouble<TLane> mantissa, TLane exponent) where TLane : struct, ILane<TLane>
{
    // mantissas stay between this power of 2 and its reciprocal
    private const double Room = 200;
    private const double Largest = 1.6069380442589903e60;
    private const double Smallest = 6.223015277861142e-61;

    private readonly DoubleDouble<TLane> mantissa = mantissa;
    private readonly TLane exponent = exponent;

    /// <summary>How many numbers one takes in memory, for each lane.</summary>
    internal static int Size => 3;

    internal static Scaled<TLane> Zero => Plain(TLane.Create(0));

    /// <summary>The nearest doubles.</summary>
    internal TLane Value => Exponents.Shift(mantissa.High, exponent);

    /// <summary>Doubles as they are; those in range need no exponent.</summary>
    [MethodImpl(Jit.Inline)]
    internal static Scaled<TLane> Of(TLane x) => IsInRange(x, x) ? Plain(x) : OfFar(x);

    /// <summary>Number i of those in memory.</summary>
    [MethodImpl(Jit.Inline)]
    internal static Scaled<TLane> Load(nint address, int i) =>
        new(
            new(TLane.Load(address, Size * i * TLane.Width), TLane.Load(address, ((Size * i) + 1) * TLane.Width)),
            TLane.Load(address, ((Size * i) + 2) * TLane.Width));

    /// <summary>Writes number i of those in memory.</summary>
    [MethodImpl(Jit.Inline)]
    internal static void Store(Scaled<TLane> x, nint address, int i)
    {
        TLane.Store(x.mantissa.High, address, Size * i * TLane.Width);
        TLane.Store(x.mantissa.Low, address, ((Size * i) + 1) * TLane.Width);
        TLane.Store(x.exponent, address, ((Size * i) + 2) * TLane.Width);
    }

    /// <summary>So many zeros in memory.</summary>
    [MethodImpl(Jit.Inline)]
    internal static void Clear(nint address, int count)
    {
        for (var i = 0; i < count; i++)
        {
            Store(Zero, address, i);
        }
    }

    [MethodImpl(Jit.Inline)]
    public static Scaled<TLane> operator *(Scaled<TLane> x, Scaled<TLane> y) =>
        Settled(x.mantissa * y.mantissa, x.mantissa.High * y.mantissa.High, x.exponent + y.exponent);

    [MethodImpl(Jit.Inline)]
    public static Scaled<TLane> operator +(Scaled<TLane> x, Scaled<TLane> y) =>
        TLane.Any(x.exponent ^ y.exponent)
            ? OfUnlike(x, y)
            : Settled(x.mantissa + y.mantissa, x.mantissa.High + y.mantissa.High, x.exponent);

    [MethodImpl(Jit.Inline)]
    private static Scaled<TLane> Plain(TLane x)
    {
        // no zero has a sign, whatever it comes from
        var zero = TLane.Create(0);
        return new(DoubleDouble<TLane>.Of(x + zero), zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Scaled<TLane> OfFar(TLane x)
    {
        var regular = TLane.Less(TLane.Create(0), TLane.Abs(x)) & CompensatedSum<TLane>.Finite(x);
        var own = regular & Exponents.OfFar(x, Room);
        return new(DoubleDouble<TLane>.Of(Exponents.Shift(x, -own)), own);
    }

    /// <summary>The sum where exponents differ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Scaled<TLane> OfUnlike(Scaled<TLane> x, Scaled<TLane> y)
    {
        var exponent = TLane.Max(x.exponent, y.exponent);
        var left = Shifted(x.mantissa, x.exponent - exponent);
        var right = Shifted(y.mantissa, y.exponent - exponent);
        var sum = Settled(left + right, left.High + right.High, exponent);
        // the exponent of a zero says nothing
        var zero = TLane.Create(0);
        return Select(TLane.Equal(x.mantissa.High, zero), y, Select(TLane.Equal(y.mantissa.High, zero), x, sum));
    }

    [MethodImpl(Jit.Inline)]
    private static Scaled<TLane> Select(TLane mask, Scaled<TLane> x, Scaled<TLane> y) =>
        new(DoubleDouble<TLane>.Select(mask, x.mantissa, y.mantissa), TLane.ConditionalSelect(mask, x.exponent, y.exponent));

    [MethodImpl(Jit.Inline)]
    private static DoubleDouble<TLane> Shifted(DoubleDouble<TLane> x, TLane exponent) =>
        new(Exponents.Shift(x.High, exponent), Exponents.Shift(x.Low, exponent));

    /// <summary>Whether no number is too large or too small for a mantissa, unless it is 0 altogether.</summary>
    [MethodImpl(Jit.Inline)]
    private static bool IsInRange(TLane plain, TLane high)
    {
        var size = TLane.Abs(plain);
        var inside = TLane.Less(TLane.Create(Smallest), size) & TLane.Less(size, TLane.Create(Largest));
        return !TLane.Any((inside | TLane.Equal(high, TLane.Create(0))) ^ TLane.CreateBits(-1));
    }

    /// <summary>The mantissa brought back into its range; where it is not finite or 0, it is the plain one.</summary>
    [MethodImpl(Jit.Inline)]
    private static Scaled<TLane> Settled(DoubleDouble<TLane> mantissa, TLane plain, TLane exponent) =>
        IsInRange(plain, mantissa.High) ? new(mantissa, exponent) : SettledFar(mantissa, plain, exponent);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Scaled<TLane> SettledFar(DoubleDouble<TLane> mantissa, TLane plain, TLane exponent)
    {
        var shift = Exponents.OfFar(mantissa.High, Room);
        var regular = TLane.Less(TLane.Create(0), TLane.Abs(plain)) & CompensatedSum<TLane>.Finite(plain);
        return Select(regular, new(Shifted(mantissa, -shift), exponent + shift), Plain(plain));
    }
}

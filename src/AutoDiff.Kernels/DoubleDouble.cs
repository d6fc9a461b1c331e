using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// Numbers of about 32 digits side by side: the unevaluated sums of a double and one that is smaller than half a unit of its last place (Dekker, "A
/// floating-point technique for extending the available precision", Numer. Math. 18, 1971; Hida, Li and Bailey, "Algorithms for
/// quad-double precision floating point arithmetic", ARITH 15, 2001). For intermediate results that cancel or are exponentiated.
/// </summary>
/// <typeparam name="TLane">How many there are.</typeparam>
internal readonly struct DoubleDouble<TLane>(TLane high, TLane low) where TLane : struct, ILane<TLane>
{
    // 2^-95: some units of the last place
    private const double Rounding = 2.524354896707238e-29;

    // read as fields: properties in every operation would use up what the compiler is willing to inline
    private readonly TLane head = high;
    private readonly TLane tail = low;

    /// <summary>The nearest double.</summary>
    internal TLane High => head;

    /// <summary>What it lacks.</summary>
    internal TLane Low => tail;

    /// <summary>A double as it is.</summary>
    [MethodImpl(Jit.Inline)]
    internal static DoubleDouble<TLane> Of(TLane x) => new(x, TLane.Create(0));

    /// <summary>A constant.</summary>
    [MethodImpl(Jit.Inline)]
    internal static DoubleDouble<TLane> Of(double high, double low = 0) => new(TLane.Create(high), TLane.Create(low));

    /// <summary>The sum of two doubles, exactly (Knuth).</summary>
    [MethodImpl(Jit.Inline)]
    internal static DoubleDouble<TLane> Sum(TLane a, TLane b)
    {
        var s = a + b;
        return new(s, Kernels.Rounding.OfSum(a, b, s));
    }

    /// <summary>Number i of those in memory.</summary>
    [MethodImpl(Jit.Inline)]
    internal static DoubleDouble<TLane> Load(nint address, int i) =>
        new(TLane.Load(address, 2 * i * TLane.Width), TLane.Load(address, ((2 * i) + 1) * TLane.Width));

    /// <summary>Writes number i of those in memory.</summary>
    [MethodImpl(Jit.Inline)]
    internal static void Store(DoubleDouble<TLane> x, nint address, int i)
    {
        TLane.Store(x.head, address, 2 * i * TLane.Width);
        TLane.Store(x.tail, address, ((2 * i) + 1) * TLane.Width);
    }

    /// <summary>The number with the other sign.</summary>
    [MethodImpl(Jit.Inline)]
    public static DoubleDouble<TLane> operator -(DoubleDouble<TLane> x) => new(-x.head, -x.tail);

    /// <summary>The sum.</summary>
    [MethodImpl(Jit.Inline)]
    public static DoubleDouble<TLane> operator +(DoubleDouble<TLane> x, DoubleDouble<TLane> y)
    {
        var s = Sum(x.head, y.head);
        var t = Sum(x.tail, y.tail);
        var u = Settled(s.head, s.tail + t.head);
        return Settled(u.head, u.tail + t.tail);
    }

    /// <summary>The sum with a double.</summary>
    [MethodImpl(Jit.Inline)]
    public static DoubleDouble<TLane> operator +(DoubleDouble<TLane> x, TLane y)
    {
        var s = Sum(x.head, y);
        return Settled(s.head, s.tail + x.tail);
    }

    /// <summary>The sum with a number that is not above it in magnitude, where either is 0 or both have one sign or one is much smaller.</summary>
    [MethodImpl(Jit.Inline)]
    internal DoubleDouble<TLane> PlusSmaller(DoubleDouble<TLane> y)
    {
        var (s, lacking) = Kernels.Rounding.Add(head, y.head);
        return Settled(s, lacking + (tail + y.tail));
    }

    /// <summary>The difference.</summary>
    [MethodImpl(Jit.Inline)]
    public static DoubleDouble<TLane> operator -(DoubleDouble<TLane> x, DoubleDouble<TLane> y) => x + -y;

    /// <summary>The product.</summary>
    [MethodImpl(Jit.Inline)]
    public static DoubleDouble<TLane> operator *(DoubleDouble<TLane> x, DoubleDouble<TLane> y)
    {
        var p = x.head * y.head;
        var lost = TLane.MultiplyAdd(x.head, y.head, -p);
        return Settled(p, lost + ((x.head * y.tail) + (x.tail * y.head)));
    }

    /// <summary>The product with a double.</summary>
    [MethodImpl(Jit.Inline)]
    public static DoubleDouble<TLane> operator *(DoubleDouble<TLane> x, TLane y)
    {
        var p = x.head * y;
        return Settled(p, TLane.MultiplyAdd(x.head, y, -p) + (x.tail * y));
    }

    /// <summary>The quotient, by three steps of long division.</summary>
    [MethodImpl(Jit.Inline)]
    public static DoubleDouble<TLane> operator /(DoubleDouble<TLane> x, DoubleDouble<TLane> y)
    {
        var first = x.head / y.head;
        var rest = x - (y * first);
        var second = rest.head / y.head;
        rest -= y * second;
        return Settled(first, second) + (rest.head / y.head);
    }

    /// <summary>The quotient of two doubles; the reciprocal of the second is given.</summary>
    [MethodImpl(Jit.Inline)]
    internal static DoubleDouble<TLane> Quotient(TLane a, TLane b, TLane reciprocal)
    {
        var q = a / b;
        return Settled(q, TLane.MultiplyAdd(-q, b, a) * reciprocal);
    }

    /// <summary>The reciprocal, by a step of Newton's method.</summary>
    [MethodImpl(Jit.Inline)]
    internal static DoubleDouble<TLane> Reciprocal(DoubleDouble<TLane> x)
    {
        var r = TLane.Create(1) / x.head;
        return Settled(r, r * (TLane.MultiplyAdd(-x.head, r, TLane.Create(1)) - (x.tail * r)));
    }

    /// <summary>The quotient by a double, by two steps of long division.</summary>
    [MethodImpl(Jit.Inline)]
    public static DoubleDouble<TLane> operator /(DoubleDouble<TLane> x, TLane y)
    {
        var first = x.head / y;
        return Settled(first, (TLane.MultiplyAdd(-first, y, x.head) + x.tail) / y);
    }

    /// <summary>A polynomial, the constant coefficient first: as many coefficients as rests are given have 32 digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static DoubleDouble<TLane> Polynomial(ReadOnlySpan<double> heads, ReadOnlySpan<double> rests, DoubleDouble<TLane> x)
    {
        var tail = TLane.Create(0);
        for (var k = heads.Length - 1; k >= rests.Length; k--)
        {
            tail = TLane.MultiplyAdd(tail, x.head, TLane.Create(heads[k]));
        }
        var sum = Of(tail);
        for (var k = rests.Length - 1; k >= 0; k--)
        {
            sum = sum * x + Of(heads[k], rests[k]);
        }
        return sum;
    }

    /// <summary>The number times a power of 2 that is exact.</summary>
    [MethodImpl(Jit.Inline)]
    internal DoubleDouble<TLane> Times(TLane power) => new(head * power, tail * power);

    /// <summary>One where a mask is set, the other elsewhere.</summary>
    [MethodImpl(Jit.Inline)]
    internal static DoubleDouble<TLane> Select(TLane mask, DoubleDouble<TLane> x, DoubleDouble<TLane> y) =>
        new(TLane.ConditionalSelect(mask, x.head, y.head), TLane.ConditionalSelect(mask, x.tail, y.tail));

    /// <summary>The sum of terms that add up to a size in absolute value; 0 where nothing is left of them but rounding errors.</summary>
    [MethodImpl(Jit.Inline)]
    internal DoubleDouble<TLane> Beside(TLane size) => Select(TLane.Less(TLane.Abs(head), TLane.Create(Rounding) * size), Of(0), this);

    /// <summary>The sum of two doubles of which the second is smaller.</summary>
    [MethodImpl(Jit.Inline)]
    private static DoubleDouble<TLane> Settled(TLane a, TLane b)
    {
        var (s, lacking) = Kernels.Rounding.Add(a, b);
        return new(s, lacking);
    }
}

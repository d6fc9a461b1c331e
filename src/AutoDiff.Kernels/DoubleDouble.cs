namespace AutoDiff.Kernels;

/// <summary>
/// A number of about 32 digits: the unevaluated sum of a double and one that is smaller than half a unit of its last place (Dekker, "A
/// floating-point technique for extending the available precision", Numer. Math. 18, 1971; Hida, Li and Bailey, "Algorithms for
/// quad-double precision floating point arithmetic", ARITH 15, 2001). For intermediate results that cancel or are exponentiated.
/// </summary>
public readonly record struct DoubleDouble(double High, double Low)
{
    // 2 / (2k + 1), the coefficients of log((1 + s) / (1 - s)) / s in s²
    private static readonly DoubleDouble[] OddReciprocals = [.. Enumerable.Range(0, 22).Select(k => Ratio(2.0, 2 * k + 1))];

    private static readonly DoubleDouble LogTwo = new(0.6931471805599453, 2.3190468138462996e-17);

    /// <summary>A double as it is.</summary>
    public static implicit operator DoubleDouble(double x) => new(x, 0.0);

    /// <summary>A double as it is.</summary>
    public static DoubleDouble Of(double x) => x;

    /// <summary>The sum of two doubles, exactly (Knuth).</summary>
    public static DoubleDouble Sum(double a, double b)
    {
        var s = a + b;
        var t = s - a;
        return new(s, (a - (s - t)) + (b - t));
    }

    /// <summary>The product of two doubles, exactly where it does not underflow.</summary>
    public static DoubleDouble Product(double a, double b) => new(a * b, Math.FusedMultiplyAdd(a, b, -(a * b)));

    /// <summary>The quotient of two doubles.</summary>
    public static DoubleDouble Ratio(double a, double b) => Of(a) / b;

    /// <summary>The number with the other sign.</summary>
    public static DoubleDouble operator -(DoubleDouble x) => new(-x.High, -x.Low);

    /// <summary>The sum.</summary>
    public static DoubleDouble operator +(DoubleDouble x, DoubleDouble y)
    {
        var s = Sum(x.High, y.High);
        var t = Sum(x.Low, y.Low);
        var u = Settled(s.High, s.Low + t.High);
        return Settled(u.High, u.Low + t.Low);
    }

    /// <summary>The difference.</summary>
    public static DoubleDouble operator -(DoubleDouble x, DoubleDouble y) => x + -y;

    /// <summary>The product.</summary>
    public static DoubleDouble operator *(DoubleDouble x, DoubleDouble y)
    {
        var p = Product(x.High, y.High);
        return Settled(p.High, p.Low + (x.High * y.Low + x.Low * y.High));
    }

    /// <summary>The quotient, by three steps of long division.</summary>
    public static DoubleDouble operator /(DoubleDouble x, DoubleDouble y)
    {
        var first = x.High / y.High;
        var rest = x - y * first;
        var second = rest.High / y.High;
        rest -= y * second;
        return Settled(first, second) + rest.High / y.High;
    }

    /// <summary>The logarithm of a finite x > 0.</summary>
    public static DoubleDouble Log(DoubleDouble x)
    {
        var exponent = Math.ILogB(x.High);
        if (Math.ScaleB(x.High, -exponent) > 1.4142135623730951)
        {
            exponent++;
        }

        var m = new DoubleDouble(Math.ScaleB(x.High, -exponent), Math.ScaleB(x.Low, -exponent));
        return LogTwo * exponent + LogOfRatio((m - 1.0) / (m + 1.0));
    }

    /// <summary>log(1 + x) for x from 0 on.</summary>
    public static DoubleDouble Log1P(DoubleDouble x) => x.High < 0.4 ? LogOfRatio(x / (x + 2.0)) : Log(x + 1.0);

    /// <summary>A polynomial, the constant coefficient first, of which the part from one on needs no more than doubles.</summary>
    public static DoubleDouble Polynomial(DoubleDouble[] coefficients, int plain, DoubleDouble x)
    {
        var tail = 0.0;
        for (var k = coefficients.Length - 1; k >= plain; k--)
        {
            tail = tail * x.High + coefficients[k].High;
        }

        DoubleDouble sum = tail;
        for (var k = plain - 1; k >= 0; k--)
        {
            sum = sum * x + coefficients[k];
        }

        return sum;
    }

    /// <summary>The sum of two doubles of which the second is smaller.</summary>
    private static DoubleDouble Settled(double a, double b)
    {
        var s = a + b;
        return new(s, b - (s - a));
    }

    /// <summary>log((1 + s) / (1 - s)) for |s| below 0.18.</summary>
    private static DoubleDouble LogOfRatio(DoubleDouble s) => s * Polynomial(OddReciprocals, 9, s * s);
}

using System.Globalization;
using System.Numerics;
using System.Text;
using AutoDiff;
using Xunit;
using Vector = AutoDiff.Vector;

namespace FacadeTests;

/// <summary>Methods written for any number of .NET's generic math, differentiated as they stand.</summary>
public class GenericMathTests
{
    /// <summary>Abramowitz and Stegun, 26.2.17.</summary>
    private static T NormalCdf<T>(T x) where T : INumber<T>, IExponentialFunctions<T>, IRootFunctions<T>
    {
        var size = T.Abs(x);
        var t = T.One / (T.One + T.CreateChecked(0.2316419) * size);
        var sum = T.Zero;
        foreach (var coefficient in new[] { 1.330274429, -1.821255978, 1.781477937, -0.356563782, 0.319381530 })
        {
            sum = (sum + T.CreateChecked(coefficient)) * t;
        }
        var tail = sum * T.Exp(-size * size / T.CreateChecked(2)) / T.Sqrt(T.Tau);
        return T.IsNegative(x) ? tail : T.One - tail;
    }

    private static T Call<T>(T spot, T strike, T volatility, T rate, T time)
        where T : INumber<T>, IExponentialFunctions<T>, ILogarithmicFunctions<T>, IRootFunctions<T>
    {
        var spread = volatility * T.Sqrt(time);
        var d = (T.Log(spot / strike) + (rate + volatility * volatility / T.CreateChecked(2)) * time) / spread;
        return spot * NormalCdf(d) - strike * T.Exp(-rate * time) * NormalCdf(d - spread);
    }

    private static T CubeRoot<T>(T a) where T : INumber<T>
    {
        var x = a;
        for (var i = 0; i < 12; i++)
        {
            x -= (x * x * x - a) / (T.CreateChecked(3) * x * x);
        }
        return x;
    }

    private static T RungeKutta<T>(Func<T, T> rate, T y, T step) where T : INumber<T>
    {
        var half = step * T.CreateChecked(0.5);
        var a = rate(y);
        var b = rate(y + half * a);
        var c = rate(y + half * b);
        var d = rate(y + step * c);
        return y + step * (a + (b + b) + (c + c) + d) / T.CreateChecked(6);
    }

    private static T Growth<T>(T y) where T : INumber<T> => RungeKutta(y => y * (T.One - y), y, T.One / T.CreateChecked(4));

    private static T Decay<T>(T y) where T : INumber<T>, ITrigonometricFunctions<T> =>
        RungeKutta(y => -T.Sin(y), y, T.One / T.CreateChecked(4));

    /// <summary>The slope by central differences, extrapolated: good to about 1e-12 where the step is small.</summary>
    private static double Slope(Func<double, double> f, double x, double step = 0.005)
    {
        var row = Enumerable.Range(0, 4).Select(i => step / (1 << i)).Select(h => (f(x + h) - f(x - h)) / (2 * h)).ToArray();
        for (var factor = 4.0; row.Length > 1; factor *= 4)
        {
            row = [.. row.Zip(row.Skip(1), (coarse, fine) => fine + (fine - coarse) / (factor - 1))];
        }
        return row[0];
    }

    /// <summary>The slope by differences in 28 digits: good to double's last.</summary>
    private static double Slope(Func<decimal, decimal> f, decimal x)
    {
        decimal Difference(decimal h) => (f(x + h) - f(x - h)) / (2 * h);
        const decimal step = 0.00001m;
        return (double)((4 * Difference(step / 2) - Difference(step)) / 3);
    }

    [Fact]
    public void Black_scholes()
    {
        double[] point = [100, 105, 0.2, 0.03, 0.75];
        static Scalar Price(Vector p) => Call(p[0], p[1], p[2], p[3], p[4]);
        static double Number(double[] p) => Call(p[0], p[1], p[2], p[3], p[4]);
        Func<double, double> Along(Func<double[], double> f, int i) => x => f([.. point[..i], x, .. point[(i + 1)..]]);

        var (price, gradient) = Diff.ValueAndGrad((Vector p) => Price(p))(point);
        Near.Equal(Number(point), price);
        // Small steps: the distribution function jumps a little at 0.
        double Of(int i, Func<double[], double> f) => Slope(Along(f, i), point[i], 0.005 * point[i]);
        var expected = Enumerable.Range(0, 5).Select(i => Of(i, Number)).ToArray();
        Near.Equal(expected, gradient, 1e-10);

        var hessian = Diff.Hessian((Vector p) => Price(p))(point);
        for (var i = 0; i < 5; i++)
        {
            for (var j = 0; j < 5; j++)
            {
                Near.Equal(Of(j, p => Diff.Grad((Vector v) => Price(v))(p)[i].Value), hessian[i, j], 1e-9);
            }
        }

        // Spelled with scalars it is the same function.
        Near.Equal(gradient[0].Value, Diff.Grad(s => Call(s, 105, 0.2, 0.03, 0.75))(100));

        var single = Diff.ValueAndGrad((Vector p) => Price(p))(Array.ConvertAll(point, x => (float)x));
        Near.Equal(price.Value, single.Value, 1e-5);
        Near.Equal(expected, single.Gradient.ToFloat64(), 1e-4);
        Assert.Equal((float)single.Value.Value, single.Value.Value);
        Assert.Equal(5, single.Gradient.ToArraySingle().Length);
    }

    [Fact]
    public void Distribution_function_by_branches()
    {
        foreach (var x in new[] { -2.5, -0.4, 0.3, 1.7 })
        {
            Near.Equal(NormalCdf(x), NormalCdf<Scalar>(x));
            Near.Equal(Slope(NormalCdf, x), Diff.Grad(NormalCdf)(x), 1e-10);
        }
    }

    [Fact]
    public void Newton_iteration()
    {
        foreach (var a in new[] { 0.3, 2, 10.0 })
        {
            Assert.Equal(CubeRoot(a), CubeRoot<Scalar>(a).Value);
            Near.Equal(Slope(CubeRoot, (decimal)a), Diff.Grad(CubeRoot)(a));
            Near.Equal(Math.Pow(a, -2 / 3.0) / 3, Diff.Grad(CubeRoot)(a));
            Near.Equal(-2 * Math.Pow(a, -5 / 3.0) / 9, Diff.Grad(Diff.Grad(CubeRoot))(a), 1e-13);

            var single = Scalar.Float32((float)a);
            Assert.Equal(CubeRoot((float)a), CubeRoot(single).Value);
            var slope = Diff.Grad(CubeRoot)(single);
            Near.Equal(Math.Pow(a, -2 / 3.0) / 3, slope, 1e-6);
            Assert.Equal((float)slope.Value, slope.Value);
        }
    }

    [Fact]
    public void Runge_kutta_step()
    {
        foreach (var y in new[] { 0.1, 0.5, 1.25 })
        {
            Assert.Equal(Growth(y), Growth<Scalar>(y).Value);
            Assert.Equal(Growth((float)y), Growth(Scalar.Float32((float)y)).Value);
            Near.Equal(Slope(Growth, (decimal)y), Diff.Grad(Growth)(y));
            Near.Equal(Slope(Growth, (decimal)y), Diff.Grad(Growth)(Scalar.Float32((float)y)), 1e-6);
            Near.Equal(Decay(y), Decay<Scalar>(y));
            Near.Equal(Slope(Decay, y), Diff.Grad(Decay)(y), 1e-11);
            Near.Equal(Slope(Decay, y), Diff.Grad(Decay)(Scalar.Float32((float)y)), 1e-6);
        }
    }

    private static Dictionary<string, Func<T, T>> Functions<T>()
        where T : INumber<T>, IRootFunctions<T>, IExponentialFunctions<T>, ILogarithmicFunctions<T>, IPowerFunctions<T>,
        ITrigonometricFunctions<T>, IHyperbolicFunctions<T>
    {
        var (two, half) = (T.CreateChecked(2), T.CreateChecked(0.5));
        return new()
        {
            ["Sqrt"] = T.Sqrt,
            ["Cbrt"] = T.Cbrt,
            ["Hypot"] = x => T.Hypot(x, two),
            ["RootN, odd"] = x => T.RootN(-x, 5),
            ["RootN, even"] = x => T.RootN(x, 4),
            ["RootN, negative"] = x => T.RootN(x, -3),
            ["Exp"] = T.Exp,
            ["Exp2"] = T.Exp2,
            ["Exp10"] = T.Exp10,
            ["ExpM1"] = T.ExpM1,
            ["Exp2M1"] = T.Exp2M1,
            ["Exp10M1"] = T.Exp10M1,
            ["Log"] = T.Log,
            ["Log to a base"] = x => T.Log(two, x),
            ["Log2"] = T.Log2,
            ["Log10"] = T.Log10,
            ["LogP1"] = T.LogP1,
            ["Log2P1"] = T.Log2P1,
            ["Log10P1"] = T.Log10P1,
            ["Pow, base"] = x => T.Pow(x, two + half),
            ["Pow, exponent"] = x => T.Pow(two, x),
            ["Sin"] = T.Sin,
            ["Cos"] = T.Cos,
            ["Tan"] = T.Tan,
            ["Asin"] = T.Asin,
            ["Acos"] = T.Acos,
            ["Atan"] = T.Atan,
            ["SinPi"] = T.SinPi,
            ["CosPi"] = T.CosPi,
            ["TanPi"] = T.TanPi,
            ["AsinPi"] = T.AsinPi,
            ["AcosPi"] = T.AcosPi,
            ["AtanPi"] = T.AtanPi,
            ["SinCos"] = x => T.SinCos(x).Sin * T.SinCos(x).Cos,
            ["SinCosPi"] = x => T.SinCosPi(x).SinPi - T.SinCosPi(x).CosPi,
            ["DegreesToRadians"] = T.DegreesToRadians,
            ["RadiansToDegrees"] = T.RadiansToDegrees,
            ["Sinh"] = T.Sinh,
            ["Cosh"] = T.Cosh,
            ["Tanh"] = T.Tanh,
            ["Asinh"] = T.Asinh,
            ["Acosh"] = x => T.Acosh(x + T.One),
            ["Atanh"] = T.Atanh,
            ["Abs"] = x => T.Abs(-x),
            ["Max"] = x => T.Max(x, half) * T.Max(half, x),
            ["Min"] = x => T.Min(x, half) - T.Min(two, x),
            ["MaxNumber"] = x => T.MaxNumber(x, T.Zero / T.Zero),
            ["MinNumber"] = x => T.MinNumber(two, x),
            ["MaxMagnitude"] = x => T.MaxMagnitude(-x, half),
            ["MinMagnitude"] = x => T.MinMagnitude(-two, x),
            ["Clamp, between"] = x => T.Clamp(x, T.Zero, T.One),
            ["Clamp, above"] = x => x + T.Clamp(x, T.Zero, half),
            ["Clamp, below"] = x => x + T.Clamp(x, T.One, two),
            ["CopySign, other"] = x => T.CopySign(x, -two),
            ["CopySign, same"] = x => T.CopySign(x, two),
            ["CopySign, as sign"] = x => x + T.CopySign(two, -x),
            ["Remainder of x"] = x => (x + two) % (half * half),
            ["Remainder by x"] = x => -two % x,
            ["MultiplyAddEstimate"] = x => T.MultiplyAddEstimate(x, x, two),
            ["Constants"] = x => T.Pi * x + T.E * x * x + T.Tau - T.One + T.AdditiveIdentity + T.MultiplicativeIdentity * x,
            ["Steps"] = x =>
            {
                x++;
                var y = -x;
                y--;
                return +y * x;
            },
        };
    }

    public static TheoryData<string> Names => [.. Functions<double>().Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Functions_of_the_interfaces(string name)
    {
        var (f, number) = (Functions<Scalar>()[name], Functions<double>()[name]);
        const double x = 0.609375;
        Near.Equal(number(x), f(x));
        var slope = Slope(number, x);
        Near.Equal(slope, Diff.Grad(f)(x), 1e-10);
        Near.Equal(slope, Diff.Jvp(f, x, 1).Tangent, 1e-10);

        var single = Scalar.Float32((float)x);
        Near.Equal(number(x), f(single), 2e-6);
        var singleSlope = Diff.Grad(f)(single);
        Near.Equal(slope, singleSlope, 1e-5);
        Assert.Equal((float)f(single).Value, f(single).Value);
        Assert.Equal((float)singleSlope.Value, singleSlope.Value);
    }

    private static T[] Constants<T>() where T : INumber<T>, ISignedNumber<T>, IFloatingPointConstants<T> =>
    [
        T.Zero, T.One, T.NegativeOne, T.E, T.Pi, T.Tau, T.AdditiveIdentity, T.MultiplicativeIdentity, T.CreateChecked(0.5),
        T.CreateChecked(7), T.CreateSaturating(0.1), T.CreateTruncating(1L << 40),
    ];

    [Fact]
    public void Constants_are_those_of_double()
    {
        Assert.Equal(Constants<double>(), Constants<Scalar>().Select(x => x.Value));
        var singles = Constants<Scalar>().Select(x => (x * Scalar.Float32(1)).Value);
        Assert.Equal(Constants<float>().Select(x => (double)x), singles);
    }

    private static bool[] Kinds<T>(T x) where T : INumber<T> =>
    [
        T.IsNaN(x), T.IsFinite(x), T.IsInfinity(x), T.IsInteger(x), T.IsEvenInteger(x), T.IsOddInteger(x), T.IsNegative(x),
        T.IsPositive(x), T.IsNegativeInfinity(x), T.IsPositiveInfinity(x), T.IsNormal(x), T.IsSubnormal(x), T.IsZero(x),
        T.IsRealNumber(x), T.IsComplexNumber(x), T.IsImaginaryNumber(x), T.IsCanonical(x),
    ];

    [Fact]
    public void Kinds_of_numbers_are_those_of_double_also_inside()
    {
        double[] numbers =
            [0, -0.0, 1, 2, -3, 0.5, -1e300, double.Epsilon, double.NaN, double.PositiveInfinity, double.NegativeInfinity];
        foreach (var number in numbers)
        {
            Assert.Equal(Kinds(number), Kinds<Scalar>(number));
            Diff.Grad(x =>
            {
                Assert.Equal(Kinds(number), Kinds(x));
                return x;
            })(number);
        }
    }

    private static (T, T, T, T, T, T, T, T) Choices<T>(T x, T y) where T : INumber<T> =>
    (
        T.Max(x, y), T.Min(x, y), T.MaxNumber(x, y), T.MinNumber(x, y), T.MaxMagnitude(x, y), T.MinMagnitude(x, y), T.CopySign(x, y),
        x % y);

    [Fact]
    public void Choices_and_remainders_are_those_of_double()
    {
        double[] numbers = [1.5, -1.5, 7.25, -3, double.NaN, double.PositiveInfinity];
        foreach (var x in numbers)
        {
            foreach (var y in numbers)
            {
                var (a, b, c, d, e, f, g, h) = Choices<Scalar>(x, y);
                Assert.Equal(Choices(x, y), (a.Value, b.Value, c.Value, d.Value, e.Value, f.Value, g.Value, h.Value));
            }
        }
    }

    private static T Remainder<T>(T x, T y) where T : INumber<T> => x % y;

    private static T Clamp<T>(T x, T low, T high) where T : INumber<T> => T.Clamp(x, low, high);

    [Fact]
    public void Slopes_of_remainders_and_bounds()
    {
        var (x, y) = Diff.Grad((x, y) => Remainder(x, y))(-7.5, 2);
        Assert.Equal((1.0, 3.0), (x.Value, y.Value));
        Assert.Equal(0.0, Diff.Grad(x => Clamp(x, 1, 2))(2.5).Value);
        Assert.Equal(1.0, Diff.Grad(high => Clamp(2.5, 1, high))(2).Value);
        Assert.Equal(1.0, Diff.Grad(low => Clamp(0.5, low, 2))(1).Value);
        Assert.Equal(0.5, Diff.Grad(x => Clamp(x, 1, 2))(2).Value);
    }

    private static T Parse<T>(string text) where T : INumber<T>
    {
        var parsed = T.Parse(text, CultureInfo.InvariantCulture);
        Assert.Equal(parsed, T.Parse(text.AsSpan(), CultureInfo.InvariantCulture));
        Assert.Equal(parsed, T.Parse(Encoding.UTF8.GetBytes(text), CultureInfo.InvariantCulture));
        Assert.Equal(parsed, T.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));
        Assert.Equal(parsed, T.Parse(text.AsSpan(), NumberStyles.Float, CultureInfo.InvariantCulture));
        Assert.True(T.TryParse(text, CultureInfo.InvariantCulture, out var tried));
        Assert.Equal(parsed, tried);
        Assert.True(T.TryParse(text.AsSpan(), NumberStyles.Float, CultureInfo.InvariantCulture, out tried));
        Assert.Equal(parsed, tried);
        return parsed;
    }

    [Fact]
    public void Parsing()
    {
        foreach (var text in new[] { "0.1", "-2.5e-3", "NaN", "Infinity", " 7 " })
        {
            Assert.Equal(Parse<double>(text), Parse<Scalar>(text).Value);
        }
        static T WithComma<T>(string text) where T : INumber<T> => T.Parse(text, new NumberFormatInfo { NumberDecimalSeparator = "," });
        Assert.Equal(0.25, WithComma<Scalar>("0,25").Value);
        static bool Tries<T>(string? text) where T : INumber<T> =>
            T.TryParse(text, CultureInfo.InvariantCulture, out _) || T.TryParse(text, NumberStyles.None, null, out _);
        Assert.False(Tries<Scalar>("one"));
        Assert.False(Tries<Scalar>(null));
        Assert.Throws<FormatException>(() => Parse<Scalar>("one"));
        // What is read takes the precision of what it meets.
        Assert.Equal(0.1f * 0.3f, (Parse<Scalar>("0.1") * Scalar.Float32(0.3f)).Value);
        Assert.Equal(0.1, Diff.Grad(x => Parse<Scalar>("0.1") * x)(3).Value);
    }

    private static string Format<T>(T x, string format) where T : INumber<T>
    {
        Span<char> characters = stackalloc char[40];
        Span<byte> bytes = stackalloc byte[40];
        Assert.True(x.TryFormat(characters, out var count, format, CultureInfo.InvariantCulture));
        Assert.True(x.TryFormat(bytes, out var byteCount, format, CultureInfo.InvariantCulture));
        Assert.False(x.TryFormat(characters[..(count - 1)], out var none, format, CultureInfo.InvariantCulture));
        Assert.Equal(0, none);
        Assert.False(x.TryFormat(bytes[..(byteCount - 1)], out none, format, CultureInfo.InvariantCulture));
        Assert.Equal(0, none);
        var text = x.ToString(format, CultureInfo.InvariantCulture);
        Assert.True(x.TryFormat(characters, out count, format, CultureInfo.InvariantCulture));
        Assert.Equal(text, characters[..count].ToString());
        Assert.Equal(text, Encoding.UTF8.GetString(bytes[..byteCount]));
        return text;
    }

    [Fact]
    public void Formatting()
    {
        foreach (var format in new[] { "", "R", "F2", "E3", "G4", "0.00" })
        {
            Assert.Equal(Format(-1234.5678, format), Format<Scalar>(-1234.5678, format));
            Assert.Equal(Format(0.1f, format), Format(Scalar.Float32(0.1f), format));
        }
        var comma = new NumberFormatInfo { NumberDecimalSeparator = "," };
        Assert.Equal("0,25", string.Create(comma, $"{(Scalar)0.25}"));
        var inside = "";
        Diff.Grad(x =>
        {
            inside = Format(x * x, "F1");
            return x * x;
        })(3);
        Assert.Equal("9.0", inside);
    }

    private static TTo Convert<TFrom, TTo>(TFrom x) where TFrom : INumber<TFrom> where TTo : INumber<TTo> => TTo.CreateChecked(x);

    private static TTo Saturate<TFrom, TTo>(TFrom x) where TFrom : INumber<TFrom> where TTo : INumber<TTo> => TTo.CreateSaturating(x);

    private static TTo Truncate<TFrom, TTo>(TFrom x) where TFrom : INumber<TFrom> where TTo : INumber<TTo> => TTo.CreateTruncating(x);

    [Fact]
    public void Conversions_of_numbers()
    {
        Assert.Equal(0.5, Convert<Scalar, double>(0.5));
        Assert.Equal(0.1f, Convert<Scalar, float>(0.1));
        Assert.Equal(2, Convert<Scalar, int>(2.75));
        Assert.Equal(0.5m, Convert<Scalar, decimal>(0.5));
        Assert.Throws<OverflowException>(() => Convert<Scalar, byte>(300));
        Assert.Equal(255, Saturate<Scalar, byte>(300));
        Assert.Equal(0u, Saturate<Scalar, uint>(-5));
        Assert.Equal(Truncate<double, int>(1e20), Truncate<Scalar, int>(1e20));
        Assert.Equal(0.25, Convert<decimal, Scalar>(0.25m).Value);
        Assert.Equal(7.0, Convert<int, Scalar>(7).Value);
        Assert.Equal(0.5, Convert<Half, Scalar>((Half)0.5).Value);
    }

    [Fact]
    public void Converting_to_a_plain_number_inside_would_lose_the_derivative()
    {
        Assert.Throws<TracedValueException>(() => Diff.Grad(x => x * Convert<Scalar, double>(x))(3));
        Assert.Throws<TracedValueException>(() => Diff.Grad(x => x * Convert<Scalar, float>(x))(3));
        Assert.Throws<TracedValueException>(() => Diff.Grad(x => x * Saturate<Scalar, int>(x))(3));
        Assert.Throws<TracedValueException>(() => Diff.Grad(x => x * Truncate<Scalar, long>(x))(3));
        Assert.Throws<TracedValueException>(() => Diff.Jvp(x => x * Convert<Scalar, double>(x), 3, 1));
        // To itself it is itself, and numbers may go in.
        Near.Equal(6, Diff.Grad(x => x * Convert<Scalar, Scalar>(x))(3));
        Near.Equal(0.5, Diff.Grad(x => x * Convert<double, Scalar>(0.5))(3));
    }

    private static T Root<T>(T x, int n) where T : IRootFunctions<T> => T.RootN(x, n);

    private static T TenToThe<T>(T x) where T : IExponentialFunctions<T> => T.Exp10(x);

    private static T SineOfPi<T>(T x) where T : ITrigonometricFunctions<T> => T.SinPi(x);

    private static T Clamped<T>(T x, T low, T high) where T : INumber<T> => T.Clamp(x, low, high);

    [Fact]
    public void Roots_at_zero_and_of_either_sign()
    {
        Assert.Equal(1, Diff.Grad(x => Root(x, 1))(0).Value);
        Assert.Equal(double.PositiveInfinity, Diff.Grad(x => Root(x, 5))(0).Value);
        Assert.Equal(double.RootN(-32, 5), Root<Scalar>(-32, 5).Value);
        Near.Equal(1.0 / 80, Diff.Grad(x => Root(x, 5))(-32));
        Assert.Equal(double.NaN, Root<Scalar>(double.NegativeInfinity, 4).Value);
        Assert.Equal(double.NaN, Root<Scalar>(2, 0).Value);
    }

    [Fact]
    public void Powers_of_ten_and_turns_are_exact()
    {
        Assert.Equal(100, TenToThe<Scalar>(2).Value);
        Assert.Equal(0.01, TenToThe<Scalar>(-2).Value);
        Assert.Equal(0, SineOfPi<Scalar>(1e15).Value);
        Near.Equal(Math.PI, Diff.Grad(SineOfPi)(1e15));
    }

    [Fact]
    public void Crossed_bounds_are_refused() => Assert.Throws<ArgumentException>(() => Clamped<Scalar>(1, 3, 2));
}

using System.Numerics;
using AutoDiff;
using Xunit;

namespace FacadeTests;

/// <summary>What each of .NET's interfaces of numbers has, on scalars: the values of double, and their slopes.</summary>
public class GenericFunctionTests
{
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
        var slope = GenericMathTests.Slope(number, x);
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

    private static T Root<T>(T x, int n) where T : IRootFunctions<T> => T.RootN(x, n);

    private static T TenToThe<T>(T x) where T : IExponentialFunctions<T> => T.Exp10(x);

    private static T SineOfPi<T>(T x) where T : ITrigonometricFunctions<T> => T.SinPi(x);

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
    public void Crossed_bounds_are_refused() => Assert.Throws<ArgumentException>(() => Clamp<Scalar>(1, 3, 2));
}

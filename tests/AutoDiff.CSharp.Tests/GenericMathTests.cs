using System.Numerics;
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
    internal static double Slope(Func<double, double> f, double x, double step = 0.005)
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
}

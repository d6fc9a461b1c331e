using AutoDiff;
using Xunit;
using static AutoDiff.Maths;

namespace FacadeTests;

public class VariableTests
{
    [Fact]
    public void Derivatives_of_what_was_computed()
    {
        var x = Diff.Variable(2);
        var y = x * x * Sin(x);
        Near.Equal(4 * Math.Sin(2), y);
        Near.Equal(4 * Math.Sin(2) + 4 * Math.Cos(2), Diff.Gradient(y, x));
        Near.Equal(4 * Math.Sin(2) + 4 * Math.Cos(2), Diff.Gradient(y, x));
        Near.Equal(24 * Math.Cos(2), Diff.Gradient(12 * Sin(x), x) + 12 * Math.Cos(2));
    }

    [Fact]
    public void Every_kind_of_value()
    {
        var v = Diff.Variable([1, 2]);
        Near.Equal([2, 4], Diff.Gradient(v * v, v));
        var m = Diff.Variable(new double[,] { { 1, 2 }, { 3, 4 } });
        Near.Equal(new double[,] { { 1, 1 }, { 1, 1 } }, Diff.Gradient(m.Sum(), m));
        var p = Diff.Variable(new Positional(2, [3, 4]));
        Near.Equal([2, 2], Diff.Gradient(p.Gain * p.Weights.Sum(), p).Weights);
    }

    [Fact]
    public void Several_at_once()
    {
        var x = Diff.Variable(2);
        var v = Diff.Variable([1, 2]);
        var p = Diff.Variable(new Point(3, 4));
        var q = Diff.Variable(5.0);
        var y = x * v.Sum() * p.X * q;
        var (dx, dv) = Diff.Gradient(y, x, v);
        Near.Equal(45, dx);
        Near.Equal([30, 30], dv);
        var (_, _, dp) = Diff.Gradient(y, x, v, p, Unconnected.Zero);
        Near.Equal(30, dp.X);
        Near.Equal(0, dp.Y);
        Near.Equal(18, Diff.Gradient(y, x, v, p.X, q).Item4);
    }

    [Fact]
    public void Of_a_value_on_the_way()
    {
        var x = Diff.Variable(3);
        var u = x * x;
        Near.Equal(18, Diff.Gradient(u * u, u));
        Near.Equal(108, Diff.Gradient(u * u, x));
    }

    [Fact]
    public void Not_connected_is_an_error_unless_zeros_are_asked_for()
    {
        var x = Diff.Variable(2);
        var z = Diff.Variable([1, 2]);
        var y = x * x;
        Assert.Contains("y was not computed from x", Assert.Throws<UnconnectedGradientException>(() => Diff.Gradient(y, z)).Message, StringComparison.Ordinal);
        Assert.Contains("wrong way round", Assert.Throws<UnconnectedGradientException>(() => Diff.Gradient(x, y)).Message, StringComparison.Ordinal);
        Assert.Throws<UnconnectedGradientException>(() => Diff.Gradient(y, x, z));
        Near.Equal([0, 0], Diff.Gradient(y, z, Unconnected.Zero));
        Near.Equal([0, 0], Diff.Gradient(y, x, z, unconnected: Unconnected.Zero).Item2);
        Near.Equal(0, Diff.Gradient(y, new Point(z[0], 1), Unconnected.Zero).X);
    }

    [Fact]
    public void Descent_that_begins_each_step_afresh()
    {
        var x = Diff.Variable(0);
        for (var i = 0; i < 100; i++)
        {
            var y = x * x - 2 * x + 1;
            x = Diff.Variable((x - 0.1 * Diff.Gradient(y, x)).Value);
        }
        Near.Equal(1 - Math.Pow(0.8, 100), x, 1e-12);
    }

    [Fact]
    public void Numbers_read_out_are_not_connected()
    {
        var x = Diff.Variable(2);
        Scalar y = x.Value * x.Value;
        Assert.Throws<UnconnectedGradientException>(() => Diff.Gradient(y, x));
    }

    [Fact]
    public void Stopped_values_are_constants()
    {
        Near.Equal(3, Diff.Grad(x => x * Diff.StopGradient(x))(3));
        Near.Equal([1, 2], Diff.Grad((Vector v) => v * Diff.StopGradient(v))([1, 2]));
        Near.Equal(new double[,] { { 2 } }, Diff.Grad((Matrix m) => (m * Diff.StopGradient(m)).Sum())([[2]]));
        Near.Equal(4, Diff.Grad((Point p) => p.X * Diff.StopGradient(p).Y)(new(3, 4)).X);
        Near.Equal(9, Diff.Grad(x => x * Diff.StopGradient(x * x).Value)(3));
    }
}

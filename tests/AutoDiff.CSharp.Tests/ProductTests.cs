using AutoDiff;
using Xunit;
using static AutoDiff.Maths;
using static FacadeTests.Values;

namespace FacadeTests;

public class ProductTests
{
    [Fact]
    public void Jvp_of_every_kind()
    {
        var (value, tangent) = Diff.Jvp(x => x * x, 2, 1);
        Near.Equal(4, value);
        Near.Equal(4, tangent);
        Near.Equal([2, 12], Diff.Jvp(v => v.PointwiseMultiply(v), [1, 2], [1, 3]).Tangent);
        Near.Equal(2, Diff.Jvp(v => v * v, new double[] { 1, 2 }, [1, 0]).Tangent);
        Near.Equal(5, Diff.Jvp(m => m.Diagonal().Sum(), [[1, 2], [3, 4]], [[1, 2], [3, 4]]).Tangent);
        Near.Equal([4, 3], Diff.Jvp(p => p.Gain * p.Weights, new Positional(2, [3, 4]), new Positional(1, [0.5, -0.5])).Tangent);
        var both = Diff.Jvp(x => (Sin(x), V([x, x * x])), 0, 1).Tangent;
        Near.Equal(1, both.Item1);
        Near.Equal([1, 0], both.Item2);
    }

    [Fact]
    public void Vjp_of_every_kind()
    {
        var (value, pullback) = Diff.Vjp(x => x * x * x, 2);
        Near.Equal(8, value);
        Near.Equal(12, pullback(1));
        Near.Equal(24, pullback(2));
        Near.Equal([6, 4], Diff.Vjp(v => 2 * v, [1, 2]).Pullback([3, 2]));
        Near.Equal(new double[,] { { 1, 1 }, { 2, 2 } }, Diff.Vjp(m => m.RowSums(), [[1, 2], [3, 4]]).Pullback([1, 2]));
        Near.Equal(8, Diff.Vjp(x => new { A = x, B = x * x }, 3).Pullback(new { A = (Scalar)2, B = (Scalar)1 }));
        Near.Equal(4, Diff.Vjp(p => p.X * p.Y, new Point(3, 4)).Pullback(1).X);
    }

    [Fact]
    public void Linearize_of_every_kind()
    {
        var (value, pushforward) = Diff.Linearize(x => Exp(x), 0);
        Near.Equal(1, value);
        Near.Equal(3, pushforward(3));
        Near.Equal([0, 4], Diff.Linearize(v => v.PointwiseMultiply(v), [0, 1]).Pushforward([1, 2]));
        Near.Equal(4, Diff.Linearize(m => m.Sum(), [[1, 2]]).Pushforward([[1, 3]]));
        Near.Equal(7, Diff.Linearize(p => p.X * p.Y, new Point(3, 4)).Pushforward(new(1, 1)));
    }

    [Fact]
    public void As_methods_of_the_function()
    {
        Func<Scalar, Scalar> f = x => x * x;
        Near.Equal(4, f.Jvp(2, 1).Tangent);
        Near.Equal(4, f.Vjp(2).Pullback(1));
        Near.Equal(4, f.Linearize(2).Pushforward(1));
        Func<Vector, Scalar> g = v => v * v;
        Near.Equal(2, g.Jvp([1, 2], [1, 0]).Tangent);
        Near.Equal([2, 4], g.Vjp([1, 2]).Pullback(1));
        Near.Equal(2, g.Linearize([1, 2]).Pushforward([1, 0]));
        Func<Point, Scalar> h = p => p.X * p.Y;
        Near.Equal(4, h.Jvp(new(3, 4), new(1, 0)).Tangent);
    }

    [Fact]
    public void Tangents_and_cotangents_of_other_shapes_are_refused()
    {
        Assert.Contains("vector of 3", Assert.Throws<ShapeException>(() => Diff.Jvp(v => v * v, [1, 2], [1, 2, 3])).Message, StringComparison.Ordinal);
        var pullback = Diff.Vjp(v => 2 * v, [1, 2]).Pullback;
        Assert.Contains("vector of 2", Assert.Throws<ShapeException>(() => pullback([1])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Jacobian_by_either_mode()
    {
        Vector point = [2, 3];
        double[,] expected = { { 3, 2 }, { 0, 6 }, { 0, 0 } };
        Near.Equal(expected, Diff.Jacobian(v => [v[0] * v[1], v[1] * v[1], 5])(point));
        Near.Equal(expected, Diff.JacobianForward(v => [v[0] * v[1], v[1] * v[1], 5])(point));
        Near.Equal(expected, Diff.JacobianReverse(v => [v[0] * v[1], v[1] * v[1], 5])(point));
        Func<Vector, Vector> f = v => Sin(v);
        double[,] cosines = { { Math.Cos(2), 0 }, { 0, Math.Cos(3) } };
        Near.Equal(cosines, f.Jacobian()(point));
        Near.Equal(cosines, f.JacobianForward()(point));
        Near.Equal(cosines, f.JacobianReverse()(point));
    }

    [Fact]
    public void Hessian_of_every_kind()
    {
        Near.Equal(12, Diff.Hessian(x => x * x * x)(2));
        Near.Equal(new double[,] { { 0, 6 }, { 6, 4 } }, Diff.Hessian((Vector v) => v[0] * v[1] * v[1])([2, 3]));
        Near.Equal(new double[,] { { 0, 0, 0, 1 }, { 0, 0, -1, 0 }, { 0, -1, 0, 0 }, { 1, 0, 0, 0 } },
            Diff.Hessian((Matrix m) => m[0, 0] * m[1, 1] - m[0, 1] * m[1, 0])([[1, 2], [3, 4]]));
        Near.Equal(new double[,] { { 0, 1, 1 }, { 1, 0, 0 }, { 1, 0, 0 } },
            Diff.Hessian((Positional p) => p.Gain * p.Weights.Sum())(new(2, [3, 4])));
        Func<Scalar, Scalar> f = x => x * x * x;
        Near.Equal(12, f.Hessian()(2));
        Func<Vector, Scalar> g = v => v * v;
        Near.Equal(new double[,] { { 2, 0 }, { 0, 2 } }, g.Hessian()([1, 2]));
    }

    [Fact]
    public void Hessian_times_a_direction()
    {
        Near.Equal(36, Diff.HessianVectorProduct(x => x * x * x)(2, 3));
        Near.Equal([6, 10], Diff.HessianVectorProduct((Vector v) => v[0] * v[1] * v[1])([2, 3], [1, 1]));
        Near.Equal(new double[,] { { 2, 4 } }, Diff.HessianVectorProduct((Matrix m) => m.PointwiseMultiply(m).Sum())([[5, 6]], [[1, 2]]));
        Near.Equal(1, Diff.HessianVectorProduct((Point p) => p.X * p.Y)(new(2, 3), new(0, 1)).X);
        Func<Scalar, Scalar> f = x => x * x * x;
        Near.Equal(12, f.HessianVectorProduct()(2, 1));
    }

    [Fact]
    public void The_function_runs_once()
    {
        var runs = 0;
        Vector F(Vector v)
        {
            runs++;
            return [v[0] * v[1], v[2], v * v];
        }
        Scalar G(Vector v)
        {
            runs++;
            return v[0] * v[1] * v[2];
        }
        Vector point = [1, 2, 3];
        Diff.Jacobian(F)(point);
        Assert.Equal(1, runs);
        Diff.JacobianForward(F)(point);
        Assert.Equal(2, runs);
        Diff.JacobianReverse(F)(point);
        Assert.Equal(3, runs);
        Diff.Hessian(G)(point);
        Assert.Equal(4, runs);
        Diff.ValueAndGrad(G)(point);
        Assert.Equal(5, runs);
        var pushforward = Diff.Linearize(F, point).Pushforward;
        var pullback = Diff.Vjp(F, point).Pullback;
        for (var i = 0; i < 3; i++)
        {
            pushforward(point);
            pullback(point);
        }
        Assert.Equal(7, runs);
    }
}

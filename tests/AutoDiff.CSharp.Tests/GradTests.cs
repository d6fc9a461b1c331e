using AutoDiff;
using Xunit;
using static AutoDiff.Maths;

namespace FacadeTests;

public class GradTests
{
    private static Scalar Square(Scalar x) => x * x;

    private static Scalar SumOfSquares(Vector v) => v * v;

    private static Scalar SumOfCubes(Matrix m) => Sum(m.PointwisePower(3));

    [Fact]
    public void Untyped_lambda_is_a_function_of_a_scalar()
    {
        Func<Scalar, Scalar> slope = Diff.Grad(x => x * x);
        Near.Equal(6, slope(3));
        Near.Equal(4 * Math.Sin(2) + 4 * Math.Cos(2), Diff.Grad(x => x * x * Sin(x))(2));
    }

    [Fact]
    public void Method_groups()
    {
        Near.Equal(6, Diff.Grad(Square)(3));
        Near.Equal([2, 4], Diff.Grad(SumOfSquares)([1, 2]));
        Near.Equal(new double[,] { { 3, 12 }, { 27, 48 } }, Diff.Grad(SumOfCubes)([[1, 2], [3, 4]]));
    }

    [Fact]
    public void Typed_lambdas()
    {
        Near.Equal([2, 4, 6], Diff.Grad((Vector v) => v * v)([1, 2, 3]));
        Near.Equal(new double[,] { { 1, 0 }, { 0, 1 } }, Diff.Grad((Matrix m) => m.Diagonal().Sum())([[1, 2], [3, 4]]));
        Positional gradient = Diff.Grad((Positional p) => p.Gain * p.Weights.Sum())(new(2, [3, 4]));
        Near.Equal(7, gradient.Gain);
        Near.Equal([2, 2], gradient.Weights);
    }

    [Fact]
    public void Explicit_type_arguments()
    {
        Near.Equal(6, Diff.Grad<Scalar>(x => x * x)(3));
        Near.Equal([2, 4], Diff.Grad<Vector>(v => v * v)([1, 2]));
        Near.Equal(5, Diff.Grad<Positional>(p => p.Gain * p.Weights.Sum())(new(2, [5])).Gain);
        Near.Equal(5, Diff.Grad<Scalar, Vector>((s, v) => s * v.Sum())(2, [5]).Item1);
    }

    [Fact]
    public void Two_arguments()
    {
        var (a, b) = Diff.Grad((a, b) => a * b)(2, 3);
        Near.Equal(3, a);
        Near.Equal(2, b);
        var (v, s) = Diff.Grad((Vector v, Scalar s) => s * (v * v))([1, 2], 3);
        Near.Equal([6, 12], v);
        Near.Equal(5, s);
    }

    [Fact]
    public void Three_and_four_arguments()
    {
        var (a, b, c) = Diff.Grad((a, b, c) => a * b * c)(2, 3, 4);
        Assert.Equal((12.0, 8.0, 6.0), (a.Value, b.Value, c.Value));
        var (x, p, q, r) = Diff.Grad((x, p, q, r) => p * x * x + q * x + r)(5, 1, -2, 1);
        Assert.Equal((8.0, 25.0, 5.0, 1.0), (x.Value, p.Value, q.Value, r.Value));
        var (w, m, u) = Diff.Grad((Vector w, Matrix m, Vector u) => w * m * u)([1, 2], [[1, 2], [3, 4]], [5, 6]);
        Near.Equal([17, 39], w);
        Near.Equal(new double[,] { { 5, 6 }, { 10, 12 } }, m);
        Near.Equal([7, 10], u);
        var four = Diff.Grad((Vector a, Vector b, Scalar c, double d) => a * b * c * d)([1], [2], 3, 4);
        Assert.Equal((24.0, 12.0, 8.0, 4.0), (four.Item1[0].Value, four.Item2[0].Value, four.Item3.Value, four.Item4));
    }

    [Fact]
    public void Value_and_gradient()
    {
        var (value, slope) = Diff.ValueAndGrad(x => Exp(2 * x))(0.5);
        Near.Equal(Math.E, value);
        Near.Equal(2 * Math.E, slope);
        var both = Diff.ValueAndGrad((Vector v) => v * v)([1, 2]);
        Near.Equal(5, both.Value);
        Near.Equal([2, 4], both.Gradient);
        var two = Diff.ValueAndGrad((a, b) => a / b)(1, 4);
        Assert.Equal((0.25, 0.25, -0.0625), (two.Value.Value, two.Gradient.Item1.Value, two.Gradient.Item2.Value));
        Assert.Equal(6.0, Diff.ValueAndGrad((a, b, c) => a * b * c)(1, 2, 3).Value.Value);
        Assert.Equal(24.0, Diff.ValueAndGrad((a, b, c, d) => a * b * c * d)(1, 2, 3, 4).Value.Value);
        Near.Equal(new double[,] { { 1 } }, Diff.ValueAndGrad((Matrix m) => m.Sum())([[9]]).Gradient);
        Near.Equal(2, Diff.ValueAndGrad((Point p) => p.X * p.Y)(new(3, 2)).Gradient.X);
    }

    [Fact]
    public void Gradient_with_something_else()
    {
        var (gradient, aux) = Diff.GradWithAux(x => (x * x, "seen"))(3);
        Near.Equal(6, gradient);
        Assert.Equal("seen", aux);
        var (_, doubled) = Diff.GradWithAux((Vector v) => (v * v, 2 * v))([1, 2]);
        Near.Equal([2, 4], doubled);
        Near.Equal(new double[,] { { 1, 1 } }, Diff.GradWithAux((Matrix m) => (m.Sum(), m.RowCount))([[7, 8]]).Gradient);
        Near.Equal(2, Diff.GradWithAux((Point p) => (p.X * p.Y, p))(new(3, 2)).Gradient.X);
    }

    [Fact]
    public void Extension_methods_on_functions()
    {
        Func<Scalar, Scalar> f = x => x * x * x;
        Near.Equal(12, f.Grad()(2));
        Near.Equal(12, f.Grad().Grad()(2));
        Near.Equal(12, f.ValueAndGrad()(2).Gradient);
        Func<Vector, Scalar> g = v => v * v;
        Near.Equal([2, 4], g.Grad()([1, 2]));
        Func<Scalar, Scalar, Scalar> h = (a, b) => a * b;
        Near.Equal(3, h.Grad()(2, 3).Item1);
        Near.Equal(6, h.ValueAndGrad()(2, 3).Value);
        Func<Scalar, (Scalar, int)> k = x => (x * x, 7);
        Assert.Equal(7, k.GradWithAux()(2).Aux);
    }

    [Fact]
    public void Values_that_the_function_does_not_use_have_zeros()
    {
        var (a, b) = Diff.Grad((Vector a, Scalar b) => b)([1, 2], 3);
        Near.Equal([0, 0], a);
        Near.Equal(1, b);
        Near.Equal(0, Diff.Grad(x => 5)(3));
    }

    [Fact]
    public void Nested_to_fourth_order()
    {
        Near.Equal(Math.Sin(0.7), Diff.Grad(Diff.Grad(Diff.Grad(Diff.Grad(x => Sin(x)))))(0.7));
        Near.Equal(2, Diff.Grad(x => Diff.Grad(y => x * x * y)(3))(1));
        Near.Equal(24, Diff.Grad(x => Diff.Grad(y => Diff.Grad(z => x * x * y * y * z * z)(3))(1))(1));
    }

    [Fact]
    public void Perturbations_are_not_confused()
    {
        Near.Equal(1, Diff.Grad(x => x * Diff.Grad(y => x + y)(1))(1));
        Near.Equal(1, Diff.Jvp(x => x * Diff.Jvp(y => x + y, 1, 1).Tangent, 1, 1).Tangent);
        Near.Equal(1, Diff.Grad(x => x * Diff.Jvp(y => x + y, 1, 1).Tangent)(1));
    }

    [Fact]
    public void Branches_and_loops()
    {
        static Scalar Collatz(Scalar x)
        {
            var y = x;
            for (var i = 0; i < 3; i++)
            {
                if (y > 4)
                {
                    y *= 0.5;
                }
                else
                {
                    y = 3 * y + 1;
                }
            }
            return y;
        }
        Near.Equal(0.75, Diff.Grad(Collatz)(10));
        Near.Equal(4.5, Diff.Grad(Collatz)(1));
    }
}

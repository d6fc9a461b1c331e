using AutoDiff;
using Xunit;
using static AutoDiff.Maths;

namespace FacadeTests;

public class RuleTests
{
    [Fact]
    public void With_gradient()
    {
        var sine = Diff.WithGradient(x => Math.Sin(x.Value), (x, y, ybar) => ybar * Cos(x));
        Near.Equal(Math.Cos(0.7), Diff.Grad(sine)(0.7));
        Near.Equal(-Math.Sin(0.7), Diff.Grad(Diff.Grad(sine))(0.7));
        var square = Diff.WithGradient((Vector v) => v * v, (v, y, ybar) => 2 * ybar * v);
        Near.Equal([2, 4], Diff.Grad(square)([1, 2]));
        Func<Point, Scalar> product = p => p.X * p.Y;
        var ruled = product.WithGradient((p, y, ybar) => new Point(ybar * p.Y, ybar * p.X));
        Near.Equal(4, Diff.Grad(ruled)(new Point(3, 4)).X);
        Assert.True(Diff.CheckGradient(ruled, new Point(3, 4)).IsRight);
    }

    [Fact]
    public void With_tangent()
    {
        var sine = Diff.WithTangent(x => Math.Sin(x.Value), (x, y, dx) => dx * Cos(x));
        Near.Equal(Math.Cos(0.7), Diff.Grad(sine)(0.7));
        Near.Equal(Math.Cos(0.7), Diff.Jvp(sine, 0.7, 1).Tangent);
        Func<Vector, Vector> twice = v => 2 * v;
        Near.Equal(new double[,] { { 2, 0 }, { 0, 2 } }, Diff.Jacobian(twice.WithTangent((v, y, dv) => 2 * dv))([1, 2]));
    }

    [Fact]
    public void Straight_through_and_the_check()
    {
        Near.Equal(1, Diff.Grad(Diff.StraightThrough(x => Round(x)))(1.4));
        var wrong = Diff.WithGradient(x => x * x, (x, y, ybar) => ybar * x);
        var check = Diff.CheckGradient(wrong, 3);
        Assert.False(check.IsRight);
        Near.Equal(0.5, check.LargestError, 1e-2);
        Assert.Throws<WrongGradientException>(check.ThrowIfWrong);
        Diff.CheckGradient((Vector v) => Exp(v).Sum(), [1, 2]).ThrowIfWrong();
        Diff.CheckGradient((Matrix m) => m.Determinant(), [[1, 2], [3, 5]]).ThrowIfWrong();
    }

    [Fact]
    public void Vectorize_of_every_kind()
    {
        Near.Equal([1, 4, 9], Diff.Vectorize(x => x * x)([1, 2, 3]));
        Near.Equal([5, 25], Diff.Vectorize((Vector v) => v * v)([[1, 2], [3, 4]]));
        Near.Equal(new double[,] { { 2, 4 }, { 6, 8 } }, Diff.Vectorize((Vector v) => 2 * v)([[1, 2], [3, 4]]));
        Near.Equal([2, 4, 6], Diff.Vectorize(Diff.Grad(x => x * x))([1, 2, 3]));
        Func<Vector, Scalar> square = v => v * v;
        Near.Equal(new double[,] { { 2, 4 }, { 6, 8 } }, square.Grad().Vectorize()([[1, 2], [3, 4]]));
        Near.Equal([3, 6], Diff.VectorizeOver((Scalar a, Scalar x) => a * x)(3, [1, 2]));
        Near.Equal([3, 7], Diff.VectorizeOver((Vector w, Vector x) => w * x)([1, 1], [[1, 2], [3, 4]]));
        Near.Equal(new double[,] { { 3, 6 } }, Diff.VectorizeOver((Scalar a, Vector x) => a * x)(3, [[1, 2]]));
        var losses = Diff.VectorizeOver((Vector w, Vector x, Scalar y) => w * x - y);
        Near.Equal([2, 5], losses([1, 1], [[1, 2], [3, 4]], [1, 2]));
        Near.Equal([4, 6], Diff.Grad((Vector w) => losses(w, [[1, 2], [3, 4]], [1, 2]).Sum())([1, 1]));
    }

    [Fact]
    public void Refusals()
    {
        Assert.Throws<ArgumentNullException>(() => Diff.Vectorize((Func<Scalar, Scalar>)null!));
        Assert.Throws<ArgumentNullException>(() => Diff.WithGradient<Scalar, Scalar>(null!, null!));
        Assert.Throws<ArgumentNullException>(() => Diff.WithTangent<Scalar, Scalar>(x => x, null!));
        Assert.Throws<ArgumentNullException>(() => Diff.StraightThrough<Scalar>(null!));
        Assert.Throws<ArgumentNullException>(() => Diff.CheckGradient<Scalar>(null!, 1));
        Assert.Throws<TracedValueException>(() => Diff.Vectorize(x => x > 0 ? x : -x)([1, 2]));
    }
}

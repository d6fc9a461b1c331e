using AutoDiff;
using Xunit;
using static AutoDiff.Maths;

namespace FacadeTests;

public class ImplicitTests
{
    [Fact]
    public void Roots_and_fixed_points()
    {
        var cubeRoot = Diff.Root((x, p) => x * x * x - p, 1);
        Near.Equal(2, cubeRoot(8));
        Near.Equal(1.0 / 12, Diff.Grad(cubeRoot)(8));
        var dottie = Diff.FixedPoint((x, p) => Cos(p * x), 0.5);
        Near.Equal(0.73908513321516064, dottie(1));
        Func<Vector, Scalar, Vector> g = (v, s) => v.PointwiseMultiply(v) - s;
        Near.Equal([3, 3], g.Root(new Vector([1.0, 2.0]))(9));
    }

    [Fact]
    public void Minima()
    {
        Near.Equal(3, Diff.ArgMin((x, p) => (x - p) * (x - p), 0)(3), 1e-12);
        var nearest = Diff.ArgMin((Vector x, Scalar p) => (x - p) * (x - p), new Vector([1.0, 2.0]), Optimizer.Lbfgs());
        Near.Equal(2, Diff.Grad((Scalar p) => nearest(p).Sum())(5), 1e-12);
    }

    [Fact]
    public void Linear_equations()
    {
        Near.Equal([0.5, 1], Diff.LinearSolve(v => 2 * v)([1, 2]));
        Near.Equal(-0.75, Diff.Grad((Scalar s) => Diff.LinearSolve(v => s * v)([1, 2]).Sum())(2));
    }

    [Fact]
    public void Differential_equations()
    {
        Near.Equal(Math.E, Ode.Solve((t, y) => y, 1, 0, 1), 1e-7);
        Near.Equal([1, 2], Ode.Solve((t, v) => 0 * v, [1, 2], 0, 1));
        var solution = Diff.Grad((Scalar a) => Ode.Solve((t, y) => a * y, 1, 0, 1, new OdeOptions { RelativeTolerance = 1e-10 }));
        Near.Equal(Math.E, solution(1), 1e-8);
    }

    [Fact]
    public void Refusals()
    {
        Assert.Throws<ArgumentNullException>(() => Diff.Root<Scalar, Scalar>(null!, 1));
        Assert.Throws<ArgumentNullException>(() => Diff.FixedPoint<Scalar, Scalar>(null!, 1));
        Assert.Throws<ArgumentNullException>(() => Diff.ArgMin<Scalar, Scalar>(null!, 1));
        Assert.Throws<ArgumentNullException>(() => Diff.LinearSolve(null!));
        Assert.Throws<ArgumentNullException>(() => Ode.Solve<Scalar>(null!, 1, 0, 1));
        Assert.Throws<NoSolutionException>(() => Diff.Root((x, p) => x * x + p, 1)(1));
    }
}

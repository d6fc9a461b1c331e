using AutoDiff;
using Xunit;
using static AutoDiff.Maths;

namespace FacadeTests;

public class ControlTests
{
    [Fact]
    public void For_loops()
    {
        Near.Equal(8, Diff.For(3, 1, (i, x) => 2 * x));
        Near.Equal(11, Diff.Grad(x => Diff.For(2, 1, (i, y) => y * x + i))(5.5));
        Near.Equal(6, Diff.Grad((Vector v) => Diff.For(3, 0, (i, s) => s + v.At(i) * v.At(i)))([1, 2, 3])[2]);
        Near.Equal([3, 6], Diff.For(3, new Vector([0.0, 0.0]), (i, v) => v + new Vector([1.0, 2.0])));
        var (a, b) = Diff.For(10, (A: (Scalar)0, B: (Scalar)1), (i, f) => (f.B, f.A + f.B));
        Near.Equal(55, a);
        Near.Equal(89, b);
    }

    [Fact]
    public void While_loops()
    {
        var root = (Scalar a) => Diff.While(a, x => Greater(Abs(x * x - a), 1e-12), x => (x + a / x) / 2);
        Near.Equal(3, root(9));
        Near.Equal(1.0 / 6, Diff.Grad(root)(9), 1e-12);
        Assert.Throws<StepLimitException>(() => Diff.While(1, x => 1, x => x + 1, maxSteps: 10));
    }

    [Fact]
    public void Branches()
    {
        Near.Equal(2, Diff.If(1, () => 2, () => 3));
        Near.Equal(3, Diff.Vectorize(x => Diff.If(Greater(x, 0), () => x, () => -x))([-3, 1])[0]);
        Near.Equal([-1, 1], Diff.Vectorize(Diff.Grad(x => Diff.If(Greater(x, 0), () => x, () => -x)))([-3, 1]));
    }

    [Fact]
    public void Scans()
    {
        var (carry, sums) = Diff.Scan((Scalar)0, new Vector([1.0, 2.0, 3.0]), (c, x) => (c + x, c + x));
        Near.Equal(6, carry);
        Near.Equal([1, 3, 6], sums);
        Matrix rows = new double[,] { { 1, 2 }, { 3, 4 } };
        var (_, products) = Diff.Scan((Scalar)1, rows, (c, r) => (c * r[0], c * r));
        Near.Equal(new double[,] { { 1, 2 }, { 3, 4 } }, products);
    }

    [Fact]
    public void Checkpoints()
    {
        var f = Diff.Checkpoint(x => Sin(x) * x);
        Near.Equal(Math.Cos(2) * 2 + Math.Sin(2), Diff.Grad(f)(2));
        Func<Vector, Scalar> square = v => v * v;
        Near.Equal([2, 4], Diff.Grad(square.Checkpoint())([1, 2]));
    }

    [Fact]
    public void Refusals()
    {
        Assert.Throws<ArgumentNullException>(() => Diff.For(1, (Scalar)1, null!));
        Assert.Throws<ArgumentNullException>(() => Diff.While((Scalar)1, null!, x => x));
        Assert.Throws<ArgumentNullException>(() => Diff.If<Scalar>(1, null!, null!));
        Assert.Throws<ArgumentNullException>(() => Diff.Scan((Scalar)1, new Vector([1.0]), null!));
        Assert.Throws<ArgumentNullException>(() => Diff.Checkpoint<Scalar, Scalar>(null!));
        Assert.Throws<TracedValueException>(() => Diff.For(3, 1, (i, x) => x > 0 ? x : -x));
        var data = new double[] { 1, 2, 3 };
        var index = Assert.Throws<TracedValueException>(() => Diff.For(3, 0, (i, x) => x + data[(int)i.Value]));
        Assert.Contains("At or RowAt", index.Message, StringComparison.Ordinal);
    }
}

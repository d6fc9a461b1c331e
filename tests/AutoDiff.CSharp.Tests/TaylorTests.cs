using AutoDiff;
using Xunit;
using static AutoDiff.Maths;

namespace FacadeTests;

public class TaylorTests
{
    [Fact]
    public void Value_and_derivatives()
    {
        IReadOnlyList<Scalar> y = Diff.Taylor(x => Exp(2 * x), 0, 3);
        Assert.Equal([1.0, 2.0, 4.0, 8.0], y.Select(d => d.Value));
        Func<Scalar, Scalar> f = x => x * x;
        Assert.Equal([9.0, 6.0], f.Taylor(3, 1).Select(d => d.Value));
    }

    [Fact]
    public void Vector_calculus()
    {
        Near.Equal(6, Diff.Laplacian((Vector v) => v * v)([1, 2, 3]));
        Near.Equal(12, Diff.Laplacian(x => x * x * x)(2));
        Near.Equal(8, Diff.Laplacian((Matrix m) => (m * m.Transpose()).Trace())([[1, 2], [3, 4]]));
        Near.Equal(3, Diff.Divergence(v => v)([1, 2, 3]));
        Near.Equal([0, 0, 2], Diff.Curl(v => new Vector([-v[1], v[0], 0]))([1, 2, 3]));
        Func<Vector, Vector> twice = v => 2 * v;
        Near.Equal(4, twice.Divergence()([1, 2]));
        Near.Equal([0, 0, 0], twice.Curl()([1, 2, 3]));
        Func<Vector, Scalar> square = v => v * v;
        Near.Equal(4, square.Laplacian()([1, 2]));
    }

    [Fact]
    public void Refusals()
    {
        Assert.Throws<ArgumentNullException>(() => Diff.Taylor(null!, 1, 2));
        Assert.Throws<ArgumentNullException>(() => Diff.Laplacian((Func<Vector, Scalar>)null!));
        Assert.Throws<ArgumentNullException>(() => Diff.Divergence(null!));
        Assert.Throws<ArgumentNullException>(() => Diff.Curl(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => Diff.Taylor(x => x, 1, -1));
        Assert.Throws<ShapeException>(() => Diff.Curl(v => v)([1, 2]));
    }
}

using AutoDiff;
using Xunit;
using static AutoDiff.Maths;

namespace FacadeTests;

public class VectorizeTests
{
    private static readonly Matrix A = new double[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } };
    private static readonly Matrix B = new double[,] { { 2, 0 }, { 1, 1 }, { 0, 3 } };
    private static readonly Vector X = new double[] { 1, -1, 2 };
    private static readonly Vector Y = new double[] { 3, 5, 7 };

    [Fact]
    public void Several_arguments_that_differ()
    {
        Near.Equal([4, 14, 36], Diff.VectorizeOver((Scalar s, Vector a, Vector b) => s * (a * b))(2, A, B));
        Near.Equal(new double[,] { { 3, 2 }, { 4, 5 }, { 5, 9 } }, Diff.VectorizeOver((int k, Vector a, Vector b) => a + (k * b))(1, A, B));
        Near.Equal([4, 4, 9], Diff.VectorizeOver((string s, Scalar x, Scalar y) => x + y)("any", X, Y));
        Near.Equal(new double[,] { { 1, 3 }, { -1, 5 }, { 2, 7 } }, Diff.VectorizeOver((bool _, Scalar x, Scalar y) => new Vector([x, y]))(true, X, Y));
        Near.Equal([4, 4, 13], Diff.VectorizeOver(((Scalar V, Vector W) p, Scalar x, Vector a) => p.V + (x * (p.W * a)))((1, new double[] { 1, 1 }), X, A) + new Vector([0.0, 10, -10]));
        Near.Equal(new double[,] { { 1, 2 }, { -3, -4 }, { 10, 12 } }, Diff.VectorizeOver((int _, Vector a, Scalar x) => x * a)(0, A, X));
        Near.Equal([2 + 1 + 3, 7 - 1 + 5, 18 + 2 + 7], Diff.VectorizeOver((int _, Vector a, Vector b, Scalar x) => (a * b) + x)(0, A, B, X) + Y);
        Near.Equal([3, -5, 14], Diff.VectorizeOver((int _, Scalar x, Scalar y, Scalar z) => x * y * z)(0, X, Y, new double[] { 1, 1, 1 }));
        Near.Equal([2, 0], Diff.Grad((Vector w) => Diff.VectorizeOver((Vector v, Vector a, Vector b) => v * (a - b))(w, A, B).Sum() * 0.5)([0, 0]) - new Vector([1.0, 4.0]));
    }

    [Fact]
    public void As_extensions()
    {
        Func<Scalar, Vector, Vector, Scalar> f = (s, a, b) => s * (a * b);
        Near.Equal([4, 14, 36], f.VectorizeOver()(2, A, B));
    }

    [Fact]
    public void As_many_of_each()
    {
        var f = Diff.VectorizeOver((int _, Scalar x, Scalar y) => Sin(x) * y);
        Assert.Contains("3 examples", Assert.Throws<ShapeException>(() => f(0, X, new double[] { 1, 2 })).Message);
    }
}

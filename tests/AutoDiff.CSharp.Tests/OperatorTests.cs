using AutoDiff;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using static FacadeTests.Values;

namespace FacadeTests;

public class OperatorTests
{
    private static readonly Vector<double> Data = Vector<double>.Build.Dense([1, 2]);

    private static readonly Matrix<double> Table = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 2 }, { 3, 4 } });

    [Fact]
    public void Conversions_and_collection_expressions()
    {
        Scalar x = 2;
        Vector v = [x, 2, 3.5];
        Near.Equal([2, 2, 3.5], v);
        Near.Equal([2, 2, 2, 3.5, 7], V([x, .. v, 7]));
        Matrix m = [[1, 2], [3, x]];
        Near.Equal(new double[,] { { 1, 2 }, { 3, 2 } }, m);
        m = new double[,] { { 1, 2 } };
        Near.Equal(new double[,] { { 1, 2 }, { 5, 6 } }, M([.. m, [5, 6]]));
        v = new[] { 1, 2 };
        Near.Equal([1, 2], v);
        v = new Scalar[] { 1, x };
        Near.Equal([1, 2], v);
        v = Data;
        m = Table;
        Near.Equal([1, 2], v);
        Near.Equal(new double[,] { { 1, 2 }, { 3, 4 } }, m);
        Assert.Equal(2.0, (double)x);
        Assert.Empty(V([]));
    }

    [Fact]
    public void Indices_and_ranges()
    {
        Vector v = [1, 2, 3, 4];
        Near.Equal(4, v[^1]);
        Near.Equal([2, 3], v[1..^1]);
        Near.Equal([2, 3], v.SubVector(1, 2));
        Matrix m = [[1, 2, 3], [4, 5, 6]];
        Near.Equal(6, m[1, 2]);
        Near.Equal(new double[,] { { 2, 3 } }, m[..1, 1..]);
        Near.Equal(new double[,] { { 5 } }, m.SubMatrix(1, 1, 1, 1));
        Near.Equal([4, 5, 6], m.Row(1));
        Near.Equal([3, 6], m.Column(2));
        Near.Equal([1, 5], m.Diagonal());
        Near.Equal(new double[,] { { 1, 4 }, { 2, 5 }, { 3, 6 } }, m.Transpose());
        Assert.Throws<ArgumentOutOfRangeException>(() => v[4]);
        Assert.Throws<ArgumentOutOfRangeException>(() => m[2, 0]);
        Near.Equal([0, 1, 1, 0], Diff.Grad((Vector w) => w[1..^1].Sum())(v));
    }

    [Fact]
    public void Increment_and_compound_assignment()
    {
        Near.Equal(3, Diff.Grad(x =>
        {
            var y = x;
            y++;
            y *= 3;
            y -= 1;
            y--;
            return +y / 1;
        })(2));
    }

    [Fact]
    public void Products_mean_what_they_mean_in_linear_algebra()
    {
        Vector v = [1, 2];
        Matrix m = [[1, 2], [3, 4]];
        Near.Equal(5, v * v);
        Near.Equal([5, 11], m * v);
        Near.Equal([7, 10], v * m);
        Near.Equal(new double[,] { { 7, 10 }, { 15, 22 } }, m * m);
        Near.Equal([2, 4], 2 * v);
        Near.Equal([0.5, 1], v / 2);
        Near.Equal([2, 1], 2 / v);
        Near.Equal([3, 4], v + 2);
        Near.Equal([1, 0], 2 - v);
        Near.Equal([-1, -2], -v);
        Near.Equal(new double[,] { { 1, 2 }, { 2, 4 } }, v.OuterProduct(v));
        Near.Equal(new double[,] { { 1 }, { 2 } }, v.ToColumnMatrix());
        Near.Equal(new double[,] { { 1, 2 } }, v.ToRowMatrix());
    }

    [Fact]
    public void Values_with_those_of_MathNet()
    {
        Vector v = [1, 2];
        Matrix m = [[1, 0], [0, 2]];
        Near.Equal(5, v * Data);
        Near.Equal(5, Data * v);
        Near.Equal([7, 10], v * Table);
        Near.Equal([5, 11], Table * v);
        Near.Equal([1, 4], m * Data);
        Near.Equal([1, 4], Data * m);
        Near.Equal(new double[,] { { 1, 4 }, { 3, 8 } }, Table * m);
        Near.Equal(new double[,] { { 1, 2 }, { 6, 8 } }, m * Table);
        Near.Equal([2, 4], v + Data);
        Near.Equal([0, 0], Data - v);
        Near.Equal(new double[,] { { 2, 2 }, { 3, 6 } }, m + Table);
        Near.Equal([7, 10], v * new double[,] { { 1, 2 }, { 3, 4 } });
        Near.Equal([5, 11], new double[,] { { 1, 2 }, { 3, 4 } } * v);
        Near.Equal(5, v * new double[] { 1, 2 });
        Near.Equal([1, 3], Diff.Grad((Vector w) => (w * Table)[0])(v));
    }

    [Fact]
    public void Scalars_with_those_of_MathNet_and_arrays()
    {
        Scalar x = 2;
        double[] array = [1, 2];
        double[,] table = { { 1, 2 }, { 3, 4 } };
        Near.Equal([2, 4], x * Data);
        Near.Equal([2, 4], Data * x);
        Near.Equal([3, 4], x + Data);
        Near.Equal([-1, 0], Data - x);
        Near.Equal([1, 0], x - Data);
        Near.Equal([0.5, 1], Data / x);
        Near.Equal([2, 1], x / Data);
        Near.Equal([2, 4], x * array);
        Near.Equal([3, 4], array + x);
        Near.Equal([0.5, 1], array / x);
        Near.Equal(new double[,] { { 2, 4 }, { 6, 8 } }, x * Table);
        Near.Equal(new double[,] { { 0.5, 1 }, { 1.5, 2 } }, Table / x);
        Near.Equal(new double[,] { { 2, 4 }, { 6, 8 } }, table * x);
        Near.Equal(new double[,] { { 1, 0 }, { -1, -2 } }, x - table);
        Near.Equal(10, Diff.Grad(s => (s * Table).Sum())(3));
        Near.Equal(3, Diff.Grad(s => (s * array).Sum())(3));
        Near.Equal([2f, 4f], Scalar.Float32(2) * new[] { 1f, 2f });
    }

    [Fact]
    public void Shapes_that_do_not_fit_name_both_and_the_operation()
    {
        Vector two = [1, 2];
        Vector three = [1, 2, 3];
        Matrix m = [[1, 2, 3], [4, 5, 6]];
        Refused(() => two + three, "add", "vector of 2", "vector of 3");
        Refused(() => two.PointwiseMultiply(three), "multiply", "vector of 2", "vector of 3");
        Refused(() => two * three, "product", "vector of 2", "vector of 3");
        Refused(() => m * two, "product", "2x3 matrix", "vector of 2");
        Refused(() => m * m, "product", "2x3 matrix", "2x3 matrix");
        Refused(() => m - m.Transpose(), "subtract", "2x3 matrix", "3x2 matrix");
        Refused(() => m.AddToRows(two), "AddToRows", "2x3 matrix", "2");
        Refused(() => Maths.Where(two, three, 0), "where", "vector of 2", "vector of 3");
        Refused(() => Diff.Grad((Vector v) => (v + two).Sum())(three), "add", "vector of 3", "vector of 2");
    }

    private static void Refused(Func<object> action, params string[] words)
    {
        var message = Assert.Throws<ShapeException>(action).Message;
        Assert.All(words, word => Assert.Contains(word, message, StringComparison.Ordinal));
    }

    [Fact]
    public void Comparisons_of_scalars_read_the_numbers()
    {
        Scalar x = 2, y = 3, n = double.NaN;
        Assert.True(x < y && x <= y && y > x && y >= x && x != y && x == 2);
#pragma warning disable CS1718 // Comparison made to same variable
        Assert.False(n < x || n > x || n <= n || n >= n || n == n);
        Assert.True(n != n);
#pragma warning restore CS1718
        Assert.True(n.Equals(n));
    }
}

using AutoDiff;
using Xunit;
using static FacadeTests.Values;

namespace FacadeTests;

public class ReadingTests
{
    public static TheoryData<string, Func<Scalar, Scalar>> Readers => new()
    {
        { "Value", x => x.Value },
        { "conversion to double", x => (double)x },
        { "conversion to float", x => (float)x },
        { "Vector.ToArray", x => V([x, 2]).ToArray()[0] },
        { "Vector.ToMathNet", x => V([x, 2]).ToMathNet()[0] },
        { "Matrix.ToArray", x => M([[x, 2]]).ToArray()[0, 0] },
        { "Matrix.ToMathNet", x => M([[x, 2]]).ToMathNet()[0, 0] },
    };

    [Theory]
    [MemberData(nameof(Readers))]
    public void A_number_cannot_be_read_inside_a_differentiation(string what, Func<Scalar, Scalar> f)
    {
        Assert.NotEmpty(what);
        Assert.Contains("StopGradient", Assert.Throws<TracedValueException>(() => Diff.Grad(f)(3)).Message, StringComparison.Ordinal);
        Assert.Contains("Jvp", Assert.Throws<TracedValueException>(() => Diff.Jvp(f, 3, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("Vjp", Assert.Throws<TracedValueException>(() => Diff.Vjp(f, 3)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Printing_and_comparing_are_fine_inside()
    {
        var text = "";
        Near.Equal(6, Diff.Grad(x =>
        {
            text = $"{x * x}, {V([x, 2 * x])}";
            return x > 2 ? x * x : x;
        })(3));
        Assert.Equal("9, [3, 6]", text);
    }

    [Fact]
    public void Leaked_values_are_constants_afterwards()
    {
        Scalar leaked = 0;
        Diff.Grad(x =>
        {
            leaked = x * x;
            return leaked;
        })(3);
        Assert.Equal(9.0, leaked.Value);
        Near.Equal(9, Diff.Grad(y => leaked * y)(2));
        var x = Diff.Variable(3);
        Assert.Throws<UnconnectedGradientException>(() => Diff.Gradient(leaked, x));
    }

    [Fact]
    public void A_function_that_throws_leaves_everything_usable()
    {
        Scalar leaked = 0;
        Assert.Throws<TimeZoneNotFoundException>(() => Diff.Grad(x =>
        {
            leaked = x * x;
            return Diff.Grad(y => x * y > 0 ? throw new TimeZoneNotFoundException() : y)(1);
        })(3));
        Assert.Equal(9.0, leaked.Value);
        Near.Equal(6, Diff.Grad(x => x * x)(3));
        Near.Equal(1, Diff.Grad(x => x * Diff.Grad(y => x + y)(1))(1));
    }

    [Fact]
    public void Numbers_go_in_and_come_out_by_copy()
    {
        double[] array = [1, 2];
        double[,] array2 = { { 1, 2 } };
        var vector = MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense([1, 2]);
        var matrix = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfArray(array2);
        Scalar[] scalars = [1, 2];
        Vector[] vectors = [array, vector, scalars];
        Matrix[] matrices = [array2, matrix];
        array[0] = array2[0, 0] = vector[0] = matrix[0, 0] = 9;
        scalars[0] = 9;
        Assert.All(vectors, v => Near.Equal([1, 2], v));
        Assert.All(matrices, m => Near.Equal(new double[,] { { 1, 2 } }, m));
        foreach (var v in vectors)
        {
            v.ToArray()[0] = 9;
            v.ToMathNet()[0] = 9;
            Near.Equal([1, 2], v);
        }
        foreach (var m in matrices)
        {
            m.ToArray()[0, 0] = 9;
            m.ToMathNet()[0, 0] = 9;
            Near.Equal(new double[,] { { 1, 2 } }, m);
        }
    }

    [Fact]
    public void Defaults()
    {
        Assert.Equal(0.0, default(Scalar).Value);
        Assert.Empty(default(Vector));
        Assert.Equal((0, 0), (default(Matrix).RowCount, default(Matrix).ColumnCount));
        Assert.Equal(0.0, default(Vector).Sum().Value);
        Assert.Equal("0", default(Scalar).ToString());
        Near.Equal(5, Diff.Grad(x => x * 5)(default));
    }

    [Fact]
    public void Text_does_not_depend_on_the_culture()
    {
        var culture = (System.Globalization.CultureInfo)System.Globalization.CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        var before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = culture;
        try
        {
            Assert.Equal("1.5", ((Scalar)1.5).ToString());
            Assert.Equal("[1.5, 2]", V([1.5, 2]).ToString());
            Assert.Equal("[[1.5, 2],\n [3, 4]]", M([[1.5, 2], [3, 4]]).ToString());
            Assert.Equal("1.50", ((Scalar)1.5).ToString("F2"));
            Assert.Equal("1,50", ((Scalar)1.5).ToString("F2", culture));
            Assert.Equal("[1.50, 2.00]", V([1.5, 2]).ToString("F2"));
            Assert.Contains("value          0.5", Diff.Minimize(x => x * x + 0.5, 0).ToString(), StringComparison.Ordinal);
            Assert.Contains("0.25", Optimizer.Sgd(0.25).ToString(), StringComparison.Ordinal);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Text_has_the_digits_of_its_precision()
    {
        Assert.Equal("0.1", Scalar.Float32(0.1f).ToString());
        Assert.Equal("0.100000001", Scalar.Float32(0.1f).ToString("G9"));
        Assert.Equal("0.1", ((Scalar)0.1).ToString());
        Assert.Equal("[0.100000001]", ((Vector)new[] { 0.1f }).ToString("G9"));
        Assert.Equal("[0.1]", ((Vector)new[] { 0.1f }).ToString());
    }
}

using AutoDiff;
using Xunit;
using static AutoDiff.Maths;

namespace FacadeTests;

public class PrecisionTests
{
    private static readonly Scalar Tenth = Scalar.Float32(0.1f);

    [Fact]
    public void Plain_numbers_take_the_precision_of_what_they_meet()
    {
        Assert.Equal(0.1f * 0.1f, (Tenth * 0.1).Value);
        Assert.Equal(0.1f + 0.7f, (Tenth + 0.7).Value);
        Scalar weak = 0.1;
        Assert.Equal(0.1 * 0.7, (weak * 0.7).Value);
        Assert.Equal(0.1f * (float)(0.1 * 0.7), (Tenth * (weak * 0.7)).Value);
        Assert.Equal(3 * 0.1f, (Scalar.One + Scalar.One + 1) * Tenth);
        Assert.Equal(0.1f * 6f, (Tenth * new Scalar[] { 1, 2, 3 }.Sum()).Value);
        Assert.Equal(0.1f, (Tenth + default(Scalar)).Value);
        Assert.Equal(0.1f * 2, (new[] { 0.1f } * (Vector)new[] { 2f }).Value);
    }

    [Fact]
    public void Derivatives_are_computed_in_the_precision_of_the_point()
    {
        Assert.Equal(0.1f + 0.1f, Diff.Grad(x => x * x)(Tenth).Value);
        Assert.Equal(MathF.Cos(0.1f), (float)Diff.Grad(x => Sin(x))(Tenth).Value, 1e-7f);
        Assert.Equal("0.2", Diff.Grad(x => x * x)(Tenth).ToString());
        Assert.Equal([0.2f, 0.4f], Diff.Grad((Vector v) => v * v)(new[] { 0.1f, 0.2f }).ToArraySingle());
        Assert.Equal(0.1f * 2f, Diff.Jvp(x => x * x, Tenth, 1).Tangent.Value);
        Assert.Equal(0.1 + 0.1, Diff.Grad(x => x * x)(0.1).Value);
    }

    [Fact]
    public void Float32_with_float64_is_an_error_that_names_both()
    {
        Vector doubles = [0.1, 0.2];
        Vector singles = new[] { 0.1f, 0.2f };
        var error = Assert.Throws<PrecisionException>(() => doubles + singles);
        Assert.Contains("float32", error.Message, StringComparison.Ordinal);
        Assert.Contains("float64", error.Message, StringComparison.Ordinal);
        Assert.Throws<PrecisionException>(() => Diff.Variable(0.1) * Tenth);
        Assert.Throws<PrecisionException>(() => Diff.Grad(x => x * Tenth)(0.1));
        Assert.Equal(0.1 + 0.1f, (doubles + singles.ToFloat64())[0].Value);
        Assert.Equal(0.1f + 0.1f, (doubles.ToFloat32() + singles)[0].Value);
    }

    [Fact]
    public void Single_twins()
    {
        Assert.Equal([0.1f, 0.2f], ((Vector)new[] { 0.1f, 0.2f }).ToArraySingle());
        Assert.Equal(0.1f, ((Vector)new[] { 0.1f, 0.2f }).ToMathNetSingle()[0]);
        Assert.Equal(0.1f, ((Matrix)new[,] { { 0.1f } }).ToArraySingle()[0, 0]);
        Assert.Equal(0.1f, ((Matrix)new[,] { { 0.1f } }).ToMathNetSingle()[0, 0]);
        Assert.Equal(0.1f, (float)Tenth);
        Assert.Equal(0.1f, ((Scalar)0.1).ToFloat32().Value);
        Assert.Equal((double)0.1f, Tenth.ToFloat64().Value);
        Vector fromMathNet = MathNet.Numerics.LinearAlgebra.Vector<float>.Build.Dense([0.1f]);
        Assert.Equal(0.1f * 0.1f, (fromMathNet * fromMathNet).Value);
        Matrix matrixFromMathNet = MathNet.Numerics.LinearAlgebra.Matrix<float>.Build.Dense(1, 1, 0.1f);
        Assert.Equal(0.1f * 0.1f, (matrixFromMathNet * fromMathNet)[0].Value);
    }
}

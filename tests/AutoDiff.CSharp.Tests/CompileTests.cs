using Xunit;
using static AutoDiff.Maths;

namespace AutoDiff.Tests;

/// <summary>Compiled functions and gradients, as C# calls them.</summary>
public class CompileTests
{
    private sealed record Line(Scalar Slope, Scalar Intercept);

    private static Scalar Rosenbrock(Vector v)
    {
        Scalar sum = 0;
        for (var i = 0; i < v.Count - 1; i++)
        {
            var (a, b) = (v[i + 1] - (v[i] * v[i]), 1 - v[i]);
            sum += (100 * a * a) + (b * b);
        }
        return sum;
    }

    private static double[] Point(int n) => [.. Enumerable.Range(0, n).Select(i => Math.Sin(i))];

    [Fact]
    public void LambdasAndMethodGroupsCompileWithoutTypeArguments()
    {
        Assert.Equal(9, Diff.Compile(x => x * x)(3).Value);
        Assert.Equal(14, Diff.Compile((Vector v) => v * v)(new double[] { 1, 2, 3 }).Value);
        Assert.Equal([2, 4], Diff.Compile((Vector v) => 2 * v)(new double[] { 1, 2 }).ToArray());
        Assert.Equal(6, Diff.Compile(Diff.Grad(x => x * x))(3).Value);
        Func<Matrix, Scalar> trace = m => m.Trace();
        Assert.Equal(5, trace.Compile()(new double[,] { { 1, 2 }, { 3, 4 } }).Value);
        Assert.Equal(1, Diff.CompileGradient(x => x * x, 3).Count);
        Assert.Equal(4, Diff.CompileGradient(Rosenbrock, Point(4)).Count);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(400)]
    public void AScalarLoopOverAVectorCompilesIntoItsGradient(int n)
    {
        var compiled = Diff.CompileGradient(Rosenbrock, Point(n));
        var gradient = new double[n];
        var point = Point(n);
        for (var k = 0; k < 3; k++)
        {
            point[k] += 0.25;
            var (value, expected) = Diff.ValueAndGrad<Vector>(Rosenbrock)(point);
            // loops that are found in long traces add up in another order
            Assert.Equal(value.Value, compiled.Evaluate(point, gradient), 1e-14 * value.Value);
            Assert.All(gradient.Zip(expected.ToArray()), pair => Assert.Equal(pair.Second, pair.First, 1e-13 * (1 + Math.Abs(pair.Second))));
        }
    }

    [Fact]
    public void PartsOfPartsAreReadByKernels()
    {
        Matrix m = new double[,] { { 1, 2 }, { 3, 4 }, { 5, 6 }, { 7, 8 } };
        Matrix weights = new double[,] { { 1, -2 }, { 0.5, 3 } };
        Vector Part(Matrix x) => weights * x.Column(1)[1..3];
        Assert.Equal([-8, 20], Part(m).ToArray());
        Assert.Equal([-8, 20], Diff.Compile(Part)(m).ToArray());
    }

    [Fact]
    public void LongRecurrencesOfVectorsCompile()
    {
        static Scalar Sum(Vector x)
        {
            var y = x;
            for (var k = 0; k < 15_000; k++)
            {
                y = (0.999 * y) + x.PointwiseMultiply(x);
            }
            return y.Sum();
        }

        Vector x = new double[] { 0.5, -1, 2 };
        Assert.Equal(Sum(x).Value, Diff.Compile<Vector, Scalar>(Sum)(x).Value, 1e-9);
    }

    [Fact]
    public void RecordsCompileToo()
    {
        Scalar Loss(Line line) => Exp(line.Slope) + (line.Intercept * line.Slope);
        var compiled = Diff.CompileGradient(Loss, new Line(1, 2));
        var gradient = new double[2];
        Assert.Equal(Math.Exp(0.5) + 1.5, compiled.Evaluate([0.5, 3], gradient), 1e-14);
        Assert.Equal(Math.Exp(0.5) + 3, gradient[0], 1e-14);
        Assert.Equal(0.5, gradient[1]);
        var moved = Diff.Compile<Line, Line>(line => new(line.Intercept, line.Slope))(new(1, 2));
        Assert.Equal((2.0, 1.0), (moved.Slope.Value, moved.Intercept.Value));
    }

    [Fact]
    public void WhatIsNotAValueIsPartOfTheKey()
    {
        var compiled = Diff.Compile<(Scalar X, double Factor, int[] Powers), Scalar>(
            p => p.Factor * p.Powers.Select(n => Pow(p.X, n)).Sum());
        Assert.Equal(2 * (4 + 8), compiled((2, 2.0, [2, 3])).Value);
        Assert.Equal(3 * (4 + 8), compiled((2, 3.0, [2, 3])).Value);
        Assert.Equal(3 * (4 + 16), compiled((2, 3.0, [2, 4])).Value);
    }

    [Fact]
    public void ReadingANumberIsRefusedAtTheUsersLine()
    {
        var e = Assert.Throws<TracedValueException>(() => Diff.Compile(x => x * x.Value)(2));
        Assert.Contains("Compile", e.Message, StringComparison.Ordinal);
        Assert.Contains("Where", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NullFunctionsAreRefused()
    {
        Assert.Throws<ArgumentNullException>(() => Diff.Compile<Scalar, Scalar>(null!));
        Assert.Throws<ArgumentNullException>(() => Diff.CompileGradient<Scalar>(null!, 1));
    }
}

using AutoDiff;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using static FacadeTests.Values;

namespace FacadeTests;

/// <summary>Norms against MathNet's, logarithms to any base, joined vectors, and choices by magnitude.</summary>
public class NormTests
{
    private static double[,] Draw(Random random, int rows, int columns)
    {
        var m = new double[rows, columns];
        for (var k = 0; k < m.Length; k++)
        {
            m[k / columns, k % columns] = (random.Next(2) == 0 ? -1 : 1) * (0.5 + k + random.NextDouble() / 4);
        }
        return m;
    }

    [Fact]
    public void Norms_of_matrices_are_those_of_MathNet()
    {
        var random = new Random(21);
        for (var trial = 0; trial < 20; trial++)
        {
            var m = Draw(random, random.Next(1, 4), random.Next(1, 4));
            Check(m, Maths.L1Norm, m => Matrix<double>.Build.DenseOfArray(m).L1Norm());
            Check(m, Maths.InfinityNorm, m => Matrix<double>.Build.DenseOfArray(m).InfinityNorm());
        }
    }

    private static void Check(double[,] m, Func<Matrix, Scalar> norm, Func<double[,], double> expected)
    {
        Near.Equal(expected(m), norm(m));
        var gradient = Diff.Grad(norm)(m);
        for (var k = 0; k < m.Length; k++)
        {
            var (i, j) = (k / m.GetLength(1), k % m.GetLength(1));
            Slopes.Equal(x => expected(RowAndColumnTests.With(m, i, j, x)), m[i, j], gradient[i, j].Value);
        }
    }

    [Fact]
    public void Norms_of_vectors_are_those_of_MathNet()
    {
        var random = new Random(22);
        for (var trial = 0; trial < 20; trial++)
        {
            var v = Draw(random, random.Next(1, 6), 1).Cast<double>().ToArray();
            Check(v, Maths.L1Norm, v => Vector<double>.Build.DenseOfArray(v).L1Norm());
            Check(v, Maths.InfinityNorm, v => Vector<double>.Build.DenseOfArray(v).InfinityNorm());
        }
    }

    private static void Check(double[] v, Func<Vector, Scalar> norm, Func<double[], double> expected)
    {
        Near.Equal(expected(v), norm(v));
        var gradient = Diff.Grad(norm)(v);
        for (var k = 0; k < v.Length; k++)
        {
            Slopes.Equal(x => expected([.. v[..k], x, .. v[(k + 1)..]]), v[k], gradient[k].Value);
        }
    }

    [Fact]
    public void Equal_columns_and_rows_share_the_slope_of_a_norm()
    {
        Near.Equal(new double[,] { { 0.5, -0.5 }, { 0.5, 0.5 } }, Diff.Grad((Matrix m) => Maths.L1Norm(m))(M([[1, -2], [2, 1]])));
        Near.Equal(new double[,] { { 0.5, -0.5 }, { 0.5, 0.5 } }, Diff.Grad((Matrix m) => Maths.InfinityNorm(m))(M([[1, -2], [2, 1]])));
        Near.Equal([1 / 3.0, -1 / 3.0, 0, 1 / 3.0], Diff.Grad((Vector v) => Maths.InfinityNorm(v))([2, -2, 1, 2]));
        Near.Equal([0, -1], Diff.Grad((Vector v) => Maths.L1Norm(v))([0, -2]));
        Near.Equal([0, 0], Diff.Grad((Vector v) => Maths.InfinityNorm(v))([0, 0]));
    }

    [Fact]
    public void Logarithms_to_any_base()
    {
        var random = new Random(23);
        for (var trial = 0; trial < 20; trial++)
        {
            var (x, b) = (0.1 + 5 * random.NextDouble(), 1.5 + 8 * random.NextDouble());
            Near.Equal(Math.Log(x, b), Maths.Log((Scalar)x, b));
            Near.Equal([Math.Log(x, b), Math.Log(2 * x, b)], Maths.Log(V([x, 2 * x]), b), 1e-13);
            Near.Equal(new double[,] { { Math.Log(x, b), Math.Log(x, b) } }, Maths.Log(M([[x, x]]), b));
            var (slope, ofBase) = Diff.Grad((Scalar x, Scalar b) => Maths.Log(x, b))(x, b);
            Slopes.Equal(x => Math.Log(x, b), x, slope.Value);
            Slopes.Equal(b => Math.Log(x, b), b, ofBase.Value);
            Near.Equal([slope.Value], Diff.Grad((Vector v) => Maths.Log(v, b).Sum())([x]));
        }
    }

    [Fact]
    public void Joined_vectors_pass_each_its_part_of_the_gradient()
    {
        var random = new Random(24);
        for (var trial = 0; trial < 20; trial++)
        {
            double[] Numbers() => [.. Enumerable.Range(0, random.Next(4)).Select(_ => random.NextDouble())];
            var (x, y, z) = (Numbers(), Numbers(), Numbers());
            double[] all = [.. x, .. y, .. z];
            Assert.Equal(all, Maths.Concatenate(x, y, z).ToArray());
            double[] weights = [.. all.Select(_ => random.NextDouble())];
            var (ofX, ofY, ofZ) = Diff.Grad((Vector x, Vector y, Vector z) => Maths.Dot(weights, Maths.Concatenate(x, y, z)))(x, y, z);
            double[] found = [.. ofX.ToArray(), .. ofY.ToArray(), .. ofZ.ToArray()];
            Assert.Equal(weights, found);
        }
    }

    private static T Farther<T>(T x, T y) where T : System.Numerics.INumber<T> => T.MaxMagnitude(x, y);

    private static T FartherNumber<T>(T x, T y) where T : System.Numerics.INumber<T> => T.MaxMagnitudeNumber(x, y);

    private static T Nearer<T>(T x, T y) where T : System.Numerics.INumber<T> => T.MinMagnitude(x, y);

    private static T NearerNumber<T>(T x, T y) where T : System.Numerics.INumber<T> => T.MinMagnitudeNumber(x, y);

    [Fact]
    public void Of_equal_numbers_each_has_half_the_slope_of_a_choice_by_magnitude()
    {
        (Func<Scalar, Scalar, Scalar>, Func<double, double, double>)[] choices =
            [(Farther, Farther), (FartherNumber, FartherNumber), (Nearer, Nearer), (NearerNumber, NearerNumber)];
        var random = new Random(25);
        foreach (var (choose, expected) in choices)
        {
            for (var trial = 0; trial < 20; trial++)
            {
                var x = random.Next(-32, 33) / 8.0 + 0.0625;
                foreach (var y in new[] { x, random.Next(-32, 33) / 8.0 + 0.03125 })
                {
                    Near.Equal(expected(x, y), choose(x, y));
                    var (ofX, ofY) = Diff.Grad(choose)(x, y);
                    Near.Equal(Slopes.Centre(x => expected(x, y), x), ofX, 1e-9);
                    Near.Equal(Slopes.Centre(y => expected(x, y), y), ofY, 1e-9);
                }
            }
        }
    }
}

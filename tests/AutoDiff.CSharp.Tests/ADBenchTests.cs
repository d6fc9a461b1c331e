using System.Text.Json;
using AutoDiff;
using MathNet.Numerics.LinearAlgebra.Storage;
using Samples.ADBench;
using Xunit;

namespace FacadeTests;

/// <summary>The four objectives of ADBench against its hand-written derivatives and quadruple-precision differences.</summary>
public class ADBenchTests
{
    private static string DataPath(string file) => Repository.PathOf(["samples", "ADBench", "data", .. file.Split('/')]);

    private static readonly Dictionary<string, JsonElement> References =
        JsonDocument.Parse(File.ReadAllText(DataPath("reference.json"))).RootElement.GetProperty("instances").EnumerateArray()
            .ToDictionary(i => i.GetProperty("id").GetString()!);

    public static TheoryData<string> Names => [.. References.Keys];

    // the benchmark's metric
    private static double Distance(double a, double b) => Math.Abs(a - b) / Math.Max(1, Math.Abs(a) + Math.Abs(b));

    private static void Near(double expected, double found, double tolerance, string what) =>
        Assert.True(Distance(expected, found) <= tolerance, $"{what}: {found:R} where {expected:R} is right");

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_and_derivatives(string name)
    {
        var reference = References[name];
        var instance = Instance.Read(reference.GetProperty("objective").GetString()!, DataPath(reference.GetProperty("file").GetString()!));
        Check(reference.GetProperty("F"), instance.Objective());
        var derivative = instance.Derivative();
        var expected = reference.GetProperty("J");
        Check(expected, derivative.Values);
        if (derivative.RowStarts is { } starts && derivative.ColumnIndices is { } columns)
        {
            Assert.Equal(expected.GetProperty("shape").EnumerateArray().Select(e => e.GetInt32()), [derivative.Rows, derivative.Columns]);
            foreach (var entry in expected.GetProperty("entries").EnumerateArray())
            {
                var i = entry.GetProperty("i").GetInt32();
                var row = entry.GetProperty("row").GetInt32();
                Assert.InRange(i, starts[row], starts[row + 1] - 1);
                Assert.Equal(entry.GetProperty("col").GetInt32(), columns[i]);
            }
        }
    }

    [Theory]
    [InlineData("test.txt", "ba", true, 10)]
    [InlineData("ba1_n49_m7776_p31843.txt", "ba-perturbed", false, 14)]
    public void Bundle_adjustment_as_one_function(string file, string objective, bool isReverse, int colours)
    {
        var instance = (BundleAdjustment)Instance.Read(objective, DataPath("ba/" + file));
        var expected = instance.Derivative();
        var sparse = Diff.PrepareSparseJacobian(instance.AllResiduals);
        var found = (SparseCompressedRowMatrixStorage<double>)sparse.Evaluate(instance.Unknowns).Storage;

        // by columns, one for each unknown of an observation, but one for the two of the principal point, which no residual depends on both of
        Assert.Equal((isReverse, colours), (sparse.IsReverse, sparse.Colors));
        Assert.Equal((expected.Rows, expected.Columns), (found.RowCount, found.ColumnCount));
        var (starts, columns) = (expected.RowStarts!, expected.ColumnIndices!);
        for (var row = 0; row < expected.Rows; row++)
        {
            var k = found.RowPointers[row];
            for (var i = starts[row]; i < starts[row + 1]; i++)
            {
                var isStored = k < found.RowPointers[row + 1] && found.ColumnIndices[k] == columns[i];
                Near(expected.Values[i], isStored ? found.Values[k++] : 0, 1e-13, $"({row}, {columns[i]})");
            }

            Assert.Equal(found.RowPointers[row + 1], k);
        }

        // where a residual does not depend on the principal point the benchmark stores a 0
        Assert.Equal(29 * (expected.Rows / 3), sparse.NonZeros);
    }

    private static void Check(JsonElement expected, double[] found)
    {
        if (expected.TryGetProperty("value", out var value))
        {
            // relative 1e-13 for a value: rounding alone gives 1e-14
            Assert.True(Math.Abs(found[0] - value.GetDouble()) <= 1e-13 * Math.Abs(value.GetDouble()), $"{found[0]:R} where {value.GetDouble():R} is right");
            return;
        }
        foreach (var entry in expected.GetProperty("entries").EnumerateArray())
        {
            var i = entry.GetProperty("i").GetInt32();
            Near(entry.GetProperty("value").GetDouble(), found[i], 1e-11, $"element {i}");
            if (entry.TryGetProperty("quad_fd", out var quad))
            {
                Near(quad.GetDouble(), found[i], 1e-11, $"element {i}");
            }
        }
        Near(expected.GetProperty("norm1").GetDouble(), Sum(found.Select(Math.Abs)), 1e-11, "1-norm");
        Near(expected.GetProperty("norm2").GetDouble(), Math.Sqrt(Sum(found.Select(v => v * v))), 1e-11, "2-norm");
    }

    // Kahan's: nine million terms lose too much one after the other
    private static double Sum(IEnumerable<double> values)
    {
        var (sum, lost) = (0.0, 0.0);
        foreach (var value in values)
        {
            var term = value - lost;
            var next = sum + term;
            (lost, sum) = (next - sum - term, next);
        }
        return sum;
    }
}

using AutoDiff;
using Xunit;

namespace FacadeTests;

/// <summary>Comparison of numbers with a relative tolerance alone.</summary>
internal static class Near
{
    public static void Equal(double expected, Scalar actual, double tolerance = 1e-14) => Equal(expected, actual.Value, tolerance);

    public static void Equal(double[] expected, Vector actual, double tolerance = 1e-14)
    {
        Assert.Equal(expected.Length, actual.Count);
        Assert.All(expected.Zip(actual.ToArray()), pair => Equal(pair.First, pair.Second, tolerance));
    }

    public static void Equal(double[,] expected, Matrix actual, double tolerance = 1e-14)
    {
        Assert.Equal((expected.GetLength(0), expected.GetLength(1)), (actual.RowCount, actual.ColumnCount));
        Assert.All(expected.Cast<double>().Zip(actual.ToArray().Cast<double>()), pair => Equal(pair.First, pair.Second, tolerance));
    }

    private static void Equal(double expected, double actual, double tolerance) =>
        Assert.True(
            actual.Equals(expected) || Math.Abs(actual - expected) <= tolerance * Math.Abs(expected),
            $"expected {expected:R}, found {actual:R}");
}

using Xunit;

namespace FacadeTests;

/// <summary>Slopes of functions of plain numbers by central differences, extrapolated (Richardson).</summary>
internal static class Slopes
{
    public static double Of(Func<double, double> f, double x, double step = 0.02)
    {
        var row = Enumerable.Range(0, 4).Select(i => step / (1 << i)).Select(h => (f(x + h) - f(x - h)) / (2 * h)).ToArray();
        for (var factor = 4.0; row.Length > 1; factor *= 4)
        {
            row = [.. row.Zip(row.Skip(1), (coarse, fine) => fine + ((fine - coarse) / (factor - 1)))];
        }
        return row[0];
    }

    /// <summary>The centre of the slopes on either side.</summary>
    public static double Centre(Func<double, double> f, double x, double step = 1.0 / (1 << 20)) => (f(x + step) - f(x - step)) / (2 * step);

    public static void Equal(Func<double, double> f, double x, double found)
    {
        var expected = Of(f, x);
        Assert.True(Math.Abs(found - expected) <= 1e-9 * Math.Max(1, Math.Abs(f(x))), $"slope {found:R} at {x:R}, where differences have {expected:R}");
    }
}

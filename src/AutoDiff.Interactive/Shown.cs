using System.Globalization;

namespace AutoDiff.Interactive;

/// <summary>What is shown of something large: the first places and the last one.</summary>
internal static class Shown
{
    /// <summary>How many are shown whole.</summary>
    internal const int Most = 12;

    /// <summary>Stands for the places that are left out.</summary>
    internal const int Omitted = -1;

    /// <summary>The places that are shown, of so many.</summary>
    internal static IReadOnlyList<int> Places(int count) =>
        count <= Most ? [.. Enumerable.Range(0, count)] : [.. Enumerable.Range(0, Most - 2), Omitted, count - 1];

    /// <summary>Six significant digits, whatever the culture.</summary>
    internal static string Number(double x) => x.ToString("G6", CultureInfo.InvariantCulture);

    /// <summary>The number of a scalar, or what it is where it has none to read.</summary>
    internal static string Number(Scalar x) =>
        double.TryParse(x.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Number(number) : x.ToString();
}

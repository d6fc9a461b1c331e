namespace AutoDiff.Interactive;

/// <summary>What a minimum of any structure holds.</summary>
internal static class Found
{
    /// <summary>The lowest value.</summary>
    internal static Scalar Value(object minimum) => (Scalar)Read(minimum, "Value")!;

    /// <summary>The point.</summary>
    internal static object? Point(object minimum) => Read(minimum, "Point");

    /// <summary>What its kind of minimum has beside that: standard errors, multipliers.</summary>
    internal static IEnumerable<(string Name, object? Value)> Further(object minimum) =>
        from row in new[]
        {
            ("standard errors", "StandardErrors"), ("equality multipliers", "EqualityMultipliers"), ("inequality multipliers", "InequalityMultipliers"),
        }
        where minimum.GetType().GetProperty(row.Item2) is not null
        select (row.Item1, Read(minimum, row.Item2));

    /// <summary>The page of its history, or null where none was kept.</summary>
    internal static string? History(object minimum) =>
        Read(minimum, "History") is IReadOnlyCollection<Step> { Count: > 0 }
            ? (string)minimum.GetType().GetMethod("HistoryPlot")!.Invoke(minimum, null)!
            : null;

    private static object? Read(object minimum, string property) => minimum.GetType().GetProperty(property)!.GetValue(minimum);
}

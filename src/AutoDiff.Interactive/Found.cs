namespace AutoDiff.Interactive;

/// <summary>What a minimum of any structure holds.</summary>
internal static class Found
{
    /// <summary>The lowest value.</summary>
    internal static Scalar Value(object minimum) => (Scalar)Read(minimum, "Value")!;

    /// <summary>The point.</summary>
    internal static object? Point(object minimum) => Read(minimum, "Point");

    private static object? Read(object minimum, string property) => minimum.GetType().GetProperty(property)!.GetValue(minimum);
}

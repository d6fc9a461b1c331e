namespace FacadeTests;

/// <summary>Stands for the console in lines that a page shows: keeps what they print.</summary>
internal static class Printing
{
    [ThreadStatic]
    private static StringWriter? output;

    public static void WriteLine(object? line) => output!.WriteLine(line);

    /// <summary>What lines print.</summary>
    public static string Of(Action lines)
    {
        output = new();
        lines();
        return output.ToString();
    }
}

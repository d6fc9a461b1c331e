using System.Globalization;

namespace AutoDiff.Interactive;

/// <summary>Values in LaTeX.</summary>
internal static class LatexText
{
    /// <summary>A formula on a line of its own.</summary>
    internal static string Displayed(string formula) => "$$" + formula + "$$";

    /// <summary>A number, with its power of ten written as one.</summary>
    internal static string Of(Scalar x)
    {
        var parts = Shown.Number(x).Split('E');
        return parts.Length == 1
            ? parts[0].Replace("Infinity", @"\infty", StringComparison.Ordinal).Replace("∞", @"\infty", StringComparison.Ordinal)
            : parts[0] + @" \cdot 10^{" + int.Parse(parts[1], CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture) + "}";
    }

    /// <summary>A column in parentheses.</summary>
    internal static string Of(Vector x) =>
        Rows(Shown.Places(x.Count).Select(i => i == Shown.Omitted ? @"\vdots" : Of(x[i])));

    /// <summary>Rows and columns in parentheses.</summary>
    internal static string Of(Matrix x)
    {
        var columns = Shown.Places(x.ColumnCount);
        string Row(int i) => string.Join(" & ", columns.Select(j => Cell(x, i, j)));
        return Rows(Shown.Places(x.RowCount).Select(Row));
    }

    /// <summary>The value of a minimum and, of a single value, its point.</summary>
    internal static string OfMinimum(object minimum)
    {
        var value = @"\min f = " + Of(Found.Value(minimum));
        return Found.Point(minimum) switch
        {
            Scalar x => Displayed(value + @",\quad x^\ast = " + Of(x)),
            Vector x => Displayed(value + @",\quad x^\ast = " + Of(x)),
            Matrix x => Displayed(value + @",\quad X^\ast = " + Of(x)),
            _ => Displayed(value),
        };
    }

    private static string Cell(Matrix x, int i, int j) =>
        i != Shown.Omitted ? j == Shown.Omitted ? @"\cdots" : Of(x[i, j])
        : j == Shown.Omitted ? @"\ddots"
        : @"\vdots";

    private static string Rows(IEnumerable<string> rows) => @"\begin{pmatrix} " + string.Join(@" \\ ", rows) + @" \end{pmatrix}";
}

using System.Net;
using MathNet.Numerics.LinearAlgebra;

namespace AutoDiff.Interactive;

/// <summary>Values in HTML.</summary>
internal static class HtmlText
{
    /// <summary>A number.</summary>
    internal static string Of(Scalar x) => "<code>" + WebUtility.HtmlEncode(x.ToString()) + "</code>";

    /// <summary>A row of numbers under their places.</summary>
    internal static string Of(Vector x)
    {
        var places = Shown.Places(x.Count);
        var head = Row("th", places.Select(Place));
        return Table("Vector of " + x.Count, head + Row("td", places.Select(i => i == Shown.Omitted ? "…" : Shown.Number(x[i]))));
    }

    /// <summary>Rows and columns of numbers between their places.</summary>
    internal static string Of(Matrix x)
    {
        IReadOnlyList<int> rows = Shown.Places(x.RowCount), columns = Shown.Places(x.ColumnCount);
        string Cell(int i, int j) => i == Shown.Omitted || j == Shown.Omitted ? "…" : Shown.Number(x[i, j]);
        string Line(int i) => "<tr><th>" + Place(i) + "</th>" + string.Concat(columns.Select(j => "<td>" + Cell(i, j) + "</td>")) + "</tr>";
        var head = "<tr><th></th>" + string.Concat(columns.Select(j => "<th>" + Place(j) + "</th>")) + "</tr>";
        return Table($"Matrix of {x.RowCount}x{x.ColumnCount}", head + string.Concat(rows.Select(Line)));
    }

    /// <summary>A formula, and the program behind it folded away.</summary>
    internal static string Of(DerivativeProgram x) =>
        LatexText.Displayed(WebUtility.HtmlEncode(x.ToLatex()))
        + "<details><summary>program</summary><pre>" + WebUtility.HtmlEncode(x.ToString()) + "</pre></details>";

    /// <summary>The numbers of a matrix of MathNet, such as a sparse derivative; of a large sparse one where they are.</summary>
    internal static string Of(Matrix<double> x)
    {
        if (x.Storage.IsDense || Math.Max(x.RowCount, x.ColumnCount) <= Shown.Most)
        {
            return Of((Matrix)x.ToArray());
        }
        var stored = x.EnumerateIndexed(Zeros.AllowSkip).Select(element => (element.Item1, element.Item2)).ToList();
        return Table($"Sparse matrix of {x.RowCount}x{x.ColumnCount}: {stored.Count} elements", Row("td", [Pattern.Picture(x.RowCount, x.ColumnCount, stored)]));
    }

    /// <summary>The report of a minimum, line by line, its point and what else it has; its history, folded away.</summary>
    internal static string OfMinimum(object minimum)
    {
        string Line((string Name, object? Value) row) => "<tr><th>" + row.Name + "</th><td>" + OfPart(row.Value) + "</td></tr>";
        var history = Found.History(minimum) is { } page
            ? $"<details><summary>history</summary><iframe title=\"history\" width=\"820\" height=\"560\" srcdoc=\"{WebUtility.HtmlEncode(page)}\"></iframe></details>"
            : "";
        return OfReport(minimum, Line(("point", Found.Point(minimum))) + string.Concat(Found.Further(minimum).Select(Line))) + history;
    }

    /// <summary>What prints as a line and others of a name and what it is.</summary>
    internal static string OfReport(object report, string rows = "")
    {
        var lines = report.ToString()!.Split(Environment.NewLine);
        string Line(string line)
        {
            var parts = line.Split("  ", 2);
            return "<tr><th>" + WebUtility.HtmlEncode(parts[0]) + "</th><td>" + WebUtility.HtmlEncode(parts[^1].Trim()) + "</td></tr>";
        }

        return Table(WebUtility.HtmlEncode(lines[0]), string.Concat(lines.Skip(1).Select(Line)) + rows);
    }

    /// <summary>A structure, or one value.</summary>
    private static string OfPart(object? part) => part switch
    {
        Scalar x => Of(x),
        Vector x => Of(x),
        Matrix x => Of(x),
        _ => "<code>" + WebUtility.HtmlEncode(part?.ToString()) + "</code>",
    };

    private static string Place(int i) => i == Shown.Omitted ? "…" : i.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Row(string cell, IEnumerable<string> texts) =>
        "<tr>" + string.Concat(texts.Select(text => $"<{cell}>{text}</{cell}>")) + "</tr>";

    private static string Table(string caption, string rows) => $"<table><caption>{caption}</caption>{rows}</table>";
}

using System.Text;

namespace AutoDiff.Interactive;

/// <summary>Where the elements of a sparse matrix are.</summary>
internal static class Pattern
{
    private const int Cells = 120;

    /// <summary>A drawing of up to so many cells each way, a dark one where there is an element, and how far it goes.</summary>
    internal static string Picture(int rows, int columns, IEnumerable<(int Row, int Column)> elements)
    {
        int height = Math.Min(rows, Cells), width = Math.Min(columns, Cells);
        var cells = elements.Select(e => (Row: (int)((long)e.Row * height / rows), Column: (int)((long)e.Column * width / columns))).Distinct();
        var path = new StringBuilder();
        foreach (var (row, column) in cells)
        {
            path.Append('M').Append(column).Append(' ').Append(row).Append("h1v1h-1z");
        }
        return $"<svg viewBox=\"0 0 {width} {height}\" width=\"{3 * width}\" height=\"{3 * height}\"><path fill=\"currentColor\" d=\"{path}\"/></svg>";
    }
}

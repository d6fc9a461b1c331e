using System.Globalization;
using FacadeTests;
using Xunit;

namespace AutoDiff.Tests;

/// <summary>The README's figures beside others are those of docs/performance.md, rounded to the digits that are shown.</summary>
public class ReadmeFigureTests
{
    // The README's words for the cases of the benchmarks, in the order of its rows.
    private static readonly string[] Cases = ["quad", "rosen-100", "logreg-10000x100", "mlp", "gmm", "chain-1000000"];

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, Cases.Length)];

    private static string[] Cells(string line) => [.. line.Trim('|', ' ').Split('|').Select(cell => cell.Trim())];

    /// <summary>The rows of the table under a heading that begins so.</summary>
    private static List<string[]> Table(string file, string heading) =>
    [
        .. File.ReadLines(file).SkipWhile(line => !line.StartsWith(heading, StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('|')).Select(Cells),
    ];

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    /// <summary>The multiple of the loop in a cell such as "8.27 ns ×2.29".</summary>
    private static decimal Multiple(string cell) => Number(cell[(cell.IndexOf('×', StringComparison.Ordinal) + 1)..].Split(',')[0]);

    private static void IsRounded(string shown, decimal measured)
    {
        if (measured >= 1000)
        {
            Assert.Equal(measured, Number(shown));
            return;
        }
        var digits = shown.Contains('.', StringComparison.Ordinal) ? shown.Length - shown.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        Assert.Equal(Number(shown), Math.Round(measured, digits, MidpointRounding.AwayFromZero));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Figures_are_the_measured_ones(int row)
    {
        var readme = Table(Repository.PathOf("README.md"), "| | AutoDiff compiled |");
        Assert.Equal(Cases.Length, readme.Count);
        var performance = Repository.PathOf("docs", "performance.md");
        var own = Assert.Single(Table(performance, "| case | hand | compiled |"), cells => cells[0] == $"`{Cases[row]}`");
        var others = Assert.Single(Table(performance, "| case | TorchSharp |"), cells => cells[0] == $"`{Cases[row]}`");

        string[] measured = [own[2], own[3], own[5], others[1], others[2]]; // compiled, reused, finite differences
        foreach (var (shown, cell) in readme[row].Skip(1).Zip(measured))
        {
            if (shown.Length == 0)
            {
                Assert.Empty(cell);
            }
            else
            {
                IsRounded(shown, cell.Contains('×', StringComparison.Ordinal) ? Multiple(cell) : Number(cell));
            }
        }
    }
}

using System.Text.RegularExpressions;
using FacadeTests;
using Xunit;

namespace AutoDiff.Tests;

/// <summary>The README's C# lines are those of the site's first page, which are compiled and print what stands beside them.</summary>
public partial class ReadmeTests
{
    private static string[] Shown(params string[] page)
    {
        var block = Block().Match(File.ReadAllText(Repository.PathOf(page))).Groups[1].Value;
        var lines = block.Split('\n').Where(line => line.Length > 0 && !line.StartsWith("using ", StringComparison.Ordinal));
        return [.. lines.Select(line => Spaces().Replace(line, " "))];
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();

    [Fact]
    public void The_readme_shows_the_lines_of_the_first_page() => Assert.Equal(Shown("docs", "index.md"), Shown("README.md"));
}

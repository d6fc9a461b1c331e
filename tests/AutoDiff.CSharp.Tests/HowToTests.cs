using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace FacadeTests;

/// <summary>The pages in docs/how-to, and five above them, show compiled lines of C#, and what they print.</summary>
public partial class HowToTests
{
    public static TheoryData<string> Pages =>
        [.. Directory.GetFiles(Repository.PathOf("docs", "how-to"), "*.md").Select(file => Path.GetFileNameWithoutExtension(file)!), "index", "quickstart", "reverse-mode", "explain", "accuracy"];

    private static string FileOf(string page)
    {
        var file = Repository.PathOf("docs", page + ".md");
        return File.Exists(file) ? file : Repository.PathOf("docs", "how-to", page + ".md");
    }

    private static string[] Lines(string text) => [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];

    private static string[] Shown(string page) =>
        Lines(string.Concat(Block().Matches(File.ReadAllText(FileOf(page))).Select(block => block.Groups[1].Value)));

    /// <summary>The method of a page: fit-a-curve has FitACurve.</summary>
    private static MethodInfo Compiled(string page)
    {
        var name = string.Concat(page.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        return typeof(HowTo).GetMethod(name)!;
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_page_shows_the_compiled_lines(string page)
    {
        string[] files = ["HowTo.cs", "HowTo.Start.cs"];
        var source = string.Concat(files.Select(file => File.ReadAllText(Repository.PathOf("tests", "AutoDiff.CSharp.Tests", file))));
        var start = source.IndexOf($"public static void {Compiled(page).Name}()", StringComparison.Ordinal);
        var body = source.IndexOf("    {\n", start, StringComparison.Ordinal) + 6;
        Assert.Equal(Lines(source[body..source.IndexOf("\n    }\n", body, StringComparison.Ordinal)]), Shown(page));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_compiled_lines_print_what_the_page_says(string page)
    {
        var promised = Shown(page).Where(line => line.Contains("// ", StringComparison.Ordinal) && !line.StartsWith("//", StringComparison.Ordinal));
        Assert.Equal(
            string.Join(' ', promised.Select(line => line[(line.LastIndexOf("// ", StringComparison.Ordinal) + 3)..])),
            string.Join(' ', Lines(Printing.Of(Compiled(page).CreateDelegate<Action>()))));
    }
}

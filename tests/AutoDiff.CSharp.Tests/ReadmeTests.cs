using System.Text.RegularExpressions;
using FacadeTests;
using Xunit;
using static AutoDiff.Maths;

namespace AutoDiff.Tests;

/// <summary>The README's C# lines are these lines, and print what stands beside them.</summary>
public partial class ReadmeTests
{
    private static string Printed()
    {
        var output = new StringWriter();
        var console = Console.Out;
        Console.SetOut(output);
        try
        {
            Run();
        }
        finally
        {
            Console.SetOut(console);
        }

        return output.ToString();
    }

    private static void Run()
    {
        // README begins
        Console.WriteLine(Diff.Grad(x => x * Sin(x))(2));                // 0.0770037537313969
        Matrix a = new double[,] { { 2, 1 }, { 1, 3 } };
        Scalar Bowl(Vector v) => v * (a * v) + Exp(v).Sum();
        Console.WriteLine(Diff.Grad(Bowl)([1, -1]));                     // [4.718281828459045, -3.6321205588285577]
        Console.WriteLine(Diff.Hessian(Bowl)([0, 0]));                   // [[5, 2], [2, 7]]
        Console.WriteLine($"{Diff.Minimize(Bowl, [1, -1]).Point:F6}");   // [-0.163871, -0.096684]
        // README ends
    }

    private static string Here() => Repository.PathOf("tests", "AutoDiff.CSharp.Tests", "ReadmeTests.cs");

    private static string[] Lines(string text) =>
        [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith("using ", StringComparison.Ordinal))];

    private static string Readme() => File.ReadAllText(Repository.PathOf("README.md"));

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();

    [GeneratedRegex("// README begins\n(.*?)// README ends", RegexOptions.Singleline)]
    private static partial Regex Compiled();

    [Fact]
    public void The_readme_shows_the_compiled_lines() =>
        Assert.Equal(
            Lines(Compiled().Match(File.ReadAllText(Here())).Groups[1].Value),
            Lines(CSharpBlock().Match(Readme()).Groups[1].Value));

    [Fact]
    public void The_compiled_lines_print_what_the_readme_says()
    {
        var comments = Lines(CSharpBlock().Match(Readme()).Groups[1].Value).Where(line => line.Contains("// ", StringComparison.Ordinal));
        var promised = comments.Select(line => line[(line.IndexOf("// ", StringComparison.Ordinal) + 3)..]);
        Assert.Equal(string.Join(' ', promised), string.Join(' ', Lines(Printed())));
    }
}

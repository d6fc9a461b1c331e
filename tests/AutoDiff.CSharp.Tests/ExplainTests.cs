using System.Text.RegularExpressions;
using AutoDiff;
using Xunit;
using static AutoDiff.Maths;

namespace FacadeTests;

/// <summary>Derivatives that can be read, from C#, and the page that shows them.</summary>
public partial class ExplainTests
{
    private static List<string> Printed()
    {
        List<string> printed = [];
        // page begins
        var wave = Diff.Explain(x => x * Sin(x), 2);
        printed.Add(wave.ToLatex());                  // x \cos(x) + \sin(x)
        printed.Add(wave.Hessian.ToLatex());          // 2\cos(x) - x \sin(x)
        Matrix a = new double[,] { { 2, 1 }, { 0, 3 } };
        var bowl = Diff.Explain((Vector v) => v * (a * v) + Exp(v).Sum(), [1, -1]);
        printed.Add(bowl.Function.ToLatex());         // v^\top A v + \sum_i e^{v_i}
        printed.Add(bowl.ToLatex());                  // (A + A^\top) v + e^{v}
        printed.Add(bowl.Hessian.ToLatex());          // A + A^\top + \operatorname{diag}(e^{v})
        printed.Add(wave.ToString());
        printed.Add(wave.ToCSharp());
        printed.Add(wave.ToFSharp());
        printed.Add(wave.ToDot());
        // page ends
        return printed;
    }

    private static string Page() => File.ReadAllText(Repository.PathOf("docs", "explain.md"));

    private static string[] Lines(string text) => [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];

    private static string Block(string language, int number = 0)
    {
        var blocks = Regex.Matches(Page(), "```" + Regex.Escape(language) + "\n(.*?)```", RegexOptions.Singleline);
        return blocks[number].Groups[1].Value;
    }

    [GeneratedRegex("// page begins\n(.*?)// page ends", RegexOptions.Singleline)]
    private static partial Regex Compiled();

    [GeneratedRegex(@"printed\.Add\((.*)\);")]
    private static partial Regex Added();

    [Fact]
    public void The_page_shows_the_compiled_lines()
    {
        var here = File.ReadAllText(Repository.PathOf("tests", "AutoDiff.CSharp.Tests", "ExplainTests.cs"));
        var lines = Added().Replace(Compiled().Match(here).Groups[1].Value, "Console.WriteLine($1);");
        Assert.Equal(Lines(lines.Replace("  ", "")), Lines(Block("csharp").Replace("  ", "")));
    }

    [Fact]
    public void The_page_shows_what_they_print()
    {
        var printed = Printed();
        var promised = Lines(Block("csharp")).Where(line => line.Contains("// ", StringComparison.Ordinal));
        Assert.Equal(promised.Select(line => line[(line.IndexOf("// ", StringComparison.Ordinal) + 3)..]), printed.Take(5));
        Assert.Equal(printed[5], Block("text").TrimEnd('\n'));
        Assert.Equal(printed[6], Block("csharp", 1));
        Assert.Equal(printed[7], Block("fsharp"));
        Assert.Equal(printed[8], Block("dot"));
    }

    [Fact]
    public void Every_kind_of_argument_is_explained()
    {
        Assert.Equal("2m", Diff.Explain((Vector m) => m * m, [1, 2]).ToLatex());
        Assert.Equal("2M", Diff.Explain((Matrix m) => m.PointwiseMultiply(m).Sum(), [[1, 2], [3, 4]]).ToLatex());
        Func<Scalar, Scalar> square = s => s * s;
        Assert.Equal("2s", square.Explain(3).ToLatex());
        var pair = Diff.Explain<(Scalar X, Vector V)>(p => p.X * p.V.Sum(), (2, new double[] { 1, 2 }));
        Assert.Equal(@"\begin{pmatrix} \sum_i {p_2}_i \\ p_1 \mathbf{1} \end{pmatrix}", pair.ToLatex());
        Assert.Contains("public static (double, double[]) Gradient(double p1, double[] p2)", pair.ToCSharp(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_name_of_a_parameter_and_a_reserved_one_become_x()
    {
        Assert.Equal("2x", Diff.Explain(parameter => parameter * parameter, 3).ToLatex());
        Assert.Equal("2x", Diff.Explain(i => i * i, 3).ToLatex());
        Assert.Equal("2x", Diff.Explain(@in => @in * @in, 3).ToLatex());
    }

    [Fact]
    public void Reading_a_number_is_refused() =>
        Assert.Throws<TracedValueException>(() => Diff.Explain(x => x * x.Value, 3).ToString());

    [Fact]
    public void Null_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => Diff.Explain((Func<Scalar, Scalar>)null!, 1));
        Assert.Throws<ArgumentNullException>(() => Diff.Explain<double[]>(_ => 1, null!));
    }
}

using System.Text.RegularExpressions;
using AutoDiff;
using Xunit;
using static AutoDiff.Maths;

namespace FacadeTests;

/// <summary>Derivatives that can be read, from C#, and the page that shows them.</summary>
public partial class ExplainTests
{
    /// <summary>A block of the page that shows what was printed.</summary>
    private static string Shown(string fence)
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "explain.md"));
        return Regex.Match(page, "```" + Regex.Escape(fence) + "\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
    }

    [Fact]
    public void The_page_shows_what_is_printed()
    {
        var wave = Diff.Explain(x => x * Sin(x), 2);
        Assert.Equal(Shown("text"), wave + "\n");
        Assert.Equal(Shown("csharp output"), wave.ToCSharp());
        Assert.Equal(Shown("fsharp output"), wave.ToFSharp());
        Assert.Equal(Shown("dot"), wave.ToDot());
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

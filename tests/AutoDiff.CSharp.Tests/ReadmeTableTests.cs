using System.Text.RegularExpressions;
using FacadeTests;
using Xunit;
using static AutoDiff.Maths;

namespace AutoDiff.Tests;

/// <summary>What the README's table says in C# is in these lines, which compile and give what they should.</summary>
public partial class ReadmeTableTests
{
    private static readonly Func<Vector, Scalar> f = v => v * v;
    private static readonly Func<Vector, Vector> g = v => [v[0] * v[1], v[0] - 3, v[1]];
    private static readonly Func<Scalar, Scalar> h = Sin;
    private static readonly Func<Vector, double, Scalar> loss = (v, target) => Square(v.Sum() - target);
    private static readonly Vector x = new double[] { 1, 2 };
    private static readonly Vector dx = new double[] { 1, 0 };
    private static readonly Matrix rows = new double[,] { { 1, 2 }, { 3, 4 } };
    private static readonly Scalar t = Diff.Variable(2);
    private static readonly Scalar y = t * t;
    private static readonly Bounds box = Bounds.Between(new double[] { 1, -1 }, new double[] { 3, 3 });
    private static readonly double[] batches = [2, 2];
    private static readonly double[] point = [3, 4];
    private static readonly double[] slopes = new double[2];

    private static string Text(object value) => Regex.Replace(value.ToString()!, "\\s+", " ");

    private static string Rounded(Scalar value) => value.ToString("F6");

    public static TheoryData<string, string> Lines() => new()
    {
        // README table begins
        { "[2, 4]", Text(Diff.Grad(f)(x)) },
        { "(5, [2, 4])", Text(Diff.ValueAndGrad(f)(x)) },
        { "4", Text(Diff.Gradient(y, t)) },
        { "[[2, 1], [1, 0], [0, 1]]", Text(Diff.Jacobian(g)(x)) },
        { "[[2, 0], [0, 2]]", Text(Diff.Hessian(f)(x)) },
        { "[2, 0]", Text(Diff.HessianVectorProduct(f)(x, dx)) },
        { "([2, -2, 2], [2, 1, 0])", Text(Diff.Jvp(g, x, dx)) },
        { "[3, 1]", Text(Diff.Vjp(g, x).Pullback([1, 1, 0])) },
        { "31", Text(Diff.Taylor(Sin, t, 30).Count) },
        { "[5, 25]", Text(Diff.Vectorize(f)(rows)) },
        { "0.739085", Rounded(Diff.For(100, t, (i, s) => Cos(s))) },
        { Text(Cos(t)), Text(Diff.Grad(Diff.WithGradient(h, (s, y, bar) => bar * Cos(s)))(t)) },
        { "no exception", Passes(() => Diff.CheckGradient(f, x).ThrowIfWrong()) },
        { "1.414214", Rounded(Diff.Root((s, p) => s * s - p, 1)(2)) },
        { "0.135335", Rounded(Ode.Solve((time, s) => -s, 1, 0, 2)) },
        { "2 0 0 2", string.Join(' ', Diff.SparseHessian(f)(x).ToRowMajorArray()) },
        { "2v", Text(Diff.Explain(f, x).ToLatex()) },
        { "5", Text(Diff.Compile(f)(x)) },
        { "25", Text(Diff.CompileGradient(f, x).Evaluate(point, slopes)) },
        { "0.000000", Rounded(Diff.Minimize(f, x).Value) },
        { "1.000000", Rounded(Diff.Minimize(f, x, new() { Bounds = box }).Value) },
        { "0.500000", Rounded(Diff.MinimizeSubjectTo(f, x, equal: v => [v.Sum() - 1]).Value) },
        { "2", Text(Diff.LeastSquares(g, x).StandardErrors.Count) },
        { "20", Text(Diff.Minimize(loss, x, batches, Optimizer.Adam(0.01), new() { Epochs = 10 }).Steps) },
        { "100", Text(Diff.Steps(f, x, Optimizer.Sgd(0.1)).Take(100).Count()) },
        // README table ends
    };

    private static string Passes(Action action)
    {
        action();
        return "no exception";
    }

    /// <summary>The threads and MathNet's provider belong to the whole process and have tests of their own; here they only compile.</summary>
    internal static void Control()
    {
        // README table begins
        AutoDiffControl.MaxThreads = 2;
        AutoDiffControl.UseForMathNet();
        // README table ends
    }

    [GeneratedRegex("// README table begins\n(.*?)// README table ends", RegexOptions.Singleline)]
    private static partial Regex Compiled();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Snippet();

    private static IEnumerable<string> Cells(int column) =>
        File.ReadLines(Repository.PathOf("README.md"))
            .SkipWhile(line => line != "## What you can do with a line each")
            .SkipWhile(line => !line.StartsWith("| ---", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split(" | ")[column]);

    [Theory]
    [MemberData(nameof(Lines))]
    public void The_lines_give_what_they_should(string expected, string found) => Assert.Equal(expected, found);

    [Fact]
    public void The_table_shows_the_compiled_lines()
    {
        var source = File.ReadAllText(Repository.PathOf("tests", "AutoDiff.CSharp.Tests", "ReadmeTableTests.cs"));
        var compiled = string.Concat(Compiled().Matches(source).Select(match => match.Groups[1].Value));
        var shown = Cells(1).SelectMany(cell => Snippet().Matches(cell)).Select(match => match.Groups[1].Value).ToList();
        Assert.True(shown.Count >= 24, $"only {shown.Count} snippets were found");
        Assert.All(shown, snippet => Assert.Contains(snippet, compiled, StringComparison.Ordinal));
    }
}

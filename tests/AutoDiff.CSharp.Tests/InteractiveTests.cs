using AutoDiff;
using AutoDiff.Interactive;
using Microsoft.DotNet.Interactive.Formatting;
using Xunit;
using static AutoDiff.Maths;

namespace FacadeTests;

/// <summary>What a notebook shows.</summary>
public class InteractiveTests
{
    public InteractiveTests() => Notebook.Register();

    private static string Html(object value) => value.ToDisplayString("text/html");

    private static string Latex(object value) => value.ToDisplayString("text/latex");

    [Fact]
    public void A_vector_is_a_row_under_its_places_and_a_column_in_parentheses()
    {
        Vector v = new double[] { 1, -2.5, 1e-20 };
        Assert.Equal(
            "<table><caption>Vector of 3</caption><tr><th>0</th><th>1</th><th>2</th></tr><tr><td>1</td><td>-2.5</td><td>1E-20</td></tr></table>",
            Html(v));
        Assert.Equal(@"$$\begin{pmatrix} 1 \\ -2.5 \\ 1 \cdot 10^{-20} \end{pmatrix}$$", Latex(v));
    }

    [Fact]
    public void A_matrix_is_a_table()
    {
        Matrix m = new double[,] { { 1, 2 }, { 3, 4 } };
        Assert.Equal(
            "<table><caption>Matrix of 2x2</caption><tr><th></th><th>0</th><th>1</th></tr>"
            + "<tr><th>0</th><td>1</td><td>2</td></tr><tr><th>1</th><td>3</td><td>4</td></tr></table>",
            Html(m));
        Assert.Equal(@"$$\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}$$", Latex(m));
    }

    [Fact]
    public void What_is_large_is_cut()
    {
        Vector v = new double[1000];
        Assert.Contains("<th>9</th><th>…</th><th>999</th>", Html(v), StringComparison.Ordinal);
        Matrix m = new double[100, 50];
        Assert.Contains(@"\cdots & 0 \\", Latex(m), StringComparison.Ordinal);
        Assert.Contains(@"\ddots", Latex(m), StringComparison.Ordinal);
        Assert.InRange(Html(m).Length, 100, 4000);
    }

    [Fact]
    public void An_explained_derivative_is_a_formula_with_its_program_folded_away()
    {
        var program = Diff.Explain(x => x * Sin(x), 2);
        Assert.StartsWith(@"$$x \cos(x) + \sin(x)$$<details><summary>program</summary><pre>gradient: 4 operations", Html(program), StringComparison.Ordinal);
        Assert.Equal(@"$$x \cos(x) + \sin(x)$$", Latex(program));
        var chosen = Diff.Explain(x => Where(Less(x, 1), x, 2 * x), 2);
        Assert.DoesNotContain("x < ", Html(chosen), StringComparison.Ordinal);
    }

    [Fact]
    public void A_minimum_is_its_report_and_its_point()
    {
        var fit = Diff.Minimize((Vector v) => (v - 1) * (v - 1) + 2, new double[] { 3, 4 });
        var html = Html(fit);
        Assert.StartsWith("<table><caption>Converged", html, StringComparison.Ordinal);
        Assert.Contains("<tr><th>value</th><td>2</td></tr>", html, StringComparison.Ordinal);
        Assert.Contains("<tr><th>point</th><td><table><caption>Vector of 2</caption>", html, StringComparison.Ordinal);
        Assert.Equal(@"$$\min f = 2,\quad x^\ast = \begin{pmatrix} 1 \\ 1 \end{pmatrix}$$", Latex(fit));
        var pair = Diff.Minimize(((Scalar A, Scalar B) p) => Square(p.A - 1) + Square(p.B), (2, 3));
        Assert.Contains("<code>(1, 0)</code>", Html(pair), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_without_a_number_is_said_to_be_one() =>
        Assert.Equal("<code>2.5</code>", Html((Scalar)2.5));

    [Fact]
    public void Html_is_what_a_notebook_asks_for_first() =>
        Assert.Equal("text/html", Formatter.GetPreferredMimeTypesFor(typeof(Vector)).First());

    [Fact]
    public void A_fit_has_its_standard_errors_and_constraints_their_multipliers()
    {
        var fit = Diff.LeastSquares((Vector p) => new[] { p[0] - 1, p[0] - 2, p[0] - 3 }, [0]);
        Assert.Contains("<tr><th>standard errors</th><td><table><caption>Vector of 1</caption><tr><th>0</th></tr><tr><td>0.57735</td></tr></table>", Html(fit), StringComparison.Ordinal);
        var circle = Diff.MinimizeSubjectTo((Vector v) => v[0], [1, 0], equal: v => new[] { v * v - 1 });
        Assert.Contains("<tr><th>equality multipliers</th><td><table><caption>Vector of 1</caption>", Html(circle), StringComparison.Ordinal);
    }

    [Fact]
    public void A_history_is_folded_away_where_it_was_kept()
    {
        Minimum<Vector> Found(bool keep) => Diff.Minimize((Vector v) => (v - 3) * (v - 3), [0, 0], new MinimizeOptions { KeepHistory = keep });
        Assert.Contains("<details><summary>history</summary><iframe title=\"history\" width=\"820\" height=\"560\" srcdoc=\"&lt;!DOCTYPE html&gt;", Html(Found(true)), StringComparison.Ordinal);
        Assert.DoesNotContain("<details>", Html(Found(false)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_statistics_of_a_likelihood_are_a_report()
    {
        // n waiting times of sum s: rate n/s with the standard error √n/s
        var known = Diff.Minimize((Scalar rate) => rate * 12 - 4 * Log(rate), 1).AsLikelihood();
        Assert.StartsWith("<table><caption>Log likelihood -8.39", Html(known), StringComparison.Ordinal);
        Assert.Contains("<tr><th>standard errors</th><td>0.16666", Html(known), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sparse_matrix_shows_where_its_elements_are_and_a_small_one_its_numbers()
    {
        var hessian = Diff.PrepareSparseHessian(v => Square(v[1..] - v[..^1]).Sum());
        Assert.StartsWith("<table><caption>a sparse derivative, not evaluated yet</caption>", Html(hessian), StringComparison.Ordinal);
        Assert.StartsWith("<table><caption>Matrix of 3x3</caption>", Html(hessian.Evaluate(new double[3])), StringComparison.Ordinal);
        var large = Html(hessian.Evaluate(new double[40]));
        Assert.StartsWith("<table><caption>Sparse matrix of 40x40: 118 elements</caption><tr><td><svg viewBox=\"0 0 40 40\"", large, StringComparison.Ordinal);
        Assert.Equal(118, large.Split("h1v1h-1z").Length - 1);
        Assert.InRange(Html(hessian.Evaluate(new double[5000])).Length, 100, 12_000);
        Assert.StartsWith("<table><caption>a sparse derivative: 14998 elements by 3 directions</caption>", Html(hessian), StringComparison.Ordinal);
    }

    [Fact]
    public void A_compiled_gradient_says_what_it_takes() =>
        Assert.Equal("<table><caption>a compiled value and gradient of 2 numbers</caption></table>", Html(Diff.CompileGradient((Vector v) => v * v, [0, 0])));
}

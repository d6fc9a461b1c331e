using MathNet.Numerics.LinearAlgebra;
using Microsoft.DotNet.Interactive.Formatting;

namespace AutoDiff.Interactive;

/// <summary>How a notebook shows the values of the library.</summary>
public static class Notebook
{
    private const string Html = "text/html";
    private const string Latex = "text/latex";

    /// <summary>
    /// From now on <see cref="Scalar"/>, <see cref="Vector"/>, <see cref="Matrix"/>, <see cref="Minimum{T}"/> and
    /// <see cref="DerivativeProgram"/> are shown as HTML, and as LaTeX where that is asked for; <see cref="LikelihoodStatistics{T}"/>, MathNet's matrices,
    /// <see cref="SparseDerivative"/> and <see cref="CompiledGradient"/> as HTML. Called twice it does no more than once.
    /// </summary>
    public static void Register()
    {
        Formatter.Register<Scalar>((x, writer) => writer.Write(HtmlText.Of(x)), Html);
        Formatter.Register<Scalar>((x, writer) => writer.Write(LatexText.Displayed(LatexText.Of(x))), Latex);
        Formatter.Register<Vector>((x, writer) => writer.Write(HtmlText.Of(x)), Html);
        Formatter.Register<Vector>((x, writer) => writer.Write(LatexText.Displayed(LatexText.Of(x))), Latex);
        Formatter.Register<Matrix>((x, writer) => writer.Write(HtmlText.Of(x)), Html);
        Formatter.Register<Matrix>((x, writer) => writer.Write(LatexText.Displayed(LatexText.Of(x))), Latex);
        Formatter.Register<DerivativeProgram>((x, writer) => writer.Write(HtmlText.Of(x)), Html);
        Formatter.Register<DerivativeProgram>((x, writer) => writer.Write(LatexText.Displayed(x.ToLatex())), Latex);
        Formatter.Register(typeof(Minimum<>), (x, writer) => writer.Write(HtmlText.OfMinimum(x)), Html);
        Formatter.Register(typeof(Minimum<>), (x, writer) => writer.Write(LatexText.OfMinimum(x)), Latex);

        Formatter.Register(typeof(LikelihoodStatistics<>), (x, writer) => writer.Write(HtmlText.OfReport(x)), Html);
        Formatter.Register<Matrix<double>>((x, writer) => writer.Write(HtmlText.Of(x)), Html);
        Formatter.Register<SparseDerivative>((x, writer) => writer.Write(HtmlText.OfReport(x)), Html);
        Formatter.Register<CompiledGradient>((x, writer) => writer.Write(HtmlText.OfReport(x)), Html);

        foreach (var type in new[]
        {
            typeof(Scalar), typeof(Vector), typeof(Matrix), typeof(DerivativeProgram), typeof(Minimum<>), typeof(LikelihoodStatistics<>), typeof(Matrix<double>),
            typeof(SparseDerivative), typeof(CompiledGradient),
        })
        {
            Formatter.SetPreferredMimeTypesFor(type, Html);
        }
    }
}

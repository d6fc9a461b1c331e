using AutoDiff;
using static AutoDiff.Maths;

namespace Samples.ADBench;

/// <summary>The log-likelihood of a Gaussian mixture with a Wishart prior on the inverse covariances.</summary>
public sealed class GaussianMixture : Instance
{
    /// <summary>What is differentiated. Means and inverse factors have a column for each component, so that flattening follows the benchmark.</summary>
    internal sealed record Mixture(Vector Alphas, Matrix Means, Matrix Factors);

    // as the benchmark has it
    private const double Pi = 3.14159265359;

    private readonly int d;
    private readonly Matrix samples;
    private readonly double gamma;
    private readonly int m;
    private readonly int[] places;

    private GaussianMixture(Tokens tokens)
    {
        d = tokens.Integer();
        var components = tokens.Integer();
        var n = tokens.Integer();
        Point = new Mixture(tokens.Numbers(components), tokens.Columns(d, components), tokens.Columns(d * (d + 1) / 2, components));
        samples = tokens.Columns(d, n);
        gamma = tokens.Number();
        m = tokens.Integer();
        places = [.. Enumerable.Range(0, d).Select(j => j * (d + 1)), .. Below(d)];
    }

    internal Mixture Point { get; }

    internal static GaussianMixture Read(string path) => new(new Tokens(path));

    // where the elements below the diagonal lie, column by column
    private static IEnumerable<int> Below(int d) =>
        from column in Enumerable.Range(0, d) from row in Enumerable.Range(column + 1, d - column - 1) select (column * d) + row;

    internal Scalar LogLikelihood(Mixture p)
    {
        var terms = new Vector[p.Alphas.Count];
        Scalar prior = 0;
        for (var k = 0; k < terms.Length; k++)
        {
            var (logDiagonal, below) = (p.Factors.Column(k)[..d], p.Factors.Column(k)[d..]);
            var diagonal = Exp(logDiagonal);
            var factor = Vector.Concatenate(diagonal, below).Scatter(places, d * d).ReshapeColumnMajor(d, d);
            var scaled = factor * samples.AddToColumns(-p.Means.Column(k));
            var logDeterminant = logDiagonal.Sum();
            terms[k] = (-0.5 * scaled.PointwiseMultiply(scaled).ColumnSums()) + p.Alphas[k] + logDeterminant;
            prior += (0.5 * gamma * gamma * ((diagonal * diagonal) + (below * below))) - (m * logDeterminant);
        }
        var n = samples.ColumnCount;
        var likelihood = Matrix.OfColumns(terms).RowLogSumExp().Sum() - (n * p.Alphas.LogSumExp());
        return likelihood + prior - (n * d * 0.5 * Math.Log(2 * Pi)) - (terms.Length * PriorConstant());
    }

    private double PriorConstant()
    {
        var freedom = d + m + 1;
        var logGamma = Enumerable.Range(1, d).Sum(j => MathNet.Numerics.SpecialFunctions.GammaLn((0.5 * freedom) + (0.5 * (1 - j))));
        return (freedom * d * (Math.Log(gamma) - (0.5 * Math.Log(2)))) - ((0.25 * d * (d - 1) * Math.Log(Pi)) + logGamma);
    }

    /// <inheritdoc/>
    public override double[] Objective() => [LogLikelihood(Point).Value];

    /// <inheritdoc/>
    public override Derivative Derivative()
    {
        var g = Diff.Grad<Mixture>(LogLikelihood)(Point);
        double[] values =
        [
            .. g.Alphas.ToArray(), .. g.Means.ToColumnMajorVector().ToArray(), .. g.Factors.ToColumnMajorVector().ToArray(),
        ];
        return new Derivative(1, values.Length, values);
    }
}

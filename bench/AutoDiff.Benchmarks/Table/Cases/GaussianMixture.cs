using static AutoDiff.Maths;

namespace AutoDiff.Benchmarks;

/// <summary>
/// What a Gaussian mixture has: log-weights, and for each component a column of its mean and a column of the inverse factor Q of its covariance,
/// the logarithms of the diagonal first and then what is below it, column by column.
/// </summary>
internal sealed record Mixture(Vector Weights, Matrix Means, Matrix Factors);

/// <summary>The log-likelihood of a Gaussian mixture with full covariances, Σ_i log Σ_k exp(α_k + Σ q_k - |Q_k (x_i - μ_k)|²/2) - n log Σ_k exp α_k.</summary>
internal sealed class GaussianMixture(string name, int n, int d, int components) : GradientCase<Mixture>(name, Start(d, components))
{
    private readonly Matrix samples = Draws.Matrix(10, d, n);
    private readonly double[,] numbers = Draws.Matrix(10, d, n);
    private readonly int[] places = [.. Enumerable.Range(0, d).Select(j => j * (d + 1)), .. Below(d)];

    private static Mixture Start(int d, int components) => new(
        Draws.Symmetric(11, components), Draws.Matrix(12, d, components), Draws.Matrix(13, d * (d + 1) / 2, components, 0.5));

    // where the elements below the diagonal lie, column by column
    private static IEnumerable<int> Below(int d) =>
        from column in Enumerable.Range(0, d) from row in Enumerable.Range(column + 1, d - column - 1) select (column * d) + row;

    /// <inheritdoc/>
    protected override Scalar F(Mixture p)
    {
        var terms = new Vector[components];
        for (var k = 0; k < components; k++)
        {
            var (logDiagonal, below) = (p.Factors.Column(k)[..d], p.Factors.Column(k)[d..]);
            var factor = Vector.Concatenate(Exp(logDiagonal), below).Scatter(places, d * d).ReshapeColumnMajor(d, d);
            var scaled = factor * samples.AddToColumns(-p.Means.Column(k));
            terms[k] = (-0.5 * scaled.PointwiseMultiply(scaled).ColumnSums()) + p.Weights[k] + logDiagonal.Sum();
        }

        return RowLogSumExp(Matrix.OfColumns(terms)).Sum() - (n * p.Weights.LogSumExp());
    }

    /// <inheritdoc/>
    public override double Hand(ReadOnlySpan<double> point, Span<double> derivative)
    {
        derivative.Fill(0);
        var (means, factors, size) = (components, components + (components * d), d * (d + 1) / 2);
        var (centred, scaled, terms) = (new double[components, d], new double[components, d], new double[components]);
        var sum = 0.0;
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < components; k++)
            {
                var (q, l) = (factors + (k * size), factors + (k * size) + d);
                var term = point[k];
                for (var j = 0; j < d; j++)
                {
                    centred[k, j] = numbers[j, i] - point[means + (k * d) + j];
                    scaled[k, j] = Math.Exp(point[q + j]) * centred[k, j];
                    term += point[q + j];
                }

                for (var c = 0; c < d; c++)
                {
                    for (var j = c + 1; j < d; j++)
                    {
                        scaled[k, j] += point[l++] * centred[k, c];
                    }
                }

                for (var j = 0; j < d; j++)
                {
                    term -= 0.5 * scaled[k, j] * scaled[k, j];
                }

                terms[k] = term;
            }

            var largest = double.NegativeInfinity;
            for (var k = 0; k < components; k++)
            {
                largest = Math.Max(largest, terms[k]);
            }

            var total = 0.0;
            for (var k = 0; k < components; k++)
            {
                terms[k] = Math.Exp(terms[k] - largest);
                total += terms[k];
            }

            sum += Math.Log(total) + largest;
            for (var k = 0; k < components; k++)
            {
                var (q, l) = (factors + (k * size), factors + (k * size) + d);
                var share = terms[k] / total;
                derivative[k] += share;
                for (var j = 0; j < d; j++)
                {
                    var diagonal = Math.Exp(point[q + j]);
                    derivative[q + j] += share * (1 - (diagonal * centred[k, j] * scaled[k, j]));
                    derivative[means + (k * d) + j] += share * diagonal * scaled[k, j];
                }

                for (var c = 0; c < d; c++)
                {
                    for (var j = c + 1; j < d; j++)
                    {
                        derivative[means + (k * d) + c] += share * point[l] * scaled[k, j];
                        derivative[l++] -= share * centred[k, c] * scaled[k, j];
                    }
                }
            }
        }

        return sum - NormaliseWeights(point, derivative);
    }

    private double NormaliseWeights(ReadOnlySpan<double> point, Span<double> derivative)
    {
        var total = 0.0;
        for (var k = 0; k < components; k++)
        {
            total += Math.Exp(point[k]);
        }

        for (var k = 0; k < components; k++)
        {
            derivative[k] -= n * Math.Exp(point[k]) / total;
        }

        return n * Math.Log(total);
    }
}

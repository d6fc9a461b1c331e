using static AutoDiff.Maths;

namespace AutoDiff.Benchmarks;

/// <summary>The log-loss of a linear classifier.</summary>
internal sealed class LogisticRegression(string name, int rows, int columns) : GradientCase<Vector>(name, Draws.Symmetric(1, columns))
{
    private readonly Matrix features = Draws.Matrix(2, rows, columns);
    private readonly Vector labels = Labels(rows);
    private readonly double[][] featureRows = [.. Rows(Draws.Matrix(2, rows, columns))];
    private readonly double[] labelNumbers = Labels(rows);

    /// <inheritdoc/>
    protected override Scalar F(Vector weights) => Softplus(-labels.PointwiseMultiply(features * weights)).Sum();

    /// <inheritdoc/>
    public override double Hand(ReadOnlySpan<double> point, Span<double> derivative)
    {
        derivative.Fill(0);
        var loss = 0.0;
        for (var i = 0; i < featureRows.Length; i++)
        {
            var row = featureRows[i];
            var score = 0.0;
            for (var j = 0; j < row.Length; j++)
            {
                score += row[j] * point[j];
            }

            var odds = Math.Exp(-labelNumbers[i] * score);
            loss += Math.Log(1 + odds);
            var slope = -labelNumbers[i] * odds / (1 + odds);
            for (var j = 0; j < row.Length; j++)
            {
                derivative[j] += slope * row[j];
            }
        }

        return loss;
    }

    private static double[] Labels(int count) => [.. Draws.Symmetric(3, count).Select(x => x < 0 ? -1.0 : 1.0)];

    private static IEnumerable<double[]> Rows(double[,] matrix) =>
        Enumerable.Range(0, matrix.GetLength(0)).Select(i => Enumerable.Range(0, matrix.GetLength(1)).Select(j => matrix[i, j]).ToArray());
}

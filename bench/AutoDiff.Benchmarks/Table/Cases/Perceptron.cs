using static AutoDiff.Maths;

namespace AutoDiff.Benchmarks;

/// <summary>What a perceptron with one hidden layer learns.</summary>
internal sealed record PerceptronWeights(Matrix Hidden, Vector HiddenBias, Matrix Output, Vector OutputBias);

/// <summary>The cross-entropy of a perceptron, 784-128-10 with rectifiers, on a batch of 64.</summary>
internal sealed class Perceptron(string name) : GradientCase<PerceptronWeights>(name, Start())
{
    private const int Batch = 64;
    private const int Inputs = 784;
    private const int Units = 128;
    private const int Classes = 10;
    private readonly Matrix images = Draws.Matrix(5, Batch, Inputs);
    private readonly Matrix targets = Targets();
    private readonly double[,] pixels = Draws.Matrix(5, Batch, Inputs);

    private static PerceptronWeights Start() => new(
        Draws.Matrix(6, Inputs, Units, 0.05), Draws.Symmetric(7, Units, 0.1), Draws.Matrix(8, Units, Classes, 0.2), Draws.Symmetric(9, Classes, 0.1));

    private static double[,] Targets()
    {
        var targets = new double[Batch, Classes];
        for (var n = 0; n < Batch; n++)
        {
            targets[n, n % Classes] = 1;
        }

        return targets;
    }

    /// <inheritdoc/>
    protected override Scalar F(PerceptronWeights w)
    {
        var hidden = Relu((images * w.Hidden).AddToRows(w.HiddenBias));
        var scores = (hidden * w.Output).AddToRows(w.OutputBias);
        return -targets.PointwiseMultiply(RowLogSoftmax(scores)).Sum() / Batch;
    }

    /// <inheritdoc/>
    public override double Hand(ReadOnlySpan<double> point, Span<double> derivative)
    {
        derivative.Fill(0);
        const int HiddenBias = Inputs * Units, Output = HiddenBias + Units, OutputBias = Output + (Units * Classes);
        var (hidden, scores, cotangents) = (new double[Units], new double[Classes], new double[Units]);
        var loss = 0.0;
        for (var n = 0; n < Batch; n++)
        {
            for (var j = 0; j < Units; j++)
            {
                var sum = point[HiddenBias + j];
                for (var i = 0; i < Inputs; i++)
                {
                    sum += pixels[n, i] * point[(j * Inputs) + i];
                }

                hidden[j] = Math.Max(sum, 0);
            }

            for (var k = 0; k < Classes; k++)
            {
                scores[k] = point[OutputBias + k];
                for (var j = 0; j < Units; j++)
                {
                    scores[k] += hidden[j] * point[Output + (k * Units) + j];
                }
            }

            var (largest, total) = (scores.Max(), 0.0);
            for (var k = 0; k < Classes; k++)
            {
                total += Math.Exp(scores[k] - largest);
            }

            loss += Math.Log(total) + largest - scores[n % Classes];
            Array.Fill(cotangents, 0);
            for (var k = 0; k < Classes; k++)
            {
                var cotangent = ((Math.Exp(scores[k] - largest) / total) - (k == n % Classes ? 1 : 0)) / Batch;
                derivative[OutputBias + k] += cotangent;
                for (var j = 0; j < Units; j++)
                {
                    derivative[Output + (k * Units) + j] += cotangent * hidden[j];
                    cotangents[j] += cotangent * point[Output + (k * Units) + j];
                }
            }

            for (var j = 0; j < Units; j++)
            {
                var cotangent = hidden[j] > 0 ? cotangents[j] : 0;
                derivative[HiddenBias + j] += cotangent;
                for (var i = 0; i < Inputs; i++)
                {
                    derivative[(j * Inputs) + i] += cotangent * pixels[n, i];
                }
            }
        }

        return loss / Batch;
    }
}

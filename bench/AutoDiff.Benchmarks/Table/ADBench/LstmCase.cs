using Samples.ADBench;

namespace AutoDiff.Benchmarks;

/// <summary>ADBench's recurrent network, gradient, against its objective in plain loops.</summary>
internal sealed class LstmCase : GradientCase<Lstm.Parameters>
{
    private readonly Lstm example;
    private readonly int layers;
    private readonly int bits;
    private readonly double[][] start;
    private readonly double[][] sequence;

    private LstmCase(string name, Lstm example, Tokens tokens)
        : base(name, example.Point)
    {
        (this.example, layers) = (example, tokens.Integer());
        (var characters, bits) = (tokens.Integer(), tokens.Integer());
        tokens.Numbers((8 * layers * bits) + (3 * bits));
        start = [.. Enumerable.Range(0, 2 * layers).Select(_ => tokens.Numbers(bits))];
        sequence = [.. Enumerable.Range(0, characters).Select(_ => tokens.Numbers(bits))];
    }

    /// <inheritdoc/>
    public override bool IsDerivativeByHand => false;

    /// <summary>Reads a file of ADBench's data.</summary>
    public static LstmCase Read(string name, string file) => new(name, Lstm.Read(Repository.File("samples/ADBench/data/" + file)), new Tokens(Repository.File("samples/ADBench/data/" + file)));

    /// <inheritdoc/>
    protected override Scalar F(Lstm.Parameters x) => example.Loss(x);

    /// <inheritdoc/>
    public override double Hand(ReadOnlySpan<double> point, Span<double> derivative)
    {
        var state = start.Select(row => (double[])row.Clone()).ToArray();
        var (x, y, total, extra) = (new double[bits], new double[bits], 0.0, 8 * layers * bits);
        for (var t = 0; t < sequence.Length - 1; t++)
        {
            for (var j = 0; j < bits; j++)
            {
                x[j] = sequence[t][j] * point[extra + j];
            }

            for (var k = 0; k < layers; k++)
            {
                Step(point.Slice(8 * bits * k, 8 * bits), x, state[2 * k], state[(2 * k) + 1]);
            }

            var sum = 2.0;
            for (var j = 0; j < bits; j++)
            {
                y[j] = (x[j] * point[extra + bits + j]) + point[extra + (2 * bits) + j];
                sum += Math.Exp(y[j]);
            }

            var normaliser = Math.Log(sum);
            for (var j = 0; j < bits; j++)
            {
                total += sequence[t + 1][j] * (y[j] - normaliser);
            }
        }

        return -total / ((sequence.Length - 1) * bits);
    }

    // one layer, from what comes in from below to what goes on
    private void Step(ReadOnlySpan<double> w, double[] x, double[] hidden, double[] cell)
    {
        for (var j = 0; j < bits; j++)
        {
            var forget = Sigmoid((x[j] * w[j]) + w[(4 * bits) + j]);
            var ingate = Sigmoid((hidden[j] * w[bits + j]) + w[(5 * bits) + j]);
            var outgate = Sigmoid((x[j] * w[(2 * bits) + j]) + w[(6 * bits) + j]);
            var change = Math.Tanh((hidden[j] * w[(3 * bits) + j]) + w[(7 * bits) + j]);
            cell[j] = (cell[j] * forget) + (ingate * change);
            hidden[j] = outgate * Math.Tanh(cell[j]);
            x[j] = hidden[j];
        }
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}

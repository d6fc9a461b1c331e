using AutoDiff;
using static AutoDiff.Maths;

namespace Samples.ADBench;

/// <summary>A recurrent network that predicts the next character, with weights that act element by element.</summary>
public sealed class Lstm : Instance
{
    /// <summary>What is differentiated: for each layer a column of the weights and biases of its four gates; and input and output weights.</summary>
    internal sealed record Parameters(Matrix Layers, Vector Extra);

    private readonly int bits;
    private readonly Matrix state;
    private readonly Matrix sequence;

    private Lstm(Tokens tokens)
    {
        var layers = tokens.Integer();
        var characters = tokens.Integer();
        bits = tokens.Integer();
        Point = new Parameters(tokens.Columns(8 * bits, layers), tokens.Numbers(3 * bits));
        state = tokens.Columns(bits, 2 * layers);
        sequence = tokens.Columns(bits, characters);
    }

    internal Parameters Point { get; }

    internal static Lstm Read(string path) => new(new Tokens(path));

    private Vector Part(Vector v, int index) => v[(index * bits)..((index + 1) * bits)];

    internal Scalar Loss(Parameters p)
    {
        var layers = Enumerable.Range(0, p.Layers.ColumnCount).Select(p.Layers.Column).Select(c => Enumerable.Range(0, 8).Select(k => Part(c, k)).ToArray()).ToArray();
        var (input, output, bias) = (Part(p.Extra, 0), Part(p.Extra, 1), Part(p.Extra, 2));
        var hidden = layers.Select((_, k) => state.Column(2 * k)).ToArray();
        var cells = layers.Select((_, k) => state.Column((2 * k) + 1)).ToArray();
        Scalar total = 0;
        for (var t = 0; t < sequence.ColumnCount - 1; t++)
        {
            var x = sequence.Column(t).PointwiseMultiply(input);
            for (var k = 0; k < layers.Length; k++)
            {
                var w = layers[k];
                var forget = Sigmoid(x.PointwiseMultiply(w[0]) + w[4]);
                var ingate = Sigmoid(hidden[k].PointwiseMultiply(w[1]) + w[5]);
                var outgate = Sigmoid(x.PointwiseMultiply(w[2]) + w[6]);
                var change = Tanh(hidden[k].PointwiseMultiply(w[3]) + w[7]);
                cells[k] = cells[k].PointwiseMultiply(forget) + ingate.PointwiseMultiply(change);
                x = hidden[k] = outgate.PointwiseMultiply(Tanh(cells[k]));
            }
            var y = x.PointwiseMultiply(output) + bias;
            total += sequence.Column(t + 1) * (y - Log(2 + Exp(y).Sum()));
        }
        return -total / ((sequence.ColumnCount - 1) * bits);
    }

    /// <inheritdoc/>
    public override double[] Objective() => [Loss(Point).Value];

    /// <inheritdoc/>
    public override Derivative Derivative()
    {
        var g = Diff.Grad<Parameters>(Loss)(Point);
        double[] values = [.. g.Layers.ToColumnMajorVector().ToArray(), .. g.Extra.ToArray()];
        return new Derivative(1, values.Length, values);
    }
}

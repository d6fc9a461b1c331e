using MathNet.Numerics;
using Samples.ADBench;
using Example = Samples.ADBench.GaussianMixture;

namespace AutoDiff.Benchmarks;

/// <summary>ADBench's Gaussian mixture, gradient, against its objective in plain loops.</summary>
internal sealed class MixtureCase : GradientCase<Example.Mixture>
{
    private const double Pi = 3.14159265359; // as the benchmark has it
    private readonly Example example;
    private readonly Data data;

    private MixtureCase(string name, Example example, Tokens tokens)
        : base(name, example.Point) => (this.example, data) = (example, new(tokens));

    /// <summary>Reads a file of ADBench's data.</summary>
    public static MixtureCase Read(string name, string file) => new(name, Example.Read(Repository.File("samples/ADBench/data/" + file)), new Tokens(Repository.File("samples/ADBench/data/" + file)));

    /// <inheritdoc/>
    public override bool IsDerivativeByHand => false;

    /// <inheritdoc/>
    protected override Scalar F(Example.Mixture x) => example.LogLikelihood(x);

    /// <inheritdoc/>
    public override double Hand(ReadOnlySpan<double> point, Span<double> derivative)
    {
        var (d, components, samples) = (data.D, data.Components, data.Samples);
        var (means, factors, size) = (components, components + (components * d), d * (d + 1) / 2);
        var (diagonals, sums, prior) = (new double[components, d], new double[components], 0.0);
        for (var k = 0; k < components; k++)
        {
            var q = factors + (k * size);
            for (var j = 0; j < size; j++)
            {
                if (j < d)
                {
                    sums[k] += point[q + j];
                    diagonals[k, j] = Math.Exp(point[q + j]);
                }

                var element = j < d ? diagonals[k, j] : point[q + j];
                prior += 0.5 * data.Gamma * data.Gamma * element * element;
            }

            prior -= data.M * sums[k];
        }

        var (centred, scaled, terms, sum) = (new double[d], new double[d], new double[components], 0.0);
        for (var i = 0; i < samples.Length; i++)
        {
            for (var k = 0; k < components; k++)
            {
                for (var j = 0; j < d; j++)
                {
                    centred[j] = samples[i][j] - point[means + (k * d) + j];
                    scaled[j] = diagonals[k, j] * centred[j];
                }

                var l = factors + (k * size) + d;
                for (var c = 0; c < d; c++)
                {
                    for (var j = c + 1; j < d; j++)
                    {
                        scaled[j] += point[l++] * centred[c];
                    }
                }

                var norm = 0.0;
                for (var j = 0; j < d; j++)
                {
                    norm += scaled[j] * scaled[j];
                }

                terms[k] = point[k] + sums[k] - (0.5 * norm);
            }

            sum += LogSumExp(terms);
        }

        var constant = -(samples.Length * d * 0.5 * Math.Log(2 * Pi));
        return constant + sum - (samples.Length * LogSumExp(point[..components])) + prior - (components * data.PriorConstant());
    }

    private static double LogSumExp(ReadOnlySpan<double> x)
    {
        var largest = x[0];
        for (var k = 1; k < x.Length; k++)
        {
            largest = Math.Max(largest, x[k]);
        }

        var sum = 0.0;
        for (var k = 0; k < x.Length; k++)
        {
            sum += Math.Exp(x[k] - largest);
        }

        return Math.Log(sum) + largest;
    }

    private sealed class Data
    {
        public int D { get; }

        public int Components { get; }

        public double[][] Samples { get; }

        public double Gamma { get; }

        public int M { get; }

        public Data(Tokens tokens)
        {
            (D, Components) = (tokens.Integer(), tokens.Integer());
            var n = tokens.Integer();
            tokens.Numbers(Components + (Components * D) + (Components * D * (D + 1) / 2));
            Samples = [.. Enumerable.Range(0, n).Select(_ => tokens.Numbers(D))];
            (Gamma, M) = (tokens.Number(), tokens.Integer());
        }

        public double PriorConstant()
        {
            var freedom = D + M + 1;
            var logGamma = 0.25 * D * (D - 1) * Math.Log(Pi);
            for (var j = 1; j <= D; j++)
            {
                logGamma += SpecialFunctions.GammaLn(0.5 * (freedom + 1 - j));
            }

            return (freedom * D * (Math.Log(Gamma) - (0.5 * Math.Log(2)))) - logGamma;
        }
    }
}

using static AutoDiff.Maths;

namespace AutoDiff.Benchmarks;

/// <summary>Σ tanh(sin x · exp(-x²) + log(1 + x²)).</summary>
internal sealed class Chain(string name, int n) : GradientCase<Vector>(name, Draws.Symmetric(4, n, 2))
{
    /// <inheritdoc/>
    protected override Scalar F(Vector x)
    {
        var squares = x.PointwiseMultiply(x);
        return Tanh(Sin(x).PointwiseMultiply(Exp(-squares)) + Log(1 + squares)).Sum();
    }

    /// <inheritdoc/>
    public override double Hand(ReadOnlySpan<double> point, Span<double> derivative)
    {
        var sum = 0.0;
        for (var i = 0; i < point.Length; i++)
        {
            var x = point[i];
            var (sine, bell) = (Math.Sin(x), Math.Exp(-x * x));
            var y = Math.Tanh((sine * bell) + Math.Log(1 + (x * x)));
            var inner = (Math.Cos(x) * bell) - (2 * x * sine * bell) + (2 * x / (1 + (x * x)));
            derivative[i] = (1 - (y * y)) * inner;
            sum += y;
        }

        return sum;
    }
}

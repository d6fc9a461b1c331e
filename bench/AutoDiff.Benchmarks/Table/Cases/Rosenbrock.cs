namespace AutoDiff.Benchmarks;

/// <summary>The chained Rosenbrock function, Σ 100 (x_{i+1} - x_i²)² + (1 - x_i)².</summary>
internal abstract class Rosenbrock(string name, int n) : GradientCase<Vector>(name, StartOf(n))
{
    /// <summary>Where it is evaluated.</summary>
    public static double[] StartOf(int n) => [.. Enumerable.Range(0, n).Select(i => i % 2 == 0 ? -1.2 : 1.0)];

    /// <summary>The function on whole vectors.</summary>
    public static Scalar OnVectors(Vector x)
    {
        var (heads, tails) = (x[..^1], x[1..]);
        var (rises, rests) = (tails - heads.PointwiseMultiply(heads), 1 - heads);
        return (100 * (rises * rises)) + (rests * rests);
    }

    /// <inheritdoc/>
    public override double Hand(ReadOnlySpan<double> point, Span<double> derivative)
    {
        derivative.Fill(0);
        var sum = 0.0;
        for (var i = 0; i < point.Length - 1; i++)
        {
            var rise = point[i + 1] - (point[i] * point[i]);
            var rest = 1 - point[i];
            sum += (100 * rise * rise) + (rest * rest);
            derivative[i] += (-400 * rise * point[i]) - (2 * rest);
            derivative[i + 1] += 200 * rise;
        }

        return sum;
    }
}

/// <summary>The same in the operations of whole vectors.</summary>
internal sealed class RosenbrockOnVectors(string name, int n) : Rosenbrock(name, n)
{
    /// <inheritdoc/>
    protected override Scalar F(Vector x) => OnVectors(x);
}

/// <summary>The same in an ordinary loop.</summary>
internal sealed class RosenbrockOnScalars(string name, int n) : Rosenbrock(name, n)
{
    /// <inheritdoc/>
    protected override Scalar F(Vector x)
    {
        Scalar sum = 0;
        for (var i = 0; i < x.Count - 1; i++)
        {
            var (rise, rest) = (x[i + 1] - (x[i] * x[i]), 1 - x[i]);
            sum += (100 * rise * rise) + (rest * rest);
        }

        return sum;
    }
}

namespace AutoDiff.Benchmarks;

/// <summary>a x² + b x + c.</summary>
internal sealed class Quadratic(string name) : GradientCase<Scalar>(name, 1.5)
{
    private readonly double a = 2;
    private readonly double b = -3;
    private readonly double c = 0.5;

    /// <inheritdoc/>
    protected override Scalar F(Scalar x) => (a * x * x) + (b * x) + c;

    /// <inheritdoc/>
    public override double Hand(ReadOnlySpan<double> point, Span<double> derivative)
    {
        var x = point[0];
        derivative[0] = (2 * a * x) + b;
        return (a * x * x) + (b * x) + c;
    }
}

using static AutoDiff.Maths;

namespace AutoDiff.Benchmarks;

/// <summary>y ← sin y + x, so many times from y = 0: each operation needs the one before.</summary>
internal sealed class Recurrence(string name, int steps) : GradientCase<Scalar>(name, 0.3)
{
    /// <inheritdoc/>
    protected override Scalar F(Scalar x)
    {
        Scalar y = 0;
        for (var k = 0; k < steps; k++)
        {
            y = Sin(y) + x;
        }

        return y;
    }

    /// <inheritdoc/>
    public override double Hand(ReadOnlySpan<double> point, Span<double> derivative)
    {
        var (y, slope) = (0.0, 0.0);
        for (var k = 0; k < steps; k++)
        {
            (y, slope) = (Math.Sin(y) + point[0], (Math.Cos(y) * slope) + 1);
        }

        derivative[0] = slope;
        return y;
    }
}

using MathNet.Numerics.Differentiation;

namespace AutoDiff.Benchmarks;

/// <summary>All second derivatives of the chained Rosenbrock function.</summary>
internal sealed class RosenbrockHessian(string name, int n) : Case(name)
{
    private readonly Vector at = Rosenbrock.StartOf(n);

    /// <inheritdoc/>
    public override double[] Point { get; } = Rosenbrock.StartOf(n);

    /// <inheritdoc/>
    public override int DerivativeLength => n * n;

    /// <inheritdoc/>
    public override bool HasValue => false;

    /// <inheritdoc/>
    public override bool IsDerivativeReturned => true;

    /// <inheritdoc/>
    public override double Hand(ReadOnlySpan<double> point, Span<double> derivative)
    {
        derivative.Clear();
        var sum = 0.0;
        for (var i = 0; i < n - 1; i++)
        {
            var rise = point[i + 1] - (point[i] * point[i]);
            var rest = 1 - point[i];
            sum += (100 * rise * rise) + (rest * rest);
            derivative[(i * n) + i] += (1200 * point[i] * point[i]) - (400 * point[i + 1]) + 2;
            derivative[((i + 1) * n) + i + 1] += 200;
            derivative[(i * n) + i + 1] = derivative[((i + 1) * n) + i] = -400 * point[i];
        }

        return sum;
    }

    /// <inheritdoc/>
    public override Evaluation Compile() => By(Diff.Compile(Diff.Hessian<Vector>(Rosenbrock.OnVectors)));

    /// <inheritdoc/>
    public override Evaluation Plain() => By(Diff.Hessian<Vector>(Rosenbrock.OnVectors));

    /// <inheritdoc/>
    public override Evaluation? FiniteDifferences()
    {
        var (hessian, unused) = (new NumericalHessian(), new double[n * n]);
        return (_, _) => hessian.Evaluate(x => Hand(x, unused), Point)[0, 0];
    }

    private Evaluation By(Func<Vector, Matrix> hessian) => (_, derivative) =>
    {
        var result = hessian(at);
        if (!derivative.IsEmpty)
        {
            result.ToColumnMajorVector().ToArray().CopyTo(derivative);
        }

        return result.RowCount;
    };
}

using Samples.ADBench;
using Result = (AutoDiff.Vector Value, AutoDiff.Matrix Jacobian);

namespace AutoDiff.Benchmarks;

/// <summary>ADBench's hand: residuals and their dense Jacobian, against the residuals in plain loops over all vertices.</summary>
internal sealed class HandCase(string name, string file) : Case(name)
{
    private readonly HandTracking example = HandTracking.Read(Repository.File("samples/ADBench/data/" + file), complicated: false);
    private readonly HandLoops loops = new(Repository.File("samples/ADBench/data/" + file));

    /// <inheritdoc/>
    public override double[] Point => example.Pose.ToArray();

    /// <inheritdoc/>
    public override int DerivativeLength => loops.Count * 3 * example.Pose.Count;

    /// <inheritdoc/>
    public override bool IsDerivativeByHand => false;

    /// <inheritdoc/>
    public override bool IsDerivativeReturned => true;

    /// <inheritdoc/>
    public override double Hand(ReadOnlySpan<double> point, Span<double> derivative)
    {
        var residuals = loops.Residuals(point);
        return Agreement.IsChecking ? residuals.Sum(Math.Abs) : residuals[0];
    }

    /// <inheritdoc/>
    public override Evaluation Compile() => By(Diff.Compile<Vector, Result>(Both));

    /// <inheritdoc/>
    public override Evaluation Plain() => By(Both);

    /// <inheritdoc/>
    public override Evaluation? CompileObjective()
    {
        var f = Diff.Compile((Vector pose) => example.Residuals(pose, null));
        return (_, _) => f(example.Pose).Count;
    }

    private Result Both(Vector pose) => (example.Residuals(pose, null), Diff.JacobianForward(x => example.Residuals(x, null))(pose));

    private Evaluation By(Func<Vector, Result> f) => (_, derivative) =>
    {
        var (value, jacobian) = f(example.Pose);
        if (derivative.IsEmpty)
        {
            return value.Count;
        }

        jacobian.ToColumnMajorVector().ToArray().CopyTo(derivative);
        return value.ToArray().Sum(Math.Abs);
    };
}

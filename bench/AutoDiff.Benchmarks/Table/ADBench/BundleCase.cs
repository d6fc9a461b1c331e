using Samples.ADBench;
using Residuals = (AutoDiff.Matrix Projections, AutoDiff.Vector Weights);
using Result = ((AutoDiff.Matrix Projections, AutoDiff.Vector Weights) Value, (AutoDiff.Matrix Projections, AutoDiff.Vector Weights) Derivative);

namespace AutoDiff.Benchmarks;

/// <summary>
/// ADBench's bundle adjustment: residuals and the stored elements of their Jacobian, 2 x 15 and one for each observation, against the residuals
/// in plain loops. Both read a row for each observation; where the elements stand in the Jacobian does not change and is not computed again.
/// </summary>
internal sealed class BundleCase(string name, string file) : Case(name)
{
    private const int Inputs = 15;
    private const int Block = 1024;
    private readonly double[,] observations = BundleAdjustment.Read(Repository.File("samples/ADBench/data/" + file), perturbed: false).Observations;
    private Matrix[]? blocks;
    private double[]? residuals;

    /// <inheritdoc/>
    public override double[] Point => [];

    /// <inheritdoc/>
    public override int DerivativeLength => 31 * Count;

    /// <inheritdoc/>
    public override bool IsDerivativeByHand => false;

    /// <inheritdoc/>
    public override bool IsDerivativeReturned => true;

    private int Count => observations.GetLength(0);

    private Matrix[] Blocks => blocks ??= [.. Enumerable.Range(0, (Count + Block - 1) / Block).Select(b => Rows(b * Block, Math.Min(Block, Count - (b * Block))))];

    /// <inheritdoc/>
    public override Evaluation Compile() => By(Diff.Compile<Matrix, Result>(Both));

    /// <inheritdoc/>
    public override Evaluation Plain() => By(Both);

    /// <inheritdoc/>
    public override Evaluation? CompileObjective()
    {
        var f = Diff.Compile<Matrix, Residuals>(Value);
        return (_, _) =>
        {
            foreach (var block in Blocks)
            {
                f(block);
            }

            return 0;
        };
    }

    /// <inheritdoc/>
    public override double Hand(ReadOnlySpan<double> point, Span<double> derivative)
    {
        residuals ??= new double[3 * Count];
        Span<double> turned = stackalloc double[3];
        for (var i = 0; i < Count; i++)
        {
            var o = System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan(ref observations[i, 0], 17);
            Rotate(o, turned);
            var (e0, e1) = (turned[0] / turned[2], turned[1] / turned[2]);
            var square = (e0 * e0) + (e1 * e1);
            var distortion = 1 + (o[9] * square) + (o[10] * square * square);
            residuals[2 * i] = o[14] * ((o[6] * e0 * distortion) + o[7] - o[15]);
            residuals[(2 * i) + 1] = o[14] * ((o[6] * e1 * distortion) + o[8] - o[16]);
            residuals[(2 * Count) + i] = 1 - (o[14] * o[14]);
        }

        return Agreement.IsChecking ? residuals.Sum(Math.Abs) : residuals[0];
    }

    private static void Rotate(ReadOnlySpan<double> o, Span<double> turned)
    {
        var (x, y, z) = (o[11] - o[3], o[12] - o[4], o[13] - o[5]);
        var square = (o[0] * o[0]) + (o[1] * o[1]) + (o[2] * o[2]);
        if (square == 0)
        {
            turned[0] = x + (o[1] * z) - (o[2] * y);
            turned[1] = y + (o[2] * x) - (o[0] * z);
            turned[2] = z + (o[0] * y) - (o[1] * x);
            return;
        }

        var angle = Math.Sqrt(square);
        var (a, b, c, cosine, sine) = (o[0] / angle, o[1] / angle, o[2] / angle, Math.Cos(angle), Math.Sin(angle));
        var along = ((a * x) + (b * y) + (c * z)) * (1 - cosine);
        turned[0] = (x * cosine) + (((b * z) - (c * y)) * sine) + (a * along);
        turned[1] = (y * cosine) + (((c * x) - (a * z)) * sine) + (b * along);
        turned[2] = (z * cosine) + (((a * y) - (b * x)) * sine) + (c * along);
    }

    private static Residuals Value(Matrix o)
    {
        var weights = o.Column(14);
        return (BundleAdjustment.Residuals(o), 1 - weights.PointwiseMultiply(weights));
    }

    private static Result Both(Matrix o) =>
        (Value(o), (BundleAdjustment.Jacobians(o), Diff.Vectorize(Diff.Grad(w => 1 - (w * w)))(o.Column(14))));

    private Evaluation By(Func<Matrix, Result> f) => (_, derivative) =>
    {
        var (sum, at) = (0.0, 0);
        foreach (var block in Blocks)
        {
            var (value, jacobian) = f(block);
            if (!derivative.IsEmpty)
            {
                sum += value.Projections.ToColumnMajorVector().ToArray().Sum(Math.Abs) + value.Weights.ToArray().Sum(Math.Abs);
                double[] elements = [.. jacobian.Projections.ToRowMajorVector().ToArray(), .. jacobian.Weights.ToArray()];
                elements.CopyTo(derivative[at..]);
                at += elements.Length;
            }
        }

        return sum;
    };

    private Matrix Rows(int start, int count)
    {
        var rows = new double[count, Inputs + 2];
        Array.Copy(observations, start * rows.GetLength(1), rows, 0, rows.Length);
        return rows;
    }
}

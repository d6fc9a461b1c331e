using AutoDiff;
using static AutoDiff.Maths;

namespace Samples.ADBench;

/// <summary>
/// Projections of points by cameras, against measurements. An observation depends on the 11 numbers of its camera, the 3 of its point and its
/// weight: its Jacobian of 2 x 15 is written for one observation and computed for many at once.
/// </summary>
public sealed class BundleAdjustment : Instance
{
    private const int CameraSize = 11;
    private const int Inputs = CameraSize + 3 + 1;

    // so many observations at once: more would only cost memory
    private const int Block = 1024;

    private readonly int cameraCount;
    private readonly int pointCount;
    private readonly double[] weights;
    private readonly double[,] features;

    private BundleAdjustment(Tokens tokens, bool perturbed)
    {
        (cameraCount, pointCount) = (tokens.Integer(), tokens.Integer());
        var count = tokens.Integer();
        var cameras = Replicate(tokens.Numbers(CameraSize), cameraCount, perturbed, 1);
        var points = Replicate(tokens.Numbers(3), pointCount, perturbed, 2);
        weights = Replicate(tokens.Numbers(1), count, perturbed, 3);
        var measured = Replicate(tokens.Numbers(2), count, perturbed, 4);
        Unknowns = [.. cameras, .. points, .. weights];
        features = new double[count, 2];
        Buffer.BlockCopy(measured, 0, features, 0, measured.Length * sizeof(double));
        Observations = new double[count, Inputs + 2];
        for (var i = 0; i < count; i++)
        {
            var (camera, point) = (i % cameraCount, i % pointCount);
            double[] row = [.. cameras[(camera * CameraSize)..((camera + 1) * CameraSize)], .. points[(point * 3)..((point + 1) * 3)], weights[i], features[i, 0], features[i, 1]];
            for (var j = 0; j < row.Length; j++)
            {
                Observations[i, j] = row[j];
            }
        }
    }

    /// <summary>Gets a row for each observation: its camera, its point, its weight and what was measured.</summary>
    internal double[,] Observations { get; }

    /// <summary>Gets all cameras, then all points, then all weights.</summary>
    public double[] Unknowns { get; }

    internal static BundleAdjustment Read(string path, bool perturbed) => new(new Tokens(path), perturbed);

    private static double[] Replicate(double[] values, int count, bool perturbed, int salt) =>
    [
        .. Enumerable.Range(0, count * values.Length).Select(i =>
            values[i % values.Length] * (perturbed ? 1.0 + (0.01 * ((((i * 7919L) + salt) % 1000 / 1000.0) - 0.5)) : 1.0)),
    ];

    private static Vector Cross(Vector a, Vector b) => [(a[1] * b[2]) - (a[2] * b[1]), (a[2] * b[0]) - (a[0] * b[2]), (a[0] * b[1]) - (a[1] * b[0])];

    // by Rodrigues' formula; near no rotation, its first order
    private static Vector Rotate(Vector axis, Vector y)
    {
        var square = axis * axis;
        var still = EqualTo(square, 0);
        var angle = Sqrt(Where(still, 1, square));
        var unit = axis / angle;
        var turned = (y * Cos(angle)) + (Cross(unit, y) * Sin(angle)) + (unit * (unit * y) * (1 - Cos(angle)));
        var first = y + Cross(axis, y);
        return (turned * (1 - still)) + (first * still);
    }

    private static Vector Reproject(Vector x, Vector feature)
    {
        var (rotation, centre, focal, principal, radial) = (x[..3], x[3..6], x[6], x[7..9], x[9..11]);
        var y = Rotate(rotation, x[11..14] - centre);
        var e = y[..2] / y[2];
        var s = e * e;
        return x[14] * ((focal * (1 + (radial[0] * s) + (radial[1] * s * s)) * e) + principal - feature);
    }

    internal static readonly Func<Matrix, Matrix> Residuals = Diff.Vectorize((Vector o) => Reproject(o[..Inputs], o[Inputs..]));

    internal static readonly Func<Matrix, Matrix> Jacobians = Diff.Vectorize(
        (Vector o) => Diff.Jacobian(x => Reproject(x, o[Inputs..]))(o[..Inputs]).ToRowMajorVector());

    /// <summary>All residuals as one function of all unknowns, as it is given to <c>Diff.SparseJacobian</c>.</summary>
    /// <param name="unknowns">All cameras, then all points, then all weights.</param>
    /// <returns>Two residuals of each observation, then one of each weight.</returns>
    public Vector AllResiduals(Vector unknowns)
    {
        var (count, points) = (weights.Length, CameraSize * cameraCount);
        var w = unknowns[WeightColumn(0)..];
        int[] cameraOf = [.. Enumerable.Range(0, count).Select(i => i % cameraCount)], pointOf = [.. Enumerable.Range(0, count).Select(i => i % pointCount)];
        var rows = unknowns[..points].ReshapeRowMajor(cameraCount, CameraSize).GatherRows(cameraOf)
            .Append(unknowns[points..WeightColumn(0)].ReshapeRowMajor(pointCount, 3).GatherRows(pointOf))
            .Append(w.ReshapeColumnMajor(count, 1))
            .Append(features);
        return Vector.Concatenate(Residuals(rows).ToRowMajorVector(), 1 - w.PointwiseMultiply(w));
    }

    // the rows of a function of all observations, one after the other
    private IEnumerable<double> Rows(Func<Matrix, Matrix> f)
    {
        var (count, width) = (Observations.GetLength(0), Observations.GetLength(1));
        for (var start = 0; start < count; start += Block)
        {
            var block = new double[Math.Min(Block, count - start), width];
            Array.Copy(Observations, start * width, block, 0, block.Length);
            foreach (var value in f(block).ToArray())
            {
                yield return value;
            }
        }
    }

    /// <inheritdoc/>
    public override double[] Objective() => [.. Rows(Residuals), .. Diff.Vectorize(w => 1 - (w * w))(weights).ToArray()];

    /// <inheritdoc/>
    public override Derivative Derivative()
    {
        var count = weights.Length;
        double[] values = [.. Rows(Jacobians), .. Diff.Vectorize(Diff.Grad(w => 1 - (w * w)))(weights).ToArray()];
        int[] starts = [.. Enumerable.Range(0, 2 * count).Select(row => Inputs * row), .. Enumerable.Range(0, count + 1).Select(i => (2 * Inputs * count) + i)];
        int[] columns = [.. Enumerable.Range(0, count).SelectMany(i => ColumnsOf(i).Concat(ColumnsOf(i))), .. Enumerable.Range(0, count).Select(WeightColumn)];
        return new Derivative(3 * count, WeightColumn(count), values, starts, columns);
    }

    private int WeightColumn(int observation) => (CameraSize * cameraCount) + (3 * pointCount) + observation;

    private IEnumerable<int> ColumnsOf(int i) =>
    [
        .. Enumerable.Range(CameraSize * (i % cameraCount), CameraSize),
        .. Enumerable.Range((CameraSize * cameraCount) + (3 * (i % pointCount)), 3),
        WeightColumn(i),
    ];
}

using AutoDiff;
using static AutoDiff.Maths;

namespace Samples.ADBench;

/// <summary>
/// Distances of measured points from a hand model in a pose: 26 angles and places, forward. In the complicated variant each point also has two
/// coordinates in its triangle; as a residual depends on its own alone, shifting all of them together gives both columns of the compressed
/// Jacobian.
/// </summary>
public sealed class HandTracking : Instance
{
    private readonly HandModel model;
    private readonly int[] correspondences;
    private readonly Matrix points;
    private readonly Matrix? coordinates;

    private HandTracking(Tokens tokens, HandModel model, bool complicated)
    {
        this.model = model;
        var count = tokens.Integer();
        var poseSize = tokens.Integer();
        var found = tokens.Columns(4, count);
        correspondences = [.. Enumerable.Range(0, count).Select(i => (int)found[0, i])];
        points = ((Matrix)found).SubMatrix(1, 3, 0, count);
        coordinates = complicated ? (Matrix?)tokens.Columns(2, count) : null;
        Pose = tokens.Numbers(poseSize);
    }

    internal Vector Pose { get; }

    internal static HandTracking Read(string path, bool complicated)
    {
        var folder = Path.GetDirectoryName(path)!;
        var beside = Path.Combine(folder, "model");
        return new HandTracking(new Tokens(path), new HandModel(Directory.Exists(beside) ? beside : Path.Combine(folder, "..", "model")), complicated);
    }

    // Rz(tz) Rx(tx), as a motion
    private static Matrix Turn(Scalar tx, Scalar tz)
    {
        var (sx, cx, sz, cz) = (Sin(tx), Cos(tx), Sin(tz), Cos(tz));
        return [[cz, -sz * cx, sz * sx, 0], [sz, cz * cx, -cz * sx, 0], [0, sx, cx, 0], [0, 0, 0, 1]];
    }

    private static Matrix Rotation(Vector axis)
    {
        var n = axis.L2Norm();
        if (n < 1e-4)
        {
            return new double[,] { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };
        }
        var (x, y, z, s, c) = (axis[0] / n, axis[1] / n, axis[2] / n, Sin(n), Cos(n));
        return
        [
            [(x * x) + ((1 - (x * x)) * c), (x * y * (1 - c)) - (z * s), (x * z * (1 - c)) + (y * s)],
            [(x * y * (1 - c)) + (z * s), (y * y) + ((1 - (y * y)) * c), (y * z * (1 - c)) - (x * s)],
            [(x * z * (1 - c)) - (y * s), (z * y * (1 - c)) + (x * s), (z * z) + ((1 - (z * z)) * c)],
        ];
    }

    // the motion of a bone beside its rest: of the last three of each finger, by four angles
    private static Matrix? Motion(Vector theta, int bone)
    {
        if (bone is 0 or 21 || bone % 4 == 1)
        {
            return null;
        }
        var (finger, joint) = ((bone - 1) / 4, (bone - 1) % 4);
        var at = 6 + (4 * finger);
        return joint == 1 ? Turn(theta[at], theta[at + 1]) : Turn(theta[at + joint], 0);
    }

    private Matrix Vertices(Vector theta)
    {
        var absolutes = new Matrix[model.Parents.Length];
        Matrix moved = new double[3, model.Vertices.ColumnCount];
        for (var b = 0; b < absolutes.Length; b++)
        {
            var relative = Motion(theta, b) is { } motion ? model.Relatives[b] * motion : model.Relatives[b];
            absolutes[b] = model.Parents[b] < 0 ? relative : absolutes[model.Parents[b]] * relative;
            var transform = (absolutes[b] * model.InverseAbsolutes[b]).SubMatrix(0, 3, 0, 4);
            moved += (transform * model.Vertices).ScaleColumns(model.Weights.Row(b));
        }
        return (Rotation(theta[..3]) * moved).AddToColumns(theta[3..6]);
    }

    internal Vector Residuals(Vector theta, Matrix? u)
    {
        var vertices = Vertices(theta);
        Matrix Corner(int k) => vertices.GatherColumns([.. correspondences.Select(c => model.Triangles[c][k])]);
        var found = u is { } at
            ? Corner(0).ScaleColumns(at.Row(0)) + Corner(1).ScaleColumns(at.Row(1)) + Corner(2).ScaleColumns(1 - at.Row(0) - at.Row(1))
            : vertices.GatherColumns(correspondences);
        return (points - found).ToColumnMajorVector();
    }

    /// <inheritdoc/>
    public override double[] Objective() => Residuals(Pose, coordinates).ToArray();

    /// <inheritdoc/>
    public override Derivative Derivative()
    {
        var jacobian = coordinates is { } u
            ? Diff.JacobianForward(x => Residuals(x[2..], u.AddToColumns(x[..2])))(Vector.Concatenate(new double[2], Pose))
            : Diff.JacobianForward(x => Residuals(x, null))(Pose);
        return new Derivative(jacobian.RowCount, jacobian.ColumnCount, jacobian.ToColumnMajorVector().ToArray());
    }
}

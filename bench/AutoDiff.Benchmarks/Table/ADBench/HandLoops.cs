using Samples.ADBench;

namespace AutoDiff.Benchmarks;

/// <summary>The residuals of ADBench's hand in plain loops.</summary>
internal sealed class HandLoops
{
    private readonly int[] parents;
    private readonly double[][,] relatives;
    private readonly double[][,] inverses;
    private readonly double[,] vertices;
    private readonly double[,] weights;
    private readonly int[] correspondences;
    private readonly double[][] points;
    private readonly double[][,] absolutes;
    private readonly double[,] moved;
    private readonly double[] residuals;

    /// <summary>Reads an instance and the model beside it.</summary>
    public HandLoops(string path)
    {
        var model = new HandModel(Path.Combine(Path.GetDirectoryName(path)!, "..", "model"));
        (parents, vertices, weights) = (model.Parents, model.Vertices.ToArray(), model.Weights.ToArray());
        relatives = [.. model.Relatives.Select(matrix => matrix.ToArray())];
        inverses = [.. model.InverseAbsolutes.Select(matrix => matrix.ToArray())];
        var tokens = new Tokens(path);
        var count = tokens.Integer();
        tokens.Integer();
        var rows = Enumerable.Range(0, count).Select(_ => tokens.Numbers(4)).ToArray();
        correspondences = [.. rows.Select(row => (int)row[0])];
        points = [.. rows.Select(row => row[1..])];
        absolutes = [.. parents.Select(_ => new double[4, 4])];
        (moved, residuals) = (new double[3, vertices.GetLength(1)], new double[3 * count]);
    }

    /// <summary>Gets how many points were measured.</summary>
    public int Count => correspondences.Length;

    /// <summary>The residuals in a pose.</summary>
    public double[] Residuals(ReadOnlySpan<double> pose)
    {
        Array.Clear(moved);
        double[,] turn = new double[4, 4], relative = new double[4, 4], transform = new double[4, 4], rotation = new double[3, 3];
        for (var bone = 0; bone < parents.Length; bone++)
        {
            Turn(pose, bone, turn);
            Multiply(relatives[bone], turn, relative);
            if (parents[bone] < 0)
            {
                Array.Copy(relative, absolutes[bone], relative.Length);
            }
            else
            {
                Multiply(absolutes[parents[bone]], relative, absolutes[bone]);
            }

            Multiply(absolutes[bone], inverses[bone], transform);
            Move(transform, bone);
        }

        Rotation(pose, rotation);
        for (var i = 0; i < correspondences.Length; i++)
        {
            for (var row = 0; row < 3; row++)
            {
                var at = pose[3 + row];
                for (var k = 0; k < 3; k++)
                {
                    at += rotation[row, k] * moved[k, correspondences[i]];
                }

                residuals[(3 * i) + row] = points[i][row] - at;
            }
        }

        return residuals;
    }

    private void Move(double[,] transform, int bone)
    {
        for (var j = 0; j < moved.GetLength(1); j++)
        {
            for (var row = 0; row < 3; row++)
            {
                var sum = 0.0;
                for (var k = 0; k < 4; k++)
                {
                    sum += transform[row, k] * vertices[k, j];
                }

                moved[row, j] += sum * weights[bone, j];
            }
        }
    }

    private static void Multiply(double[,] x, double[,] y, double[,] result)
    {
        for (var i = 0; i < 4; i++)
        {
            for (var j = 0; j < 4; j++)
            {
                var sum = 0.0;
                for (var k = 0; k < 4; k++)
                {
                    sum += x[i, k] * y[k, j];
                }

                result[i, j] = sum;
            }
        }
    }

    // Rz(tz) Rx(tx) of the last three bones of each finger
    private static void Turn(ReadOnlySpan<double> pose, int bone, double[,] turn)
    {
        var (tx, tz) = (0.0, 0.0);
        if (bone is not (0 or 21) && bone % 4 != 1)
        {
            var (finger, joint) = ((bone - 1) / 4, (bone - 1) % 4);
            (tx, tz) = joint == 1 ? (pose[6 + (4 * finger)], pose[7 + (4 * finger)]) : (pose[6 + (4 * finger) + joint], 0);
        }

        var (sx, cx, sz, cz) = (Math.Sin(tx), Math.Cos(tx), Math.Sin(tz), Math.Cos(tz));
        (turn[0, 0], turn[0, 1], turn[0, 2]) = (cz, -sz * cx, sz * sx);
        (turn[1, 0], turn[1, 1], turn[1, 2]) = (sz, cz * cx, -cz * sx);
        (turn[2, 0], turn[2, 1], turn[2, 2], turn[3, 3]) = (0, sx, cx, 1);
    }

    private static void Rotation(ReadOnlySpan<double> pose, double[,] r)
    {
        var n = Math.Sqrt((pose[0] * pose[0]) + (pose[1] * pose[1]) + (pose[2] * pose[2]));
        if (n < 1e-4)
        {
            (r[0, 0], r[1, 1], r[2, 2]) = (1, 1, 1);
            return;
        }

        var (x, y, z, s, c) = (pose[0] / n, pose[1] / n, pose[2] / n, Math.Sin(n), Math.Cos(n));
        (r[0, 0], r[0, 1], r[0, 2]) = ((x * x) + ((1 - (x * x)) * c), (x * y * (1 - c)) - (z * s), (x * z * (1 - c)) + (y * s));
        (r[1, 0], r[1, 1], r[1, 2]) = ((x * y * (1 - c)) + (z * s), (y * y) + ((1 - (y * y)) * c), (y * z * (1 - c)) - (x * s));
        (r[2, 0], r[2, 1], r[2, 2]) = ((x * z * (1 - c)) - (y * s), (z * y * (1 - c)) + (x * s), (z * z) + ((1 - (z * z)) * c));
    }
}

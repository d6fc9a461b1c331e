using AutoDiff;
using MathNet.Numerics.LinearAlgebra;

namespace Samples;

/// <summary>The pictures of a descent: the loss step by step, and its contours in the plane that holds most of the path.</summary>
internal static class DescentPage
{
    private const int GridPoints = 60;

    /// <summary>Writes the page.</summary>
    /// <param name="file">Where to.</param>
    /// <param name="loss">The function that was minimised.</param>
    /// <param name="path">The points it went through, the start first.</param>
    public static void Write(string file, Func<Model, Scalar> loss, IReadOnlyList<Model> path)
    {
        var points = Matrix<double>.Build.DenseOfRows(path.Select(Flatten));
        var end = points.Row(points.RowCount - 1);
        var offsets = Matrix<double>.Build.DenseOfRowVectors(points.EnumerateRows().Select(point => point - end));
        var plane = offsets.Svd().VT.SubMatrix(0, 2, 0, points.ColumnCount);
        var along = offsets * plane.Transpose();
        var xs = Axis(along.Column(0));
        var ys = Axis(along.Column(1));
        var surface = ys.Select(y => xs.Select(x => Math.Log10(loss(Unflatten(end + x * plane.Row(0) + y * plane.Row(1))).Value)).ToArray());

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        Charts.write(
            file, [.. path.Select(point => loss(point).Value)], xs, ys, [.. surface], along.Column(0).ToArray(), along.Column(1).ToArray());
    }

    private static double[] Flatten(Model model) => [.. model.Weights.ToArray(), model.Intercept.Value];

    private static Model Unflatten(Vector<double> point) => new(point.SubVector(0, point.Count - 1), point[point.Count - 1]);

    private static double[] Axis(Vector<double> coordinates)
    {
        var (low, high) = (coordinates.Minimum(), coordinates.Maximum());
        var margin = 0.2 * (high - low);
        return MathNet.Numerics.Generate.LinearSpaced(GridPoints, low - margin, high + margin);
    }
}

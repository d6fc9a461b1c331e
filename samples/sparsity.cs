#:project ../src/AutoDiff.CSharp/AutoDiff.CSharp.csproj
#:project Pictures/Pictures.csproj
#:property PublishAot=false
// A soap film over a wire frame: the surface of least area above a square, whose Hessian is sparse. Each height meets those around it alone, so
// that all elements are found by few directions, and Newton's steps cost no more than a sparse factorisation would.
using AutoDiff;
using Samples;
using ScottPlot;

const int N = 12; // free heights along a side

// The frame: along its four sides the surface must meet a saddle.
static double Frame(int i, int j)
{
    double x = 2.0 * i / (N + 1) - 1, y = 2.0 * j / (N + 1) - 1;
    return 0.8 * (x * x - y * y);
}

static Matrix Surface(Vector heights)
{
    Vector Row(int i) => Maths.Concatenate([Frame(i, 0)], heights[((i - 1) * N)..(i * N)], [Frame(i, N + 1)]);
    Vector Side(int i) => Enumerable.Range(0, N + 2).Select(j => Frame(i, j)).ToArray();
    return Matrix.OfRows([Side(0), .. Enumerable.Range(1, N).Select(Row), Side(N + 1)]);
}

// The area of each small square by its differences along both sides.
static Scalar Area(Vector heights)
{
    var z = Surface(heights);
    const double Side = 2.0 / (N + 1);
    var across = (z[1.., ..^1] - z[..^1, ..^1]) / Side;
    var along = (z[..^1, 1..] - z[..^1, ..^1]) / Side;
    return Side * Side * Maths.Sqrt(1 + Maths.Square(across) + Maths.Square(along)).Sum();
}

Vector flat = new double[N * N];
var film = Diff.Minimize(Area, flat);
Console.WriteLine($"area {Area(flat):F4} flat, {film.Value:F4} as a film: {film.Status} after {film.Steps} steps");

var derivative = Diff.PrepareSparseHessian(Area);
var hessian = derivative.Evaluate(film.Point);
Console.WriteLine($"Hessian: {N * N} by {N * N}, {derivative.NonZeros} of {N * N * N * N} elements are not zero, found by {derivative.Colors} directions");

var dense = Diff.Hessian(Area)(film.Point).ToMathNet();
Console.WriteLine($"largest difference from the dense one: {(hessian - dense).Enumerate().Max(Math.Abs):0E+0}");

Picture.Write(args, "sparsity", (plot, ink) =>
{
    foreach (var (sign, color, name) in new[] { (1, ink.Blue, "positive"), (-1, ink.Orange, "negative") })
    {
        var found = hessian.EnumerateIndexed(MathNet.Numerics.LinearAlgebra.Zeros.AllowSkip).Where(e => Math.Sign(e.Item3) == sign).ToArray();
        var points = plot.Add.ScatterPoints(found.Select(e => (double)e.Item2).ToArray(), found.Select(e => (double)e.Item1).ToArray(), color);
        (points.MarkerShape, points.MarkerSize, points.LegendText) = (MarkerShape.FilledSquare, 2.6f, name);
    }

    plot.XLabel("column");
    plot.YLabel("row");
    plot.Axes.SetLimits(-1, N * N, N * N, -1); // rows are counted from the top
    plot.Axes.SquareUnits();
    plot.ShowLegend(Alignment.UpperRight);
}, width: 520, height: 520);

#:project ../src/AutoDiff.CSharp/AutoDiff.CSharp.csproj
#:project Pictures/Pictures.csproj
#:property PublishAot=false
// Four optimisers in the valley of H. H. Rosenbrock (1960), from his start (-1.2, 1) to the minimum at (1, 1): their paths, and their losses.
using AutoDiff;
using Samples;
using ScottPlot;

const int Limit = 2000;
const double Enough = 1e-12;
static Scalar Valley(Vector v) => 100 * Maths.Square(v[1] - v[0] * v[0]) + Maths.Square(1 - v[0]);

var optimizers = new (string Name, Optimizer Optimizer, Func<Ink, Color> Color)[]
{
    ("gradient descent with momentum", Optimizer.Sgd(0.0005, momentum: 0.95), ink => ink.Orange),
    ("Adam", Optimizer.Adam(0.05), ink => ink.Violet),
    ("L-BFGS", Optimizer.Lbfgs(), ink => ink.Blue),
    ("Newton", Optimizer.Newton(), ink => ink.Green),
};
var beside = new[] { (2.97, -5.4, Alignment.MiddleRight), (2.6, -0.3, Alignment.LowerLeft), (1.53, -6.0, Alignment.MiddleLeft), (1.3, -6.0, Alignment.MiddleRight) };
var paths = optimizers.Select(way => Path(way.Optimizer)).ToArray();
foreach (var ((name, _, _), path) in optimizers.Zip(paths))
{
    Console.WriteLine($"{name,-32} {path.Length - 1,5} steps to {path[^1].Loss:0.0E+0} at ({path[^1].X:F4}, {path[^1].Y:F4})");
}

// The whole plane is one batch of examples.
var xs = Generate(-1.75, 1.55, 331);
var ys = Generate(-0.75, 2.05, 281);
Matrix plane = Matrix.OfRows(ys.SelectMany(y => xs.Select(x => (Vector)new[] { x, y })));
var heights = Maths.Log10(Diff.Vectorize(Valley)(plane) + 1e-9).ToArray();

Picture.Write(args, "descent-paths", (plot, ink) =>
{
    Terrain(plot, ink);
    foreach (var ((name, _, color), path) in optimizers.Zip(paths))
    {
        var line = plot.Add.Scatter(path.Select(p => p.X).ToArray(), path.Select(p => p.Y).ToArray(), color(ink));
        (line.LineWidth, line.MarkerSize, line.LegendText) = (2, path.Length < 100 ? 6 : 0, name);
    }

    Mark(plot, ink, -1.2, 1, "start", Alignment.LowerRight);
    Mark(plot, ink, 1, 1, "minimum", Alignment.LowerLeft);
    plot.XLabel("x");
    plot.YLabel("y");
    plot.Axes.SetLimits(xs[0], xs[^1], ys[0], ys[^1]);
    plot.HideGrid();
    plot.ShowLegend(Alignment.LowerCenter);
}, height: 560);

Picture.Write(args, "descent-losses", (plot, ink) =>
{
    foreach (var ((name, _, color), path, (x, y, alignment)) in optimizers.Zip(paths, beside))
    {
        var losses = path.Select(p => Math.Log10(Math.Max(p.Loss, Enough))).ToArray();
        plot.Add.ScatterLine(path.Select((_, step) => Math.Log10(step + 1)).ToArray(), losses, color(ink)).LineWidth = 2.5f;
        Picture.Say(plot, name, x, y, color(ink), alignment);
    }

    Picture.Powers(plot.Axes.Bottom);
    Picture.Powers(plot.Axes.Left);
    plot.XLabel("steps + 1");
    plot.YLabel("loss");
    plot.Axes.SetLimits(0, 3.5, -12, 2.2);
});

static (double X, double Y, double Loss)[] Path(Optimizer optimizer)
{
    Vector start = new[] { -1.2, 1 };
    var path = new List<(double, double, double)> { (-1.2, 1, Valley(start).Value) };
    foreach (var step in Diff.Steps(Valley, start, optimizer).Take(Limit))
    {
        path.Add((step.Point[0].Value, step.Point[1].Value, step.Value.Value));
        if (step.Value.Value < Enough)
        {
            break;
        }
    }

    return [.. path];
}

// Bands of one colour each, a line between two of them: halves of powers of ten.
void Terrain(Plot plot, Ink ink)
{
    var points = new Coordinates3d[ys.Length, xs.Length];
    var bands = new double[ys.Length, xs.Length];
    for (var i = 0; i < ys.Length; i++)
    {
        for (var j = 0; j < xs.Length; j++)
        {
            var height = heights[i * xs.Length + j];
            points[i, j] = new(xs[j], ys[i], height);
            bands[ys.Length - 1 - i, j] = Math.Clamp(Math.Floor(2 * height), -4, 6); // a picture has its first row on top
        }
    }

    var map = plot.Add.Heatmap(bands);
    map.Extent = new(xs[0], xs[^1], ys[0], ys[^1]);
    map.Colormap = new ScottPlot.Colormaps.CustomInterpolated(
        ink.IsDark ? [Color.FromHex("#35609a"), Color.FromHex("#1f2f42"), Color.FromHex("#12161c")] : [Color.FromHex("#8fb8ee"), Color.FromHex("#d3e3f8"), Color.FromHex("#fbfcfe")]);
    var lines = plot.Add.ContourLines(points);
    lines.ContourLineLevels = [.. Enumerable.Range(-4, 12).Select(level => level / 2.0)];
    lines.Update(points);
    (lines.LineStyle.Color, lines.LineStyle.Width, lines.LabelStyle.IsVisible) = (ink.Faint.WithAlpha(0.45), 0.8f, false);
}

static void Mark(Plot plot, Ink ink, double x, double y, string text, Alignment alignment)
{
    plot.Add.Marker(x, y, MarkerShape.OpenCircle, 11, ink.Text).LineWidth = 2;
    Picture.Say(plot, text, x, y, ink.Text, alignment);
}

static double[] Generate(double low, double high, int count) => MathNet.Numerics.Generate.LinearSpaced(count, low, high);

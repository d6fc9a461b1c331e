#:project ../src/AutoDiff.CSharp/AutoDiff.CSharp.csproj
#:project Pictures/Pictures.csproj
#:property PublishAot=false
// A fitted curve with its bands: how the rate of a reaction grows with the concentration (L. Michaelis, M. Menten, 1913), for an enzyme treated with
// Puromycin. Data: D. M. Bates, D. G. Watts, Nonlinear Regression Analysis and Its Applications (1988), whose estimates are
// 212.7 ± 6.95 and 0.0641 ± 0.00828, with residual standard deviation 10.93.
using AutoDiff;
using MathNet.Numerics.Distributions;
using Samples;
using ScottPlot;

Vector concentration = new[] { 0.02, 0.02, 0.06, 0.06, 0.11, 0.11, 0.22, 0.22, 0.56, 0.56, 1.10, 1.10 };
Vector rate = new double[] { 76, 47, 97, 107, 123, 139, 159, 152, 191, 201, 207, 200 };

static Vector Model(Vector p, Vector x) => (p[0] * x).PointwiseDivide(p[1] + x);

var fit = Diff.LeastSquares((Vector p) => rate - Model(p, concentration), new double[] { 200, 0.1 });
Console.WriteLine($"highest rate      {fit.Point[0]:F1} ± {fit.StandardErrors[0]:F2} counts/min²   (published 212.7 ± 6.95)");
Console.WriteLine($"half of it at     {fit.Point[1]:F4} ± {fit.StandardErrors[1]:F5} ppm      (published 0.0641 ± 0.00828)");
Console.WriteLine($"residual standard deviation {fit.ResidualStandardDeviation:F2} (published 10.93), {fit.DegreesOfFreedom} degrees of freedom");

// The delta method: the slopes of each predicted rate, a row of the Jacobian, between the covariances of the estimates.
Vector grid = Enumerable.Range(0, 201).Select(i => 0.006 * i).ToArray();
var slopes = Diff.Jacobian((Vector p) => Model(p, grid))(fit.Point);
var variance = (slopes * fit.Covariance).PointwiseMultiply(slopes).RowSums();
var t = StudentT.InvCDF(0, 1, fit.DegreesOfFreedom, 0.975);
var mean = Model(fit.Point, grid).ToArray();
var band = (t * Maths.Sqrt(variance)).ToArray();
var wide = (t * Maths.Sqrt(variance + Math.Pow(fit.ResidualStandardDeviation, 2))).ToArray();
Console.WriteLine($"at {grid[100].Value:F1} ppm the curve is {mean[100]:F1} ± {band[100]:F1}, and a measurement ± {wide[100]:F1} (95 %)");

Picture.Write(args, "confidence-band", (plot, ink) =>
{
    double[] Shifted(double[] by, int sign) => [.. mean.Zip(by, (m, b) => m + sign * b)];
    var x = grid.ToArray();
    foreach (var (by, alpha) in new[] { (wide, 0.13), (band, 0.28) })
    {
        var fill = plot.Add.FillY(x, Shifted(by, -1), Shifted(by, 1));
        (fill.FillColor, fill.LineWidth) = (ink.Blue.WithAlpha(alpha), 0);
    }

    var curve = plot.Add.ScatterLine(x, mean, ink.Blue);
    curve.LineWidth = 2.5f;
    var points = plot.Add.ScatterPoints(concentration.ToArray(), rate.ToArray(), ink.Orange);
    points.MarkerSize = 9;
    plot.XLabel("concentration of the substrate, ppm");
    plot.YLabel("rate, counts/min²");
    plot.Axes.SetLimits(0, 1.2, 0, 245);
    plot.ShowLegend(
        [
            new LegendItem { LabelText = "measured", MarkerShape = MarkerShape.FilledCircle, MarkerColor = ink.Orange, MarkerSize = 9 },
            new LegendItem { LabelText = "fitted", LineColor = ink.Blue, LineWidth = 2.5f },
            new LegendItem { LabelText = "95 % for the curve", FillColor = ink.Blue.WithAlpha(0.41) },
            new LegendItem { LabelText = "95 % for a measurement", FillColor = ink.Blue.WithAlpha(0.13) },
        ],
        Alignment.LowerRight);
});

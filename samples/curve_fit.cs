#:project ../src/AutoDiff.CSharp/AutoDiff.CSharp.csproj
#:property PublishAot=false
// A curve with error bars: Misra1a of NIST's Statistical Reference Datasets, whose certified results stand beside ours.
// https://www.itl.nist.gov/div898/strd/nls/data/misra1a.shtml (public domain)
using AutoDiff;
using static AutoDiff.Maths;

Vector pressure = new[] { 77.6, 114.9, 141.1, 190.8, 239.9, 289.0, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760.0 };
Vector volume = new[] { 10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.40, 75.47, 81.78 };

Vector Model(Adsorption p) => p.Capacity * -Expm1(-p.Rate * pressure);

var fit = Diff.LeastSquares((Adsorption p) => volume - Model(p), new Adsorption(500, 0.0001));
var (low, high) = fit.ConfidenceInterval(0.95);

Console.WriteLine("Dental research: monomolecular adsorption, y = b1 (1 - exp(-b2 x))");
Console.WriteLine();
Console.WriteLine($"{"",4} {"estimate",18} {"certified",18} {"standard error",18} {"certified",18}   95 % interval");
Row("b1", p => p.Capacity, "F8", "238.94212918", "2.70700752");
Row("b2", p => p.Rate, "E10", "5.5015643181E-004", "7.2668688436E-006");
Console.WriteLine();
Console.WriteLine($"residual standard deviation {fit.ResidualStandardDeviation:F10} (certified 0.1018787633), {fit.DegreesOfFreedom} degrees of freedom");
Console.WriteLine($"{fit.Status} after {fit.Steps} steps");

// The error bar of a prediction, by the delta method: the gradient of the prediction between the covariances of the estimates.
Console.WriteLine();
Scalar Predict(Adsorption p, double x) => p.Capacity * -Expm1(-p.Rate * x);
foreach (var x in new double[] { 100, 400, 800, 1200 })
{
    var slope = Diff.Grad((Adsorption p) => Predict(p, x))(fit.Point);
    Vector g = [slope.Capacity, slope.Rate];
    var error = Sqrt(g * (fit.Covariance * g));
    Console.WriteLine($"y({x,4}) = {Predict(fit.Point, x),8:F3} ± {error:F3}  {Bar(Predict(fit.Point, x).Value, error.Value)}");
}

void Row(string name, Func<Adsorption, Scalar> part, string format, string estimate, string error) =>
    Console.WriteLine(
        $"{name,4} {part(fit.Point).ToString(format),18} {estimate,18} {part(fit.StandardErrors).ToString(format),18} {error,18}"
        + $"   {part(low):G6} to {part(high):G6}");

static string Bar(double y, double error) =>
    new string(' ', (int)(y / 2)) + "├" + new string('─', Math.Max(1, (int)Math.Round(10 * error))) + "┤ (error bar × 10)";

internal sealed record Adsorption(Scalar Capacity, Scalar Rate);

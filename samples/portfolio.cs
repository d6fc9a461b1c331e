#:project ../src/AutoDiff.CSharp/AutoDiff.CSharp.csproj
#:property PublishAot=false
// The efficient frontier: the least risk for each return that is asked for, with weights from 0 to 40 % that sum to 1. The multipliers say what a
// little more return costs in variance. Returns, deviations and correlations are made up, of a usual size.
using AutoDiff;
using static AutoDiff.Maths;

string[] names = ["bonds", "property", "Europe", "America", "Asia", "gold"];
Vector returns = new[] { 0.025, 0.048, 0.068, 0.076, 0.089, 0.035 };
Vector deviations = new[] { 0.045, 0.11, 0.17, 0.165, 0.225, 0.15 };
Matrix correlations = new[,]
{
    { 1.00, 0.25, 0.05, 0.00, -0.05, 0.15 },
    { 0.25, 1.00, 0.55, 0.60, 0.45, 0.05 },
    { 0.05, 0.55, 1.00, 0.80, 0.65, 0.00 },
    { 0.00, 0.60, 0.80, 1.00, 0.60, -0.05 },
    { -0.05, 0.45, 0.65, 0.60, 1.00, 0.10 },
    { 0.15, 0.05, 0.00, -0.05, 0.10, 1.00 },
};
var covariance = correlations.ScaleRows(deviations).ScaleColumns(deviations);

Scalar Variance(Vector weights) => weights * (covariance * weights);

Vector start = Enumerable.Repeat(1.0 / names.Length, names.Length).ToArray();
Vector least = new double[names.Length];
Vector most = Enumerable.Repeat(0.4, names.Length).ToArray();

Console.WriteLine($"{"return",7} {"risk",7} {"cost",7}   {string.Join(' ', names.Select(name => $"{name,9}"))}");
foreach (var asked in new[] { 0.04, 0.05, 0.06, 0.07, 0.078 })
{
    var found = Diff.MinimizeSubjectTo(
        Variance,
        start,
        equal: weights => [weights.Sum() - 1],
        atMost: weights => [asked - returns * weights],
        new() { Bounds = Bounds.Between(least, most) });
    if (!found.Converged || Math.Abs(found.Point.Sum().Value - 1) > 1e-7 || found.Point.ToArray().Any(w => w is < 0 or > 0.4))
    {
        Console.WriteLine($"{asked,7:P1} not found: {found.Message}");
        return 1;
    }

    Console.WriteLine(
        $"{asked,7:P1} {Math.Sqrt(found.Value.Value),7:P2} {found.InequalityMultipliers[0],7:F3}   "
        + string.Join(' ', found.Point.ToArray().Select(weight => $"{weight,9:P1}")));
}

Console.WriteLine("all weights within their bounds, and their sum is 1");
return 0;

#:project ../src/AutoDiff.CSharp/AutoDiff.CSharp.csproj
#:property PublishAot=false
// Hares and lynxes: the equations of Lotka and Volterra calibrated to the pelts that the Hudson's Bay Company collected in 1900 to 1920, in thousands.
// Data: C. G. Hewitt, The Conservation of the Wild Life of Canada (1921); as in B. Carpenter, Predator-prey population dynamics (2018),
// whose Bayesian estimates are α 0.55 ± 0.06, β 0.028 ± 0.004, γ 0.80 ± 0.09, δ 0.024 ± 0.004.
using AutoDiff;
using static AutoDiff.Maths;

Vector hares = new[] { 30, 47.2, 70.2, 77.4, 36.3, 20.6, 18.1, 21.4, 22, 25.4, 27.1, 40.3, 57, 76.6, 52.3, 19.5, 11.2, 7.6, 14.6, 16.2, 24.7 };
Vector lynxes = new[] { 4, 6.1, 9.8, 35.2, 59.4, 41.7, 19, 13, 8.3, 9.1, 7.4, 8, 12.3, 19.5, 45.7, 51.1, 29.7, 15.8, 9.7, 10.1, 8.6 };

// The logarithms of both numbers, year by year.
static Matrix Simulate(Ecology p, int years)
{
    Vector Slope(Scalar time, Vector log) => [p.Birth - p.Capture * Exp(log[1]), p.Growth * Exp(log[0]) - p.Death];
    var states = new List<Vector> { p.Start };
    for (var year = 1; year < years; year++)
    {
        states.Add(Ode.Solve(Slope, states[^1], year - 1, year));
    }

    return Matrix.OfRows(states);
}

Vector Residuals(Ecology p)
{
    var simulated = Simulate(p, hares.Count);
    return Concatenate(simulated.Column(0) - Log(hares), simulated.Column(1) - Log(lynxes));
}

var fit = Diff.LeastSquares((Ecology p) => Residuals(p), new Ecology(0.5, 0.025, 0.8, 0.025, Log((Vector)new double[] { 30, 4 })));

Console.WriteLine($"hares grow     α = {fit.Point.Birth:F4} ± {fit.StandardErrors.Birth:F4}");
Console.WriteLine($"are caught     β = {fit.Point.Capture:F4} ± {fit.StandardErrors.Capture:F4}");
Console.WriteLine($"lynxes starve  γ = {fit.Point.Death:F4} ± {fit.StandardErrors.Death:F4}");
Console.WriteLine($"live on hares  δ = {fit.Point.Growth:F4} ± {fit.StandardErrors.Growth:F4}");
Console.WriteLine($"{fit.Status} after {fit.Steps} steps; the logarithms are off by {fit.ResidualStandardDeviation:F3}");
Console.WriteLine();

var fitted = Exp(Simulate(fit.Point, hares.Count));
Console.WriteLine("year   hares          lynxes         h, l fitted; × counted");
for (var i = 0; i < hares.Count; i++)
{
    var line = new string(' ', 80).ToCharArray();
    line[(int)lynxes[i].Value / 2] = line[(int)hares[i].Value / 2] = '×';
    line[(int)fitted[i, 0].Value / 2] = 'h';
    line[(int)fitted[i, 1].Value / 2] = 'l';
    Console.WriteLine($"{1900 + i}  {hares[i],5:F1} ({fitted[i, 0],5:F1})  {lynxes[i],5:F1} ({fitted[i, 1],5:F1})  {new string(line).TrimEnd()}");
}

internal sealed record Ecology(Scalar Birth, Scalar Capture, Scalar Death, Scalar Growth, Vector Start);

using AutoDiff;
using static AutoDiff.Maths;

// What was measured. Replace it by your own.
Vector times = new[] { 0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5 };
Vector counts = new[] { 10.07, 6.92, 4.71, 3.35, 2.46, 1.89, 1.41, 1.15, 0.97, 0.82 };

// What should explain it: any function of values, with loops and branches if need be. Its derivatives are exact.
Vector Model(Decay p) => p.Amplitude * Exp(-p.Rate * times) + p.Background;

var fit = Diff.LeastSquares((Decay p) => Model(p) - counts, new Decay(Amplitude: 5, Rate: 1, Background: 0));
var (low, high) = fit.ConfidenceInterval(0.95);

Console.WriteLine($"amplitude   {fit.Point.Amplitude:F3} ± {fit.StandardErrors.Amplitude:F3}   95 %: {low.Amplitude:F3} to {high.Amplitude:F3}");
Console.WriteLine($"rate        {fit.Point.Rate:F3} ± {fit.StandardErrors.Rate:F3}   95 %: {low.Rate:F3} to {high.Rate:F3}");
Console.WriteLine($"background  {fit.Point.Background:F3} ± {fit.StandardErrors.Background:F3}   95 %: {low.Background:F3} to {high.Background:F3}");
Console.WriteLine($"{fit.Status} after {fit.Steps} steps; residual standard deviation {fit.ResidualStandardDeviation:F3}");

internal sealed record Decay(Scalar Amplitude, Scalar Rate, Scalar Background);

namespace AutoDiff.Benchmarks;

/// <summary>Least squares on NIST's nonlinear regressions, from both starts.</summary>
internal static class NistFits
{
    /// <summary>All fits; a fit passes with four digits or more in every parameter.</summary>
    public static SolverRow[] Rows() =>
    [
        .. NistRegression.All(Repository.File("tests/Data/nist.json")).Select(regression =>
        {
            var fit = Diff.LeastSquares(regression.Residuals, regression.Start);
            var digits = regression.LogRelativeError(fit.Point.ToArray());
            return new SolverRow(
                regression.Name, $"{regression.StartNumber}", "least_squares", fit.Status, fit.Steps, fit.Evaluations.Values, 0, fit.Value.Value, digits, digits >= 4);
        }),
    ];
}

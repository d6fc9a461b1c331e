namespace AutoDiff.Benchmarks;

/// <summary>Whether all ways compute the same.</summary>
internal static class Agreement
{
    private const double Tolerance = 1e-10;

    // central differences of the plain objective lose half of the digits, and the objective has about 1e-13
    private const double DifferenceTolerance = 1e-5;

    /// <summary>Gets a value indicating whether values are compared now; sums over residuals are computed only for that.</summary>
    public static bool IsChecking { get; private set; }

    /// <summary>What is wrong with a derivative and value, compared with the hand-written ones; null where nothing is.</summary>
    /// <param name="example">The case.</param>
    /// <param name="ways">The ways of the library.</param>
    public static string? Check(Case example, IEnumerable<(string Name, Evaluation Run)> ways)
    {
        var expected = new double[example.DerivativeLength];
        IsChecking = true;
        var value = example.Hand(example.Point, example.IsDerivativeByHand ? expected : []);
        IsChecking = false;
        var isKnown = example.IsDerivativeByHand;
        foreach (var (name, run) in ways)
        {
            var found = new double[example.DerivativeLength];
            var y = run(example.Point, found);
            if (example.HasValue && !(Math.Abs(y - value) <= Tolerance * Math.Abs(value)))
            {
                return $"{name}: the value is {y:R}, by hand {value:R}";
            }

            if (!isKnown)
            {
                (expected, isKnown) = (found, true);
                if (WrongSlope(example, found) is { } wrong)
                {
                    return $"{name}: {wrong}";
                }
            }

            var scale = expected.Max(Math.Abs);
            for (var i = 0; i < expected.Length; i++)
            {
                if (!(Math.Abs(found[i] - expected[i]) <= Tolerance * scale))
                {
                    return $"{name}: element {i} of the derivative is {found[i]:R}, by hand {expected[i]:R}";
                }
            }
        }

        return null;
    }

    // the slope along one direction, by differences of the objective
    private static string? WrongSlope(Case example, double[] gradient)
    {
        if (gradient.Length != example.Point.Length)
        {
            return null;
        }

        var direction = gradient.Select((_, i) => Math.Sin(i + 1)).ToArray();
        var slope = gradient.Zip(direction, (g, d) => g * d).Sum();
        double Along(double step) => example.Hand(example.Point.Zip(direction, (x, d) => x + (step * d)).ToArray(), []);
        const double Step = 1e-5;
        var difference = (Along(Step) - Along(-Step)) / (2 * Step);
        var scale = gradient.Zip(direction, (g, d) => Math.Abs(g * d)).Sum();
        return Math.Abs(slope - difference) <= DifferenceTolerance * scale ? null : $"a slope is {slope:R}, by differences {difference:R}";
    }
}

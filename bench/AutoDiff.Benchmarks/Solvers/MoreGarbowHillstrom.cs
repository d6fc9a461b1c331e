using System.Globalization;

namespace AutoDiff.Benchmarks;

/// <summary>Every method on the test functions of Moré, Garbow and Hillstrom, from the standard starts and ten times as far.</summary>
internal static class MoreGarbowHillstrom
{
    /// <summary>The methods: their names here and in the figures of SciPy.</summary>
    public static readonly (string Name, string Peer, Optimizer? Optimizer)[] Methods =
    [
        ("bfgs", "BFGS", Optimizer.Bfgs()),
        ("lbfgs", "L-BFGS-B", Optimizer.Lbfgs()),
        ("cg", "CG", Optimizer.ConjugateGradient()),
        ("trust_region_newton", "trust-exact", Optimizer.Newton()),
        ("least_squares", "lm", Optimizer.LevenbergMarquardt()),
        ("default", "", null),
    ];

    /// <summary>All runs of a method.</summary>
    public static (SolverRow Row, MghRun Run)[] Rows(string name, Optimizer? optimizer, IReadOnlyList<MghRun> runs) =>
        [.. runs.Select(run => (Row(name, optimizer, run), run))];

    /// <summary>
    /// How many points it takes to the target against SciPy with tight tolerances: the geometric mean of the ratios over the runs that both solve.
    /// </summary>
    public static double Ratio(string peer, IEnumerable<(SolverRow Row, MghRun Run)> rows)
    {
        var targets = File.ReadLines(Repository.File("tests/Data/scipy_mgh.csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .Where(cells => cells[0] == peer && cells[5] == "1" && cells[7].Length > 0)
            .ToDictionary(
                cells => $"{cells[1]} {cells[2]} {cells[4]}",
                cells => double.Parse(cells[7], CultureInfo.InvariantCulture));
        var logarithms = rows
            .Where(row => row.Row.IsPassed && row.Row.Target > 0)
            .Select(row => (row.Row.Target, Peer: targets.GetValueOrDefault($"{row.Run.Number} {row.Run.N} {row.Run.Factor}")))
            .Where(row => row.Peer > 0)
            .Select(row => Math.Log(row.Target / row.Peer));
        return Math.Exp(logarithms.Average());
    }

    private static SolverRow Row(string name, Optimizer? optimizer, MghRun run)
    {
        var counter = new PointCounter(run);
        var options = new MinimizeOptions { MaxSteps = 3000, TimeLimit = TimeSpan.FromSeconds(25) };
        var fit = name switch
        {
            "least_squares" => Diff.LeastSquares(counter.Residuals, run.Start, options),
            "default" => Diff.Minimize(counter.F, run.Start, options),
            _ => Diff.Minimize(counter.F, run.Start, optimizer!, options),
        };
        var value = fit.Value.Value;
        return new(
            $"{run.Number} {run.Name}, n = {run.N}",
            $"×{run.Factor}",
            name,
            fit.Status,
            fit.Steps,
            fit.Evaluations.Values,
            counter.Target,
            value,
            value - run.Minimum,
            run.IsSolved(value));
    }

    /// <summary>Counts the distinct points at which a function is computed until one meets the target.</summary>
    private sealed class PointCounter(MghRun run)
    {
        private string last = "";
        private int points;

        public int Target { get; private set; }

        public Scalar F(Vector x) => Residuals(x) is var r ? r * r : default;

        public Vector Residuals(Vector x)
        {
            var r = run.Residuals(x);
            // printing is how a number is looked at while its derivative is on the way
            var text = (r * r).ToString("R", CultureInfo.InvariantCulture);
            if (text != last)
            {
                last = text;
                points++;
                Target = Target == 0 && run.IsSolved(double.Parse(text, CultureInfo.InvariantCulture)) ? points : Target;
            }
            return r;
        }
    }
}

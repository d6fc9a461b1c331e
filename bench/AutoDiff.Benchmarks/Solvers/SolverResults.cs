using System.Text.Json;

namespace AutoDiff.Benchmarks;

/// <summary>All runs of all solvers, and what they add up to.</summary>
/// <param name="Mgh">The test functions of Moré, Garbow and Hillstrom, by every method.</param>
/// <param name="Nist">NIST's nonlinear regressions.</param>
/// <param name="Bounded">Test functions within bounds.</param>
/// <param name="FirstOrder">First-order rules beside PyTorch's.</param>
internal sealed record SolverResults((SolverRow Row, MghRun Run)[] Mgh, SolverRow[] Nist, SolverRow[] Bounded, SolverRow[] FirstOrder)
{
    /// <summary>The rows of all tables.</summary>
    public IEnumerable<SolverRow> All => Mgh.Select(run => run.Row).Concat(Nist).Concat(Bounded).Concat(FirstOrder);

    /// <summary>Test functions with starts.</summary>
    public int MghRuns => Mgh.Length / MoreGarbowHillstrom.Methods.Length;

    /// <summary>Runs that claim to have converged, but neither to the least value nor to a known local minimum or plateau.</summary>
    public int FalseConverged =>
        Mgh.Count(run => run.Row.Status <= MinimizeStatus.TargetReached && !run.Row.IsPassed && !run.Run.IsElsewhere(run.Row.Value));

    /// <summary>Digits of NIST's fits, on average.</summary>
    public double AverageDigits => Math.Round(Nist.Select(row => row.Error).Average(), 2);

    /// <summary>Points of NIST's fits, the median.</summary>
    public int MedianPoints => Nist.Select(row => row.Points).Order().ElementAt(Nist.Length / 2);

    /// <summary>Runs within bounds without an optimizer.</summary>
    public SolverRow[] BoundedByDefault => [.. Bounded.Where(row => row.Solver == "default")];

    /// <summary>How many test functions a method solves.</summary>
    public int Solved(string method) => Of(method).Count(run => run.Row.IsPassed);

    /// <summary>The points of a method as a multiple of those of its peer in SciPy.</summary>
    public double PointsBesideSciPy(string method, string peer) => Math.Round(MoreGarbowHillstrom.Ratio(peer, Of(method)), 3);

    /// <summary>The sums as a line of JSON.</summary>
    public string Json()
    {
        var methods = MoreGarbowHillstrom.Methods;
        return JsonSerializer.Serialize(new
        {
            mgh = new Dictionary<string, int>(methods.Select(method => KeyValuePair.Create(method.Name, Solved(method.Name)))) { ["of"] = MghRuns },
            points_vs_scipy = methods.Where(method => method.Peer.Length > 0)
                .ToDictionary(method => method.Name, method => PointsBesideSciPy(method.Name, method.Peer)),
            false_converged = FalseConverged,
            nist = new { passed = Nist.Count(row => row.IsPassed), of = Nist.Length, average_lre = AverageDigits, median_calls = MedianPoints },
            bounded = Counts(BoundedByDefault),
            first_order = Counts(FirstOrder),
        });
    }

    private IEnumerable<(SolverRow Row, MghRun Run)> Of(string method) => Mgh.Where(run => run.Row.Solver == method);

    private static object Counts(SolverRow[] rows) => new { passed = rows.Count(row => row.IsPassed), of = rows.Length };
}

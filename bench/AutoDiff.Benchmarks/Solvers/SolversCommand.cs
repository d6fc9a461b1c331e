using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AutoDiff.Benchmarks;

/// <summary>Every solver on data that nobody here wrote: a table, kept in docs/solvers.md, and a line of JSON.</summary>
internal static class SolversCommand
{
    /// <summary>Runs everything.</summary>
    public static int Run()
    {
        var runs = MghRun.All(Repository.File("tests/Data/mgh.json"));
        var mgh = MoreGarbowHillstrom.Methods.ToDictionary(method => method.Name, method => MoreGarbowHillstrom.Rows(method.Name, method.Optimizer, runs));
        var (nist, bounded, first) = (NistFits.Rows(), Bounded.Rows(), FirstOrder.Rows());
        var summary = Summary(mgh, nist, bounded, first);
        var table = new StringBuilder(SolverRow.Head).Append('\n');
        foreach (var row in mgh.Values.SelectMany(rows => rows.Select(row => row.Row)).Concat(nist).Concat(bounded).Concat(first))
        {
            table.Append(CultureInfo.InvariantCulture, $"{row}\n");
        }
        File.WriteAllText(Repository.File("docs/solvers.md"), $"{Introduction}\n\n```json\n{summary}\n```\n\n{table}");
        Console.WriteLine(table);
        Console.WriteLine(summary);
        return 0;
    }

    private const string Introduction = """
        # The solvers on test problems

        Made by `dotnet run -c Release --project bench/AutoDiff.Benchmarks -- solvers`. Solved is f - f* <= 1e-8 |f*| where f* > 1e-15, else
        f <= 1e-14, at the point returned. Points are distinct points at which the function was computed; those to the target are compared with
        SciPy 1.10.1 with tight tolerances (geometric mean over the runs that both solve). False are runs that claim to have converged, but
        neither to f* nor to a known local minimum or plateau. The error of a NIST fit is the number of digits that agree with the certified
        estimates, at the worst parameter; that of a first-order rule the distance from PyTorch's trajectory.

        `default` is `Minimize` without an optimizer: Newton's method in a trust region up to 50 numbers. For more it is L-BFGS, which looks at the
        Hessian after 200, 800, 3,200 … steps and goes over to Newton's method where that is sparse, positive definite, and so ill-conditioned that
        conjugate gradients need many iterations without its incomplete factors and few with them. `Solver` of the result says which it was.
        """;

    private static string Summary(Dictionary<string, (SolverRow Row, MghRun Run)[]> mgh, SolverRow[] nist, SolverRow[] bounded, SolverRow[] first)
    {
        var solved = mgh.ToDictionary(method => method.Key, method => method.Value.Count(row => row.Row.IsPassed));
        solved["of"] = mgh.First().Value.Length;
        var summary = new
        {
            mgh = solved,
            points_vs_scipy = MoreGarbowHillstrom.Methods
                .Where(method => method.Peer.Length > 0)
                .ToDictionary(method => method.Name, method => Math.Round(MoreGarbowHillstrom.Ratio(method.Peer, mgh[method.Name]), 3)),
            false_converged = mgh.Values.SelectMany(rows => rows).Count(IsFalse),
            nist = new
            {
                passed = nist.Count(row => row.IsPassed),
                of = nist.Length,
                average_lre = Math.Round(nist.Select(row => row.Error).Average(), 2),
                median_calls = nist.Select(row => row.Points).Order().ElementAt(nist.Length / 2),
            },
            bounded = Counts(bounded.Where(row => row.Solver == "default")),
            first_order = Counts(first),
        };
        return JsonSerializer.Serialize(summary);
    }

    private static object Counts(IEnumerable<SolverRow> rows) => new { passed = rows.Count(row => row.IsPassed), of = rows.Count() };

    private static bool IsFalse((SolverRow Row, MghRun Run) run) =>
        run.Row.Status <= MinimizeStatus.TargetReached && !run.Row.IsPassed && !run.Run.IsElsewhere(run.Row.Value);
}

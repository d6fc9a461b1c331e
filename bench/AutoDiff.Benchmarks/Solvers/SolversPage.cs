using System.Globalization;

namespace AutoDiff.Benchmarks;

/// <summary>The page docs/solvers.md.</summary>
internal static class SolversPage
{
    /// <summary>The text of the page.</summary>
    public static string Of(SolverResults results) => string.Create(CultureInfo.InvariantCulture, $$"""
        # The solvers on test problems

        Every method of `Minimize` and `LeastSquares` on problems that were published with their solutions: how many it solves, how exactly, and with how many
        evaluations. Made by `dotnet run -c Release --project bench/AutoDiff.Benchmarks -- solvers`, on {{Report.Hardware()}}. On another
        machine rounding may differ, and with it a count.

        | method | solved, of {{results.MghRuns}} | points, as a multiple of SciPy's |
        | --- | --- | --- |
        {{string.Join('\n', MoreGarbowHillstrom.Methods.Select(method => Line(results, method.Name, method.Peer)))}}

        Runs that claim to have converged, but neither to the least value f* nor to a known local minimum or plateau: {{results.FalseConverged}}. Of NIST's fits
        {{Passed(results.Nist)}} agree with the certified estimates to four digits or more, to {{results.AverageDigits}} on average, with {{results.MedianPoints}} evaluations in the median. Within
        bounds, {{Passed(results.BoundedByDefault)}} are solved; of the trajectories of first-order rules, {{Passed(results.FirstOrder)}} are PyTorch's to 1e-12.

        Solved is f - f* <= 1e-8 |f*| where f* > 1e-15, else f <= 1e-14, at the point returned. Points are distinct points at which the function was computed;
        those to the target, the first point that solves, are compared with SciPy 1.10.1 with tight tolerances (geometric mean over the runs that both solve).

        `default` is `Minimize` without an optimizer: Newton's method in a trust region up to 50 numbers. For more it is L-BFGS, which looks at the
        Hessian after 200, 800, 3,200 … steps and goes over to Newton's method where that is sparse, positive definite, and so ill-conditioned that
        conjugate gradients need many iterations without its incomplete factors and few with them. `Solver` of the result says which it was.

        ## Functions of Moré, Garbow and Hillstrom

        From the standard starts and ten times as far. The error is f - f*.

        {{Table(results.Mgh.Select(run => run.Row))}}

        ## NIST's nonlinear regressions

        From both starts. The error is the number of digits that agree with the certified estimates, at the worst parameter.

        {{Table(results.Nist)}}

        ## Within bounds

        Functions of Moré, Garbow and Hillstrom in the boxes of D. M. Gay (1984). The error is f - f*.

        {{Table(results.Bounded)}}

        ## First-order rules

        The error is the distance from PyTorch's trajectory.

        {{Table(results.FirstOrder)}}

        ## For programs

        ```json
        {{results.Json()}}
        ```

        """);

    private static string Line(SolverResults results, string method, string peer)
    {
        var points = peer.Length > 0 ? results.PointsBesideSciPy(method, peer).ToString(CultureInfo.InvariantCulture) : "";
        return $"| `{method}` | {results.Solved(method)} | {points} |";
    }

    private static string Passed(SolverRow[] rows) => $"{rows.Count(row => row.IsPassed)} of {rows.Length}";

    private static string Table(IEnumerable<SolverRow> rows) => $"{SolverRow.Head}\n{string.Join('\n', rows)}";
}

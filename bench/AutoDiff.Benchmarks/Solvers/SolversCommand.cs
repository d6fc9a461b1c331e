namespace AutoDiff.Benchmarks;

/// <summary>Every solver on data that nobody here wrote: a table, kept in docs/solvers.md, and a line of JSON.</summary>
internal static class SolversCommand
{
    /// <summary>Runs everything.</summary>
    public static int Run()
    {
        var runs = MghRun.All(Repository.File("tests/Data/mgh.json"));
        var results = new SolverResults(
            [.. MoreGarbowHillstrom.Methods.SelectMany(method => MoreGarbowHillstrom.Rows(method.Name, method.Optimizer, runs))],
            NistFits.Rows(),
            Bounded.Rows(),
            FirstOrder.Rows());
        File.WriteAllText(Repository.File("docs/solvers.md"), SolversPage.Of(results));
        Console.WriteLine(SolverRow.Head);
        foreach (var row in results.All)
        {
            Console.WriteLine(row);
        }
        Console.WriteLine(results.Json());
        return 0;
    }
}

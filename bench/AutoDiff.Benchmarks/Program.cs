using System.Globalization;
using AutoDiff.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args.FirstOrDefault())
{
    case "solvers":
        return SolversCommand.Run();
    case "solver-speed":
        return SolverSpeedCommand.Run();
    case "table":
        return TableCommand.Run(args[1..]);
    case "growth":
        return GrowthCommand.Run(args[1..]);
    case "threads":
        return ThreadsCommand.Run(args[1..]);
    case "batching":
        return BatchingCommand.Run(args[1..]);
    case "loops":
        return LoopsCommand.Run(args[1..]);
    case "bdn":
        return BdnCommand.Run(args[1..]);
    default:
        Console.Error.WriteLine(
            "Say what to run: solvers, solver-speed, table [case…] [--quick] [--steps], growth [--quick], threads [--quick], batching [primitive…] [--vectors] [--quick], loops [--quick], or bdn --filter *.");
        return 1;
}

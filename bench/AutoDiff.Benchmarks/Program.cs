using AutoDiff.Benchmarks;

switch (args.FirstOrDefault())
{
    case "solvers":
        return SolversCommand.Run();
    default:
        Console.Error.WriteLine("Say what to run: solvers.");
        return 1;
}

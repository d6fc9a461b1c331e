namespace AutoDiff.Benchmarks;

/// <summary>How the cost grows with the number of elements and with the number of operations.</summary>
internal static class GrowthCommand
{
    /// <summary>Prints both tables.</summary>
    public static int Run(string[] arguments)
    {
        var quick = arguments.Contains("--quick");
        var effort = quick ? Effort.Quick : new Effort(7, 10e6, 2, 50e6);
        Console.WriteLine(Report.Machine());
        Console.WriteLine();
        Console.WriteLine("| elements | hand, ns each | compiled | reused | interpreted | bytes, reused | compiling |\n| --- | --- | --- | --- | --- | --- | --- |");
        for (var n = 10; n <= (quick ? 1_000 : 10_000_000); n *= 10)
        {
            Write(new Chain("chain", n), n, n, effort);
        }

        Console.WriteLine();
        Console.WriteLine("| operations | hand, ns each | compiled | reused | interpreted | bytes, reused | compiling |\n| --- | --- | --- | --- | --- | --- | --- |");
        for (var length = 10; length <= (quick ? 1_000 : 1_000_000); length *= 10)
        {
            Write(new Recurrence("recurrence", length / 2), length, length, effort);
        }

        return 0;
    }

    private static void Write(Case example, int count, double each, Effort effort)
    {
        if (TableCommand.Measure(example, effort) is not { } row)
        {
            return;
        }

        string Cell(string name) => row.Ways.First(way => way.Name == name) is var way ? Report.Digits(way.Nanoseconds / each) : "";
        Console.WriteLine(
            $"| {count:N0} | {Report.Digits(row.Hand.Nanoseconds / each)} | {Cell("compiled")} | {Cell("reused")} | {Cell("interpreted")} | {row.Ways.First(way => way.Name == "reused").Bytes:N0} | {Report.Digits(row.CompileMilliseconds)} ms |");
    }
}

namespace AutoDiff.Benchmarks;

/// <summary>Hand-written loops beside the library's ways: checked, then timed.</summary>
internal static class TableCommand
{
    /// <summary>Runs the cases that are named, or all.</summary>
    /// <param name="arguments">Names of cases; <c>--quick</c> for few rounds; <c>--steps</c> for where compiled evaluations spend their time.</param>
    /// <returns>0 where all ways agree.</returns>
    public static int Run(string[] arguments)
    {
        var names = arguments.Where(argument => !argument.StartsWith('-')).ToArray();
        var effort = arguments.Contains("--quick") ? Effort.Quick : Effort.Full;
        if (names.Except(Catalogue.Names).FirstOrDefault() is { } unknown)
        {
            Console.Error.WriteLine($"There is no case {unknown}. There are: {string.Join(' ', Catalogue.Names)}.");
            return 1;
        }

        Diff.CompileGradient(x => x * x, 1).Evaluate([1], new double[1]); // so that no case pays for loading the library
        Console.WriteLine(Report.Machine());
        Console.WriteLine("torch is left out: TorchSharp and its native library are no part of this project.");
        Console.WriteLine();
        Report.WriteHead();
        var (rows, failures) = (new List<Row>(), 0);
        foreach (var name in names.Length == 0 ? Catalogue.Names : names)
        {
            var example = Catalogue.Make(name);
            if (Measure(example, effort) is { } row)
            {
                rows.Add(row);
                Report.Write(row);
                if (arguments.Contains("--steps"))
                {
                    example.WriteSteps();
                }
            }
            else
            {
                failures++;
            }
        }

        Console.WriteLine();
        Console.WriteLine(Report.Json(rows));
        return failures == 0 ? 0 : 1;
    }

    /// <summary>Checks and times one case; null where its ways disagree.</summary>
    public static Row? Measure(Case example, Effort effort)
    {
        var derivative = new double[example.DerivativeLength];
        var start = ThreadClock.Now;
        var compiled = example.Compile();
        compiled(example.Point, derivative);
        var compiling = (ThreadClock.Now - start) / 1e6;
        var (reused, interpreted) = (example.Plain(), Interpreted(example.Plain()));
        for (var call = 0; call < 5; call++)
        {
            reused(example.Point, []); // the plan is kept from the third call on
        }

        if (Agreement.Check(example, [("compiled", compiled), ("reused", reused), ("interpreted", interpreted)]) is { } difference)
        {
            Console.Error.WriteLine($"{example.Name}: the ways disagree. {difference}.");
            return null;
        }

        Way hand = new("hand", example.Hand, derivative);
        List<Way> ways = [new("compiled", compiled, example.IsDerivativeReturned ? [] : derivative), new("reused", reused, []), new("interpreted", interpreted, [])];
        if (example.CompileObjective() is { } objective)
        {
            ways.Add(new("objective", objective, []));
        }

        if (example.FiniteDifferences() is { } differences)
        {
            ways.Add(new("finite", differences, []));
        }

        Timing.Measure([hand, .. ways], example.Point, effort);
        return new(example.Name, hand, ways, compiling);
    }

    private static Evaluation Interpreted(Evaluation plain) => (point, derivative) =>
    {
        Reuse.Interpreting.IsOn = true;
        try
        {
            return plain(point, derivative);
        }
        finally
        {
            Reuse.Interpreting.IsOn = false;
        }
    };
}

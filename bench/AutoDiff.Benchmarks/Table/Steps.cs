namespace AutoDiff.Benchmarks;

/// <summary>Where a plan spends its time, step by step.</summary>
internal static class Steps
{
    /// <summary>Writes the kinds of a plan's steps, how many there are of each and how long they take together, the slowest first.</summary>
    public static unsafe void Write(Plan plan, double[] point, int outputs)
    {
        const int Runs = 11, Times = 20; // reading the clock takes as long as a short step
        var gradient = new double[outputs];
        var times = new double[plan.Steps.Length][];
        var frame = plan.Rent();
        fixed (double* from = point, to = gradient)
        {
            for (var run = 0; run < Runs; run++)
            {
                for (var k = 0; k < times.Length; k++)
                {
                    var start = ThreadClock.Now;
                    for (var time = 0; time < Times; time++)
                    {
                        plan.Steps[k].Run(frame, (nint)from, (nint)to);
                    }

                    (times[k] ??= new double[Runs])[run] = (ThreadClock.Now - start) / Times;
                }
            }
        }

        plan.Return(frame);
        var kinds = plan.Steps.Zip(times, (step, time) => (Name: NameOf(step), Time: time.Order().ElementAt(Runs / 2)))
            .GroupBy(step => step.Name)
            .Select(kind => (kind.Key, Count: kind.Count(), Time: kind.Select(step => step.Time).Sum()))
            .OrderByDescending(kind => kind.Time);
        foreach (var (kind, count, time) in kinds)
        {
            Console.WriteLine($"    {Report.Time(time),10}  {count,6} × {kind}");
        }
    }

    private static string NameOf(PlanStep step) => step is CallStep call ? $"call {call.Name}" : step.GetType().Name;
}

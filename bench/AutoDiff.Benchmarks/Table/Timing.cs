namespace AutoDiff.Benchmarks;

/// <summary>How much is done for a figure.</summary>
/// <param name="Rounds">How often each way has its turn.</param>
/// <param name="Slice">How long a turn takes, in nanoseconds.</param>
/// <param name="WarmUps">How often each way runs before it is timed.</param>
/// <param name="WarmUp">For how long, in nanoseconds.</param>
internal sealed record Effort(int Rounds, double Slice, int WarmUps, double WarmUp)
{
    /// <summary>Gets the effort for figures that are to be kept.</summary>
    public static Effort Full { get; } = new(15, 10e6, 3, 60e6);

    /// <summary>Gets the effort for seeing whether it works.</summary>
    public static Effort Quick { get; } = new(5, 1e6, 1, 20e6);
}

/// <summary>One way to compute something, and what it took.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Run">One evaluation.</param>
/// <param name="Derivative">Where the derivative goes; empty where a call returns it.</param>
internal sealed record Way(string Name, Evaluation Run, double[] Derivative)
{
    /// <summary>Gets or sets the nanoseconds of one call: the median of the rounds.</summary>
    public double Nanoseconds { get; set; }

    /// <summary>Gets or sets the median of the rounds' ratios to the first way.</summary>
    public double Ratio { get; set; }

    /// <summary>Gets or sets the bytes that one call allocates on its thread.</summary>
    public long Bytes { get; set; }
}

/// <summary>Times several ways turn by turn, so that what disturbs the machine disturbs all of them.</summary>
internal static class Timing
{
    private const double Longest = 4e9;
    private static double sink;

    /// <summary>Fills in the figures of all ways; ratios are to the first.</summary>
    public static void Measure(IReadOnlyList<Way> ways, double[] point, Effort effort)
    {
        for (var turn = 0; turn < effort.WarmUps; turn++)
        {
            foreach (var way in ways)
            {
                WarmUp(way, point, effort);
            }

            Thread.Sleep(200); // methods that ran often are compiled again in the background
        }

        var rounds = ways.Select(_ => new List<double>()).ToArray();
        var calls = ways.Select(way => Repetitions(way, point, effort)).ToArray();
        for (var round = 0; round < effort.Rounds; round++)
        {
            for (var k = 0; k < ways.Count; k++)
            {
                if (round < 3 || rounds[k].Sum() * calls[k] < Longest)
                {
                    rounds[k].Add(Time(ways[k], point, calls[k]));
                }
            }
        }

        for (var k = 0; k < ways.Count; k++)
        {
            ways[k].Nanoseconds = Median(rounds[k]);
            ways[k].Ratio = Median(rounds[k].Zip(rounds[0], (time, hand) => time / hand));
            ways[k].Bytes = Bytes(ways[k], point, calls[k]);
        }
    }

    private static void WarmUp(Way way, double[] point, Effort effort)
    {
        var start = ThreadClock.Now;
        for (var call = 0; call < 40 || ThreadClock.Now - start < effort.WarmUp; call++)
        {
            Time(way, point, 1);
            if (call >= 5 && ThreadClock.Now - start > 10 * effort.WarmUp)
            {
                return;
            }
        }
    }

    private static int Repetitions(Way way, double[] point, Effort effort)
    {
        var (calls, time) = (1, Time(way, point, 1));
        while (time * calls < effort.Slice / 4)
        {
            calls *= 2;
            time = Time(way, point, calls);
        }

        return Math.Max(1, (int)(effort.Slice / time));
    }

    private static double Time(Way way, double[] point, int calls)
    {
        ReadOnlySpan<double> at = point;
        Span<double> derivative = way.Derivative;
        var (run, sum) = (way.Run, 0.0);
        var start = ThreadClock.Now;
        for (var call = 0; call < calls; call++)
        {
            sum += run(at, derivative);
        }

        var time = ThreadClock.Now - start;
        sink = sum;
        return time / calls;
    }

    private static long Bytes(Way way, double[] point, int calls)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var call = 0; call < calls; call++)
        {
            sink += way.Run(point, way.Derivative);
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / calls;
    }

    private static double Median(IEnumerable<double> times)
    {
        var sorted = times.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}

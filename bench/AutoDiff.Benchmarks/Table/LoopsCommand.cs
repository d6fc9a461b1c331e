using System.Globalization;
using static AutoDiff.Maths;

namespace AutoDiff.Benchmarks;

/// <summary>Time and memory of the way back through long loops over a small state, with all states kept and with few.</summary>
internal static class LoopsCommand
{
    private const int Budget = 30;

    /// <summary>Prints a row for each number of steps, memory and way of evaluation.</summary>
    public static int Run(string[] arguments)
    {
        int[] lengths = arguments.Contains("--quick") ? [100, 10_000] : [100, 10_000, 1_000_000];
        Console.WriteLine(Report.Machine());
        Console.WriteLine();
        Console.WriteLine("| steps | states kept | called by | µs a step | peak memory, MB |\n| --- | --- | --- | --- | --- |");
        foreach (var steps in lengths)
        {
            Print(steps, "-", "the value alone", x => Swing(steps, int.MaxValue, x));
            foreach (var memory in new[] { int.MaxValue, Budget })
            {
                var slope = Diff.Grad(x => Swing(steps, memory, x));
                var kept = memory == int.MaxValue ? "all" : memory.ToString(CultureInfo.InvariantCulture);
                Print(steps, kept, "`Grad`", slope);
                Print(steps, kept, "`Compile(Grad)`", Diff.Compile(slope));
            }
        }

        return 0;

        static void Print(int steps, string kept, string path, Func<Scalar, Scalar> f) =>
            Console.WriteLine($"| {steps:N0} | {kept} | {path} | {Report.Digits(Microseconds(f, steps))} | {Report.Digits(Peak(f))} |");
    }

    // a pendulum with friction: angle and speed
    private static Scalar Swing(int steps, int memory, Scalar friction)
    {
        var h = 10.0 / steps;
        var (angle, _) = Diff.For(
            steps,
            (Angle: (Scalar)1, Speed: (Scalar)0),
            (_, s) => (s.Angle + (h * s.Speed), s.Speed - (h * (Sin(s.Angle) + (friction * s.Speed)))),
            memory);
        return angle;
    }

    private static double Microseconds(Func<Scalar, Scalar> f, int steps)
    {
        var best = double.PositiveInfinity;
        _ = f(0.2).Value; // records where it is compiled
        for (var round = 0; round < (steps > 100_000 ? 1 : 10); round++)
        {
            var start = ThreadClock.Now;
            _ = f(0.2).Value;
            best = Math.Min(best, ThreadClock.Now - start);
        }

        return best / 1000 / steps;
    }

    private static double Peak(Func<Scalar, Scalar> f)
    {
        var before = GC.GetTotalMemory(true);
        var peak = before;
        using (new Timer(_ => peak = Math.Max(peak, GC.GetTotalMemory(true)), null, 0, 50))
        {
            _ = f(0.2).Value;
        }

        return Math.Max(peak, GC.GetTotalMemory(false)) is var most ? (most - before) / 1e6 : 0;
    }
}

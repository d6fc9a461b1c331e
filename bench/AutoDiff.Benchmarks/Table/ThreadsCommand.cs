using System.Diagnostics;
using AutoDiff.Kernels;

namespace AutoDiff.Benchmarks;

/// <summary>What a second thread gains: products of square matrices on one thread and on two, turn by turn, by the time that passes.</summary>
internal static class ThreadsCommand
{
    private const double Work = 4e9; // multiplications for each figure

    /// <summary>Prints the table.</summary>
    public static int Run(string[] arguments)
    {
        var largest = arguments.Contains("--quick") ? 256 : 2_048;
        Console.WriteLine(Report.Machine());
        Console.WriteLine();
        Console.WriteLine("GFLOP/s, best (median)\n");
        Console.WriteLine("| n | float64, 1 thread | 2 threads | float32, 1 thread | 2 threads |\n| --- | --- | --- | --- | --- |");
        for (var n = 128; n <= largest; n *= 2)
        {
            var (one, two) = Measure<double>(n);
            var (oneSingle, twoSingle) = Measure<float>(n);
            Console.WriteLine($"| {n:N0} | {one} | {two} | {oneSingle} | {twoSingle} |");
        }

        return 0;
    }

    private static (string One, string Two) Measure<T>(int n)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        var (a, b, c) = (Factor<T>(1, n), Factor<T>(2, n), new T[n * n]);
        var times = new[] { new List<double>(), new List<double>() };
        var before = AutoDiffControl.MaxThreads;
        for (var turn = 0; turn < Math.Max(10, Work / ((double)n * n * n)); turn++)
        {
            for (var threads = 1; threads <= 2; threads++)
            {
                AutoDiffControl.MaxThreads = threads;
                var start = Stopwatch.GetTimestamp();
                Product.Multiply<T>(false, false, n, n, n, a, b, c);
                times[threads - 1].Add(Stopwatch.GetElapsedTime(start).TotalNanoseconds);
            }
        }

        AutoDiffControl.MaxThreads = before;
        return (Speed(times[0], n), Speed(times[1], n));
    }

    private static T[] Factor<T>(int seed, int n)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T> => [.. Draws.Symmetric(seed, n * n).Select(T.CreateChecked)];

    private static string Speed(List<double> times, int n)
    {
        var operations = 2.0 * n * n * n;
        var sorted = times.Order().ToArray();
        return $"{Report.Digits(operations / sorted[0])} ({Report.Digits(operations / sorted[sorted.Length / 2])})";
    }
}

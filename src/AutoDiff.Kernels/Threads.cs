using System.Runtime.ExceptionServices;

namespace AutoDiff.Kernels;

/// <summary>How many threads kernels may use, and the parallel loop they use them by.</summary>
/// <remarks>
/// Mutable and shared by all threads: one number, written and read as a whole, that changes the time of results and not their bits.
/// </remarks>
public static class Threads
{
    private static volatile int max = 1;

    [ThreadStatic]
    private static bool isInside;

    /// <summary>The most threads that a kernel uses, the one that calls it included; 1 at first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set below 1.</exception>
    public static int Max
    {
        get => max;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            max = value;
        }
    }

    /// <summary>The threads that a kernel called here may use: one inside the body of <see cref="Run"/>, else <see cref="Max"/>.</summary>
    public static int Available => isInside ? 1 : max;

    /// <summary>Calls body(0) … body(count - 1), on the available threads, and returns when all are done.</summary>
    /// <param name="count">The number of calls.</param>
    /// <param name="body">What to call; kernels that it calls stay on its thread.</param>
    /// <exception cref="Exception">What the body throws, the first of several.</exception>
    public static void Run(int count, Action<int> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        try
        {
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Available }, index => Inside(index, body));
        }
        catch (AggregateException error)
        {
            ExceptionDispatchInfo.Throw(error.InnerExceptions[0]);
        }
    }

    private static void Inside(int index, Action<int> body)
    {
        var before = isInside;
        isInside = true;
        try
        {
            body(index);
        }
        finally
        {
            isInside = before;
        }
    }
}

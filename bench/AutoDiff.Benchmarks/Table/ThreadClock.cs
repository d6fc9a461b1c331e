using System.Diagnostics;
using System.Runtime.InteropServices;

namespace AutoDiff.Benchmarks;

/// <summary>The processor time that the calling thread has used; where the system does not tell, the time that has passed.</summary>
internal static partial class ThreadClock
{
    private const int ThreadProcessorTime = 3; // CLOCK_THREAD_CPUTIME_ID

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpecification
    {
        public long Seconds;
        public long Nanoseconds;
    }

    /// <summary>Gets what the clock measures.</summary>
    public static string Name => OperatingSystem.IsLinux() ? "thread CPU time" : "elapsed time";

    /// <summary>Gets the time in nanoseconds.</summary>
    public static double Now
    {
        get
        {
            if (!OperatingSystem.IsLinux() || ReadClock(ThreadProcessorTime, out var time) != 0)
            {
                return Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency);
            }

            return (time.Seconds * 1e9) + time.Nanoseconds;
        }
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ReadClock(int clock, out TimeSpecification time);
}

using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace AutoDiff.Benchmarks;

/// <summary>BenchmarkDotNet's own measurements of kernels and paths.</summary>
internal static class BdnCommand
{
    /// <summary>Runs what is asked for, in this process; the arguments are BenchmarkDotNet's.</summary>
    public static int Run(string[] arguments)
    {
        var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
        BenchmarkSwitcher.FromTypes([typeof(Products), typeof(Elements), typeof(Paths)]).Run(arguments, config);
        return 0;
    }
}

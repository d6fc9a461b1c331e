using BenchmarkDotNet.Attributes;

namespace AutoDiff.Benchmarks;

/// <summary>One function by hand and in each way in which the library computes a gradient.</summary>
[MemoryDiagnoser]
public class Paths
{
    private Case example = Catalogue.Make("rosen-100");
    private Evaluation compiled = Nothing;
    private Evaluation plain = Nothing;
    private double[] gradient = [];

    /// <summary>Gets or sets the case.</summary>
    [Params("quad", "rosen-100", "rosen-100-scalar", "chain-1000")]
    public string Name { get; set; } = "";

    /// <summary>Compiles.</summary>
    [GlobalSetup]
    public void Setup()
    {
        example = Catalogue.Make(Name);
        (compiled, plain, gradient) = (example.Compile(), example.Plain(), new double[example.DerivativeLength]);
    }

    /// <summary>The hand-written loop.</summary>
    [Benchmark(Baseline = true)]
    public double Hand() => example.Hand(example.Point, gradient);

    /// <summary>Compiled.</summary>
    [Benchmark]
    public double Compiled() => compiled(example.Point, gradient);

    /// <summary>Plain calls, which keep a plan.</summary>
    [Benchmark]
    public double Reused() => plain(example.Point, []);

    /// <summary>Plain calls without a plan.</summary>
    [Benchmark]
    public double Interpreted()
    {
        Reuse.Interpreting.IsOn = true;
        var value = plain(example.Point, []);
        Reuse.Interpreting.IsOn = false;
        return value;
    }

    private static double Nothing(ReadOnlySpan<double> point, Span<double> derivative) => 0;
}

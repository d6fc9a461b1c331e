using AutoDiff.Kernels;
using BenchmarkDotNet.Attributes;

namespace AutoDiff.Benchmarks;

/// <summary>Products of square matrices.</summary>
public class Products
{
    private double[] a = [];
    private double[] b = [];
    private double[] c = [];

    /// <summary>Gets or sets rows and columns.</summary>
    [Params(16, 64, 256)]
    public int N { get; set; }

    /// <summary>Makes the factors.</summary>
    [GlobalSetup]
    public void Setup() => (a, b, c) = (Draws.Symmetric(1, N * N), Draws.Symmetric(2, N * N), new double[N * N]);

    /// <summary>The library's kernel.</summary>
    [Benchmark]
    public void Kernel() => Product.Multiply<double>(false, false, N, N, N, a, b, c);

    /// <summary>The first factor transposed.</summary>
    [Benchmark]
    public void KernelTransposed() => Product.Multiply<double>(true, false, N, N, N, a, b, c);
}

/// <summary>Elementary functions and sums over 1,000 elements.</summary>
public class Elements
{
    private readonly double[] x = Draws.Symmetric(1, 1_000, 3);
    private readonly double[] y = new double[1_000];
    private readonly UnaryMap exponential = UnaryMap.Over<Exponential>();
    private readonly UnaryMap sine = UnaryMap.Over<Sine>();
    private readonly UnaryMap tangent = UnaryMap.Over<HyperbolicTangent>();

    /// <summary>exp.</summary>
    [Benchmark]
    public void Exp() => exponential.Run<double>(x, y);

    /// <summary>sin.</summary>
    [Benchmark]
    public void Sin() => sine.Run<double>(x, y);

    /// <summary>tanh.</summary>
    [Benchmark]
    public void Tanh() => tangent.Run<double>(x, y);

    /// <summary>The sum.</summary>
    [Benchmark]
    public double Sum() => Sums.Sum<double>(x);

    /// <summary>The dot product.</summary>
    [Benchmark]
    public double Dot() => Sums.Dot<double>(x, y);
}

using System.Numerics.Tensors;
using static AutoDiff.Maths;

namespace AutoDiff.Benchmarks;

/// <summary>
/// What a step of a solver takes outside the function, by thread CPU time: against the bare two-loop recursion of L-BFGS over vectors of as many
/// numbers, turn by turn in one process, and what it allocates.
/// </summary>
internal static class SolverSpeedCommand
{
    private const int Memory = 10;
    private const int Rounds = 15;
    private static double sink;

    public static int Run()
    {
        Console.WriteLine("| method | n | f | step, µs | of it outside f, µs | two-loop recursion, µs | ratio | bytes a step |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var isCompiled in new[] { true, false })
        {
            Report(Optimizer.Lbfgs(Memory), 10_000, isCompiled);
            Report(Optimizer.Lbfgs(Memory), 20_000, isCompiled);
            Report(Optimizer.ConjugateGradient(), 10_000, isCompiled);
            Report(Optimizer.GradientDescent(), 10_000, isCompiled);
            Report(Optimizer.Bfgs(), 1_000, isCompiled);
            Report(Optimizer.Adam(1e-3), 10_000, isCompiled);
        }

        return 0;
    }

    /// <summary>A quadratic function with curvatures from 1 to 10,000 and a bend: cheap, and far to its minimum.</summary>
    private static Func<Vector, Scalar> Valley(int n)
    {
        Vector weights = Enumerable.Range(0, n).Select(i => Math.Pow(10, 4.0 * i / n)).ToArray();
        return x => (weights.PointwiseMultiply(x) * x) + Square(x * x / n);
    }

    private static void Report(Optimizer optimizer, int n, bool isCompiled)
    {
        var f = Valley(n);
        Vector start = Enumerable.Range(0, n).Select(i => 1 + Math.Sin(i)).ToArray();
        var point = start.ToArray();
        var gradient = new double[n];
        var compiled = Diff.CompileGradient(f, start);
        var plain = Diff.ValueAndGrad(f);
        var g = isCompiled ? Diff.Compile(f) : f;
        var pairs = Enumerable.Range(0, 2 * Memory).Select(k => point.Select(x => x + (0.1 * k)).ToArray()).ToArray();
        var few = Solve(g, start, optimizer, 100);
        var many = Solve(g, start, optimizer, 300);
        var (steps, evaluations) = (many.Steps - few.Steps, many.Evaluations.Gradients - few.Evaluations.Gradients);

        void Evaluate()
        {
            sink += isCompiled ? compiled.Evaluate(point, gradient) : plain(start).Value.Value;
        }

        var (stepTimes, functionTimes, loopTimes, ratios) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = -3; round < Rounds; round++)
        {
            if (round == 0)
            {
                Thread.Sleep(300); // methods that ran often are compiled again in the background
            }

            var step = (Time(1, () => Solve(g, start, optimizer, 300)) - Time(1, () => Solve(g, start, optimizer, 100))) / steps;
            var function = Time(200, Evaluate);
            var loop = Time(200, () => TwoLoop(pairs, point, gradient));
            if (round >= 0)
            {
                stepTimes.Add(step);
                functionTimes.Add(step - (function * evaluations / steps));
                loopTimes.Add(loop);
                ratios.Add(functionTimes[^1] / loop);
            }
        }

        var bytes = (Bytes(() => Solve(g, start, optimizer, 300)) - Bytes(() => Solve(g, start, optimizer, 100))) / steps;
        var (outside, bare) = (Median(functionTimes), Median(loopTimes));
        Console.WriteLine(
            $"| {optimizer} | {n} | {(isCompiled ? "compiled" : "run at each point")} | {Median(stepTimes) / 1e3:F1} | {(isCompiled ? $"{outside / 1e3:F1} | {bare / 1e3:F1} | {Median(ratios):F2}" : " | | ")} | {bytes} |");
    }

    private static Minimum<Vector> Solve(Func<Vector, Scalar> f, Vector start, Optimizer optimizer, int steps) =>
        Diff.Minimize(f, start, optimizer, new MinimizeOptions { MaxSteps = steps, GradientTolerance = 0 });

    /// <summary>The two-loop recursion of L-BFGS and nothing else.</summary>
    private static void TwoLoop(double[][] pairs, double[] g, double[] q)
    {
        Span<double> alphas = stackalloc double[Memory];
        TensorPrimitives.Negate(g, q);
        for (var i = 0; i < Memory; i++)
        {
            alphas[i] = 1e-6 * TensorPrimitives.Dot<double>(pairs[2 * i], q);
            TensorPrimitives.MultiplyAdd(pairs[(2 * i) + 1], -alphas[i], q, q);
        }

        TensorPrimitives.Multiply(q, 0.5, q);
        for (var i = Memory - 1; i >= 0; i--)
        {
            var beta = 1e-6 * TensorPrimitives.Dot<double>(pairs[(2 * i) + 1], q);
            TensorPrimitives.MultiplyAdd(pairs[2 * i], alphas[i] - beta, q, q);
        }
    }

    private static double Time(int calls, Action run)
    {
        var start = ThreadClock.Now;
        for (var call = 0; call < calls; call++)
        {
            run();
        }

        return (ThreadClock.Now - start) / calls;
    }

    private static long Bytes(Action run)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}

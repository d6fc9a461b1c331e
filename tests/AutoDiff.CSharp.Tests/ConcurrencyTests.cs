using AutoDiff;
using Xunit;
using static AutoDiff.Maths;

namespace FacadeTests;

public class ConcurrencyTests
{
    private const int Count = 256;

    private static readonly Vector Weights = new(Enumerable.Range(0, 40).Select(i => 0.3 + i * 0.01).ToArray());

    private static Scalar F(Scalar x) => Sum(Sin(x * Weights)) * Exp(-x) + Diff.Grad(y => x * y * y)(x);

    private static double At(int i) => Diff.Grad(F)(0.01 * i).Value;

    private static double[] Sequential() => [.. Enumerable.Range(0, Count).Select(At)];

    [Fact]
    public void Parallel_loops_give_the_bits_of_the_sequential_run()
    {
        var results = new double[Count];
        Parallel.For(0, Count, i => results[i] = At(i));
        Assert.Equal(Sequential(), results);
        Assert.Equal(Sequential(), Enumerable.Range(0, Count).AsParallel().AsOrdered().Select(At));
    }

    [Fact]
    public async Task Tasks_do()
    {
        async Task<double> Later(int i)
        {
            await Task.Yield();
            var gradient = Diff.Grad(F);
            await Task.Delay(1);
            return gradient(0.01 * i).Value;
        }
        Assert.Equal(Sequential(), await Task.WhenAll(Enumerable.Range(0, Count).Select(Later)));
    }

    [Fact]
    public void Sixty_four_threads_do()
    {
        var results = new double[64][];
        var expected = Sequential();
        using var start = new Barrier(64);
        var threads = Enumerable.Range(0, 64).Select(t => new Thread(() =>
        {
            start.SignalAndWait();
            results[t] = [.. Enumerable.Range(0, 16).Select(i => At(4 * i + t % 4))];
        })).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.All(results.Select((result, t) => (result, t)), r => Assert.Equal(Enumerable.Range(0, 16).Select(i => expected[4 * i + r.t % 4]), r.result));
    }

    [Fact]
    public void One_pullback_serves_many_threads()
    {
        var pullback = Diff.Vjp(v => Sin(v).PointwiseMultiply(Weights), Weights).Pullback;
        var pushforward = Diff.Linearize(v => Sin(v).PointwiseMultiply(Weights), Weights).Pushforward;
        var expected = Enumerable.Range(0, Count).Select(i => pullback(i * Weights).ToArray()).ToArray();
        var results = new double[Count][];
        Parallel.For(0, Count, i => results[i] = (i % 2 == 0 ? pullback(i * Weights) : pushforward(i * Weights)).ToArray());
        Assert.Equal(expected.Where((_, i) => i % 2 == 0), results.Where((_, i) => i % 2 == 0));
    }

    [Fact]
    public void A_function_may_use_threads_of_its_own()
    {
        static Scalar Shared(Scalar x)
        {
            var parts = new Scalar[Count];
            Parallel.For(0, Count, i => parts[i] = Diff.Grad(y => x * x * y * y)(i));
            return parts.Sum();
        }
        Near.Equal(2 * 3 * (double)Count * (Count - 1), Diff.Grad(Shared)(3));
    }

    [Fact]
    public void Variables_may_be_shared()
    {
        var x = Diff.Variable(0.7);
        var y = F(x);
        var expected = Diff.Gradient(y, x).Value;
        Assert.All(Enumerable.Range(0, Count).AsParallel().Select(_ => Diff.Gradient(y, x).Value), slope => Assert.Equal(expected, slope));
    }
}

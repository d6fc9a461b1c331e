using AutoDiff;
using AutoDiff.Benchmarks;
using Xunit;

namespace FacadeTests;

public class SolverTests
{
    private static Scalar Rosenbrock(Vector v) => (1 - v[0]) * (1 - v[0]) + 100 * (v[1] - v[0] * v[0]) * (v[1] - v[0] * v[0]);

    [Fact]
    public void Every_regression_of_NIST_agrees_with_the_certified_fit()
    {
        var digits = new List<double>();
        foreach (var regression in NistRegression.All(Path.Combine(AppContext.BaseDirectory, "nist.json")))
        {
            var fit = Diff.LeastSquares(regression.Residuals, regression.Start);
            digits.Add(regression.LogRelativeError(fit.Point.ToArray()));
            Assert.True(digits[^1] >= 6, $"{regression.Name} from start {regression.StartNumber}: {digits[^1]} digits\n{fit}");
            // the residuals of Lanczos1 are rounding errors, and so is what follows from them
            if (regression.Name != "Lanczos1")
            {
                Assert.Equal(1, fit.ResidualStandardDeviation / regression.ResidualDeviation, 8);
                var errors = fit.StandardErrors.ToArray();
                Assert.All(errors.Zip(regression.StandardDeviations), pair => Assert.Equal(1, pair.First / pair.Second, 5));
            }
        }

        Assert.True(digits.Average() >= 10.5, $"{digits.Average()} digits on average");
    }

    [Fact]
    public void Who_says_converged_is_at_a_minimum()
    {
        Optimizer[] optimizers = [Optimizer.Bfgs(), Optimizer.Lbfgs(), Optimizer.ConjugateGradient(), Optimizer.Newton()];
        foreach (var run in MghRun.All(Path.Combine(AppContext.BaseDirectory, "mgh.json")).Where(run => run.Factor == 1 && run.N < 50))
        {
            foreach (var optimizer in optimizers)
            {
                var fit = Diff.Minimize(run.F, run.Start, optimizer, new() { MaxSteps = 300 });
                Assert.True(!fit.Converged || run.IsSolved(fit.Value.Value) || run.IsElsewhere(fit.Value.Value), $"{run.Number} {run.Name}: {fit}");
            }
        }
    }

    [Fact]
    public void Bounds_scales_and_fixed_numbers()
    {
        Vector start = new double[] { -1.2, 1 };
        var fit = Diff.Minimize(Rosenbrock, start, new MinimizeOptions { Bounds = Bounds.Between(new double[] { -2, -2 }, new double[] { 0.5, 2 }) });
        Near.Equal([0.5, 0.25], fit.Point, 1e-8);
        Assert.True(fit.Converged);
        fit = Diff.Minimize(Rosenbrock, start, Optimizer.Lbfgs(), new() { Fixed = PerLeaf.Of(new double[] { 1, 0 }) });
        Near.Equal([-1.2, 1.44], fit.Point, 1e-8);
        fit = Diff.Minimize(Rosenbrock, start, new MinimizeOptions { Scale = PerLeaf.Of(new double[] { 10, 0.1 }) });
        Near.Equal([1, 1], fit.Point, 1e-6);
        var point = Diff.Minimize((Point p) => p.X * p.X + p.Y * p.Y, new Point(3, 3), new MinimizeOptions { Bounds = Bounds.Between(new Point(1, 2), new Point(9, 9)) }).Point;
        Assert.Equal((1, 2), (point.X.Value, point.Y.Value));
    }

    [Fact]
    public void Batches_epochs_and_schedules()
    {
        double[] data = [1, 2, 3, 6];
        var mean = Diff.Minimize((x, batch) => (x - batch) * (x - batch), 0.0, data, Optimizer.Sgd(0.5).WithRate(RateSchedule.Exponential(0.25, 0.99)), new() { Epochs = 200, ShuffleSeed = 7 });
        Assert.Equal((MinimizeStatus.EpochLimit, 800, 200), (mean.Status, mean.Steps, mean.Epochs));
        Assert.InRange(mean.Point.Value, 2.0, 4.5);
        Func<Vector, double, Scalar> loss = (v, batch) => (v - batch) * (v - batch);
        Near.Equal([1, 1], loss.Minimize([0, 0], [1.0], Optimizer.Adam(0.1).ClipNorm(1), new() { MaxSteps = 500 }).Point, 1e-3);
        var point = Diff.Minimize((Point p, double batch) => (p.X - batch) * (p.X - batch) + p.Y, new Point(0, 0), [2.0], Optimizer.Sgd(0.5), new() { MaxSteps = 1 }).Point;
        Assert.Equal((2, -0.5), (point.X.Value, point.Y.Value));
    }

    [Fact]
    public void Constraints_and_objectives_of_MathNet()
    {
        var fit = Diff.MinimizeSubjectTo((Vector x) => x[0] + x[1], new double[] { 1, -0.5 }, equal: x => new Vector([x * x - 2]));
        Near.Equal([-1, -1], fit.Point, 1e-7);
        Near.Equal(0.5, fit.EqualityMultipliers[0], 1e-6);
        Func<Vector, Scalar> f = Rosenbrock;
        Near.Equal([0.5, 0.25], f.MinimizeSubjectTo(new double[] { -1, 1 }, atMost: x => new Vector([x[0] - 0.5])).Point, 1e-7);
        var found = new MathNet.Numerics.Optimization.BfgsMinimizer(1e-8, 1e-10, 1e-10)
            .FindMinimum(Diff.ObjectiveFunction(Rosenbrock), MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense([-1.2, 1]));
        Assert.Equal(1, found.MinimizingPoint[0], 6);
    }

    [Fact]
    public void Statistics_of_a_likelihood_and_the_history()
    {
        double[] x = [1.2, 0.4, 2.7, 0.9];
        var fit = Diff.Minimize(rate => (rate * x.Sum()) - (x.Length * Maths.Log(rate)), 1, new MinimizeOptions { KeepHistory = true });
        var statistics = fit.AsLikelihood();
        // the rate of an exponential distribution: n / sum, with standard error rate / sqrt(n)
        Assert.Equal(4 / 5.2, fit.Point.Value, 8);
        Assert.Equal(4 / 5.2 / 2, statistics.StandardErrors.Value, 7);
        Assert.Equal(statistics.StandardErrors.Value * statistics.StandardErrors.Value, statistics.Covariance[0, 0].Value, 12);
        var (low, high) = statistics.ConfidenceInterval(0.95);
        Assert.Equal(2 * 1.959963984540054 * statistics.StandardErrors.Value, (high - low).Value, 10);
        Assert.Equal(fit.Steps + 1, fit.HistoryTable().Split(Environment.NewLine).Length);
        Assert.Contains("<svg", fit.HistoryPlot(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_is_saved_and_taken_up_again()
    {
        Vector start = new double[] { -1.2, 1 };
        var path = Diff.Steps(Rosenbrock, start, Optimizer.Bfgs()).Take(20).ToArray();
        var bytes = path[9].State.ToBytes();
        var resumed = Diff.Minimize(Rosenbrock, path[9].Point, Optimizer.Bfgs(), new() { MaxSteps = 10, Resume = OptimizerState.FromBytes(bytes, start) });
        Assert.Equal(path[19].Point.ToArray(), resumed.Point.ToArray());
    }
}

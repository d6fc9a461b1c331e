using AutoDiff;
using Xunit;

namespace FacadeTests;

public class MinimizeTests
{
    private static Scalar Rosenbrock(Vector v) => (1 - v[0]) * (1 - v[0]) + 100 * (v[1] - v[0] * v[0]) * (v[1] - v[0] * v[0]);

    [Fact]
    public void Every_kind_of_start()
    {
        Near.Equal(3, Diff.Minimize(x => (x - 3) * (x - 3) + 1, 1.0).Point, 1e-8);
        Near.Equal([1, 1], Diff.Minimize(Rosenbrock, [-1.2, 1]).Point, 1e-6);
        Near.Equal(new double[,] { { 2, 2 } }, Diff.Minimize((Matrix m) => Maths.Sum((m - 2).PointwisePower(2)), [[0, 1]]).Point, 1e-8);
        var fit = Diff.Minimize((Point p) => (p.X - 1) * (p.X - 1) + (p.Y - 2) * (p.Y - 2), new Point(0, 0));
        Near.Equal(2, fit.Point.Y, 1e-8);
        var (a, b) = Diff.Minimize(((Scalar A, Scalar B) p) => (p.A - 1) * (p.A - 1) + (p.B - 2) * (p.B - 2), (0, 0)).Point;
        Near.Equal(1, a, 1e-8);
        Near.Equal(2, b, 1e-8);
    }

    [Fact]
    public void The_result_tells_what_happened()
    {
        var fit = Diff.Minimize(x => (x - 3) * (x - 3) + 1, 1.0, new MinimizeOptions { KeepHistory = true });
        Assert.True(fit.Converged);
        Assert.Equal(MinimizeStatus.GradientConverged, fit.Status);
        Near.Equal(1, fit.Value, 1e-12);
        Assert.True(fit.GradientNorm <= 1e-8);
        Assert.Equal(fit.Steps, fit.History.Count);
        Assert.True(fit.Evaluations.Gradients > 0);
        Assert.Contains("Newton", fit.Solver, StringComparison.Ordinal);
        Assert.Contains(fit.Message, fit.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Options_and_optimizer()
    {
        var limited = Diff.Minimize(Rosenbrock, [-1.2, 1], new MinimizeOptions { MaxSteps = 3 });
        Assert.Equal((MinimizeStatus.StepLimit, 3, false), (limited.Status, limited.Steps, limited.Converged));
        var fit = Diff.Minimize(x => x * x - 2 * x + 1, 0, Optimizer.Sgd(0.1), new() { MaxSteps = 100, GradientTolerance = 0 });
        Near.Equal(1 - Math.Pow(0.8, 100), fit.Point, 1e-12);
        Near.Equal([1, 1], Diff.Minimize((Vector v) => (v - 1) * (v - 1), [0, 0], Optimizer.Adam(0.1)).Point, 1e-6);
        Near.Equal(2, Diff.Minimize((Point p) => (p.X - 2) * (p.X - 2) + p.Y * p.Y, new(0, 0), Optimizer.Lbfgs()).Point.X, 1e-8);
    }

    [Fact]
    public void Least_squares_of_every_kind_of_start()
    {
        Vector x = [1, 2, 3, 4], y = [2.9, 5.1, 7.0, 9.0];
        var fit = Diff.LeastSquares((Vector p) => p[0] + p[1] * x - y, [0, 0]);
        Near.Equal([0.95, 2.02], fit.Point, 1e-9);
        Near.Equal(0.018, fit.Value, 1e-12);
        Assert.Equal(2, fit.DegreesOfFreedom);
        Near.Equal(Math.Sqrt(0.009 / 5), fit.StandardErrors[1], 1e-12);
        var (low, high) = fit.ConfidenceInterval(0.9);
        Assert.True(low[1] < fit.Point[1] && fit.Point[1] < high[1]);
        Near.Equal(2, Diff.LeastSquares(s => s * x - 2 * x, 1.0).Point, 1e-10);
        Near.Equal(3, Diff.LeastSquares((Point p) => p.X + p.Y * x - 3 - 2 * x, new Point(0, 0), new MinimizeOptions { Loss = RobustLoss.Cauchy(1) }).Point.X, 1e-8);
        Func<Vector, Vector> residuals = p => p[0] * x - y;
        Near.Equal(residuals.LeastSquares([1]).Point[0].Value, Diff.LeastSquares(residuals, [2]).Point[0], 1e-9);
    }

    [Fact]
    public void Steps_are_lazy()
    {
        var runs = 0;
        Scalar F(Scalar x)
        {
            runs++;
            return x * x - 2 * x + 1;
        }
        var steps = Diff.Steps(F, 0, Optimizer.Sgd(0.25));
        Assert.Equal(0, runs);
        var points = steps.Take(3).Select(step => step.Point.Value).ToArray();
        Assert.Equal([0.5, 0.75, 0.875], points);
        Assert.InRange(runs, 3, 4);
        Assert.Equal([0, 1, 2], steps.Take(3).Select(step => step.Number));
        Near.Equal([0.5, 0.5], Diff.Steps((Vector v) => v * v, [1, 1], Optimizer.Sgd(0.25)).First().Point);
        Near.Equal(0.5, Diff.Steps((Point p) => p.X * p.X + p.Y, new(1, 1), Optimizer.Sgd(0.25)).First().Point.X);
    }

    [Fact]
    public void As_methods_of_the_function()
    {
        Func<Scalar, Scalar> f = x => (x - 3) * (x - 3);
        Near.Equal(3, f.Minimize(0).Point, 1e-8);
        Near.Equal(3, f.Minimize(0, Optimizer.Lbfgs()).Point, 1e-8);
        Near.Equal(3, f.Steps(0, Optimizer.Sgd(0.5)).First().Point);
        Func<Vector, Scalar> g = v => v * v;
        Near.Equal([0, 0], g.Minimize([0, 0]).Point);
        Func<Point, Scalar> h = p => p.X * p.X + p.Y * p.Y;
        Near.Equal(0, h.Minimize(new(0, 0)).Point.X);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Diff.Minimize(x => x * x, double.NaN));
        Assert.Throws<ArgumentException>(() => Diff.Minimize((Vector v) => v * v, []));
        Assert.Throws<ArgumentException>(() => Diff.Minimize(x => x * x, 1, new MinimizeOptions { MaxSteps = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Optimizer.Sgd(-1));
        Assert.Throws<OperationCanceledException>(() => Diff.Minimize(x => x * x, 1, new MinimizeOptions { CancellationToken = new(true) }));
        var stuck = Diff.Minimize(x => Maths.Log(x), -1.0);
        Assert.Equal((MinimizeStatus.NotFiniteAtStart, -1.0, false), (stuck.Status, stuck.Point.Value, stuck.Converged));
    }
}

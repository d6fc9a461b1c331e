using AutoDiff;
using static AutoDiff.Maths;
using Console = FacadeTests.Printing;

namespace FacadeTests;

/// <summary>The C# halves of the pages in docs/how-to, with what they print beside them.</summary>
internal static partial class HowTo
{
    public static void FitACurve()
    {
        Vector x = new double[] { 0, 1, 2, 3, 4, 5 }, y = new double[] { 2.1, 2.9, 4.2, 5.8, 8.3, 11.4 };
        var fit = Diff.LeastSquares((Vector p) => p[0] * Exp(p[1] * x) - y, new double[] { 1, 0 });
        Console.WriteLine($"{fit.Point[0].Value:F3} {fit.Point[1].Value:F3}"); // 2.120 0.338
        Console.WriteLine($"{fit.StandardErrors[0].Value:F3} {fit.StandardErrors[1].Value:F4}"); // 0.037 0.0042
        var (low, high) = fit.ConfidenceInterval(0.95);
        Console.WriteLine($"rate between {low[1].Value:F3} and {high[1].Value:F3}"); // rate between 0.326 and 0.349
    }

    public static void Constrain()
    {
        Scalar Distance(Vector v) => Square(v - new double[] { 2, 1 }).Sum();
        var box = new MinimizeOptions { Bounds = Bounds.Between((Vector)new double[] { -1, -1 }, (Vector)new double[] { 1, 1 }) };
        Console.WriteLine(Diff.Minimize(Distance, new double[] { 0, 0 }, box).Point); // [1, 1]
        var circle = Diff.MinimizeSubjectTo(Distance, (Vector)new double[] { 1, 0 }, equal: v => new[] { v * v - 1 });
        Console.WriteLine($"{circle.Point[0].Value:F4} {circle.Point[1].Value:F4}"); // 0.8944 0.4472
        var below = Diff.MinimizeSubjectTo(Distance, (Vector)new double[] { 0, 0 }, atMost: v => new[] { v[0] + v[1] - 2 });
        Console.WriteLine($"{below.Point[0].Value:F4} {below.Point[1].Value:F4}, multiplier {below.InequalityMultipliers[0].Value:F3}"); // 1.5000 0.5000, multiplier 1.000
    }

    public static void Equations()
    {
        var root = Diff.Root((s, p) => s * s - p, 1);
        Console.WriteLine($"{root(2).Value:F6} {Diff.Grad(root)(2).Value:F6}"); // 1.414214 0.353553
        // Kepler's equation: the eccentric anomaly, and how it moves with the mean one
        var anomaly = Diff.FixedPoint((e, m) => m + 0.5 * Sin(e), 0);
        Console.WriteLine($"{anomaly(1).Value:F6} {Diff.Grad(anomaly)(1).Value:F6}"); // 1.498701 1.037362
        var nearest = Diff.ArgMin((Vector v, Scalar p) => (v - p) * (v - p) + v.Sum(), new double[] { 0, 0 });
        Console.WriteLine($"{Diff.Grad((Scalar p) => nearest(p).Sum())(3).Value:F4}"); // 2.0000
        // equations by products alone, no matrix
        var solution = Diff.Grad((Scalar s) => Diff.LinearSolve(v => s * v + v.Sum())([1, 2]).Sum());
        Console.WriteLine($"{solution(2).Value:F4}"); // -0.1875
        // y' = -k y: the slope of the end in k
        var decay = Diff.Grad(k => Ode.Solve((t, y) => -k * y, 1, 0, 2));
        Console.WriteLine($"{decay(0.5).Value:F6}"); // -0.735759
    }

    public static void WatchAndStop()
    {
        Scalar Valley(Vector v) => Square(1 - v[0]) + 100 * Square(v[1] - Square(v[0]));
        var start = new double[] { -1.2, 1 };
        var low = Diff.Minimize(Valley, start, Optimizer.Bfgs(), new MinimizeOptions { Stop = step => step.Value < 0.1 });
        Console.WriteLine($"{low.Status}: {low.Value < 0.1}"); // Stopped: True
        // from another thread, a button, a time out: here after the fifth step
        var source = new CancellationTokenSource();
        bool Watch(Step step)
        {
            if (step.Number == 4)
            {
                source.Cancel();
            }
            return false;
        }
        var cancelled = Diff.Minimize(Valley, start, Optimizer.Bfgs(), new MinimizeOptions { Stop = Watch, CancellationToken = source.Token });
        Console.WriteLine($"{cancelled.Status} after {cancelled.Steps} steps"); // Cancelled after 5 steps
        var rest = Diff.Minimize(Valley, cancelled.Point, Optimizer.Bfgs(), new MinimizeOptions { Resume = cancelled.State, KeepHistory = true });
        Console.WriteLine($"{rest.Converged} {rest.Point:F4}"); // True [1.0000, 1.0000]
        Console.WriteLine(rest.HistoryTable().Split('\n').Length == rest.Steps + 1); // True
    }

    public static void FromHandWrittenGradients()
    {
        double[] ByHand(double[] v) => [2 * (v[0] - 3), 2 * v[1] * Math.Cos(v[1] * v[1])];
        Scalar Cost(Vector v) => Square(v[0] - 3) + Sin(Square(v[1]));
        // checked
        var errors = Diff.Grad(Cost)([1, 2]).ToArray().Zip(ByHand([1, 2]), (derived, written) => Math.Abs(derived - written));
        Console.WriteLine(errors.Max() < 1e-12); // True
        // replaced: into an array, without allocation
        var compiled = Diff.CompileGradient(Cost, new double[2]);
        var slopes = new double[2];
        Console.WriteLine($"{compiled.Evaluate([1, 2], slopes):F6} {slopes[0]:F6} {slopes[1]:F6}"); // 3.243198 -4.000000 -2.614574
        // kept, as the rule of a function that others are made of
        var kept = Diff.WithGradient((Vector v) => Cost(v), (v, y, ybar) => ybar * ByHand(Diff.StopGradient(v).ToArray()));
        Console.WriteLine(Diff.CheckGradient((Vector v) => Exp(-0.1 * kept(v)), [1, 2]).IsRight); // True
    }

    public static void ManyExamples()
    {
        Matrix rows = new double[,] { { 3, 4 }, { 5, 12 }, { 8, 15 } };
        Console.WriteLine(Diff.Vectorize((Vector v) => v.L2Norm())(rows)); // [5, 13, 17]
        Console.WriteLine(Diff.Vectorize(Diff.Grad((Vector v) => v[0] * v[1]))(rows)); // [[4, 3], [12, 5], [15, 8]]
        // parameters that all examples share, and the gradient of the mean with respect to them
        var predict = Diff.VectorizeOver((Vector w, Vector x) => Tanh(w * x));
        Console.WriteLine(Diff.Grad((Vector w) => predict(w, rows).Mean())([0, 0])); // [5.333333333333333, 10.333333333333332]
    }

    public static void LoopsAndMemory()
    {
        var grow = Diff.Grad(rate => Diff.For(1000, (Scalar)1, (_, y) => y + 0.001 * rate * y));
        Console.WriteLine($"{grow(1).Value:F6}"); // 2.714210
        // 30 of the 1000 states at once
        var frugal = Diff.Grad(rate => Diff.For(1000, (Scalar)1, (_, y) => y + 0.001 * rate * y, memory: 30));
        Console.WriteLine(frugal(1).Equals(grow(1))); // True
        var (_, sums) = Diff.Scan((Scalar)0, (Vector)new double[] { 1, 2, 3 }, (sum, x) => (sum + x, sum + x));
        Console.WriteLine(sums); // [1, 3, 6]
        var layer = Diff.Checkpoint((Vector v) => Tanh(v * 2.0));
        Console.WriteLine(Diff.Grad((Vector v) => layer(layer(v)).Sum())([0, 0])); // [4, 4]
    }

    public static void OwnRules()
    {
        var root = Diff.WithGradient(x => Math.Sqrt(Diff.StopGradient(x).Value), (x, y, ybar) => ybar / (2 * y));
        Console.WriteLine($"{root(4)} {Diff.Grad(root)(4)} {Diff.Grad(Diff.Grad(root))(4)}"); // 2 0.25 -0.03125
        Console.WriteLine(Diff.CheckGradient(root, 4).IsRight); // True
        var rounded = Diff.StraightThrough(x => Round(x));
        Console.WriteLine($"{rounded(2.7)} {Diff.Grad(rounded)(2.7)}"); // 3 1
    }

    public static void Sparse()
    {
        Scalar Chain(Vector v) => Square(v[1..] - v[..^1]).Sum();
        var hessian = Diff.SparseHessian(Chain)(new double[1000]);
        Console.WriteLine($"{hessian[500, 499]} {hessian[500, 500]} {hessian[500, 501]} {hessian[500, 502]}"); // -2 4 -2 0
        var prepared = Diff.PrepareSparseHessian(Chain);
        prepared.Evaluate(new double[1000]);
        Console.WriteLine($"{prepared.NonZeros} numbers by {prepared.Colors} directions"); // 2998 numbers by 3 directions
        var differences = Diff.SparseJacobian(v => v[1..] - v[..^1])(new double[1000]);
        Console.WriteLine($"{differences.RowCount} x {differences.ColumnCount}: {differences[7, 7]} {differences[7, 8]}"); // 999 x 1000: -1 1
    }

    public static void Compile()
    {
        var gradient = Diff.Compile(Diff.Grad((Vector v) => Log1p(Square(v)).Sum()));
        Console.WriteLine(gradient([0, 1])); // [0, 1]
        // no allocation, from any thread: numbers in, numbers out
        var compiled = Diff.CompileGradient((Vector v) => Log1p(Square(v)).Sum(), new double[2]);
        var slopes = new double[2];
        Console.WriteLine($"{compiled.Evaluate([0, 1], slopes):F6} {slopes[0]} {slopes[1]}"); // 0.693147 0 1
    }

    public static void TestYourGradients()
    {
        Diff.CheckGradient((Vector v) => LogSumExp(v), [1, 2, 3]).ThrowIfWrong();
        var wrong = Diff.WithGradient(x => Sin(x), (x, y, ybar) => ybar * Sin(x));
        var check = Diff.CheckGradient(wrong, 1);
        Console.WriteLine($"{check.IsRight}: {check.Gradient[0]:F4}, differences have {check.FiniteDifferences[0]:F4}"); // False: 0.8415, differences have 0.5403
        // second derivatives, likewise: the gradient of a slope along a direction
        var slope = Diff.HessianVectorProduct((Vector v) => LogSumExp(v));
        Diff.CheckGradient((Vector v) => Square(slope(v, [1, 0, 0])).Sum(), [1, 2, 3]).ThrowIfWrong();
    }

    public static void Threads()
    {
        var gradient = Diff.Grad((Vector v) => Exp(v).Sum());
        var slopes = new double[4];
        Parallel.For(0, 4, k => slopes[k] = gradient(new double[] { k, 0 })[1].Value);
        Console.WriteLine(string.Join(" ", slopes)); // 1 1 1 1
        var (_, pullback) = Diff.Vjp((Vector v) => v.PointwiseMultiply(v), [1, 2]);
        var rows = Enumerable.Range(0, 2).AsParallel().AsOrdered().Select(k => pullback(new double[] { 1 - k, k })).ToList();
        Console.WriteLine($"{rows[0]} {rows[1]}"); // [2, 0] [0, 4]
    }

    public static void AheadOfTime()
    {
        Console.WriteLine(Diff.Grad(x => x * Sin(x))(2)); // 0.0770037537313969
        var source = Diff.Explain(x => x * Sin(x), 2).ToCSharp();
        Console.WriteLine(source.Contains("Math.Cos", StringComparison.Ordinal)); // True
    }

    public static void FromFiniteDifferences()
    {
        double Cost(double[] v) => Math.Exp(v[0]) * Math.Sin(v[1]) + v[0] * v[0];
        Scalar CostOf(Vector v) => Exp(v[0]) * Sin(v[1]) + v[0] * v[0];
        var gradient = Diff.Grad(CostOf)([0.5, 1]);
        var difference = (Cost([0.5 + 1e-6, 1]) - Cost([0.5 - 1e-6, 1])) / 2e-6;
        Console.WriteLine($"{gradient[0].Value:F12}"); // 2.387351111330
        Console.WriteLine(Math.Abs(gradient[0].Value - difference) < 1e-8); // True
    }

    public static void FromOtherFrameworks()
    {
        var x = Diff.Variable(3.0);
        var y = x * x + 2 * x;
        Console.WriteLine(Diff.Gradient(y, x)); // 8
        Console.WriteLine(Diff.Grad(x => x * x + 2 * x)(3)); // 8
        var (value, tangent) = Diff.Jvp(x => x * x + 2 * x, 3, 1);
        Console.WriteLine($"{value} {tangent}"); // 15 8
    }
}

using AutoDiff;
using static AutoDiff.Maths;
using Console = FacadeTests.Printing;

namespace FacadeTests;

/// <summary>The examples of the documentation, one for each entry point, with what they print beside them.</summary>
internal static class Examples
{
    private sealed record Line(Scalar Slope, Scalar Height);

    public static void Grad()
    {
        Console.WriteLine(Diff.Grad(x => x * x * x)(2)); // 12
        Console.WriteLine(Diff.Grad((Vector v) => v * v)([1, 2, 3])); // [2, 4, 6]
        Console.WriteLine(Diff.Grad(Diff.Grad(x => Sin(x)))(0.5) + Sin(0.5)); // 0
    }

    public static void ValueAndGrad()
    {
        var (value, gradient) = Diff.ValueAndGrad((Vector v) => v * v)([3, 4]);
        Console.WriteLine($"{value} {gradient}"); // 25 [6, 8]
    }

    public static void GradWithAux()
    {
        var (gradient, length) = Diff.GradWithAux((Vector v) => (v * v, v.Count))([3, 4]);
        Console.WriteLine($"{gradient} {length}"); // [6, 8] 2
    }

    public static void Jacobian()
    {
        Console.WriteLine(Diff.Jacobian(v => v.PointwiseMultiply(v))([1, 2, 3])); // [[2, 0, 0], [0, 4, 0], [0, 0, 6]]
    }

    public static void JacobianForward()
    {
        Console.WriteLine(Diff.JacobianForward(v => Vector.Concatenate(v, v * 2.0))([1, 2])); // [[1, 0], [0, 1], [2, 0], [0, 2]]
    }

    public static void JacobianReverse()
    {
        Console.WriteLine(Diff.JacobianReverse(v => v[..2])([1, 2, 3, 4])); // [[1, 0, 0, 0], [0, 1, 0, 0]]
    }

    public static void Hessian()
    {
        Console.WriteLine(Diff.Hessian((Vector v) => v[0] * v[0] * v[1])([2, 3])); // [[6, 4], [4, 0]]
        Console.WriteLine(Diff.Hessian(x => x * x * x)(2)); // 12
    }

    public static void HessianVectorProduct()
    {
        Console.WriteLine(Diff.HessianVectorProduct((Vector v) => v[0] * v[0] * v[1])([2, 3], [1, 0])); // [6, 4]
    }

    public static void Jvp()
    {
        var (value, tangent) = Diff.Jvp(x => x * x, 3, 1);
        Console.WriteLine($"{value} {tangent}"); // 9 6
    }

    public static void Vjp()
    {
        var (value, pullback) = Diff.Vjp((Vector v) => v.PointwiseMultiply(v), [1, 2]);
        Console.WriteLine($"{value} {pullback([1, 0])} {pullback([0, 1])}"); // [1, 4] [2, 0] [0, 4]
    }

    public static void Linearize()
    {
        var (value, pushforward) = Diff.Linearize((Vector v) => v * v, [1, 2]);
        Console.WriteLine($"{value} {pushforward([1, 0])} {pushforward([0, 1])}"); // 5 2 4
    }

    public static void Taylor()
    {
        Console.WriteLine(string.Join(" ", Diff.Taylor(x => 1 / (1 - x), 0, 4))); // 1 1 2 6 24
    }

    public static void Laplacian()
    {
        Console.WriteLine(Diff.Laplacian((Vector v) => v * v)([1, 2, 3])); // 6
    }

    public static void Divergence()
    {
        Console.WriteLine(Diff.Divergence(v => v * 2.0)([1, 2, 3])); // 6
    }

    public static void Curl()
    {
        Console.WriteLine(Diff.Curl(v => new Scalar[] { -v[1], v[0], 0 })([1, 2, 3])); // [0, 0, 2]
    }

    public static void Variable()
    {
        var x = Diff.Variable(3.0);
        var y = x * x;
        Console.WriteLine($"{y} {Diff.Gradient(y, x)}"); // 9 6
    }

    public static void Gradient()
    {
        var (x, w) = (Diff.Variable(2.0), Diff.Variable(new double[] { 1, 2 }));
        var y = x * (w * w);
        Console.WriteLine(Diff.Gradient(y, x, w)); // (5, [4, 8])
        Console.WriteLine(Diff.Gradient(y, Diff.Variable(1.0), Unconnected.Zero)); // 0
    }

    public static void StopGradient()
    {
        Console.WriteLine(Diff.Grad(x => x * Diff.StopGradient(x))(3)); // 3
    }

    public static void Compile()
    {
        var gradient = Diff.Compile(Diff.Grad((Vector v) => Exp(v).Sum()));
        Console.WriteLine(gradient([0, 1])); // [1, 2.718281828459045]
    }

    public static void CompileGradient()
    {
        var compiled = Diff.CompileGradient((Vector v) => v * v, new double[2]);
        var gradient = new double[2];
        Console.WriteLine($"{compiled.Evaluate([3, 4], gradient)} {gradient[0]} {gradient[1]}"); // 25 6 8
    }

    public static void Vectorize()
    {
        var lengths = Diff.Vectorize((Vector v) => v.L2Norm());
        Console.WriteLine(lengths(new double[,] { { 3, 4 }, { 5, 12 } })); // [5, 13]
    }

    public static void VectorizeOver()
    {
        var predict = Diff.VectorizeOver((Vector weights, Vector x) => Sigmoid(weights * x));
        Console.WriteLine(predict([1, -1], new double[,] { { 2, 1 }, { 0, 0 } })); // [0.7310585786300049, 0.5]
    }

    public static void For()
    {
        var power = Diff.Grad(x => Diff.For(10, (Scalar)1, (_, y) => y * x));
        Console.WriteLine(power(1.5)); // 384.43359375
    }

    public static void While()
    {
        // halved until it is below 1
        var halved = Diff.Grad(x => Diff.While(x, y => GreaterOrEqual(y, 1), y => y / 2));
        Console.WriteLine(halved(5)); // 0.125
    }

    public static void If()
    {
        var f = Diff.Grad(x => Diff.If(Greater(x, 0), () => x * x, () => -x));
        Console.WriteLine($"{f(3)} {f(-3)}"); // 6 -1
    }

    public static void Scan()
    {
        var (total, sums) = Diff.Scan((Scalar)0, (Vector)new double[] { 1, 2, 3 }, (sum, x) => (sum + x, sum + x));
        Console.WriteLine($"{total} {sums}"); // 6 [1, 3, 6]
    }

    public static void Checkpoint()
    {
        var layer = Diff.Checkpoint((Vector v) => Tanh(v * 2.0));
        Console.WriteLine(Diff.Grad((Vector v) => layer(layer(v)).Sum())([0, 0])); // [4, 4]
    }

    public static void WithGradient()
    {
        // the slope of sqrt, but never above 1
        var root = Diff.WithGradient(x => Sqrt(x), (x, y, ybar) => ybar * Min(0.5 / y, 1));
        Console.WriteLine($"{root(4)} {Diff.Grad(root)(4)} {Diff.Grad(root)(0)}"); // 2 0.25 1
    }

    public static void WithTangent()
    {
        var cube = Diff.WithTangent(x => x * x * x, (x, y, dx) => 3 * x * x * dx);
        Console.WriteLine(Diff.Grad(cube)(2)); // 12
    }

    public static void StraightThrough()
    {
        var rounded = Diff.StraightThrough(x => Round(x));
        Console.WriteLine($"{rounded(2.7)} {Diff.Grad(rounded)(2.7)}"); // 3 1
    }

    public static void CheckGradient()
    {
        Console.WriteLine(Diff.CheckGradient(x => Sin(x), 1).IsRight); // True
        var wrong = Diff.WithGradient(x => Sin(x), (x, y, ybar) => ybar * y);
        Console.WriteLine(Diff.CheckGradient(wrong, 1).IsRight); // False
    }

    public static void Root()
    {
        var squareRoot = Diff.Root((x, p) => x * x - p, 1);
        Console.WriteLine($"{squareRoot(4)} {Diff.Grad(squareRoot)(4)}"); // 2 0.25
    }

    public static void FixedPoint()
    {
        // x = (x + p / x) / 2, Heron's way to the square root
        var squareRoot = Diff.FixedPoint((x, p) => (x + p / x) / 2, 1);
        Console.WriteLine($"{squareRoot(4)} {Diff.Grad(squareRoot)(4)}"); // 2 0.25
    }

    public static void ArgMin()
    {
        var nearest = Diff.ArgMin((x, p) => Square(x - p) + Square(x), 0);
        Console.WriteLine($"{nearest(4).Value:F6} {Diff.Grad(nearest)(4).Value:F6}"); // 2.000000 0.500000
    }

    public static void LinearSolve()
    {
        Matrix a = new double[,] { { 4, 1 }, { 1, 3 } };
        var solve = Diff.LinearSolve(x => a * x);
        Console.WriteLine((a * solve([1, 2]) - new double[] { 1, 2 }).L2Norm().Value < 1e-12); // True
    }

    public static void Solve()
    {
        // y' = -k y from 1: exp(-k) at 1, with the slope -exp(-k) in k
        var decay = Diff.Grad(k => Ode.Solve((t, y) => -k * y, 1, 0, 1));
        Console.WriteLine($"{decay(1).Value:F6}"); // -0.367879
    }

    public static void SparseJacobian()
    {
        var jacobian = Diff.SparseJacobian(v => v[1..] - v[..^1])(new double[1000]);
        Console.WriteLine($"{jacobian.RowCount}x{jacobian.ColumnCount}: {jacobian[0, 0]} {jacobian[0, 1]} {jacobian[0, 2]}"); // 999x1000: -1 1 0
    }

    public static void SparseHessian()
    {
        var hessian = Diff.SparseHessian(v => Square(v[1..] - v[..^1]).Sum())(new double[1000]);
        Console.WriteLine($"{hessian[0, 0]} {hessian[0, 1]} {hessian[0, 2]}"); // 2 -2 0
    }

    public static void PrepareSparseJacobian()
    {
        var jacobian = Diff.PrepareSparseJacobian(v => Square(v));
        var (first, second) = (jacobian.Evaluate(new double[100]), jacobian.Evaluate(Enumerable.Repeat(1.0, 100).ToArray()));
        Console.WriteLine($"{first[7, 7]} {second[7, 7]}"); // 0 2
    }

    public static void PrepareSparseHessian()
    {
        var hessian = Diff.PrepareSparseHessian(v => (v * v) / 2);
        Console.WriteLine(hessian.Evaluate(new double[100])[7, 7]); // 1
    }

    public static void Minimize()
    {
        var fit = Diff.Minimize((Vector v) => Square(1 - v[0]) + 100 * Square(v[1] - v[0] * v[0]), new double[] { -1.2, 1 });
        Console.WriteLine($"{fit.Point[0].Value:F4} {fit.Point[1].Value:F4} {fit.Converged}"); // 1.0000 1.0000 True
    }

    public static void MinimizeSubjectTo()
    {
        var fit = Diff.MinimizeSubjectTo((Vector v) => v[0] + v[1], new double[] { 1, 0 }, equal: v => new[] { v * v - 1 });
        Console.WriteLine($"{fit.Point[0].Value:F4} {fit.Point[1].Value:F4}"); // -0.7071 -0.7071
    }

    public static void Steps()
    {
        foreach (var step in Diff.Steps(x => x * x, 1, Optimizer.Sgd(0.25)).Take(3))
        {
            Console.WriteLine(step.Point); // 0.5 0.25 0.125
        }
    }

    public static void LeastSquares()
    {
        double[] x = [0, 1, 2, 3], y = [1, 3, 5, 7];
        var fit = Diff.LeastSquares((Line p) => p.Slope * (Vector)x + p.Height - y, new Line(0, 0));
        Console.WriteLine($"{fit.Point.Slope.Value:F4} {fit.Point.Height.Value:F4}"); // 2.0000 1.0000
    }

    public static void ObjectiveFunction()
    {
        var objective = Diff.ObjectiveFunction(v => Square(v - 1.0).Sum());
        var found = new MathNet.Numerics.Optimization.BfgsMinimizer(1e-8, 1e-8, 1e-8).FindMinimum(
            objective, MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(2));
        Console.WriteLine($"{found.MinimizingPoint[0]:F4} {found.MinimizingPoint[1]:F4}"); // 1.0000 1.0000
    }

    public static void Explain()
    {
        Console.WriteLine(Diff.Explain(x => x * Sin(x), 2).ToLatex()); // x \cos(x) + \sin(x)
    }

    public static void AsLikelihood()
    {
        // the rate of waiting times: the negative log likelihood of an exponential distribution
        Vector times = new double[] { 1, 2, 3, 6 };
        var fit = Diff.Minimize((Scalar rate) => rate * times.Sum() - 4 * Log(rate), 1);
        Console.WriteLine($"{fit.Point.Value:F4} ± {fit.AsLikelihood().StandardErrors.Value:F4}"); // 0.3333 ± 0.1667
    }

    public static void HistoryTable()
    {
        var found = Diff.Minimize((Vector v) => (v - 3) * (v - 3), [0, 0], new MinimizeOptions { KeepHistory = true });
        var lines = found.HistoryTable().Split('\n');
        Console.WriteLine($"{lines.Length - 1 == found.Steps} {lines[0].Contains("gradient norm")}"); // True True
    }

    public static void HistoryPlot()
    {
        // for File.WriteAllText("descent.html", page)
        var page = Diff.Minimize((Vector v) => (v - 3) * (v - 3), [0, 0], new MinimizeOptions { KeepHistory = true }).HistoryPlot();
        Console.WriteLine(page.StartsWith("<!DOCTYPE html>")); // True
    }

    public static void SparseEvaluate()
    {
        var prepared = Diff.PrepareSparseHessian(v => Square(v[1..] - v[..^1]).Sum());
        Console.WriteLine($"{prepared.Evaluate(new double[4])[1, 2]} {prepared.Evaluate(new double[4])[0, 0]}"); // -2 2
        Console.WriteLine($"{prepared.NonZeros} numbers by {prepared.Colors} directions"); // 10 numbers by 3 directions
    }

    public static void CompiledEvaluate()
    {
        var compiled = Diff.CompileGradient((Vector v) => v * v, [0, 0]);
        var slopes = new double[2];
        Console.WriteLine($"{compiled.Evaluate([1, 2], slopes)} {slopes[0]} {slopes[1]}"); // 5 2 4
    }
}

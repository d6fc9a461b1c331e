using AutoDiff;
using static AutoDiff.Maths;
using Console = FacadeTests.Printing;

namespace FacadeTests;

/// <summary>The pages that a newcomer reads first, and those above docs/how-to.</summary>
internal static partial class HowTo
{
    public static void Index()
    {
        Console.WriteLine(Diff.Grad(x => x * Sin(x))(2)); // 0.0770037537313969
        Matrix a = new double[,] { { 2, 1 }, { 1, 3 } };
        Scalar Bowl(Vector v) => v * (a * v) + Exp(v).Sum();
        Console.WriteLine(Diff.Grad(Bowl)([1, -1])); // [4.718281828459045, -3.6321205588285577]
        Console.WriteLine(Diff.Explain(Bowl, [1, -1]).ToLatex()); // 2A v + e^{v}
        Console.WriteLine($"{Diff.Minimize(Bowl, [1, -1]).Point:F6}"); // [-0.163871, -0.096684]
    }

    public static void Quickstart()
    {
        Scalar Wave(Scalar x) => x * Sin(x);
        var slope = Diff.Grad(Wave);
        Console.WriteLine($"{slope(2):F6} {Diff.Grad(slope)(2):F6}"); // 0.077004 -2.650889
        Matrix a = new double[,] { { 2, 1 }, { 1, 3 } };
        Scalar Bowl(Vector v) => v * (a * v) + Exp(v).Sum();
        Console.WriteLine(Diff.Grad(Bowl)([0, 0])); // [1, 1]
        Console.WriteLine(Diff.Hessian(Bowl)([0, 0])); // [[5, 2], [2, 7]]
        Console.WriteLine(Diff.Jacobian(v => v[0] * v)([2, 3])); // [[4, 0], [3, 2]]
        // with: record Line(Scalar Slope, Scalar Height);
        Vector x = new double[] { 0, 1, 2, 3 }, y = new double[] { 1, 3, 5, 7 };
        Scalar Loss(Line line) => Square(line.Slope * x + line.Height - y).Sum();
        Console.WriteLine(Diff.Grad((Line line) => Loss(line))(new Line(1, 0))); // Line { Slope = -40, Height = -20 }
        var best = Diff.Minimize((Line line) => Loss(line), new Line(0, 0));
        Console.WriteLine($"{best.Point.Slope:F4} {best.Point.Height:F4} {best.Converged}"); // 2.0000 1.0000 True
    }

    public static void ChooseADerivative()
    {
        Scalar Volume(Vector v) => v[0] * v[0] * v[1];
        var (value, gradient) = Diff.ValueAndGrad(Volume)([2, 3]);
        Console.WriteLine($"{value} {gradient}"); // 12 [12, 4]
        // with what else the function computed
        var (slope, sum) = Diff.GradWithAux((Vector v) => (Volume(v), v.Sum()))([2, 3]);
        Console.WriteLine($"{slope} {sum}"); // [12, 4] 5
        // many directions at one point: the function runs once
        var (_, along) = Diff.Linearize((Vector v) => v[0] * v, [2, 3]);
        Console.WriteLine($"{along([1, 0])} {along([0, 1])}"); // [4, 3] [0, 2]
        Console.WriteLine(string.Join(" ", Diff.Taylor(x => 1 / x, 1, 4))); // 1 -1 2 -6 24
        Console.WriteLine($"{Diff.Laplacian(Volume)([2, 3])} {Diff.Curl(v => [-v[1], v[0], 0])([1, 1, 1])}"); // 6 [0, 0, 2]
        // values already computed, of which one has no part in the result
        Scalar a = Diff.Variable(2), b = Diff.Variable(3);
        Console.WriteLine($"{Diff.Gradient(a * a, a)} {Diff.Gradient(a * a, b, Unconnected.Zero)}"); // 4 0
    }

    public static void Minimize()
    {
        Scalar Valley(Vector v) => Square(1 - v[0]) + 100 * Square(v[1] - Square(v[0]));
        var start = new double[] { -1.2, 1 };
        var least = Diff.Minimize(Valley, start);
        Console.WriteLine($"{least.Solver}: {least.Converged}, {least.Point:F4}"); // Newton (trust region): True, [1.0000, 1.0000]
        var loose = new MinimizeOptions { MaxSteps = 1000, GradientTolerance = 1e-4 };
        var near = Diff.Minimize(Valley, start, Optimizer.Lbfgs(memory: 5), loose);
        Console.WriteLine($"{near.Status}: {near.GradientNorm <= 1e-4}"); // GradientConverged: True
        // training: a loss of the parameters and a batch, a rule whose rate falls, and gradients that are clipped
        Scalar Loss(Vector w, double target) => Square(w.Sum() - target);
        var rule = Optimizer.AdamW(0.1).WithRate(RateSchedule.Cosine(0.1, 100)).ClipNorm(1);
        var trained = Diff.Minimize((Vector w, double target) => Loss(w, target), [0, 0], [1.0, 3.0], rule, new() { Epochs = 50, ShuffleSeed = 1 });
        Console.WriteLine($"{trained.Status} after {trained.Steps} steps"); // EpochLimit after 100 steps
    }

    public static void Values()
    {
        Vector v = new double[] { 1, 2, 3 };
        Matrix m = new double[,] { { 1, 2 }, { 3, 4 } };
        Console.WriteLine($"{v * v} {v.PointwiseMultiply(v)} {v[1..]}"); // 14 [1, 4, 9] [2, 3]
        Console.WriteLine($"{m * m} {m.Transpose()} {m.Row(0)}"); // [[7, 10], [15, 22]] [[1, 3], [2, 4]] [1, 2]
        Console.WriteLine(m.AddToRows(new double[] { 10, 20 })); // [[11, 22], [13, 24]]
        // numbers out, as an array and for MathNet
        Console.WriteLine(v.ToArray().Length + v.ToMathNet().Maximum()); // 6
        // single precision; a plain number takes the precision of what it meets
        Console.WriteLine($"{Scalar.Float32(1) / 3} {v.ToFloat32() / 3}"); // 0.33333334 [0.33333334, 0.6666667, 1]
        // code for numbers of any kind, as it stands
        T Cube<T>(T x) where T : System.Numerics.INumber<T> => x * x * x;
        Console.WriteLine($"{Cube(2.0)} {Diff.Grad(x => Cube(x))(2)}"); // 8 12
    }

    public static void ReverseMode()
    {
        Scalar F(Scalar x1, Scalar x2) => Log(x1) + x1 * x2 - Sin(x2);
        var (value, (byX1, byX2)) = Diff.ValueAndGrad((Scalar x1, Scalar x2) => F(x1, x2))(2, 5);
        Console.WriteLine($"{value:F3}: {byX1:F3} {byX2:F3}"); // 11.652: 5.500 1.716
        // what is left of the walk back after simplification, as a program
        Console.WriteLine(Diff.Explain((Vector v) => F(v[0], v[1]), [2, 5]).ToLatex().Contains("\\cos")); // True
    }

    public static void Explain()
    {
        var wave = Diff.Explain(x => x * Sin(x), 2);
        Console.WriteLine(wave.ToLatex()); // x \cos(x) + \sin(x)
        Console.WriteLine(wave.Hessian.ToLatex()); // 2\cos(x) - x \sin(x)
        Matrix a = new double[,] { { 2, 1 }, { 0, 3 } };
        var bowl = Diff.Explain((Vector v) => v * (a * v) + Exp(v).Sum(), [1, -1]);
        Console.WriteLine(bowl.Function.ToLatex()); // v^\top A v + \sum_i e^{v_i}
        Console.WriteLine(bowl.ToLatex()); // (A + A^\top) v + e^{v}
        Console.WriteLine(bowl.Hessian.ToLatex()); // A + A^\top + \operatorname{diag}(e^{v})
    }

    public static void Accuracy()
    {
        var slope = Diff.Grad(x => Exp(x))(1).Value;
        Console.WriteLine($"{Math.Abs(slope - Math.E):E0}"); // 0E+000
        var difference = (Math.Exp(1 + 1e-8) - Math.Exp(1)) / 1e-8;
        Console.WriteLine(Math.Abs(difference - Math.E) > 1e-9); // True
        // far in a tail, where the probability itself is 5E-198
        Console.WriteLine($"{Diff.Grad(x => Log(NormalCdf(x)))(-30):F6}"); // 30.033260
    }

    private sealed record Line(Scalar Slope, Scalar Height);
}

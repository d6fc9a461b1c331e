using AutoDiff;

namespace Samples;

/// <summary>The computations of a GradientTape notebook, in C# and float32: what was computed, and the numbers as printed.</summary>
public static class Notebook
{
    private static readonly Matrix Column = new float[,] { { 0 }, { 1 }, { 2 }, { 3 } };

    /// <summary>Every computation with its printed result, in the order of the notebook.</summary>
    public static (string Computed, string Printed)[] Rows() =>
    [
        ("gradient of 2 xᵀx at x = (0, 1, 2, 3)ᵀ", GradientOfProduct()),
        ("y = x∘x, z = y∘y: gradient of the sum of z, then of y", GradientsFromTheSameValues()),
        ("x² - 2x + 1 at x = 0: derivative", Print(Diff.Grad(F)(Single(0)))),
        ("ax² + bx + c with respect to x, a, b, c", DerivativesOfAll()),
        ("first and second derivative", Print(Diff.Grad(F)(Single(0)), Diff.Grad(Diff.Grad(F))(Single(0)))),
        ("derivative at x = 2 and x = -2", Print(Diff.Grad(F)(Single(2)), Diff.Grad(F)(Single(-2)))),
        ("derivative of x with respect to the result", TheWrongWayRound()),
        ("descent by hand, 100 steps: x, y before the last step", DescentByHand()),
        ("descent by steps, 100: x, y after the last step", DescentBySteps()),
        ("minimise, 100 steps: y, x", Descent(100)),
        ("minimise, 1000 steps: y, x", Descent(1000)),
    ];

    private static string Print(params IEnumerable<Scalar> numbers) => string.Join(" ", numbers.Select(x => x.ToString("G9")));

    private static Scalar Single(float x) => Scalar.Float32(x);

    private static Scalar Quadratic(Scalar x, Scalar a, Scalar b, Scalar c) => a * x * x + b * x + c;

    private static Scalar F(Scalar x) => Quadratic(x, Single(1), Single(-2), Single(1));

    private static string GradientOfProduct() =>
        Print(Diff.Grad((Matrix x) => 2 * (x.Transpose() * x)[0, 0])(Column).Column(0));

    private static string GradientsFromTheSameValues()
    {
        var x = Diff.Variable(Column);
        var y = x.PointwiseMultiply(x);
        var z = y.PointwiseMultiply(y);
        return Print(Diff.Gradient(z.Sum(), x).Column(0)) + "; " + Print(Diff.Gradient(y.Sum(), x).Column(0));
    }

    private static string DerivativesOfAll()
    {
        var (x, a, b, c) = Diff.Grad<Scalar, Scalar, Scalar, Scalar>(Quadratic)(Single(0), Single(1), Single(-2), Single(1));
        return Print(x, a, b, c);
    }

    private static string TheWrongWayRound()
    {
        var x = Diff.Variable(Single(2));
        try
        {
            return Print(Diff.Gradient(x, F(x)));
        }
        catch (UnconnectedGradientException)
        {
            return nameof(UnconnectedGradientException);
        }
    }

    private static string DescentByHand()
    {
        Scalar x = Single(0), y = Single(0);
        for (var step = 0; step < 100; step++)
        {
            (y, var slope) = Diff.ValueAndGrad(F)(x);
            x -= 0.01 * slope;
        }

        return Print(x, y);
    }

    private static string DescentBySteps()
    {
        var last = Diff.Steps(F, Single(0), Optimizer.Sgd(0.01)).Take(100).Last();
        return Print(last.Point, last.Value);
    }

    private static string Descent(int steps)
    {
        var found = Diff.Minimize(F, Single(0), Optimizer.Sgd(0.01), new() { MaxSteps = steps });
        return Print(found.Value, found.Point);
    }
}

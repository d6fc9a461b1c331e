using AutoDiff;
using Xunit;
using static AutoDiff.Maths;

namespace FacadeTests;

/// <summary>What a member throws, or the function that it gives, its documentation names.</summary>
public class ExceptionTests
{
    private static readonly XmlDocumentation Documentation = new(typeof(Scalar).Assembly, typeof(Diff).Assembly);

    /// <summary>A function of a number that reads it, which cuts the derivative.</summary>
    private static Scalar Reading(Scalar x) => x.Value;

    private static readonly Dictionary<string, Action[]> Mistakes = new()
    {
        ["Grad"] = [() => Diff.Grad(Reading)(2), () => Diff.Grad((string _) => (Scalar)1)("no value")],
        ["ValueAndGrad"] = [() => Diff.ValueAndGrad(Reading)(2), () => Diff.ValueAndGrad((string _) => (Scalar)1)("no value")],
        ["GradWithAux"] = [() => Diff.GradWithAux(x => (Reading(x), 1))(2)],
        ["Hessian"] = [() => Diff.Hessian(Reading)(2)],
        ["HessianVectorProduct"] = [() => Diff.HessianVectorProduct(Reading)(2, 1)],
        ["Jacobian"] = [() => Diff.Jacobian(v => [Reading(v[0])])([1])],
        ["JacobianForward"] = [() => Diff.JacobianForward(v => [Reading(v[0])])([1])],
        ["JacobianReverse"] = [() => Diff.JacobianReverse(v => [Reading(v[0])])([1])],
        ["Jvp"] = [() => Diff.Jvp(Reading, 1, 1), () => Diff.Jvp((Vector v) => v, [1, 2], [1])],
        ["Vjp"] = [() => Diff.Vjp(Reading, 1)],
        ["Linearize"] = [() => Diff.Linearize(Reading, 1)],
        ["Taylor"] = [() => Diff.Taylor(Reading, 1, 2), () => Diff.Taylor(Sin, 1, -1)],
        ["Laplacian"] = [() => Diff.Laplacian(Reading)(2)],
        ["Divergence"] = [() => Diff.Divergence(v => v[..1])([1, 2])],
        ["Curl"] = [() => Diff.Curl(v => v)([1, 2])],
        ["Vectorize"] = [() => Diff.Vectorize(Reading)([1, 2])],
        ["VectorizeOver"] = [() => Diff.VectorizeOver((Vector w, Vector x) => Reading(w * x))([1], new double[,] { { 1 } })],
        ["For"] = [() => Diff.For(2, (Vector)new double[] { 1, 2 }, (_, v) => v[..1]), () => Diff.For(-1, (Scalar)1, (_, x) => x)],
        ["While"] = [() => Diff.While((Scalar)1, x => Greater(x, 0), x => x, 5)],
        ["Scan"] = [() => Diff.Scan((Vector)new double[] { 1, 2 }, (Vector)new double[] { 1 }, (s, x) => (s[..1], x))],
        ["If"] = [() => Diff.Vectorize(x => Diff.If(Greater(x, 0), () => (Vector)new double[] { 1, 2 }, () => new double[] { 1 }).Sum())([1])],
        ["Root"] =
        [
            () => Diff.Root((x, p) => x * x + p, 1)(1), // has none
            () => Diff.Root((x, p) => 0 * x + p, 1)(1), // has a singular Jacobian
            () => Diff.Root((x, p) => Log(x) - p, -1)(1), // has no number at the start
            () => Diff.Root((Vector x, Scalar p) => x[..1] - p, new double[] { 1, 2 })(1),
        ],
        ["FixedPoint"] =
        [
            () => Diff.FixedPoint((x, p) => x + p, 1)(1), // runs away for ever
            () => Diff.FixedPoint((x, p) => p * x * x + 1, 1)(1), // overflows
            () => Diff.FixedPoint((Vector x, Scalar p) => p * x[..1], new double[] { 1, 2 })(1),
        ],
        ["ArgMin"] =
        [
            () => Diff.ArgMin((x, p) => p * x, 0)(1), // falls without end
            () => Diff.ArgMin((x, p) => -Exp(p * x * x), 1)(1), // the same, faster
            () => Diff.ArgMin((x, p) => Log(x) + p, -1)(1), // has no number at the start
        ],
        ["LinearSolve"] =
        [
            () => Diff.LinearSolve(v => 0 * v)([1, 2]), // singular
            () => Diff.LinearSolve(v => new[] { v[0] + v[1], v[0] + v[1] })([1, 2]), // singular, and the right-hand side outside its range
            () => Diff.LinearSolve(v => v[..1])([1, 2]),
        ],
        ["Solve"] =
        [
            () => Ode.Solve((t, y) => y * y, 1, 0, 2), // infinite at 1
            () => Ode.Solve((t, y) => -y, 1, 0, 1000, new() { MaxSteps = 5 }),
            () => Ode.Solve((t, y) => y[..1], new double[] { 1, 2 }, 0, 1),
            () => Ode.Solve((t, y) => -y, 1, 0, 1, new() { RelativeTolerance = -1 }),
        ],
        ["SparseHessian"] = [() => Diff.SparseHessian(v => Square(v.Sum()))(new double[300]), () => Diff.SparseHessian(v => Reading(v[0]))([1])],
        ["SparseJacobian"] = [() => Diff.SparseJacobian(v => v * v.Sum())(new double[300]), () => Diff.SparseJacobian(v => [Reading(v[0])])([1])],
        ["PrepareSparseHessian"] = [() => Diff.PrepareSparseHessian(v => Square(v.Sum())).Evaluate(new double[300])],
        ["PrepareSparseJacobian"] = [() => Diff.PrepareSparseJacobian(v => v * v.Sum()).Evaluate(new double[300])],
        ["Checkpoint"] = [() => Diff.Grad(Diff.Checkpoint(Reading))(1)],
        ["StraightThrough"] = [() => Diff.Grad(v => Diff.StraightThrough((Vector x) => x[..1])(v).Sum())([1, 2])],
        ["WithTangent"] = [() => Diff.Jvp(Diff.WithTangent((Vector x) => x, (x, y, dx) => dx[..1]), [1, 2], [1, 2])],
        ["MinimizeSubjectTo"] = [() => Diff.MinimizeSubjectTo((Vector v) => v * v, [double.NaN])],
        ["Steps"] = [() => Diff.Steps((Scalar x) => Reading(x), 1, Optimizer.Sgd(0.1)).First()],
        ["Compile"] = [() => Diff.Compile((Scalar x) => Reading(x))(1)],
        ["CompileGradient"] = [() => Diff.CompileGradient(Reading, 1)],
        ["Explain"] = [() => Diff.Explain(Reading, 1)],
        ["CheckGradient"] = [() => Diff.CheckGradient((string _) => (Scalar)1, "no value")],
        ["WithGradient"] = [() => Diff.Grad((Vector v) => Diff.WithGradient((Vector x) => x, (x, y, ybar) => ybar[..1])(v).Sum())([1, 2])],
        ["Gradient"] = [() => Diff.Gradient(Diff.Variable(1), Diff.Variable(2))],
        ["Variable"] = [() => Diff.Variable("no value")],
        ["StopGradient"] = [() => Diff.StopGradient("no value")],
        ["Minimize"] = [() => Diff.Minimize((Scalar x) => x * x, double.NaN)],
        ["LeastSquares"] = [() => Diff.LeastSquares((Vector v) => v, [double.NaN])],
    };

    public static TheoryData<string> Names => [.. Mistakes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_thrown_is_documented(string name)
    {
        var overloads = typeof(Diff).GetMethods().Concat(typeof(Ode).GetMethods()).Where(m => m.Name == name).ToList();
        var documented = Documentation.Exceptions(overloads);
        foreach (var mistake in Mistakes[name])
        {
            var error = Assert.ThrowsAny<Exception>(mistake);
            Assert.True(
                documented.Contains(error.GetType().FullName!) || documented.Contains(error.GetType().BaseType!.FullName!),
                $"{name} throws {error.GetType().Name} ({error.Message}); its documentation has {string.Join(", ", documented)}");
        }
    }
}

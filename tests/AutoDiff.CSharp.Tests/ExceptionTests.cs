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
        ["Root"] = [() => Diff.Root((x, p) => x * x + p, 1)(1)],
        ["SparseHessian"] = [() => Diff.SparseHessian(v => Square(v.Sum()))(new double[300])],
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
        var overloads = typeof(Diff).GetMethods().Where(m => m.Name == name).ToList();
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

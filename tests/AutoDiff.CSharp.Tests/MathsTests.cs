using System.Reflection;
using AutoDiff;
using Xunit;
using static AutoDiff.Maths;
using static FacadeTests.Values;

namespace FacadeTests;

public class MathsTests
{
    private sealed record Case(double X, double Value, double Slope);

    private static readonly Dictionary<string, Case> Cases = new()
    {
        ["Abs"] = new(-0.6, 0.6, -1),
        ["Sign"] = new(-0.6, -1, 0),
        ["Sqrt"] = new(0.64, 0.8, 0.625),
        ["Exp"] = new(0.6, Math.Exp(0.6), Math.Exp(0.6)),
        ["Log"] = new(0.6, Math.Log(0.6), 1 / 0.6),
        ["Expm1"] = new(0.6, Math.Exp(0.6) - 1, Math.Exp(0.6)),
        ["Log1p"] = new(0.6, Math.Log(1.6), 1 / 1.6),
        ["Sigmoid"] = new(0.6, 1 / (1 + Math.Exp(-0.6)), Math.Exp(-0.6) / Math.Pow(1 + Math.Exp(-0.6), 2)),
        ["Softplus"] = new(0.6, Math.Log(1 + Math.Exp(0.6)), 1 / (1 + Math.Exp(-0.6))),
        ["Sin"] = new(0.6, Math.Sin(0.6), Math.Cos(0.6)),
        ["Cos"] = new(0.6, Math.Cos(0.6), -Math.Sin(0.6)),
        ["Tan"] = new(0.6, Math.Tan(0.6), 1 / Math.Pow(Math.Cos(0.6), 2)),
        ["Asin"] = new(0.6, Math.Asin(0.6), 1 / 0.8),
        ["Acos"] = new(0.6, Math.Acos(0.6), -1 / 0.8),
        ["Atan"] = new(0.6, Math.Atan(0.6), 1 / 1.36),
        ["Sinh"] = new(0.6, Math.Sinh(0.6), Math.Cosh(0.6)),
        ["Cosh"] = new(0.6, Math.Cosh(0.6), Math.Sinh(0.6)),
        ["Tanh"] = new(0.6, Math.Tanh(0.6), 1 / Math.Pow(Math.Cosh(0.6), 2)),
        ["Asinh"] = new(0.75, Math.Asinh(0.75), 0.8),
        ["Acosh"] = new(1.25, Math.Acosh(1.25), 1 / 0.75),
        ["Atanh"] = new(0.6, Math.Atanh(0.6), 1 / 0.64),
        // mpmath, at the double nearest to 0.6
        ["Exp2"] = new(0.6, 1.5157165665103981, 1.0506146646046832),
        ["Log2"] = new(0.6, -0.73696559416620622, 2.4044917348149391),
        ["Log10"] = new(0.6, -0.22184874961635638, 0.72382413650541974),
        ["Cbrt"] = new(0.6, 0.84343266530174923, 0.46857370294541626),
        ["ReciprocalSqrt"] = new(0.6, 1.2909944487358057, -1.0758287072798381),
        ["Square"] = new(0.6, 0.35999999999999997, 1.2),
        ["LogSigmoid"] = new(0.6, -0.43748795048588563, 0.35434369377420455),
        ["Relu"] = new(0.6, 0.59999999999999998, 1.0),
        ["Silu"] = new(0.6, 0.38739378373547725, 0.78292685049978982),
        ["Gelu"] = new(0.6, 0.43544812934995583, 0.92568164398500619),
        ["Sinc"] = new(0.6, 0.9410707889917256, -0.19289195680341216),
        ["Erf"] = new(0.6, 0.60385609084792591, 0.78724343171428729),
        ["Erfc"] = new(0.6, 0.39614390915207409, -0.78724343171428729),
        ["LambertW"] = new(0.6, 0.4015636367870726, 0.47751861593147993),
        ["LogGamma"] = new(0.6, 0.39823385806923493, -1.5406192138931905),
        ["Digamma"] = new(0.6, -1.5406192138931905, 3.6362096709023579),
        ["Trigamma"] = new(0.6, 3.6362096709023579, -9.9628315371434592),
        ["NormalPdf"] = new(0.6, 0.33322460289179964, -0.19993476173507978),
        ["NormalCdf"] = new(0.6, 0.72574688224992641, 0.33322460289179964),
        ["NormalLogCdf"] = new(0.6, -0.32055397198751887, 0.45914713661428675),
        ["NormalQuantile"] = new(0.6, 0.25334710313579974, 2.588376669140744),
        ["Floor"] = new(0.6, 0, 0),
        ["Ceiling"] = new(0.6, 1, 0),
        ["Round"] = new(0.6, 1, 0),
    };

    public static TheoryData<string> Elementary => [.. OfOneArgument(typeof(Scalar)).Select(m => m.Name)];

    private static IEnumerable<MethodInfo> OfOneArgument(Type type) =>
        typeof(Maths).GetMethods().Where(m => m.ReturnType == type && m.GetParameters() is [var x] && x.ParameterType == type);

    private static Func<T, T> Function<T>(string name) => typeof(Maths).GetMethod(name, [typeof(T)])!.CreateDelegate<Func<T, T>>();

    [Theory]
    [MemberData(nameof(Elementary))]
    public void Elementary_functions_of_every_kind_of_value(string name)
    {
        var (x, value, slope) = Cases[name];
        var (f, g, h) = (Function<Scalar>(name), Function<Vector>(name), Function<Matrix>(name));
        Near.Equal(value, f(x));
        Near.Equal(slope, Diff.Grad(f)(x));
        Near.Equal([value, value], g([x, x]));
        Near.Equal([slope, slope], Diff.Grad((Vector v) => g(v).Sum())([x, x]));
        Near.Equal(new double[,] { { value, value } }, h([[x, x]]));
        Near.Equal(new double[,] { { slope, slope } }, Diff.Grad((Matrix m) => h(m).Sum())([[x, x]]));
    }

    [Fact]
    public void Every_static_function_of_the_values_is_here()
    {
        static string[] Names(Type holder, Type type) =>
        [
            .. holder.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(m => !m.IsSpecialName && m.ReturnType == type && m.GetParameters().Any(p => p.ParameterType == type))
                .Where(m => m.Name is not ("DivideByInt" or "OuterProduct"))
                .Where(m => !m.Name.StartsWith("op_", StringComparison.Ordinal) && !m.Name.Contains('.', StringComparison.Ordinal))
                .Select(m => $"{m.Name}({string.Join(", ", m.GetParameters().Select(p => p.ParameterType.Name))})")
                .Distinct().Order(StringComparer.Ordinal),
        ];
        Assert.Empty(Names(typeof(Scalar), typeof(Scalar)).Except(Names(typeof(Maths), typeof(Scalar))));
        Assert.Empty(Names(typeof(Vector), typeof(Vector)).Except(Names(typeof(Maths), typeof(Vector))));
        Assert.Empty(Names(typeof(Matrix), typeof(Matrix)).Except(Names(typeof(Maths), typeof(Matrix))));
        Assert.NotEmpty(Names(typeof(Scalar), typeof(Scalar)));
    }

    [Fact]
    public void Of_two_operands()
    {
        Near.Equal(8, Pow(2, 3));
        Near.Equal(12, Diff.Grad(x => Pow(x, 3))(2));
        Near.Equal(8 * Math.Log(2), Diff.Grad(y => Pow(2, y))(3));
        Near.Equal([4, 9], Pow(V([2, 3]), 2));
        Near.Equal([4, 27], Pow(V([2, 3]), V([2, 3])));
        Near.Equal([4, 8], Pow(2, V([2, 3])));
        Near.Equal(new double[,] { { 4, 9 } }, Pow(M([[2, 3]]), 2));
        Near.Equal(new double[,] { { 4, 8 } }, Pow(2, M([[2, 3]])));
        Near.Equal(new double[,] { { 4, 27 } }, Pow(M([[2, 3]]), M([[2, 3]])));
        Near.Equal([2, 3, 3], Max(V([1, 2, 3]), V([2, 3, 0])));
        Near.Equal([0, 2], Max(V([-1, 2]), 0));
        Near.Equal([-1, 0], Min(0, V([-1, 2])));
        Near.Equal(0.5, Diff.Grad(x => Max(x, 3))(3));
        Near.Equal(Math.Atan2(1, 2), Atan2(1, 2));
        Near.Equal(0.4, Diff.Grad(y => Atan2(y, 2))(1));
        Near.Equal(5, Hypot(3, 4));
        Near.Equal([0.6, 0.6], Diff.Grad((Vector v) => Hypot(v, 4).Sum())([3, 3]));
        Near.Equal(new double[,] { { 5 } }, Hypot(M([[3]]), M([[4]])));
    }

    [Fact]
    public void Comparisons_give_masks()
    {
        Near.Equal(1, Greater(2, 1));
        Near.Equal(0, Less(2, 1));
        Near.Equal([0, 0, 1], Greater(V([1, 2, 3]), 2));
        Near.Equal([0, 1, 1], GreaterOrEqual(V([1, 2, 3]), V([2, 2, 2])));
        Near.Equal([1, 0, 0], Less(V([1, 2, 3]), 2));
        Near.Equal([1, 1, 0], LessOrEqual(V([1, 2, 3]), 2));
        Near.Equal([0, 1, 0], EqualTo(2, V([1, 2, 3])));
        Near.Equal(new double[,] { { 1, 0, 1 } }, NotEqualTo(M([[1, 2, 3]]), 2));
    }

    [Fact]
    public void Choices_by_a_mask()
    {
        Vector v = [-4, 4];
        Near.Equal([0, 2], Where(Greater(v, 0), Sqrt(v), 0));
        Near.Equal([0, 0.25], Diff.Grad((Vector v) => Where(Greater(v, 0), Sqrt(v), 0).Sum())(v));
        Near.Equal([-1, 4], Where(Greater(v, 0), v, -1));
        Near.Equal([1, 0.5], Where(Less(v, 0), 1, 0.5));
        Near.Equal([7, 4], Where(Less(v, 0), 7, v));
        Near.Equal([-4, 8], Where(Less(v, 0), v, V([7, 8])));
        Near.Equal(2, Where(Greater(1, 0), 2, 3));
        Near.Equal(new double[,] { { 0, 4 } }, Where(Greater(M([[-4, 4]]), 0), M([[-4, 4]]), 0));
        Near.Equal(new double[,] { { 1, 0 } }, Where(Less(M([[-4, 4]]), 0), 1, 0));
    }

    [Fact]
    public void Reductions()
    {
        Matrix m = [[1, 2], [3, 4]];
        Near.Equal(6, Sum(V([1, 2, 3])));
        Near.Equal(10, Sum(m));
        Near.Equal(2, Mean(V([1, 2, 3])));
        Near.Equal(2.5, Mean(m));
        Near.Equal(5, Norm(V([3, 4])));
        Near.Equal([0.6, 0.8], Diff.Grad((Vector v) => Norm(v))([3, 4]));
        Near.Equal(Math.Sqrt(30), Norm(m));
        Near.Equal(11, Dot([1, 2], [3, 4]));
        Near.Equal([3, 7], RowSums(m));
        Near.Equal([4, 6], ColumnSums(m));
        Near.Equal(new double[,] { { 3, 4, 5 }, { 6, 8, 10 } }, OuterProduct([1, 2], [3, 4, 5]));
        Assert.Throws<ShapeException>(() => Mean(V([])));
    }
}

using System.Reflection;
using AutoDiff;
using Xunit;

namespace FacadeTests;

public class RefusalTests
{
    private static MethodInfo[] Obsolete(string name) =>
        [.. typeof(Diff).GetMethods().Where(m => m.Name == name && m.GetCustomAttribute<ObsoleteAttribute>() is { IsError: true })];

    [Theory]
    [InlineData("Grad")]
    [InlineData("ValueAndGrad")]
    public void What_the_compiler_refuses_says_why_when_it_is_called_all_the_same(string name)
    {
        var vector = Assert.Single(Obsolete(name), m => m.GetParameters()[0].ParameterType.GenericTypeArguments[1] == typeof(Vector));
        var matrix = Assert.Single(Obsolete(name), m => m.GetParameters()[0].ParameterType.GenericTypeArguments[1] == typeof(Matrix));
        var number = Assert.Single(Obsolete(name), m => m.GetParameters()[0].ParameterType.GenericTypeArguments[1].IsGenericParameter);
        Assert.Contains("Jacobian", vector.GetCustomAttribute<ObsoleteAttribute>()!.Message, StringComparison.Ordinal);
        Assert.Contains("Matrix", matrix.GetCustomAttribute<ObsoleteAttribute>()!.Message, StringComparison.Ordinal);
        Assert.Contains("Scalar", number.GetCustomAttribute<ObsoleteAttribute>()!.Message, StringComparison.Ordinal);

        var runs = 0;
        Func<Vector, Vector> f = v =>
        {
            runs++;
            return 2 * v;
        };
        var gradient = (Delegate)vector.MakeGenericMethod(typeof(Vector)).Invoke(null, [f])!;
        Vector point = [1, 2, 3];
        Assert.Equal("Grad needs a scalar result; this one is a vector of 3. Try Jacobian.", Inner<NonScalarResultException>(() => gradient.DynamicInvoke(point)).Message);
        Assert.Equal(1, runs);

        Func<Vector, Matrix> g = v => v.OuterProduct(v);
        var ofMatrix = (Delegate)matrix.MakeGenericMethod(typeof(Vector)).Invoke(null, [g])!;
        Assert.Contains("3x3 matrix", Inner<NonScalarResultException>(() => ofMatrix.DynamicInvoke(point)).Message, StringComparison.Ordinal);

        Func<double, double> h = x => x;
        Assert.Contains("Scalar", Inner<StructureException>(() => number.MakeGenericMethod(typeof(double)).Invoke(null, [h])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_point_beside_the_function_is_refused_with_what_to_write()
    {
        var refused = Obsolete("Grad").Where(m => m.GetParameters().Length == 2).ToList();
        Assert.All(refused, m => Assert.Contains("Grad(f)(x)", m.GetCustomAttribute<ObsoleteAttribute>()!.Message, StringComparison.Ordinal));
        Assert.Equal([typeof(Scalar), typeof(Vector), typeof(Matrix)], refused.Where(m => !m.IsGenericMethod).Select(m => m.ReturnType));
        Func<Scalar, Scalar> f = x => x * x;
        Assert.Equal(6, ((Scalar)refused[0].Invoke(null, [f, (Scalar)3])!).Value);
        Func<Scalar[], Scalar> g = xs => xs[0] * xs[1];
        var generic = Assert.Single(refused, m => m.IsGenericMethod).MakeGenericMethod(typeof(Scalar[]));
        Near.Equal(3, ((Scalar[])generic.Invoke(null, [g, new Scalar[] { 2, 3 }])!)[0]);
    }

    private static T Inner<T>(Func<object?> action) where T : Exception =>
        Assert.IsType<T>(Assert.Throws<TargetInvocationException>(action).InnerException);

    [Theory]
    [InlineData(typeof(Diff))]
    [InlineData(typeof(DiffExtensions))]
    [InlineData(typeof(SequenceExtensions))]
    public void Every_null_is_refused_by_name(Type type)
    {
        var checks = 0;
        foreach (var definition in type.GetMethods(BindingFlags.Public | BindingFlags.Static))
        {
            if (definition.GetCustomAttribute<ObsoleteAttribute>() is not null)
            {
                continue;
            }
            var method = definition.IsGenericMethodDefinition
                ? definition.MakeGenericMethod([.. definition.GetGenericArguments().Select(_ => typeof(Scalar[]))])
                : definition;
            var parameters = method.GetParameters();
            foreach (var parameter in parameters.Where(p => !p.ParameterType.IsValueType && !p.HasDefaultValue))
            {
                if (method.Name == "Gradient" && parameters.Length > 3)
                {
                    continue; // an argument of several may hold nothing
                }
                var arguments = parameters.Select(p => p == parameter ? null : p.HasDefaultValue ? p.DefaultValue : Some(p.ParameterType)).ToArray();
                var error = Inner<ArgumentNullException>(() => method.Invoke(null, arguments));
                Assert.Equal(parameter.Name, error.ParamName);
                checks++;
            }
        }
        Assert.InRange(checks, 10, 1000);
    }

    private static object? Some(Type type)
    {
        if (type == typeof(Scalar[]))
        {
            return new Scalar[] { 1 };
        }
        if (type == typeof(Optimizer))
        {
            return Optimizer.Sgd(1);
        }
        if (typeof(Delegate).IsAssignableFrom(type))
        {
            var invoke = type.GetMethod("Invoke")!;
            var parameters = invoke.GetParameters().Select(p => System.Linq.Expressions.Expression.Parameter(p.ParameterType));
            return System.Linq.Expressions.Expression.Lambda(type, System.Linq.Expressions.Expression.Default(invoke.ReturnType), parameters).Compile();
        }
        return type.IsValueType ? Activator.CreateInstance(type) : Array.CreateInstance(type.GetGenericArguments()[0], 1);
    }

    [Fact]
    public void These_stay_compile_errors()
    {
        static string[] Operators(Type type) => [.. type.GetMethods(BindingFlags.Public | BindingFlags.Static).Select(m => m.Name)];
        var toNumber = typeof(Scalar).GetMethods().Where(m => m.Name == "op_Implicit" && m.ReturnType != typeof(Scalar));
        Assert.Empty(toNumber);
        Assert.DoesNotContain("op_True", Operators(typeof(Scalar)));
        Assert.DoesNotContain("op_ExclusiveOr", Operators(typeof(Scalar)));
        Assert.Contains("op_Equality", Operators(typeof(Scalar)));
        Assert.DoesNotContain("op_Equality", Operators(typeof(Vector)));
        Assert.DoesNotContain("op_Equality", Operators(typeof(Matrix)));
    }

    [Fact]
    public void Values_are_not_made_of_null()
    {
        Assert.Throws<ArgumentNullException>("values", () => { Vector v = (double[])null!; });
        Assert.Throws<ArgumentNullException>("values", () => { Vector v = (int[])null!; });
        Assert.Throws<ArgumentNullException>("values", () => { Matrix m = (double[,])null!; });
        Assert.Throws<ArgumentNullException>("values", () => { Matrix m = (MathNet.Numerics.LinearAlgebra.Matrix<double>)null!; });
    }
}

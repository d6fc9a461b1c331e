using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.Intrinsics;

namespace AutoDiff.Kernels;

/// <summary>Functions of lanes in emitted code.</summary>
internal static class Emission
{
    private static readonly ConstructorInfo OneOf = typeof(Lane1).GetConstructor([typeof(double)])!;
    private static readonly ConstructorInfo EightOf = typeof(Lane8).GetConstructor([typeof(Vector512<double>)])!;
    private static readonly PropertyInfo ValueOfOne = typeof(Lane1).GetProperty(nameof(Lane1.Value))!;
    private static readonly PropertyInfo ValueOfEight = typeof(Lane8).GetProperty(nameof(Lane8.Value))!;
    private static readonly PropertyInfo EightZeros = typeof(Vector512<double>).GetProperty(nameof(Vector512<double>.Zero))!;

    private static readonly MethodInfo WhereEqual =
        ((Func<Vector512<double>, Vector512<double>, Vector512<double>>)Vector512.Equals).Method;

    private static readonly MethodInfo Without =
        ((Func<Vector512<double>, Vector512<double>, Vector512<double>>)Vector512.AndNot).Method;

    private static readonly MethodInfo[] Maps =
    [
        ((Func<Func<double, double>, Lane8, Lane8>)Lane8.Map).Method,
        ((Func<Func<double, double, double>, Lane8, Lane8, Lane8>)Lane8.Map).Method,
        ((Func<Func<double, double, double, double>, Lane8, Lane8, Lane8, Lane8>)Lane8.Map).Method,
    ];

    /// <summary>Whether an expression is a register of eight, not a number.</summary>
    internal static bool IsWide(Expression x) => x.Type == typeof(Vector512<double>);

    /// <summary>Eight zeros, or zero: as wide as an expression.</summary>
    internal static Expression Zero(Expression x) =>
        IsWide(x) ? Expression.Property(null, EightZeros) : Expression.Constant(0.0);

    /// <summary>y, but 0 where one of several numbers is 0.</summary>
    internal static Expression ZeroWhereZero(Expression[] xs, Expression y)
    {
        if (!IsWide(y))
        {
            var any = xs.Select(Expression (x) => Expression.Equal(x, Zero(x))).Aggregate(Expression.OrElse);
            return Expression.Condition(any, Zero(y), y);
        }
        var mask = xs.Select(Expression (x) => Expression.Call(WhereEqual, x, Zero(x))).Aggregate(Expression.Or);
        return Expression.Call(Without, y, mask);
    }

    /// <summary>The call of a function of one lane.</summary>
    internal static Expression Call(Func<Lane1, Lane1> one, Func<Lane8, Lane8> eight, Expression x) => Call(one, eight, [x]);

    /// <summary>The call of a function of two lanes.</summary>
    internal static Expression Call(Func<Lane1, Lane1, Lane1> one, Func<Lane8, Lane8, Lane8> eight, Expression x, Expression z) =>
        Call(one, eight, [x, z]);

    /// <summary>The call of a function of three lanes.</summary>
    internal static Expression Call(
        Func<Lane1, Lane1, Lane1, Lane1> one, Func<Lane8, Lane8, Lane8, Lane8> eight, Expression x, Expression z, Expression w) =>
        Call(one, eight, [x, z, w]);

    /// <summary>The call of a function that is computed number by number.</summary>
    internal static Expression Invoke(Delegate function, params Expression[] xs)
    {
        var constant = Expression.Constant(function);
        return IsWide(xs[0])
            ? Expression.Property(Expression.Call(Maps[xs.Length - 1], [constant, .. xs.Select(x => Expression.New(EightOf, x))]), ValueOfEight)
            : Expression.Invoke(constant, xs);
    }

    private static MemberExpression Call(Delegate one, Delegate eight, Expression[] xs) =>
        IsWide(xs[0])
            ? Expression.Property(Expression.Call(eight.Method, xs.Select(x => Expression.New(EightOf, x))), ValueOfEight)
            : Expression.Property(Expression.Call(one.Method, xs.Select(x => Expression.New(OneOf, x))), ValueOfOne);
}

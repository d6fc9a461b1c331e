using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiff.Kernels;

/// <summary>Functions of lanes in emitted code.</summary>
internal static class Emission
{
    private static readonly ConstructorInfo EightOf = typeof(Lane8).GetConstructor([typeof(Vector512<double>)])!;
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

    private delegate Vector512<double> Wide1(Vector512<double> x);

    private delegate double NumberOf<TFunction, TParameters>(ParametricLoops<TFunction, TParameters> function, double x)
        where TFunction : struct, IParametricFunction<TParameters>;

    private delegate Vector512<double> WideOf<TFunction, TParameters>(ParametricLoops<TFunction, TParameters> function, Vector512<double> x)
        where TFunction : struct, IParametricFunction<TParameters>;

    private delegate double PairOf<TFunction, TParameters>(ParametricPairLoops<TFunction, TParameters> function, double x, double z)
        where TFunction : struct, IParametricPairFunction<TParameters>;

    private delegate Vector512<double> WidePairOf<TFunction, TParameters>(
        ParametricPairLoops<TFunction, TParameters> function, Vector512<double> x, Vector512<double> z)
        where TFunction : struct, IParametricPairFunction<TParameters>;

    private delegate Vector512<double> Wide2(Vector512<double> x, Vector512<double> z);

    private delegate Vector512<double> Wide3(Vector512<double> x, Vector512<double> z, Vector512<double> w);

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

    /// <summary>The call of a function of one operand. It is a call: many long functions written out would make a method too long to optimise.</summary>
    internal static Expression Call<TFunction>(Expression x) where TFunction : struct, IUnaryFunction =>
        Expression.Call(IsWide(x) ? ((Wide1)Eight<TFunction>).Method : ((Func<double, double>)One<TFunction>).Method, x);

    /// <summary>The call of a function with parameters.</summary>
    internal static Expression Call<TFunction, TParameters>(ParametricLoops<TFunction, TParameters> function, Expression x)
        where TFunction : struct, IParametricFunction<TParameters>
    {
        var method = IsWide(x) ? ((WideOf<TFunction, TParameters>)Eight).Method : ((NumberOf<TFunction, TParameters>)One).Method;
        return Expression.Call(method, Expression.Constant(function), x);
    }

    /// <summary>The call of a function of two operands.</summary>
    internal static Expression Call<TFunction>(Expression x, Expression z) where TFunction : struct, IBinaryFunction =>
        Expression.Call(IsWide(x) ? ((Wide2)EightPairs<TFunction>).Method : ((Func<double, double, double>)OnePair<TFunction>).Method, x, z);

    /// <summary>The call of a function of two operands with parameters.</summary>
    internal static Expression Call<TFunction, TParameters>(ParametricPairLoops<TFunction, TParameters> function, Expression x, Expression z)
        where TFunction : struct, IParametricPairFunction<TParameters>
    {
        var method = IsWide(x) ? ((WidePairOf<TFunction, TParameters>)Eight).Method : ((PairOf<TFunction, TParameters>)One).Method;
        return Expression.Call(method, Expression.Constant(function), x, z);
    }

    /// <summary>The call of a function of three operands.</summary>
    internal static Expression Call<TFunction>(Expression x, Expression z, Expression w) where TFunction : struct, ITernaryFunction =>
        Expression.Call(
            IsWide(x) ? ((Wide3)EightTriples<TFunction>).Method : ((Func<double, double, double, double>)OneTriple<TFunction>).Method, x, z, w);

    private static double One<TFunction, TParameters>(ParametricLoops<TFunction, TParameters> function, double x)
        where TFunction : struct, IParametricFunction<TParameters> => function.One(x);

    private static Vector512<double> Eight<TFunction, TParameters>(ParametricLoops<TFunction, TParameters> function, Vector512<double> x)
        where TFunction : struct, IParametricFunction<TParameters> => function.Eight(new Lane8(x)).Value;

    private static double One<TFunction, TParameters>(ParametricPairLoops<TFunction, TParameters> function, double x, double z)
        where TFunction : struct, IParametricPairFunction<TParameters> => function.One(x, z);

    private static Vector512<double> Eight<TFunction, TParameters>(
        ParametricPairLoops<TFunction, TParameters> function, Vector512<double> x, Vector512<double> z)
        where TFunction : struct, IParametricPairFunction<TParameters> => function.Eight(new Lane8(x), new Lane8(z)).Value;

    // The just-in-time compiler inlines into a method in proportion to its length. What is never run here makes it long enough for all parts of
    // a function to be inlined: without it a call takes ten times as long.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static double One<TFunction>(double x) where TFunction : struct, IUnaryFunction
    {
        if (Lane8.Width != 8)
        {
            x = Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x)
                + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x)
                + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x)
                + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x);
        }
        return TFunction.Apply(new Lane1(x)).Value;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector512<double> Eight<TFunction>(Vector512<double> x) where TFunction : struct, IUnaryFunction
    {
        if (Lane8.Width != 8)
        {
            x = x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x
                + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x
                + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x
                + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x
                + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x
                + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x
                + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x
                + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x
                + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x;
        }
        return TFunction.Apply(new Lane8(x)).Value;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static double OnePair<TFunction>(double x, double z) where TFunction : struct, IBinaryFunction
    {
        if (Lane8.Width != 8)
        {
            x = Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x)
                + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x)
                + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x)
                + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x);
        }
        return TFunction.Apply(new Lane1(x), new Lane1(z)).Value;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector512<double> EightPairs<TFunction>(Vector512<double> x, Vector512<double> z) where TFunction : struct, IBinaryFunction
    {
        if (Lane8.Width != 8)
        {
            x = x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x
                + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x
                + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x
                + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x
                + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x
                + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x
                + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x
                + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x
                + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x;
        }
        return TFunction.Apply(new Lane8(x), new Lane8(z)).Value;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static double OneTriple<TFunction>(double x, double z, double w) where TFunction : struct, ITernaryFunction
    {
        if (Lane8.Width != 8)
        {
            x = Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x)
                + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x)
                + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x)
                + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x) + Math.Sqrt(x);
        }
        return TFunction.Apply(new Lane1(x), new Lane1(z), new Lane1(w)).Value;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector512<double> EightTriples<TFunction>(Vector512<double> x, Vector512<double> z, Vector512<double> w)
        where TFunction : struct, ITernaryFunction
    {
        if (Lane8.Width != 8)
        {
            x = x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x
                + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x
                + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x
                + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x
                + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x
                + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x
                + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x
                + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x
                + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x;
        }
        return TFunction.Apply(new Lane8(x), new Lane8(z), new Lane8(w)).Value;
    }

    /// <summary>The call of a function that is computed number by number.</summary>
    internal static Expression Invoke(Delegate function, params Expression[] xs)
    {
        var constant = Expression.Constant(function);
        return IsWide(xs[0])
            ? Expression.Property(Expression.Call(Maps[xs.Length - 1], [constant, .. xs.Select(x => Expression.New(EightOf, x))]), ValueOfEight)
            : Expression.Invoke(constant, xs);
    }
}

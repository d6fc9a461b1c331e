using System.Linq.Expressions;
using System.Numerics;

namespace AutoDiff.Kernels;

/// <summary>A function of one number, with the loop that applies it to every element of a span.</summary>
/// <remarks>The bits of a result never depend on an element's position or on the length of the span.</remarks>
public sealed class UnaryMap
{
    private readonly SpanMap<double> wide;
    private readonly SpanMap<float> wideSingle;
    private readonly Func<Expression, Expression> write;
    private readonly Type? lanes;
    private readonly AddressMap? loop;

    /// <summary>A function that is computed number by number.</summary>
    /// <param name="function">The function; single precision calls it too and rounds its result once.</param>
    public UnaryMap(Func<double, double> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        Function = function;
        write = (x) => Emission.Invoke(function, x);
        wide = Each;
        wideSingle = Each;
    }

    private UnaryMap(
        Func<double, double> function,
        SpanMap<double> wide,
        SpanMap<float> wideSingle,
        Func<Expression, Expression> write,
        Type lanes,
        AddressMap loop)
    {
        Function = function;
        this.wide = wide;
        this.wideSingle = wideSingle;
        this.write = write;
        this.lanes = lanes;
        this.loop = loop;
    }

    private delegate void AddressMap(nint x, nint y, int count);

    /// <summary>The function, of one number.</summary>
    public Func<double, double> Function { get; }

    /// <summary>Whether emitted code holds the function itself, which is short then, and not a call of it.</summary>
    public bool IsShort => Write(Expression.Parameter(typeof(double))) is not MethodCallExpression { Object: null, Method.DeclaringType: var type } || type != typeof(Emission);

    /// <summary>Whether <see cref="WriteLoop(Expression, Expression, Expression)"/> pays: the function is long, and computed several numbers at once.</summary>
    public bool HasLoop => loop is not null && !IsShort;

    /// <summary>A function that is written over lanes, and so computed several numbers at once.</summary>
    /// <typeparam name="TFunction">The function.</typeparam>
    /// <returns>Its map.</returns>
    public static UnaryMap Over<TFunction>() where TFunction : struct, IUnaryFunction =>
        new(x => TFunction.Apply(new Lane1(x)).Value, LaneLoops.Run<TFunction>, LaneLoops.Run<TFunction>, Write<TFunction>, typeof(TFunction), LaneLoops.Run<TFunction>);

    /// <summary>A member of a family of functions that is written over lanes.</summary>
    /// <typeparam name="TFunction">The family.</typeparam>
    /// <typeparam name="TParameters">The type of what chooses a member.</typeparam>
    /// <param name="parameters">What chooses the member.</param>
    /// <returns>Its map.</returns>
    public static UnaryMap OverWith<TFunction, TParameters>(TParameters parameters) where TFunction : struct, IParametricFunction<TParameters>
    {
        var loops = new ParametricLoops<TFunction, TParameters>(parameters);
        return new(loops.One, loops.Run, loops.Run, x => Emission.Call(loops, x), typeof(TFunction), loops.Run);
    }

    /// <summary>The value of the function at <paramref name="x"/>.</summary>
    /// <param name="x">The operand.</param>
    /// <returns>f(x).</returns>
    public double Apply(double x) => Function(x);

    /// <summary>The value of the function at <paramref name="x"/>, computed in double and rounded once.</summary>
    /// <param name="x">The operand.</param>
    /// <returns>f(x) to single precision.</returns>
    public float Apply(float x) => (float)Function(x);

    /// <summary>The function in emitted code: of operands that are numbers, or registers of eight.</summary>
    /// <param name="x">The operand.</param>
    /// <returns>The expression, of the operands' type.</returns>
    public Expression Write(Expression x) => write(x);

    /// <summary>In emitted code, the loop that writes f of so many numbers at one address to another.</summary>
    /// <param name="x">The address of the operand.</param>
    /// <param name="y">The address of the result.</param>
    /// <param name="count">How many numbers there are.</param>
    /// <returns>The expression.</returns>
    /// <exception cref="InvalidOperationException">The function is computed number by number.</exception>
    public Expression WriteLoop(Expression x, Expression y, Expression count) =>
        loop is null
            ? throw new InvalidOperationException("The function is not written over lanes.")
            : Expression.Call(loop.Target is null ? null : Expression.Constant(loop.Target), loop.Method, x, y, count);

    /// <summary>In emitted code, the loop that writes f and g of the same numbers, where they share most of their work.</summary>
    /// <param name="g">The other function.</param>
    /// <param name="x">The address of the operand.</param>
    /// <param name="y">The address of f's results.</param>
    /// <param name="z">The address of g's results.</param>
    /// <param name="count">How many numbers there are.</param>
    /// <returns>The expression; null where f and g, in this order, are no pair.</returns>
    public Expression? WriteLoopWith(UnaryMap g, Expression x, Expression y, Expression z, Expression count)
    {
        ArgumentNullException.ThrowIfNull(g);
        return lanes is not null && g.lanes is not null && PairLoops.Of(lanes, g.lanes) is { } both ? Expression.Call(both, x, y, z, count) : null;
    }

    /// <summary>Writes f(x[i]) to y[i]; the two may be the same memory, but must not overlap in any other way.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The operand.</param>
    /// <param name="y">The result, of the same length.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public void Run<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Precision.Check<T>();
        Lengths.Require(y.Length, x.Length);
        if (typeof(T) == typeof(double))
        {
            wide(Precision.As<T, double>(x), Precision.As<T, double>(y));
        }
        else
        {
            wideSingle(Precision.As<T, float>(x), Precision.As<T, float>(y));
        }
    }

    private static Expression Write<TFunction>(Expression x) where TFunction : struct, IUnaryFunction =>
        TFunction.Write(x) ?? Emission.Call<TFunction>(x);

    private void Each(ReadOnlySpan<double> x, Span<double> y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = Function(x[i]);
        }
    }

    private void Each(ReadOnlySpan<float> x, Span<float> y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = (float)Function(x[i]);
        }
    }
}

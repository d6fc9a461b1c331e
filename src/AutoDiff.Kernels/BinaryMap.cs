using System.Linq.Expressions;
using System.Numerics;

namespace AutoDiff.Kernels;

/// <summary>A function of two numbers, with the loop that applies it to every pair of elements of two spans.</summary>
/// <remarks>The bits of a result never depend on an element's position or on the length of the span.</remarks>
public sealed class BinaryMap
{
    private readonly SpanMap2<double> wide;
    private readonly SpanMap2<float> wideSingle;
    private readonly Func<Expression, Expression, Expression> write;
    private readonly AddressMap? loop;

    /// <summary>A function that is computed number by number.</summary>
    /// <param name="function">The function, free of side effects; single precision calls it too and rounds its result once.</param>
    public BinaryMap(Func<double, double, double> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        Function = function;
        write = (x, z) => Emission.Invoke(function, x, z);
        wide = Each;
        wideSingle = Each;
    }

    private BinaryMap(
        Func<double, double, double> function,
        SpanMap2<double> wide,
        SpanMap2<float> wideSingle,
        Func<Expression, Expression, Expression> write,
        AddressMap loop)
    {
        Function = function;
        this.wide = wide;
        this.wideSingle = wideSingle;
        this.write = write;
        this.loop = loop;
    }

    private delegate void AddressMap(nint x, nint z, nint y, int count);

    /// <summary>The function, of two numbers.</summary>
    public Func<double, double, double> Function { get; }

    /// <summary>Whether emitted code holds the function itself, which is short then, and not a call of it.</summary>
    public bool IsShort => Write(Expression.Parameter(typeof(double)), Expression.Parameter(typeof(double))) is not MethodCallExpression { Object: null, Method.DeclaringType: var type } || type != typeof(Emission);

    /// <summary>Whether <see cref="WriteLoop"/> pays: the function is long, and computed several numbers at once.</summary>
    public bool HasLoop => loop is not null && !IsShort;

    /// <summary>A function that is written over lanes, and so computed for several pairs at once.</summary>
    /// <typeparam name="TFunction">The function.</typeparam>
    /// <returns>Its map.</returns>
    public static BinaryMap Over<TFunction>() where TFunction : struct, IBinaryFunction =>
        new(
            (x, z) => TFunction.Apply(new Lane1(x), new Lane1(z)).Value,
            LaneLoops.Run<TFunction>,
            LaneLoops.Run<TFunction>,
            Write<TFunction>,
            LaneLoops.Run<TFunction>);

    /// <summary>A member of a family of functions that is written over lanes.</summary>
    /// <typeparam name="TFunction">The family.</typeparam>
    /// <typeparam name="TParameters">The type of what chooses a member.</typeparam>
    /// <param name="parameters">What chooses the member.</param>
    /// <returns>Its map.</returns>
    public static BinaryMap OverWith<TFunction, TParameters>(TParameters parameters) where TFunction : struct, IParametricPairFunction<TParameters>
    {
        var loops = new ParametricPairLoops<TFunction, TParameters>(parameters);
        return new(loops.One, loops.Run, loops.Run, (x, z) => Emission.Call(loops, x, z), loops.Run);
    }

    /// <summary>The value of the function at (<paramref name="x"/>, <paramref name="z"/>).</summary>
    /// <param name="x">The first operand.</param>
    /// <param name="z">The second operand.</param>
    /// <returns>f(x, z).</returns>
    public double Apply(double x, double z) => Function(x, z);

    /// <summary>The value of the function at (<paramref name="x"/>, <paramref name="z"/>), computed in double and rounded once.</summary>
    /// <param name="x">The first operand.</param>
    /// <param name="z">The second operand.</param>
    /// <returns>f(x, z) to single precision.</returns>
    public float Apply(float x, float z) => (float)Function(x, z);

    /// <summary>The function in emitted code: of operands that are numbers, or registers of eight.</summary>
    /// <param name="x">The first operand.</param>
    /// <param name="z">The second operand.</param>
    /// <returns>The expression, of the operands' type.</returns>
    public Expression Write(Expression x, Expression z) => write(x, z);

    /// <summary>In emitted code, the loop that writes f of so many pairs of numbers at two addresses to a third.</summary>
    /// <param name="x">The address of the first operand.</param>
    /// <param name="z">The address of the second operand.</param>
    /// <param name="y">The address of the result.</param>
    /// <param name="count">How many pairs there are.</param>
    /// <returns>The expression.</returns>
    /// <exception cref="InvalidOperationException">The function is computed number by number.</exception>
    public Expression WriteLoop(Expression x, Expression z, Expression y, Expression count) =>
        loop is null
            ? throw new InvalidOperationException("The function is not written over lanes.")
            : Expression.Call(loop.Target is null ? null : Expression.Constant(loop.Target), loop.Method, x, z, y, count);

    /// <summary>
    /// Writes f(x[i], z[i]) to y[i]. An operand of length 1 is stretched over y. The result may be the same memory as an operand of its
    /// own length, but must not overlap one in any other way; an empty result leaves everything alone.
    /// </summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The first operand, as long as the result or of length 1.</param>
    /// <param name="z">The second operand, as long as the result or of length 1.</param>
    /// <param name="y">The result.</param>
    /// <exception cref="ArgumentException">An operand has neither the length of the result nor length 1.</exception>
    public void Run<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> z, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Precision.Check<T>();
        Lengths.RequireStretchable(y.Length, x.Length);
        Lengths.RequireStretchable(y.Length, z.Length);
        if (y.Length == 0)
        {
            return;
        }
        if (x.Length == 1 && z.Length == 1)
        {
            y.Fill(T.CreateTruncating(Function(double.CreateTruncating(x[0]), double.CreateTruncating(z[0]))));
        }
        else if (typeof(T) == typeof(double))
        {
            wide(Precision.As<T, double>(x), Precision.As<T, double>(z), Precision.As<T, double>(y));
        }
        else
        {
            wideSingle(Precision.As<T, float>(x), Precision.As<T, float>(z), Precision.As<T, float>(y));
        }
    }

    private static Expression Write<TFunction>(Expression x, Expression z) where TFunction : struct, IBinaryFunction =>
        TFunction.Write(x, z) ?? Emission.Call<TFunction>(x, z);

    private void Each<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> z, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int xStep = x.Length == 1 ? 0 : 1, zStep = z.Length == 1 ? 0 : 1;
        for (var i = 0; i < y.Length; i++)
        {
            var value = Function(double.CreateTruncating(x[i * xStep]), double.CreateTruncating(z[i * zStep]));
            y[i] = T.CreateTruncating(value);
        }
    }
}

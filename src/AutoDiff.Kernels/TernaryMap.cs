using System.Linq.Expressions;
using System.Numerics;

namespace AutoDiff.Kernels;

/// <summary>A function of three numbers, with the loop that applies it to every triple of elements of three spans.</summary>
public sealed class TernaryMap
{
    private readonly Func<Expression, Expression, Expression, Expression> write;

    /// <summary>A function that is computed number by number.</summary>
    /// <param name="function">The function; single precision calls it too and rounds its result once.</param>
    public TernaryMap(Func<double, double, double, double> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        Function = function;
        write = (x, z, w) => Emission.Invoke(function, x, z, w);
    }

    private TernaryMap(Func<double, double, double, double> function, Func<Expression, Expression, Expression, Expression> write)
    {
        Function = function;
        this.write = write;
    }

    /// <summary>The function, of three numbers.</summary>
    public Func<double, double, double, double> Function { get; }

    /// <summary>Whether emitted code holds the function itself, which is short then, and not a call of it.</summary>
    public bool IsShort => Write(Expression.Parameter(typeof(double)), Expression.Parameter(typeof(double)), Expression.Parameter(typeof(double))) is not MethodCallExpression { Object: null, Method.DeclaringType: var type } || type != typeof(Emission);

    /// <summary>A function that is written over lanes.</summary>
    /// <typeparam name="TFunction">The function.</typeparam>
    /// <returns>Its map.</returns>
    public static TernaryMap Over<TFunction>() where TFunction : struct, ITernaryFunction =>
        new((x, z, w) => TFunction.Apply(new Lane1(x), new Lane1(z), new Lane1(w)).Value, Write<TFunction>);

    /// <summary>The function in emitted code: of operands that are numbers, or registers of eight.</summary>
    /// <param name="x">The first operand.</param>
    /// <param name="z">The second operand.</param>
    /// <param name="w">The third operand.</param>
    /// <returns>The expression, of the operands' type.</returns>
    public Expression Write(Expression x, Expression z, Expression w) => write(x, z, w);

    /// <summary>The value of the function at (<paramref name="x"/>, <paramref name="z"/>, <paramref name="w"/>).</summary>
    /// <param name="x">The first operand.</param>
    /// <param name="z">The second operand.</param>
    /// <param name="w">The third operand.</param>
    /// <returns>f(x, z, w).</returns>
    public double Apply(double x, double z, double w) => Function(x, z, w);

    /// <summary>The value of the function, computed in double and rounded once.</summary>
    /// <param name="x">The first operand.</param>
    /// <param name="z">The second operand.</param>
    /// <param name="w">The third operand.</param>
    /// <returns>f(x, z, w) to single precision.</returns>
    public float Apply(float x, float z, float w) => (float)Function(x, z, w);

    /// <summary>
    /// Writes f(x[i], z[i], w[i]) to y[i]. An operand of length 1 is stretched over y. The result may be the same memory as an operand
    /// of its own length, but must not overlap one in any other way; an empty result leaves everything alone.
    /// </summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The first operand, as long as the result or of length 1.</param>
    /// <param name="z">The second operand, as long as the result or of length 1.</param>
    /// <param name="w">The third operand, as long as the result or of length 1.</param>
    /// <param name="y">The result.</param>
    /// <exception cref="ArgumentException">An operand has neither the length of the result nor length 1.</exception>
    public void Run<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> z, ReadOnlySpan<T> w, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Precision.Check<T>();
        Lengths.RequireStretchable(y.Length, x.Length);
        Lengths.RequireStretchable(y.Length, z.Length);
        Lengths.RequireStretchable(y.Length, w.Length);
        int xStep = x.Length == 1 ? 0 : 1, zStep = z.Length == 1 ? 0 : 1, wStep = w.Length == 1 ? 0 : 1;
        for (var i = 0; i < y.Length; i++)
        {
            var first = double.CreateTruncating(x[i * xStep]);
            var second = double.CreateTruncating(z[i * zStep]);
            var third = double.CreateTruncating(w[i * wStep]);
            y[i] = T.CreateTruncating(Function(first, second, third));
        }
    }

    private static Expression Write<TFunction>(Expression x, Expression z, Expression w) where TFunction : struct, ITernaryFunction =>
        TFunction.Write(x, z, w) ?? Emission.Call<TFunction>(x, z, w);
}

using System.Numerics;

namespace AutoDiff.Kernels;

/// <summary>A function of one number, with the loop that applies it to every element of a span.</summary>
/// <remarks>
/// The bits of a result never depend on an element's position or on the length of the span. A wide form is therefore handed in only
/// for operations whose every bit IEEE 754 defines (negation, square root, rounding, …), where it must agree with the function.
/// </remarks>
/// <param name="function">The function; single precision calls it too and rounds its result once.</param>
/// <param name="wide">A vectorised loop over double, or null.</param>
/// <param name="wideSingle">A vectorised loop over float, or null.</param>
public sealed class UnaryMap(Func<double, double> function, SpanMap<double>? wide = null, SpanMap<float>? wideSingle = null)
{
    private readonly Func<double, double> function = function ?? throw new ArgumentNullException(nameof(function));

    /// <summary>The value of the function at <paramref name="x"/>.</summary>
    /// <param name="x">The operand.</param>
    /// <returns>f(x).</returns>
    public double Apply(double x) => function(x);

    /// <summary>The value of the function at <paramref name="x"/>, computed in double and rounded once.</summary>
    /// <param name="x">The operand.</param>
    /// <returns>f(x) to single precision.</returns>
    public float Apply(float x) => (float)function(x);

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
            RunDouble(Precision.As<T, double>(x), Precision.As<T, double>(y));
        }
        else
        {
            RunSingle(Precision.As<T, float>(x), Precision.As<T, float>(y));
        }
    }

    private void RunDouble(ReadOnlySpan<double> x, Span<double> y)
    {
        if (wide is not null)
        {
            wide(x, y);
            return;
        }
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = function(x[i]);
        }
    }

    private void RunSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        if (wideSingle is not null)
        {
            wideSingle(x, y);
            return;
        }
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = (float)function(x[i]);
        }
    }
}

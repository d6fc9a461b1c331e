using System.Numerics;

namespace AutoDiff.Kernels;

/// <summary>A function of two numbers, with the loop that applies it to every pair of elements of two spans.</summary>
/// <remarks>
/// The bits of a result never depend on an element's position or on the length of the span. A wide form is therefore handed in only
/// for operations whose every bit IEEE 754 defines (sum, product, quotient, …), where it must agree with the function.
/// </remarks>
/// <param name="function">The function, free of side effects; single precision calls it too and rounds its result once.</param>
/// <param name="wide">A vectorised loop over double, or null; it only ever sees three spans of one length.</param>
/// <param name="wideSingle">A vectorised loop over float, or null; it only ever sees three spans of one length.</param>
public sealed class BinaryMap(Func<double, double, double> function, SpanMap2<double>? wide = null, SpanMap2<float>? wideSingle = null)
{
    private readonly Func<double, double, double> function = function ?? throw new ArgumentNullException(nameof(function));

    /// <summary>The value of the function at (<paramref name="x"/>, <paramref name="z"/>).</summary>
    /// <param name="x">The first operand.</param>
    /// <param name="z">The second operand.</param>
    /// <returns>f(x, z).</returns>
    public double Apply(double x, double z) => function(x, z);

    /// <summary>The value of the function at (<paramref name="x"/>, <paramref name="z"/>), computed in double and rounded once.</summary>
    /// <param name="x">The first operand.</param>
    /// <param name="z">The second operand.</param>
    /// <returns>f(x, z) to single precision.</returns>
    public float Apply(float x, float z) => (float)function(x, z);

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
            y.Fill(T.CreateTruncating(function(double.CreateTruncating(x[0]), double.CreateTruncating(z[0]))));
        }
        else if (typeof(T) == typeof(double))
        {
            Run(wide, Precision.As<T, double>(x), Precision.As<T, double>(z), Precision.As<T, double>(y));
        }
        else
        {
            Run(wideSingle, Precision.As<T, float>(x), Precision.As<T, float>(z), Precision.As<T, float>(y));
        }
    }

    private void Run<T>(SpanMap2<T>? loop, ReadOnlySpan<T> x, ReadOnlySpan<T> z, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (loop is null)
        {
            Each(x, z, y);
        }
        else if (x.Length == 1)
        {
            Stretch.First(loop, x[0], z, y);
        }
        else if (z.Length == 1)
        {
            Stretch.Second(loop, x, z[0], y);
        }
        else
        {
            loop(x, z, y);
        }
    }

    private void Each<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> z, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int xStep = x.Length == 1 ? 0 : 1, zStep = z.Length == 1 ? 0 : 1;
        for (var i = 0; i < y.Length; i++)
        {
            var value = function(double.CreateTruncating(x[i * xStep]), double.CreateTruncating(z[i * zStep]));
            y[i] = T.CreateTruncating(value);
        }
    }
}

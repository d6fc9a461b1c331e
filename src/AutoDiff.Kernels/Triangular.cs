using System.Numerics;
using System.Numerics.Tensors;

namespace AutoDiff.Kernels;

/// <summary>Equations whose matrix is a triangle. All storage is dense column-major; the other triangle is not read.</summary>
public static class Triangular
{
    /// <summary>Replaces b by the solution x of t x = b, or of the transposed equations.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="lower">Whether the lower triangle of t counts, else the upper one.</param>
    /// <param name="transposed">Whether the equations are those of the transpose of that triangle.</param>
    /// <param name="unit">Whether the diagonal counts as ones, whatever it holds.</param>
    /// <param name="size">The rows and columns of t.</param>
    /// <param name="t">The matrix, size × size.</param>
    /// <param name="b">The right-hand sides, one column after the other; becomes the solutions.</param>
    /// <exception cref="ArgumentException">A span does not have the length that size asks for.</exception>
    public static void Solve<T>(bool lower, bool transposed, bool unit, int size, ReadOnlySpan<T> t, Span<T> b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Lengths.RequireCounts(size, size);
        Lengths.Require((long)size * size, t.Length, "The length of the matrix");
        for (; b.Length >= size && size > 0; b = b[size..])
        {
            // columns of t from the end that determines its unknown at once
            var downwards = lower != transposed;
            for (var k = 0; k < size; k++)
            {
                var j = downwards ? k : size - 1 - k;
                Step(lower, transposed, unit, j, t.Slice(j * size, size), b[..size]);
            }
        }
        Lengths.Require(0, b.Length, "The rest of the right-hand sides");
    }

    /// <summary>Unknown j: taken out of the others where its column says how they depend on it, else found from those known.</summary>
    private static void Step<T>(bool lower, bool transposed, bool unit, int j, ReadOnlySpan<T> column, Span<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var off = lower ? column[(j + 1)..] : column[..j];
        var rest = lower ? x[(j + 1)..] : x[..j];
        if (transposed)
        {
            x[j] -= TensorPrimitives.Dot<T>(off, rest);
        }
        if (!unit)
        {
            x[j] /= column[j];
        }
        if (!transposed && !T.IsZero(x[j]))
        {
            TensorPrimitives.MultiplyAdd(off, -x[j], rest, rest);
        }
    }
}

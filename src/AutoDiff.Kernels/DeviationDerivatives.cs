using System.Numerics;

namespace AutoDiff.Kernels;

/// <summary>
/// The derivatives, along any number of directions, of the gradient of the norm of the deviations from the mean. Their terms cancel where
/// elements are close to each other or far from the others, so they are computed with 32 digits.
/// </summary>
public static class DeviationDerivatives
{
    /// <summary>Writes the derivative along all directions to y; zeros where all elements are equal.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The elements.</param>
    /// <param name="directions">One direction after the other, each of the length of x.</param>
    /// <param name="y">The result, of the length of x.</param>
    public static void Along<T>(ReadOnlySpan<T> x, ReadOnlySpan<double> directions, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Lengths.Require(x.Length, y.Length);
        y.Clear();
        var numbers = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            numbers[i] = Numbers.To(x[i]);
        }

        var size = Size(numbers);
        if (size == 0.0)
        {
            return;
        }

        // the elements near 1, so that no square overflows: a derivative along so many directions has the size to that power less
        var exponent = double.IsFinite(size) ? Math.ILogB(size) : 0;
        var count = directions.Length / x.Length;
        var moves = new DoubleDouble[count][];
        for (var k = 0; k < count; k++)
        {
            moves[k] = Centred(directions.Slice(k * x.Length, x.Length), 0);
        }

        var result = Derivative(Centred(numbers, -exponent), moves);
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = Numbers.From<T>(Math.ScaleB(result[i].High, -count * exponent));
        }
    }

    /// <summary>
    /// Of c / |c|, where c moves along the given deviations: r = q^(-1/2) for the sum of squares q by q r' = -q' r / 2, set by set of the
    /// directions.
    /// </summary>
    private static DoubleDouble[] Derivative(DoubleDouble[] c, DoubleDouble[][] moves)
    {
        var square = Product(c, c);
        var roots = new DoubleDouble[1 << moves.Length];
        roots[0] = Root(square);
        for (var set = 1; set < roots.Length; set++)
        {
            var last = BitOperations.Log2((uint)set);
            roots[set] = -Moved(c, moves, roots, set ^ (1 << last), last) / square;
        }

        var result = new DoubleDouble[c.Length];
        for (var i = 0; i < result.Length; i++)
        {
            var sum = c[i] * roots[^1];
            var size = Math.Abs(sum.High);
            for (var k = 0; k < moves.Length; k++)
            {
                var term = moves[k][i] * roots[(roots.Length - 1) ^ (1 << k)];
                sum += term;
                size += Math.Abs(term.High);
            }

            result[i] = sum.Beside(size);
        }

        return result;
    }

    /// <summary>What is left of q r' + q' r / 2 = 0 beside q times the wanted derivative.</summary>
    private static DoubleDouble Moved(DoubleDouble[] c, DoubleDouble[][] moves, DoubleDouble[] roots, int rest, int last)
    {
        var sum = Product(c, moves[last]) * roots[rest];
        for (var k = 0; k < last; k++)
        {
            if ((rest & (1 << k)) == 0)
            {
                continue;
            }

            var without = rest ^ (1 << k);
            sum += Product(moves[k], moves[last]) * roots[without] + Product(c, moves[k]) * roots[without | (1 << last)] * 2.0;
            for (var other = 0; other < k; other++)
            {
                if ((without & (1 << other)) != 0)
                {
                    sum += Product(moves[k], moves[other]) * roots[without ^ (1 << other) | (1 << last)] * 2.0;
                }
            }
        }

        return sum;
    }

    private static DoubleDouble Product(DoubleDouble[] x, DoubleDouble[] y)
    {
        DoubleDouble sum = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }

    /// <summary>1 / √x by a step of Newton's method.</summary>
    private static DoubleDouble Root(DoubleDouble x)
    {
        DoubleDouble root = 1.0 / Math.Sqrt(x.High);
        return root + root * (1.0 - x * root * root) * 0.5;
    }

    /// <summary>The deviations of numbers from their mean, times a power of 2.</summary>
    private static DoubleDouble[] Centred(ReadOnlySpan<double> x, int exponent)
    {
        DoubleDouble mean = 0.0;
        foreach (var number in x)
        {
            mean += Math.ScaleB(number, exponent);
        }

        mean /= x.Length;
        var centred = new DoubleDouble[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            centred[i] = Math.ScaleB(x[i], exponent) - mean;
        }

        return centred;
    }

    /// <summary>The largest distance from the first element.</summary>
    private static double Size(double[] x) => x.Length == 0 ? 0.0 : x.Max(number => Math.Abs(number - x[0]));
}

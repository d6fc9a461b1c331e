using System.Numerics;

namespace AutoDiff.Kernels;

/// <summary>
/// The derivatives of softmax along any number of directions, which are joint cumulants of them. From the second on they are differences
/// of nearly equal terms, so they are computed with 32 digits.
/// </summary>
public static class SoftmaxDerivatives
{
    // Below, the 16 digits of a share are the 32 of the largest.
    private const double Small = -40.0;

    /// <summary>Writes the derivative of the softmax of x along all directions to y.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The exponents.</param>
    /// <param name="directions">One direction after the other, each of the length of x.</param>
    /// <param name="y">The result, of the length of x.</param>
    public static void Along<T>(ReadOnlySpan<T> x, ReadOnlySpan<double> directions, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Lengths.Require(x.Length, y.Length);
        if (x.IsEmpty)
        {
            return;
        }

        var count = directions.Length / x.Length;
        var derivatives = new DoubleDouble[1 << count][];
        var cumulants = new DoubleDouble[1 << count];
        derivatives[0] = Shares(x);
        var scales = new double[count];
        var scaled = new DoubleDouble[count][];
        for (var k = 0; k < count; k++)
        {
            (scales[k], scaled[k]) = Scaled(directions.Slice(k * x.Length, x.Length));
        }

        for (var set = 1; set < derivatives.Length; set++)
        {
            var last = BitOperations.Log2((uint)set);
            var direction = scaled[last];
            var rest = set ^ (1 << last);
            cumulants[set] = Weighted(derivatives[rest], direction);
            derivatives[set] = Moved(derivatives, cumulants, rest, 1 << last, direction);
        }

        for (var i = 0; i < y.Length; i++)
        {
            var along = derivatives[^1][i].High;
            foreach (var scale in scales)
            {
                along *= scale;
            }

            y[i] = Numbers.From<T>(along);
        }
    }

    /// <summary>
    /// The largest element and the direction divided by it. A direction that is a multiple of one axis becomes the axis, whose products with
    /// shares are exact: where two shares are 1/2 and a third is tiny, 32 digits of inexact ones lose it.
    /// </summary>
    private static (double Scale, DoubleDouble[] Direction) Scaled(ReadOnlySpan<double> direction)
    {
        var scale = 0.0;
        foreach (var d in direction)
        {
            scale = Math.Max(scale, Math.Abs(d));
        }

        scale = scale is > 1e-290 and < 1e290 ? scale : 1.0;
        var scaled = new DoubleDouble[direction.Length];
        for (var i = 0; i < scaled.Length; i++)
        {
            scaled[i] = DoubleDouble.Ratio(direction[i], scale);
        }

        return (scale, scaled);
    }

    /// <summary>
    /// One direction more, by the rule of Leibniz for p' = p (d - mean of d): the subsets of the directions so far move either factor.
    /// </summary>
    private static DoubleDouble[] Moved(
        DoubleDouble[][] derivatives, DoubleDouble[] cumulants, int rest, int last, DoubleDouble[] direction)
    {
        var moved = new DoubleDouble[direction.Length];
        for (var i = 0; i < moved.Length; i++)
        {
            var sum = derivatives[rest][i] * (direction[i] - cumulants[last]);
            var size = Math.Abs(sum.High);
            for (var part = rest; part > 0; part = (part - 1) & rest)
            {
                var term = derivatives[rest ^ part][i] * cumulants[part | last];
                sum -= term;
                size += Math.Abs(term.High);
            }

            moved[i] = sum.Beside(size);
        }

        return moved;
    }

    private static DoubleDouble Weighted(DoubleDouble[] weights, DoubleDouble[] direction)
    {
        DoubleDouble sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * direction[i];
        }

        return sum;
    }

    private static DoubleDouble[] Shares<T>(ReadOnlySpan<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var shares = new DoubleDouble[x.Length];
        var largest = Numbers.To(Extremes.Maximum(x));
        DoubleDouble sum = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            shares[i] = Exponential(Numbers.To(x[i]), largest);
            sum += shares[i];
        }

        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] /= sum;
        }

        return shares;
    }

    /// <summary>exp(x - largest), also where both are infinite.</summary>
    private static DoubleDouble Exponential(double x, double largest)
    {
        if (x == largest || !double.IsFinite(x - largest))
        {
            return x == largest ? 1.0 : Math.Exp(x - largest);
        }

        var below = DoubleDouble.Sum(x, -largest);
        return below.High > Small ? DoubleDouble.Power(below) : DoubleDouble.Exp(below);
    }
}

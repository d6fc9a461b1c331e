using System.Numerics;

namespace AutoDiff.Kernels;

/// <summary>
/// The products of the elements of a vector up to each, and their derivatives along any number of directions: sums over the ways to put
/// each direction in the place of an element of its own. No division, so zeros are elements like others; no product that overflows where
/// the result does not. The time grows with the number of elements.
/// </summary>
public static class RunningProducts
{
    /// <summary>Writes the derivative of x[0] … x[i] along all directions to y[i]; without directions, the product itself.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The factors.</param>
    /// <param name="directions">One direction after the other, each of the length of x.</param>
    /// <param name="y">The result, of the length of x.</param>
    public static void Along<T>(ReadOnlySpan<T> x, ReadOnlySpan<double> directions, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Lengths.Require(x.Length, y.Length);
        var sums = First(x.Length, directions.Length);
        for (var i = 0; i < x.Length; i++)
        {
            Extend(sums, Numbers.To(x[i]), directions, i, x.Length);
            y[i] = Numbers.From<T>(sums[^1].Value);
        }
    }

    /// <summary>Writes the gradient of Σ weights[i] x[0] … x[i], moved along all directions, to y.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The factors.</param>
    /// <param name="weights">The weights of the products, of the length of x.</param>
    /// <param name="directions">One direction after the other, each of the length of x.</param>
    /// <param name="y">The result, of the length of x.</param>
    public static void Gradient<T>(ReadOnlySpan<T> x, ReadOnlySpan<double> weights, ReadOnlySpan<double> directions, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Lengths.Require(x.Length, y.Length);
        var sums = First(x.Length, directions.Length);
        var before = new Scaled[x.Length * sums.Length];
        for (var i = 0; i < x.Length; i++)
        {
            sums.CopyTo(before.AsSpan(i * sums.Length));
            Extend(sums, Numbers.To(x[i]), directions, i, x.Length);
        }

        // from the end on: the weighted sum of the products of what follows element i
        var after = new Scaled[sums.Length];
        for (var i = x.Length - 1; i >= 0; i--)
        {
            after[0] += Scaled.Of(weights[i]);
            y[i] = Numbers.From<T>(Joined(before.AsSpan(i * sums.Length, sums.Length), after).Value);
            Extend(after, Numbers.To(x[i]), directions, i, x.Length);
        }
    }

    /// <summary>The empty product: 1 without directions, 0 with any.</summary>
    private static Scaled[] First(int length, int directions)
    {
        var sums = new Scaled[1 << (length == 0 ? 0 : directions / length)];
        sums[0] = Scaled.Of(1.0);
        return sums;
    }

    /// <summary>One factor more, for each set of directions: itself, or one of the directions in its place.</summary>
    private static void Extend(Scaled[] sums, double factor, ReadOnlySpan<double> directions, int i, int length)
    {
        for (var set = sums.Length - 1; set >= 0; set--)
        {
            var sum = sums[set] * Scaled.Of(factor);
            for (var rest = set; rest > 0; rest &= rest - 1)
            {
                var k = BitOperations.TrailingZeroCount(rest);
                sum += sums[set ^ (1 << k)] * Scaled.Of(directions[k * length + i]);
            }

            sums[set] = sum;
        }
    }

    /// <summary>All directions, each on one of two sides.</summary>
    private static Scaled Joined(ReadOnlySpan<Scaled> before, ReadOnlySpan<Scaled> after)
    {
        var sum = Scaled.Zero;
        for (var set = 0; set < before.Length; set++)
        {
            sum += before[set] * after[before.Length - 1 - set];
        }

        return sum;
    }
}

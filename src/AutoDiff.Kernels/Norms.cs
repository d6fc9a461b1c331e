using System.Numerics;

namespace AutoDiff.Kernels;

/// <summary>Norms of vectors.</summary>
public static class Norms
{
    /// <summary>Below this sum, squares may have lost bits to underflow that the result would show.</summary>
    private const double Underflow = 1e-270;

    /// <summary>2^600: lifts the squares of the smallest subnormal numbers into the normal range.</summary>
    private static readonly double Up = Math.ScaleB(1, 600);

    /// <summary>2^-600: brings sums of the squares of the largest numbers back into range.</summary>
    private static readonly double Down = Math.ScaleB(1, -600);

    /// <summary>
    /// The Euclidean norm, sqrt(Σ x[i]²), accurate to a few units in the last place whatever the scale of x: neither squares nor sums
    /// overflow or underflow. It is 0 for an empty x, NaN where any element is NaN, and else infinite where any element is.
    /// </summary>
    /// <remarks>
    /// The scaled second pass is Blue's (A portable Fortran program to find the Euclidean norm of a vector, ACM TOMS 4, 1978) with one
    /// accumulator: a first sum that left the safe range says which of the two scales serves all elements that matter.
    /// </remarks>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The vector.</param>
    /// <returns>The norm.</returns>
    public static T Euclidean<T>(ReadOnlySpan<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Precision.Check<T>();
        var squares = Pairwise.Sum(x, x, new ProductTerm<T>());
        if (double.IsPositiveInfinity(squares))
        {
            return Scaled(x, Down);
        }
        return squares < Underflow ? Scaled(x, Up) : T.CreateTruncating(Math.Sqrt(squares));
    }

    private static T Scaled<T>(ReadOnlySpan<T> x, double scale) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        T.CreateTruncating(Math.Sqrt(Pairwise.Sum(x, x, new ScaledSquareTerm<T>(scale))) / scale);
}

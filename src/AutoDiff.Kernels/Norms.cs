using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>Euclidean norms of vectors.</summary>
public static unsafe class Norms
{
    /// <summary>
    /// The Euclidean norm, sqrt(Σ x[i]²), accurate to a few units in the last place whatever the scale of x: neither squares nor sums
    /// overflow or underflow. It is 0 for an empty x, NaN where any element is NaN, and else infinite where any element is.
    /// </summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The vector.</param>
    /// <returns>The norm.</returns>
    public static T Euclidean<T>(ReadOnlySpan<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Precision.Check<T>();
        if (typeof(T) == typeof(double))
        {
            fixed (T* p = x)
            {
                return Numbers.From<T>(EuclideanNorm.Of<OneColumn<Lane2>, Lane2>(x.Length, (nint)p).Value[0]);
            }
        }
        var wide = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            wide[i] = Numbers.To(x[i]);
        }
        return Numbers.From<T>(Euclidean<double>(wide));
    }
}

/// <summary>The Euclidean norm of a column.</summary>
/// <remarks>
/// The scaled second pass is Blue's (A portable Fortran program to find the Euclidean norm of a vector, ACM TOMS 4, 1978) with one
/// accumulator: a first sum that left the safe range says which of the two scales serves all elements that matter.
/// </remarks>
internal readonly struct EuclideanNorm : IColumnFunction
{
    // below this sum, squares may have lost bits to underflow that the result would show
    private const double Underflow = 1e-270;

    // 2^600 lifts the squares of the smallest subnormal numbers into the normal range
    private const double Up = 4.149515568880993e180;

    // 2^-600 brings sums of the squares of the largest numbers back into range
    private const double Down = 2.409919865102884e-181;

    /// <inheritdoc/>
    public static bool IsSequential => false;

    /// <inheritdoc/>
    public static bool IsReduction => true;

    /// <inheritdoc/>
    public int Scratch(int rows) => 0;

    /// <inheritdoc/>
    public void Apply<TColumns, TLane>(int rows, nint x, nint y, nint scratch)
        where TColumns : struct, IColumns<TLane>
        where TLane : struct, ILane<TLane> => TLane.Store(Of<TColumns, TLane>(rows, x), y, 0);

    /// <summary>The norm of each column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static TLane Of<TColumns, TLane>(int rows, nint x)
        where TColumns : struct, IColumns<TLane>
        where TLane : struct, ILane<TLane>
    {
        var squares = TColumns.Sum<ScaledSquare>(rows, x, TLane.Create(1));
        var large = TLane.Equal(squares, TLane.Create(double.PositiveInfinity));
        var small = TLane.Less(squares, TLane.Create(Underflow));
        var norm = TLane.Sqrt(squares);
        return TLane.Any(large | small)
            ? TLane.ConditionalSelect(
                large,
                Scaled<TColumns, TLane>(rows, x, Down),
                TLane.ConditionalSelect(small, Scaled<TColumns, TLane>(rows, x, Up), norm))
            : norm;
    }

    private static TLane Scaled<TColumns, TLane>(int rows, nint x, double scale)
        where TColumns : struct, IColumns<TLane>
        where TLane : struct, ILane<TLane> =>
        TLane.Sqrt(TColumns.Sum<ScaledSquare>(rows, x, TLane.Create(scale))) / TLane.Create(scale);
}

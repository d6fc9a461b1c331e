using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>Sums over the elements up to, from, or other than each element of a column.</summary>
public static class Scans
{
    /// <summary>Writes x[0] + … + x[i] of each column.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The columns of summands.</param>
    /// <param name="y">The result, a column for each.</param>
    public static void CumulativeSum<T>(ColumnBatch<T> x, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        ColumnLoops.Run(x, new RunningSum(fromEnd: false), y);

    /// <summary>Writes x[i] + … + x[n - 1] of each column.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The columns of summands.</param>
    /// <param name="y">The result, a column for each.</param>
    public static void CumulativeSumFromEnd<T>(ColumnBatch<T> x, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        ColumnLoops.Run(x, new RunningSum(fromEnd: true), y);

    /// <summary>Writes the sum of all elements but x[i] of each column. Nothing is subtracted, so nothing cancels.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The columns of summands.</param>
    /// <param name="y">The result, a column for each.</param>
    public static void SumOfOthers<T>(ColumnBatch<T> x, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        ColumnLoops.Run(x, new SumOfOthers(), y);
}

/// <summary>The sum of the elements down to each, or from each on.</summary>
internal readonly struct RunningSum(bool fromEnd) : IColumnFunction
{
    private readonly bool isFromEnd = fromEnd;

    /// <inheritdoc/>
    public static bool IsSequential => true;

    /// <inheritdoc/>
    public int Scratch(int rows) => 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply<TColumns, TLane>(int rows, nint x, nint y, nint scratch)
        where TColumns : struct, IColumns<TLane>
        where TLane : struct, ILane<TLane>
    {
        CompensatedSum<TLane> sum = default;
        for (var k = 0; k < rows; k++)
        {
            var i = isFromEnd ? rows - 1 - k : k;
            sum.Add(TColumns.At(x, i));
            TLane.Store(sum.Value, y, i * TColumns.Count);
        }
    }
}

/// <summary>The sum of all elements other than each.</summary>
internal readonly struct SumOfOthers : IColumnFunction
{
    /// <inheritdoc/>
    public static bool IsSequential => true;

    /// <inheritdoc/>
    public int Scratch(int rows) => 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply<TColumns, TLane>(int rows, nint x, nint y, nint scratch)
        where TColumns : struct, IColumns<TLane>
        where TLane : struct, ILane<TLane>
    {
        CompensatedSum<TLane> before = default, after = default;
        for (var i = 0; i < rows; i++)
        {
            TLane.Store(before.Value, y, i * TColumns.Count);
            before.Add(TColumns.At(x, i));
        }
        for (var i = rows - 1; i >= 0; i--)
        {
            TLane.Store(TColumns.At(y, i) + after.Value, y, i * TColumns.Count);
            after.Add(TColumns.At(x, i));
        }
    }
}

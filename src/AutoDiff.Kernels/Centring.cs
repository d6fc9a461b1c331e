using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>Deviations from the mean.</summary>
public static class Centring
{
    /// <summary>
    /// Writes x[i] minus the mean of x of each column: zeros, and not rounding errors, where all elements are equal. The mean is corrected
    /// by that of the deviations, so that it matters little how large it is.
    /// </summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The columns.</param>
    /// <param name="y">The result, a column for each.</param>
    public static void Centre<T>(ColumnBatch<T> x, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        ColumnLoops.Run(x, new Centred(), y);

    /// <summary>Writes the square root of the sum of squares of the deviations from the mean of each column.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The columns.</param>
    /// <param name="y">The result, a number for each.</param>
    public static void Deviation<T>(ColumnBatch<T> x, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        ColumnLoops.Run(x, Centre, static (centred, norms) => PowerNorms.Norm(2, centred, norms), y);
}

/// <summary>A column less its mean.</summary>
internal readonly struct Centred : IColumnFunction
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
        if (rows == 0)
        {
            return;
        }
        var mean = Mean<TColumns, TLane>(rows, x, TLane.Create(0));
        var correction = Mean<TColumns, TLane>(rows, x, mean);
        var first = TColumns.At(x, 0);
        var constant = CompensatedSum<TLane>.Finite(first);
        for (var i = 1; i < rows; i++)
        {
            constant &= TLane.Equal(TColumns.At(x, i), first);
        }
        for (var i = 0; i < rows; i++)
        {
            var centred = TColumns.At(x, i) - mean - correction;
            TLane.Store(TLane.ConditionalSelect(constant, TLane.Create(0), centred), y, i * TColumns.Count);
        }
    }

    /// <summary>The mean of the distances from a point; the terms are divided one by one only where their sum overflows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static TLane Mean<TColumns, TLane>(int rows, nint x, TLane from)
        where TColumns : struct, IColumns<TLane>
        where TLane : struct, ILane<TLane>
    {
        CompensatedSum<TLane> sum = default;
        for (var i = 0; i < rows; i++)
        {
            sum.Add(TColumns.At(x, i) - from);
        }
        var total = sum.Value;
        var finite = CompensatedSum<TLane>.Finite(total);
        return TLane.Any(TLane.Equal(finite, TLane.Create(0)))
            ? TLane.ConditionalSelect(finite, total / TLane.Create(rows), MeanOfParts<TColumns, TLane>(rows, x, from))
            : total / TLane.Create(rows);
    }

    private static TLane MeanOfParts<TColumns, TLane>(int rows, nint x, TLane from)
        where TColumns : struct, IColumns<TLane>
        where TLane : struct, ILane<TLane>
    {
        CompensatedSum<TLane> parts = default;
        for (var i = 0; i < rows; i++)
        {
            parts.Add((TColumns.At(x, i) - from) / TLane.Create(rows));
        }
        return parts.Value;
    }
}

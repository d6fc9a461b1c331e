using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>Norms by powers of real order, relative to the largest element so that nothing overflows.</summary>
public static class PowerNorms
{
    /// <summary>Writes (Σ |x[i]|^p)^(1/p) of each column; 0 of no elements, NaN where any is NaN, and else infinite where any is.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="p">The order, at least 1.</param>
    /// <param name="x">The columns.</param>
    /// <param name="y">The result, a number for each.</param>
    public static void Norm<T>(double p, ColumnBatch<T> x, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (p == 2)
        {
            ColumnLoops.Run(x, new EuclideanNorm(), y);
        }
        else
        {
            ColumnLoops.Run(x, new PowerNorm(p), y);
        }
    }

    /// <summary>Writes each column, divided by its norm; zeros where the norm is 0.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="p">The order, at least 1.</param>
    /// <param name="x">The columns.</param>
    /// <param name="y">The result, a column for each.</param>
    public static void Direction<T>(double p, ColumnBatch<T> x, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (p == 2)
        {
            ColumnLoops.Run(x, new Direction<EuclideanNorm>(new EuclideanNorm()), y);
        }
        else
        {
            ColumnLoops.Run(x, new Direction<PowerNorm>(new PowerNorm(p)), y);
        }
    }
}

/// <summary>The norm of a column by powers.</summary>
internal readonly struct PowerNorm(double p) : IColumnFunction
{
    private const int Block = 256;

    private readonly double order = p;

    /// <inheritdoc/>
    public static bool IsSequential => false;

    /// <inheritdoc/>
    public static bool IsReduction => true;

    /// <inheritdoc/>
    public int Scratch(int rows) => Math.Min(rows, Block);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply<TColumns, TLane>(int rows, nint x, nint y, nint scratch)
        where TColumns : struct, IColumns<TLane>
        where TLane : struct, ILane<TLane>
    {
        var largest = TLane.Create(0);
        for (var i = 0; i < rows; i++)
        {
            largest = TLane.Max(largest, TLane.Abs(TColumns.At(x, i)));
        }
        // the root, with what its order lacks
        var inverse = 1 / order;
        var lacking = Math.FusedMultiplyAdd(-inverse, order, 1) * inverse;
        var sum = Sum<TColumns, TLane>(rows, x, largest, scratch);
        var norm = largest * Power.OfPositive(sum, TLane.Create(inverse), TLane.Create(lacking));
        var regular = TLane.Less(TLane.Create(0), largest) & TLane.Less(largest, TLane.Create(double.PositiveInfinity));
        TLane.Store(TLane.ConditionalSelect(regular, norm, largest), y, 0);
    }

    /// <summary>Σ (|x[i]| / largest)^p, block by block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private TLane Sum<TColumns, TLane>(int rows, nint x, TLane largest, nint powers)
        where TColumns : struct, IColumns<TLane>
        where TLane : struct, ILane<TLane>
    {
        CompensatedSum<TLane> sum = default;
        for (var start = 0; start < rows; start += Block)
        {
            var count = Math.Min(Block, rows - start);
            ColumnMaps.Run<AbsoluteQuotient, TLane>(count * TColumns.Count, x + (start * TColumns.Count * sizeof(double)), largest, powers);
            ColumnMaps.Run<PowerOfShare, TLane>(count * TColumns.Count, powers, TLane.Create(order), powers);
            for (var i = 0; i < count; i++)
            {
                sum.Add(TColumns.At(powers, i));
            }
        }
        return sum.Value;
    }
}

/// <summary>A column, divided by its norm; zeros where that is 0.</summary>
internal readonly struct Direction<TNorm>(TNorm norm) : IColumnFunction where TNorm : struct, IColumnFunction
{
    private readonly TNorm norm = norm;

    /// <inheritdoc/>
    public static bool IsSequential => false;

    /// <inheritdoc/>
    public int Scratch(int rows) => norm.Scratch(rows) + 8;

    /// <inheritdoc/>
    public void Apply<TColumns, TLane>(int rows, nint x, nint y, nint scratch)
        where TColumns : struct, IColumns<TLane>
        where TLane : struct, ILane<TLane>
    {
        norm.Apply<TColumns, TLane>(rows, x, scratch, scratch + (8 * TColumns.Count * sizeof(double)));
        ColumnMaps.Run<QuotientOrZero, TLane>(rows * TColumns.Count, x, TLane.Load(scratch, 0), y);
    }
}

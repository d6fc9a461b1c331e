using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// log Σ exp and its relatives, relative to the largest element, so that nothing overflows. Infinite elements count as limits: where k
/// elements are +∞, or all k are -∞, they share equally.
/// </summary>
public static class Exponentials
{
    /// <summary>Writes log Σ exp x[i] of each column; -∞ where there are no elements or all are -∞, NaN where any is NaN.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The columns of exponents.</param>
    /// <param name="y">The result, a number for each.</param>
    public static void LogSumExp<T>(ColumnBatch<T> x, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        ColumnLoops.Run(x, new LogSumExp(), y);

    /// <summary>Writes exp(x[i]) / Σ exp(x[j]) of each column.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The columns of exponents.</param>
    /// <param name="y">The result, a column for each.</param>
    public static void Softmax<T>(ColumnBatch<T> x, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        ColumnLoops.Run(x, new Softmax(), y);

    /// <summary>Writes 1 - exp(x[i]) / Σ exp(x[j]) of each column, without loss of digits where it is close to 0.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The columns of exponents.</param>
    /// <param name="y">The result, a column for each.</param>
    public static void ShareOfOthers<T>(ColumnBatch<T> x, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        ColumnLoops.Run(x, Softmax, Scans.SumOfOthers, y);

    /// <summary>Writes x[i] - log Σ exp(x[j]) of each column, without loss of digits where it is close to 0.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The columns of exponents.</param>
    /// <param name="y">The result, a column for each.</param>
    public static void LogSoftmax<T>(ColumnBatch<T> x, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        ColumnLoops.Run(x, new LogSoftmax(), y);
}

/// <summary>exp x, divided by its sum.</summary>
internal readonly struct Softmax : IColumnFunction
{
    /// <inheritdoc/>
    public static bool IsSequential => false;

    /// <inheritdoc/>
    public int Scratch(int rows) => 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply<TColumns, TLane>(int rows, nint x, nint y, nint scratch)
        where TColumns : struct, IColumns<TLane>
        where TLane : struct, ILane<TLane>
    {
        var count = rows * TColumns.Count;
        ColumnMaps.Run<PowerBelow, TLane>(count, x, TColumns.Max(rows, x), y);
        ColumnMaps.Run<Quotient, TLane>(count, y, TColumns.Sum<Itself>(rows, y, TLane.Create(1)), y);
    }
}

/// <summary>log Σ exp x.</summary>
internal readonly struct LogSumExp : IColumnFunction
{
    /// <inheritdoc/>
    public static bool IsSequential => false;

    /// <inheritdoc/>
    public static bool IsReduction => true;

    /// <inheritdoc/>
    public int Scratch(int rows) => LogOfSum.Scratch(rows);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply<TColumns, TLane>(int rows, nint x, nint y, nint scratch)
        where TColumns : struct, IColumns<TLane>
        where TLane : struct, ILane<TLane>
    {
        var largest = TColumns.Max(rows, x);
        var sum = largest + LogOfSum.Of<TColumns, TLane>(rows, x, largest, scratch);
        TLane.Store(TLane.ConditionalSelect(CompensatedSum<TLane>.Finite(largest), sum, largest), y, 0);
    }
}

/// <summary>x - log Σ exp x.</summary>
internal readonly struct LogSoftmax : IColumnFunction
{
    /// <inheritdoc/>
    public static bool IsSequential => false;

    /// <inheritdoc/>
    public int Scratch(int rows) => LogOfSum.Scratch(rows);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply<TColumns, TLane>(int rows, nint x, nint y, nint scratch)
        where TColumns : struct, IColumns<TLane>
        where TLane : struct, ILane<TLane>
    {
        var count = rows * TColumns.Count;
        var largest = TColumns.Max(rows, x);
        var log = LogOfSum.Of<TColumns, TLane>(rows, x, largest, scratch);
        ColumnMaps.Run<Below, TLane>(count, x, largest, y);
        ColumnMaps.Run<Difference, TLane>(count, y, log, y);
    }
}

/// <summary>log Σ exp(x[i] - largest): the largest adds 1, which log1p knows without adding it.</summary>
internal static class LogOfSum
{
    private const int Block = 256;

    /// <summary>The powers of a block.</summary>
    internal static int Scratch(int rows) => Math.Min(rows, Block);

    /// <summary>The logarithm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static TLane Of<TColumns, TLane>(int rows, nint x, TLane largest, nint powers)
        where TColumns : struct, IColumns<TLane>
        where TLane : struct, ILane<TLane>
    {
        CompensatedSum<TLane> rest = default;
        TLane one = TLane.Create(1), ones = -one;
        for (var start = 0; start < rows; start += Block)
        {
            var count = Math.Min(Block, rows - start);
            ColumnMaps.Run<PowerBelow, TLane>(count * TColumns.Count, x + (start * TColumns.Count * sizeof(double)), largest, powers);
            rest.Add(TColumns.Sum<OtherThan>(count, powers, one));
            ones += TColumns.Sum<IsEqual>(count, powers, one);
        }
        rest.Add(ones);
        return Log1P(rest.Value);
    }

    /// <summary>Kahan's form: the rounding error of 1 + x cancels.</summary>
    [MethodImpl(Jit.Inline)]
    private static TLane Log1P<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var one = TLane.Create(1);
        var u = one + x;
        return TLane.ConditionalSelect(TLane.Equal(u, one), x, NaturalLogarithm.Apply(u) * x / (u - one));
    }
}

using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiff.Kernels;

/// <summary>
/// Loops of functions over columns: several columns at once where they are short, one in each lane of a register, else one after the other.
/// The bits of a result do not depend on how many columns there are.
/// </summary>
internal static unsafe class ColumnLoops
{
    // up to here, loads of several columns cost less than filling registers with each of them gains
    private const int Short = 32;

    // several columns of this length stay in the second cache
    private const int Long = 2048;

    // most calls need no more doubles
    private const int OnStack = 1024;

    /// <summary>A function of columns that writes what it gives for each.</summary>
    internal delegate void Step<T>(ColumnBatch<T> x, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>Writes second of first of each column to y; first gives columns of the same length.</summary>
    internal static void Run<T>(ColumnBatch<T> columns, Step<T> first, Step<T> second, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var between = ArrayPool<T>.Shared.Rent(columns.Rows * columns.Count);
        first(columns, between.AsSpan(0, columns.Rows * columns.Count));
        second(new ColumnBatch<T>(columns.Rows, columns.Count, new ColumnOperand<T>(between, 0, 0)), y);
        ArrayPool<T>.Shared.Return(between);
    }

    /// <summary>Writes f of each column to y: the results of all columns, one after the other.</summary>
    internal static void Run<T, TFunction>(ColumnBatch<T> columns, TFunction f, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TFunction : struct, IColumnFunction
    {
        Precision.Check<T>();
        if (Vector512.IsHardwareAccelerated)
        {
            Run<T, TFunction, Lane8>(in columns, f, y);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Run<T, TFunction, Lane4>(in columns, f, y);
        }
        else
        {
            Run<T, TFunction, Lane2>(in columns, f, y);
        }
    }

    private static void Run<T, TFunction, TLane>(in ColumnBatch<T> columns, TFunction f, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TFunction : struct, IColumnFunction
        where TLane : struct, ILane<TLane>
    {
        if (columns.Count > 1 && columns.Rows <= (TFunction.IsSequential ? Long : Short))
        {
            Place<T, TFunction, ColumnInEachLane<TLane>, TLane>(in columns, f, y);
        }
        else if (TFunction.IsSequential)
        {
            Place<T, TFunction, ColumnInEachLane<Lane1>, Lane1>(in columns, f, y);
        }
        else
        {
            Place<T, TFunction, OneColumn<TLane>, TLane>(in columns, f, y);
        }
    }

    /// <summary>With memory for one group of columns; a single one of doubles is read and written where it is.</summary>
    [SkipLocalsInit]
    private static void Place<T, TFunction, TColumns, TLane>(in ColumnBatch<T> columns, TFunction f, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TFunction : struct, IColumnFunction
        where TColumns : struct, IColumns<TLane>
        where TLane : struct, ILane<TLane>
    {
        var isInPlace = typeof(T) == typeof(double) && TColumns.Count == 1 && columns.Operands == 1;
        var copies = isInPlace ? 0 : (columns.Operands + 1) * columns.Rows;
        // a number is written to all lanes
        var needed = (TColumns.Count * (copies + f.Scratch(columns.Rows))) + TLane.Width;
        if (needed <= OnStack)
        {
            var memory = stackalloc double[OnStack];
            Run<T, TFunction, TColumns, TLane>(in columns, f, y, memory, isInPlace);
            return;
        }
        var rented = ArrayPool<double>.Shared.Rent(needed);
        fixed (double* memory = rented)
        {
            Run<T, TFunction, TColumns, TLane>(in columns, f, y, memory, isInPlace);
        }
        ArrayPool<double>.Shared.Return(rented);
    }

    private static void Run<T, TFunction, TColumns, TLane>(in ColumnBatch<T> columns, TFunction f, Span<T> y, double* memory, bool isInPlace)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TFunction : struct, IColumnFunction
        where TColumns : struct, IColumns<TLane>
        where TLane : struct, ILane<TLane>
    {
        var size = TFunction.IsReduction ? 1 : columns.Rows;
        if (isInPlace)
        {
            InPlace<T, TFunction, TColumns, TLane>(in columns, f, size, y, memory);
        }
        else
        {
            Groups<T, TFunction, TColumns, TLane>(in columns, f, size, y, memory);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Groups<T, TFunction, TColumns, TLane>(in ColumnBatch<T> columns, TFunction f, int size, Span<T> y, double* memory)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TFunction : struct, IColumnFunction
        where TColumns : struct, IColumns<TLane>
        where TLane : struct, ILane<TLane>
    {
        var x = memory;
        var scratch = x + (TColumns.Count * columns.Operands * columns.Rows);
        var result = scratch + (TColumns.Count * f.Scratch(columns.Rows));
        for (var start = 0; start < columns.Count; start += TColumns.Count)
        {
            var count = Math.Min(TColumns.Count, columns.Count - start);
            Gather(in columns, start, count, x, TColumns.Count);
            f.Apply<TColumns, TLane>(columns.Rows, (nint)x, (nint)result, (nint)scratch);
            Scatter(in columns, start, count, result, TColumns.Count, size, y);
        }
    }

    /// <summary>Columns of doubles, one after the other, from where they are to where their results belong.</summary>
    private static void InPlace<T, TFunction, TColumns, TLane>(in ColumnBatch<T> columns, TFunction f, int size, Span<T> y, double* memory)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TFunction : struct, IColumnFunction
        where TColumns : struct, IColumns<TLane>
        where TLane : struct, ILane<TLane>
    {
        for (var index = 0; index < columns.Count; index++)
        {
            var result = y.Slice(columns.Place(index) * size, size);
            fixed (T* from = columns.Column(0, index), to = result)
            {
                // a number is written to all lanes
                var target = size == 1 ? memory : (double*)to;
                f.Apply<TColumns, TLane>(columns.Rows, (nint)from, (nint)target, (nint)(memory + TLane.Width));
            }
            if (size == 1)
            {
                result[0] = Numbers.From<T>(memory[0]);
            }
        }
    }

    /// <summary>Lays columns side by side, so many beside each other; the last is repeated where there are fewer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Gather<T>(in ColumnBatch<T> columns, int start, int count, double* x, int step)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var operand = 0; operand < columns.Operands; operand++)
        {
            for (var lane = 0; lane < count; lane++)
            {
                var column = columns.Column(operand, start + lane);
                for (var i = 0; i < column.Length; i++)
                {
                    x[(i * step) + lane] = Numbers.To(column[i]);
                }
            }
            for (var end = x + (columns.Rows * step); x < end; x += step)
            {
                for (var lane = count; lane < step; lane++)
                {
                    x[lane] = x[count - 1];
                }
            }
        }
    }

    /// <summary>Writes results that lie side by side to their places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scatter<T>(in ColumnBatch<T> columns, int start, int count, double* x, int step, int size, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var lane = 0; lane < count; lane++)
        {
            var column = y.Slice(columns.Place(start + lane) * size, size);
            for (var i = 0; i < column.Length; i++)
            {
                column[i] = Numbers.From<T>(x[(i * step) + lane]);
            }
        }
    }
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>A matrix in memory: element (i, j) lies at Start + i · RowStride + j · ColumnStride.</summary>
internal readonly unsafe struct Operand<T>(T* start, nint rowStride, nint columnStride) where T : unmanaged
{
    /// <summary>Where element (0, 0) lies.</summary>
    internal T* Start { get; } = start;

    /// <summary>The distance from a row to the next.</summary>
    internal nint RowStride { get; } = rowStride;

    /// <summary>The distance from a column to the next.</summary>
    internal nint ColumnStride { get; } = columnStride;

    /// <summary>The part that begins at row i and column j.</summary>
    [MethodImpl(Jit.Inline)]
    internal Operand<T> From(nint i, nint j) =>
        new(Start + (i * RowStride) + (j * ColumnStride), RowStride, ColumnStride);

    /// <summary>Copies the upper left part, rows × columns, to another place; the rows are neighbours in both.</summary>
    internal void CopyTo(int rows, int columns, Operand<T> to)
    {
        for (var j = 0; j < columns; j++)
        {
            new ReadOnlySpan<T>(From(0, j).Start, rows).CopyTo(new Span<T>(to.From(0, j).Start, rows));
        }
    }
}

using System.Numerics;
using System.Numerics.Tensors;

namespace AutoDiff.Kernels;

/// <summary>Copies between arrangements of the same numbers: transposes, windows, repeats. All storage is dense column-major.</summary>
public static unsafe class Layout
{
    private const int Block = 32;

    /// <summary>Writes the transpose of a to y.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="rows">The rows of a.</param>
    /// <param name="columns">The columns of a.</param>
    /// <param name="a">The matrix, rows × columns.</param>
    /// <param name="y">The result, columns × rows; must not overlap a.</param>
    /// <exception cref="ArgumentException">A span does not have rows · columns elements.</exception>
    public static void Transpose<T>(int rows, int columns, ReadOnlySpan<T> a, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RequireMatrix(rows, columns, a.Length, y.Length);
        if (rows <= 1 || columns <= 1)
        {
            a.CopyTo(y);
            return;
        }
        fixed (T* pa = a, py = y)
        {
            Transpose(rows, columns, new Operand<T>(pa, rows, 1), new Operand<T>(py, 1, columns));
        }
    }

    /// <summary>Tile by tile, because a run along the one matrix jumps from cache line to cache line in the other.</summary>
    private static void Transpose<T>(int rows, int columns, Operand<T> a, Operand<T> y) where T : unmanaged
    {
        for (var i = 0; i < rows; i += Block)
        {
            for (var j = 0; j < columns; j += Block)
            {
                var (height, width) = (Math.Min(Block, rows - i), Math.Min(Block, columns - j));
                Packing.CopyRows(width, height, a.From(j, i), y.From(j, i).Start, columns);
            }
        }
    }

    /// <summary>Writes the window of x to y, packed.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="view">The window into x.</param>
    /// <param name="x">The storage looked into.</param>
    /// <param name="y">The result, view.Rows × view.Columns.</param>
    /// <exception cref="ArgumentException">y does not have the window's size.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The window reaches outside x.</exception>
    public static void Read<T>(View view, ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RequireWindow(view, x.Length, y.Length);
        for (var j = 0; j < view.Columns; j++)
        {
            var start = view.Offset + (j * view.ColumnStride);
            var column = y.Slice(j * view.Rows, view.Rows);
            if (view.RowStride == 1)
            {
                x.Slice(start, view.Rows).CopyTo(column);
                continue;
            }
            for (var i = 0; i < column.Length; i++)
            {
                column[i] = x[start + (i * view.RowStride)];
            }
        }
    }

    /// <summary>Adds x, packed, onto the window of y; what lies outside the window stays.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="view">The window into y.</param>
    /// <param name="x">The summand, view.Rows × view.Columns.</param>
    /// <param name="y">The storage added to.</param>
    /// <exception cref="ArgumentException">x does not have the window's size.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The window reaches outside y.</exception>
    public static void Add<T>(View view, ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RequireWindow(view, y.Length, x.Length);
        for (var j = 0; j < view.Columns; j++)
        {
            var start = view.Offset + (j * view.ColumnStride);
            var column = x.Slice(j * view.Rows, view.Rows);
            if (view.RowStride == 1)
            {
                var target = y.Slice(start, view.Rows);
                TensorPrimitives.Add(target, column, target);
                continue;
            }
            for (var i = 0; i < column.Length; i++)
            {
                y[start + (i * view.RowStride)] += column[i];
            }
        }
    }

    /// <summary>Writes v to every column of y.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="rows">The rows of y, the length of v.</param>
    /// <param name="columns">The columns of y.</param>
    /// <param name="v">The column.</param>
    /// <param name="y">The result, rows × columns.</param>
    /// <exception cref="ArgumentException">A span does not have the length its sizes ask for.</exception>
    public static void RepeatColumn<T>(int rows, int columns, ReadOnlySpan<T> v, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RequireMatrix(rows, columns, (long)v.Length * columns, y.Length);
        if (rows == 1)
        {
            y.Fill(v[0]);
            return;
        }
        for (var j = 0; j < columns; j++)
        {
            v.CopyTo(y.Slice(j * rows, rows));
        }
    }

    /// <summary>Writes v to every row of y.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="rows">The rows of y.</param>
    /// <param name="columns">The columns of y, the length of v.</param>
    /// <param name="v">The row.</param>
    /// <param name="y">The result, rows × columns.</param>
    /// <exception cref="ArgumentException">A span does not have the length its sizes ask for.</exception>
    public static void RepeatRow<T>(int rows, int columns, ReadOnlySpan<T> v, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RequireMatrix(rows, columns, (long)rows * v.Length, y.Length);
        if (rows == 1)
        {
            v.CopyTo(y);
            return;
        }
        for (var j = 0; j < columns; j++)
        {
            y.Slice(j * rows, rows).Fill(v[j]);
        }
    }

    private static void RequireMatrix(int rows, int columns, long from, int to)
    {
        Lengths.RequireCounts(rows, columns);
        if (from != (long)rows * columns)
        {
            throw new ArgumentException($"The operand does not fit a matrix of {rows} × {columns}.");
        }
        Lengths.Require((long)rows * columns, to, "The length of the result");
    }

    private static void RequireWindow(View view, int storage, int packed)
    {
        Lengths.RequireCounts(view.Rows, view.Columns);
        Lengths.Require((long)view.Rows * view.Columns, packed, "The length of the packed window");
        if (packed == 0)
        {
            return;
        }
        long down = (view.Rows - 1L) * view.RowStride, right = (view.Columns - 1L) * view.ColumnStride;
        var first = view.Offset + Math.Min(down, 0) + Math.Min(right, 0);
        var last = view.Offset + Math.Max(down, 0) + Math.Max(right, 0);
        if (first < 0 || last >= storage)
        {
            throw new ArgumentOutOfRangeException(nameof(view), view, $"The window reaches outside its storage of {storage} elements.");
        }
    }
}

namespace AutoDiff.Kernels;

/// <summary>Copies of factors in the order in which a micro-kernel reads them.</summary>
internal static unsafe class Packing
{
    /// <summary>
    /// Writes a, rows × columns, as panels of so many rows, one after the other, each column by column; the last is filled up with zeros.
    /// </summary>
    internal static void Panels<T>(int panelRows, int rows, int columns, Operand<T> a, T* panels) where T : unmanaged
    {
        for (var i = 0; i < rows; i += panelRows)
        {
            var count = Math.Min(panelRows, rows - i);
            var panel = panels + ((nint)i * columns);
            if (count < panelRows)
            {
                new Span<T>(panel, panelRows * columns).Clear();
            }
            if (a.RowStride == 1)
            {
                a.From(i, 0).CopyTo(count, columns, new Operand<T>(panel, 1, panelRows));
            }
            else
            {
                CopyRows(count, columns, a.From(i, 0), panel, panelRows);
            }
        }
    }

    /// <summary>
    /// Copies a matrix whose rows are runs of memory to one whose columns are, a given stride apart. Four rows at a time, so that what is
    /// written lies together.
    /// </summary>
    internal static void CopyRows<T>(int rows, int columns, Operand<T> a, T* to, int stride) where T : unmanaged
    {
        var i = 0;
        for (; i <= rows - 4; i += 4)
        {
            CopyFourRows(columns, a.From(i, 0), to + i, stride);
        }
        for (; i < rows; i++)
        {
            var from = a.From(i, 0).Start;
            for (var j = 0; j < columns; j++)
            {
                to[i + ((nint)j * stride)] = from[j];
            }
        }
    }

    private static void CopyFourRows<T>(int columns, Operand<T> a, T* to, int stride) where T : unmanaged
    {
        T* a0 = a.Start, a1 = a0 + a.RowStride, a2 = a1 + a.RowStride, a3 = a2 + a.RowStride;
        for (var j = 0; j < columns; j++, to += stride)
        {
            to[0] = a0[j];
            to[1] = a1[j];
            to[2] = a2[j];
            to[3] = a3[j];
        }
    }
}

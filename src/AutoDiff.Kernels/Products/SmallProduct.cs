namespace AutoDiff.Kernels;

/// <summary>Products small enough that the factors stay in the cache as they lie: the micro-kernel reads them in place.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <typeparam name="TKernel">The micro-kernel.</typeparam>
internal static unsafe class SmallProduct<T, TKernel> where T : unmanaged where TKernel : IMicroKernel<T>
{
    /// <summary>c = a b; only a factor a whose columns are scattered, or shorter than a register, is copied first.</summary>
    internal static void Run(int m, int n, int k, Operand<T> a, Operand<T> b, Operand<T> c)
    {
        var isShort = m < TKernel.RegisterRows;
        if (isShort || a.RowStride != 1)
        {
            var rows = isShort ? TKernel.RegisterRows : m;
            var copy = Workspace.ForA<T>((long)rows * k);
            Packing.Panels(rows, m, k, a, copy);
            a = new Operand<T>(copy, 1, rows);
        }
        for (var j = 0; j < n; j += TKernel.Columns)
        {
            var columns = Math.Min(TKernel.Columns, n - j);
            if (isShort)
            {
                ShortColumns(m, columns, k, a, b.From(0, j), c.From(0, j));
            }
            else
            {
                Columns(m, columns, k, a, b.From(0, j), c.From(0, j));
            }
        }
    }

    /// <summary>Rows that do not fill a register are computed beside the result, with zeros below them.</summary>
    private static void ShortColumns(int m, int columns, int k, Operand<T> a, Operand<T> b, Operand<T> c)
    {
        var block = new Operand<T>(Workspace.ForC<T>(TKernel.RegisterRows * TKernel.Columns), 1, TKernel.RegisterRows);
        TKernel.Run(1, columns, k, a, b, block, false);
        block.CopyTo(m, columns, c);
    }

    /// <summary>The last block reaches back over rows already computed where registers do not fit m: they get the same bits.</summary>
    private static void Columns(int m, int columns, int k, Operand<T> a, Operand<T> b, Operand<T> c)
    {
        for (var i = 0; i < m;)
        {
            var registers = Math.Clamp((m - i) / TKernel.RegisterRows, 1, TKernel.Registers);
            var rows = registers * TKernel.RegisterRows;
            i = Math.Min(i, m - rows);
            TKernel.Run(registers, columns, k, a.From(i, 0), b, c.From(i, 0), false);
            i += rows;
        }
    }
}

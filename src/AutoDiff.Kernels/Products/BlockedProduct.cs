namespace AutoDiff.Kernels;

/// <summary>
/// The five loops around the micro-kernel (Goto and van de Geijn, Anatomy of high-performance matrix multiplication, ACM TOMS 34, 2008):
/// a block of op(A) stays in the second cache, a panel of op(B) in the third, both packed.
/// </summary>
/// <remarks>
/// A column of the result depends on its column of op(B) alone, in an order that m, n and k fix: columns may be shared out between
/// threads without a change of bits.
/// </remarks>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <typeparam name="TKernel">The micro-kernel.</typeparam>
internal static unsafe class BlockedProduct<T, TKernel> where T : unmanaged where TKernel : IMicroKernel<T>
{
    private const int KC = 256;
    private const int NC = 1024;

    private static int MR => TKernel.Registers * TKernel.RegisterRows;

    private static int NR => TKernel.Columns;

    private static int MC => 8 * MR;

    /// <summary>c = a b.</summary>
    internal static void Run(int m, int n, int k, Operand<T> a, Operand<T> b, Operand<T> c)
    {
        var panelsB = Workspace.ForB<T>((long)Math.Min(KC, k) * (Math.Min(NC, n) + NR));
        for (var j = 0; j < n; j += NC)
        {
            var nc = Math.Min(NC, n - j);
            for (var p = 0; p < k; p += KC)
            {
                var kc = Math.Min(KC, k - p);
                var part = b.From(p, j);
                Packing.Panels(NR, nc, kc, new Operand<T>(part.Start, part.ColumnStride, part.RowStride), panelsB);
                Rows(m, nc, kc, a.From(0, p), panelsB, c.From(0, j), p > 0);
            }
        }
    }

    private static void Rows(int m, int nc, int kc, Operand<T> a, T* panelsB, Operand<T> c, bool accumulate)
    {
        var panelsA = Workspace.ForA<T>((long)kc * (Math.Min(MC, m) + MR));
        for (var i = 0; i < m; i += MC)
        {
            var mc = Math.Min(MC, m - i);
            Packing.Panels(MR, mc, kc, a.From(i, 0), panelsA);
            MacroKernel(mc, nc, kc, panelsA, panelsB, c.From(i, 0), accumulate);
        }
    }

    private static void MacroKernel(int mc, int nc, int kc, T* panelsA, T* panelsB, Operand<T> c, bool accumulate)
    {
        for (var j = 0; j < nc; j += NR)
        {
            var b = new Operand<T>(panelsB + ((nint)j * kc), NR, 1);
            for (var i = 0; i < mc; i += MR)
            {
                var a = new Operand<T>(panelsA + ((nint)i * kc), 1, MR);
                Block(Math.Min(MR, mc - i), Math.Min(NR, nc - j), kc, a, b, c.From(i, j), accumulate);
            }
        }
    }

    private static void Block(int rows, int columns, int kc, Operand<T> a, Operand<T> b, Operand<T> c, bool accumulate)
    {
        var registers = (rows + TKernel.RegisterRows - 1) / TKernel.RegisterRows;
        if (rows == registers * TKernel.RegisterRows)
        {
            TKernel.Run(registers, columns, kc, a, b, c, accumulate);
            return;
        }
        var block = new Operand<T>(Workspace.ForC<T>(MR * NR), 1, MR);
        if (accumulate)
        {
            c.CopyTo(rows, columns, block);
        }
        TKernel.Run(registers, columns, kc, a, b, block, accumulate);
        block.CopyTo(rows, columns, c);
    }
}

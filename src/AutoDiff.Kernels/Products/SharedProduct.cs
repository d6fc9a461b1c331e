namespace AutoDiff.Kernels;

/// <summary>
/// Products large enough to be shared out between threads: each computes columns of the result of its own, with copies of its own, to the
/// same bits as one thread would.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <typeparam name="TKernel">The micro-kernel.</typeparam>
internal static unsafe class SharedProduct<T, TKernel> where T : unmanaged where TKernel : IMicroKernel<T>
{
    /// <summary>The number of multiplications from which on waking a thread costs little beside the product.</summary>
    private const long LargeWork = 4_000_000;

    /// <summary>c = a b.</summary>
    internal static void Run(int m, int n, int k, Operand<T> a, Operand<T> b, Operand<T> c)
    {
        var panels = (n + TKernel.Columns - 1) / TKernel.Columns;
        var shares = (long)m * n * k < LargeWork ? 1 : Math.Min(Threads.Available, panels);
        if (shares == 1)
        {
            BlockedProduct<T, TKernel>.Run(m, n, k, a, b, c);
        }
        else
        {
            Share(shares, panels, m, n, k, a, b, c);
        }
    }

    /// <summary>Apart from Run, which would allocate what the loop captures for small products too.</summary>
    private static void Share(int shares, int panels, int m, int n, int k, Operand<T> a, Operand<T> b, Operand<T> c) =>
        Threads.Run(shares, share =>
        {
            var start = Start(share);
            BlockedProduct<T, TKernel>.Run(m, Start(share + 1) - start, k, a, b.From(0, start), c.From(0, start));

            int Start(int of) => Math.Min(n, (int)((long)panels * of / shares) * TKernel.Columns);
        });
}

namespace AutoDiff.Kernels;

/// <summary>
/// A micro-kernel in the sense of BLIS (Van Zee and van de Geijn, ACM TOMS 41, 2015): it keeps a block of the result, MR × NR, in
/// registers while it runs along the inner dimension.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
internal unsafe interface IMicroKernel<T> where T : unmanaged
{
    /// <summary>The rows of a register; every block is this many rows tall, or two or more times.</summary>
    static abstract int RegisterRows { get; }

    /// <summary>The most registers a block is tall.</summary>
    static abstract int Registers { get; }

    /// <summary>The columns of a block, NR.</summary>
    static abstract int Columns { get; }

    /// <summary>
    /// c (+)= a b for a block of so many registers and at most Columns columns. The rows of a and c are neighbours in memory. Where
    /// there are fewer columns, the last is computed several times over, to the same bits. With accumulate, c holds the first summands.
    /// </summary>
    static abstract void Run(int registers, int columns, int k, Operand<T> a, Operand<T> b, Operand<T> c, bool accumulate);
}

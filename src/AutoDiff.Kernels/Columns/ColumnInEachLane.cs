using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>As many columns as a register has lanes, their elements side by side in memory.</summary>
/// <typeparam name="TLane">The registers.</typeparam>
internal readonly struct ColumnInEachLane<TLane> : IColumns<TLane> where TLane : struct, ILane<TLane>
{
    /// <inheritdoc/>
    public static int Count => TLane.Width;

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane At(nint x, nint i) => TLane.Load(x, i * TLane.Width);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Max(int rows, nint x)
    {
        var largest = TLane.Create(double.NegativeInfinity);
        for (var i = 0; i < rows; i++)
        {
            largest = TLane.Max(largest, At(x, i));
        }
        return largest;
    }

    /// <inheritdoc/>
    /// <remarks>For columns of one block of <see cref="Pairwise"/>: eight partial sums, and what is left over.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Sum<TTerm>(int rows, nint x, TLane z) where TTerm : struct, IBinaryFunction
    {
        var full = rows / 8 * 8;
        var rest = Partial<TTerm>(full, 1, rows, x, z);
        if (full == 0)
        {
            return TLane.Create(0) + rest;
        }
        var even = Pair<TTerm>(0, full, x, z) + Pair<TTerm>(2, full, x, z);
        var odd = Pair<TTerm>(1, full, x, z) + Pair<TTerm>(3, full, x, z);
        return even + odd + rest;
    }

    [MethodImpl(Jit.Inline)]
    private static TLane Pair<TTerm>(int start, int end, nint x, TLane z) where TTerm : struct, IBinaryFunction =>
        Partial<TTerm>(start, 8, end, x, z) + Partial<TTerm>(start + 4, 8, end, x, z);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static TLane Partial<TTerm>(int start, int step, int end, nint x, TLane z) where TTerm : struct, IBinaryFunction
    {
        var sum = TLane.Create(0);
        for (var i = start; i < end; i += step)
        {
            sum += TTerm.Apply(At(x, i), z);
        }
        return sum;
    }
}

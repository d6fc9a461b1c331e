using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoDiff.Kernels;

/// <summary>What emitted code does with memory at an address. Nothing is checked: whoever emits the code knows the lengths.</summary>
public static unsafe class Cells
{
    private const int Block = 256;

    /// <summary>The double at index i.</summary>
    /// <param name="address">Where the doubles begin.</param>
    /// <param name="i">The index.</param>
    /// <returns>The number there.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Get(nint address, int i) => ((double*)address)[i];

    /// <summary>Writes the double at index i.</summary>
    /// <param name="address">Where the doubles begin.</param>
    /// <param name="i">The index.</param>
    /// <param name="x">The number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Set(nint address, int i, double x) => ((double*)address)[i] = x;

    /// <summary>The address at index i of a table of addresses.</summary>
    /// <param name="table">Where the table begins.</param>
    /// <param name="i">The index.</param>
    /// <returns>The address there.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint GetAddress(nint table, int i) => ((nint*)table)[i];

    /// <summary>The address of the double at index i.</summary>
    /// <param name="address">Where the doubles begin.</param>
    /// <param name="i">The index.</param>
    /// <returns>The address there.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint At(nint address, int i) => address + ((nint)i * sizeof(double));

    /// <summary>Copies bytes from one place to another; the two do not overlap.</summary>
    /// <param name="from">Where they are.</param>
    /// <param name="to">Where they go.</param>
    /// <param name="bytes">How many there are.</param>
    public static void Copy(nint from, nint to, long bytes) => Buffer.MemoryCopy((void*)from, (void*)to, bytes, bytes);

    /// <summary>Sets doubles to 0.</summary>
    /// <param name="address">Where the doubles begin.</param>
    /// <param name="count">How many there are.</param>
    public static void Clear(nint address, int count) => new Span<double>((double*)address, count).Clear();

    /// <summary>Eight doubles from index i on.</summary>
    /// <param name="address">Where the doubles begin.</param>
    /// <param name="i">The index of the first.</param>
    /// <returns>The register.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Load(nint address, long i) => Vector512.Load((double*)address + i);

    /// <summary>Writes eight doubles from index i on.</summary>
    /// <param name="x">The register.</param>
    /// <param name="address">Where the doubles begin.</param>
    /// <param name="i">The index of the first.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<double> x, nint address, long i) => x.Store((double*)address + i);

    /// <summary>The same number eight times.</summary>
    /// <param name="x">The number.</param>
    /// <returns>The register.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Repeat(double x) => Vector512.Create(x);

    /// <summary>The first <paramref name="count"/> doubles from index i on, and zeros.</summary>
    /// <param name="address">Where the doubles begin.</param>
    /// <param name="i">The index of the first.</param>
    /// <param name="count">How many there are, fewer than eight.</param>
    /// <returns>The register.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LoadPart(nint address, long i, int count)
    {
        var from = (double*)address + i;
        if (Avx512F.IsSupported)
        {
            return Avx512F.MaskLoad(from, Mask(count), Vector512<double>.Zero);
        }
        var pad = stackalloc double[8];
        new Span<double>(pad, 8).Clear();
        new Span<double>(from, count).CopyTo(new Span<double>(pad, 8));
        return Vector512.Load(pad);
    }

    /// <summary>Writes the first <paramref name="count"/> doubles from index i on.</summary>
    /// <param name="x">The register.</param>
    /// <param name="address">Where the doubles begin.</param>
    /// <param name="i">The index of the first.</param>
    /// <param name="count">How many there are, fewer than eight.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePart(Vector512<double> x, nint address, long i, int count)
    {
        var to = (double*)address + i;
        if (Avx512F.IsSupported)
        {
            Avx512F.MaskStore(to, Mask(count), x);
            return;
        }
        for (var k = 0; k < count; k++)
        {
            to[k] = x[k];
        }
    }

    /// <summary>What a block of a pairwise sum comes to: its lanes, and what is left at its end.</summary>
    /// <param name="lanes">The sums of every eighth term.</param>
    /// <param name="rest">The sum of the terms at the end.</param>
    /// <returns>The sum of the block.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Fold(Vector512<double> lanes, double rest) => Pairwise.Fold(lanes.GetLower() + lanes.GetUpper()) + rest;

    /// <summary>The sum of the first <paramref name="count"/> terms at the end of a block, one after the other.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="count">How many there are.</param>
    /// <returns>Their sum.</returns>
    public static double Rest(Vector512<double> terms, int count)
    {
        var rest = 0.0;
        for (var k = 0; k < count; k++)
        {
            rest += terms[k];
        }
        return rest;
    }

    /// <summary>The pairwise sum of so many terms from the sums of its blocks of 256.</summary>
    /// <param name="blocks">Where the sums of the blocks begin.</param>
    /// <param name="count">The number of terms.</param>
    /// <returns>Their sum.</returns>
    public static double Total(nint blocks, int count) => Pairwise.Combine(new ReadOnlySpan<double>((double*)blocks, (count + Block - 1) / Block), count);

    private static Vector512<double> Mask(int count) =>
        Vector512.LessThan(Vector512.Create(0L, 1, 2, 3, 4, 5, 6, 7), Vector512.Create((long)count)).AsDouble();
}

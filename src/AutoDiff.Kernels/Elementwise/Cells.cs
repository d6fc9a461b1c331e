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
    [MethodImpl(Jit.Inline)]
    public static double Get(nint address, int i) => ((double*)address)[i];

    /// <summary>Writes the double at index i.</summary>
    /// <param name="address">Where the doubles begin.</param>
    /// <param name="i">The index.</param>
    /// <param name="x">The number.</param>
    [MethodImpl(Jit.Inline)]
    public static void Set(nint address, int i, double x) => ((double*)address)[i] = x;

    /// <summary>The address at index i of a table of addresses.</summary>
    /// <param name="table">Where the table begins.</param>
    /// <param name="i">The index.</param>
    /// <returns>The address there.</returns>
    [MethodImpl(Jit.Inline)]
    public static nint GetAddress(nint table, int i) => ((nint*)table)[i];

    /// <summary>The number at index i of a list of indices.</summary>
    /// <param name="list">Where the list begins.</param>
    /// <param name="i">The index.</param>
    /// <returns>The number there.</returns>
    [MethodImpl(Jit.Inline)]
    public static int GetIndex(nint list, int i) => ((int*)list)[i];

    /// <summary>The address of the double at index i.</summary>
    /// <param name="address">Where the doubles begin.</param>
    /// <param name="i">The index.</param>
    /// <returns>The address there.</returns>
    [MethodImpl(Jit.Inline)]
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
    [MethodImpl(Jit.Inline)]
    public static Vector512<double> Load(nint address, long i) => Vector512.Load((double*)address + i);

    /// <summary>Writes eight doubles from index i on.</summary>
    /// <param name="x">The register.</param>
    /// <param name="address">Where the doubles begin.</param>
    /// <param name="i">The index of the first.</param>
    [MethodImpl(Jit.Inline)]
    public static void Store(Vector512<double> x, nint address, long i) => x.Store((double*)address + i);

    /// <summary>The same number eight times.</summary>
    /// <param name="x">The number.</param>
    /// <returns>The register.</returns>
    [MethodImpl(Jit.Inline)]
    public static Vector512<double> Repeat(double x) => Vector512.Create(x);

    /// <summary>The first <paramref name="count"/> doubles from index i on, and zeros.</summary>
    /// <param name="address">Where the doubles begin.</param>
    /// <param name="i">The index of the first.</param>
    /// <param name="count">How many there are, fewer than eight.</param>
    /// <returns>The register.</returns>
    [MethodImpl(Jit.Inline)]
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
    [MethodImpl(Jit.Inline)]
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

    /// <summary>Doubles from index i times the step on, each a step from the one before, and zeros.</summary>
    /// <param name="address">Where the doubles begin.</param>
    /// <param name="i">The number of steps to the first.</param>
    /// <param name="step">The distance from one to the next.</param>
    /// <param name="count">How many there are, up to eight.</param>
    /// <returns>The register.</returns>
    [MethodImpl(Jit.Inline)]
    public static Vector512<double> Gather(nint address, long i, int step, int count)
    {
        var from = (double*)address + (i * step);
        if (count == 8)
        {
            var s = (nint)step;
            return Vector512.Create(from[0], from[s], from[2 * s], from[3 * s], from[4 * s], from[5 * s], from[6 * s], from[7 * s]);
        }
        return GatherPart(from, step, count);
    }

    /// <summary>Writes a register to index i times the step and on, each number a step from the one before.</summary>
    /// <param name="x">The register.</param>
    /// <param name="address">Where the doubles begin.</param>
    /// <param name="i">The number of steps to the first.</param>
    /// <param name="step">The distance from one to the next.</param>
    /// <param name="count">How many are written, up to eight.</param>
    public static void Scatter(Vector512<double> x, nint address, long i, int step, int count)
    {
        var to = (double*)address + (i * step);
        var from = (double*)&x;
        for (var k = 0; k < count; k++)
        {
            to[(nint)k * step] = from[k];
        }
    }

    /// <summary>The address so many strides on.</summary>
    /// <param name="address">Where doubles begin.</param>
    /// <param name="count">The number of strides.</param>
    /// <param name="stride">How many doubles a stride is.</param>
    /// <returns>The address.</returns>
    [MethodImpl(Jit.Inline)]
    public static nint Along(nint address, long count, int stride) => address + (nint)(count * stride * sizeof(double));

    /// <summary>Eight doubles from index i - offset on, with zeros before the first and after the last.</summary>
    /// <param name="address">Where the doubles begin.</param>
    /// <param name="i">The index of the first element that is wanted.</param>
    /// <param name="offset">The index of the first double.</param>
    /// <param name="size">How many doubles there are.</param>
    /// <returns>The register.</returns>
    [MethodImpl(Jit.Inline)]
    public static Vector512<double> LoadWithin(nint address, long i, int offset, int size)
    {
        var from = i - offset;
        return from >= 0 && from <= size - 8L ? Vector512.Load((double*)address + from) : LoadAtEnds((double*)address, from, size);
    }

    /// <summary>Eight numbers from index i - offset on, with zeros before the first and after the last.</summary>
    /// <param name="x">The numbers, which are all the same.</param>
    /// <param name="i">The index of the first element that is wanted.</param>
    /// <param name="offset">The index of the first number.</param>
    /// <param name="size">How many numbers there are.</param>
    /// <returns>The register.</returns>
    [MethodImpl(Jit.Inline)]
    public static Vector512<double> RepeatWithin(Vector512<double> x, long i, int offset, int size)
    {
        var from = i - offset;
        return from >= 0 && from <= size - 8L ? x : x & Inside(from, size);
    }

    /// <summary>What a block of a pairwise sum comes to: its lanes, and what is left at its end.</summary>
    /// <param name="lanes">The sums of every eighth term.</param>
    /// <param name="rest">The sum of the terms at the end.</param>
    /// <returns>The sum of the block.</returns>
    [MethodImpl(Jit.Inline)]
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

    private static Vector512<double> Inside(long from, int size)
    {
        var i = Vector512.Create(0L, 1, 2, 3, 4, 5, 6, 7) + Vector512.Create(from);
        return (Vector512.GreaterThanOrEqual(i, Vector512<long>.Zero) & Vector512.LessThan(i, Vector512.Create((long)size))).AsDouble();
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector512<double> LoadAtEnds(double* x, long from, int size)
    {
        if (Avx512F.IsSupported)
        {
            return Avx512F.MaskLoad(x + from, Inside(from, size), Vector512<double>.Zero);
        }
        var pad = stackalloc double[8];
        for (var k = 0; k < 8; k++)
        {
            pad[k] = from + k >= 0 && from + k < size ? x[from + k] : 0;
        }
        return Vector512.Load(pad);
    }

    private static Vector512<double> GatherPart(double* from, int step, int count)
    {
        var pad = stackalloc double[8];
        for (var k = 0; k < 8; k++)
        {
            pad[k] = k < count ? from[(nint)k * step] : 0;
        }
        return Vector512.Load(pad);
    }

    private static Vector512<double> Mask(int count) =>
        Vector512.LessThan(Vector512.Create(0L, 1, 2, 3, 4, 5, 6, 7), Vector512.Create((long)count)).AsDouble();
}

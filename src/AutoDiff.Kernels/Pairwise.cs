using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AutoDiff.Kernels;

/// <summary>
/// Pairwise summation (Higham, The accuracy of floating point summation, SIAM J. Sci. Comput. 14, 1993): the error grows with the
/// logarithm of the length. The order of additions is a function of the length alone, with eight lanes on every machine, so that the
/// bits do not depend on the width of its registers.
/// </summary>
internal static class Pairwise
{
    private const int Block = 256;

    /// <summary>The sum of the terms over two spans of one length, in double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double Sum<T, TTerm>(ReadOnlySpan<T> x, ReadOnlySpan<T> z, TTerm term)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTerm : struct, ITerm<T>
    {
        if (x.Length <= Block)
        {
            return SumBlock(x, z, term);
        }
        var half = (x.Length + Block) / (2 * Block) * Block;
        return Sum(x[..half], z[..half], term) + Sum(x[half..], z[half..], term);
    }

    /// <summary>Adds factor y to x and returns the sum of the products with z after that: the same additions as of <see cref="ProductTerm{T}"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double AddScaledAndDot(Span<double> x, double factor, ReadOnlySpan<double> y, ReadOnlySpan<double> z)
    {
        if (x.Length <= Block)
        {
            return AddScaledAndDotBlock(x, factor, y, z);
        }
        var half = (x.Length + Block) / (2 * Block) * Block;
        return AddScaledAndDot(x[..half], factor, y[..half], z[..half]) + AddScaledAndDot(x[half..], factor, y[half..], z[half..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double AddScaledAndDotBlock(Span<double> x, double factor, ReadOnlySpan<double> y, ReadOnlySpan<double> z)
    {
        ref var a = ref MemoryMarshal.GetReference(x);
        ref var b = ref MemoryMarshal.GetReference(y);
        ref var c = ref MemoryMarshal.GetReference(z);
        Vector512<double> lanes = default;
        var factors = Vector512.Create(factor);
        nuint i = 0;
        for (; (int)i <= x.Length - 8; i += 8)
        {
            var sum = (Vector512.LoadUnsafe(ref b, i) * factors) + Vector512.LoadUnsafe(ref a, i);
            sum.StoreUnsafe(ref a, i);
            lanes += sum * Vector512.LoadUnsafe(ref c, i);
        }
        var rest = 0.0;
        for (var k = (int)i; k < x.Length; k++)
        {
            x[k] = (y[k] * factor) + x[k];
            rest += x[k] * z[k];
        }
        return Fold(lanes.GetLower() + lanes.GetUpper()) + rest;
    }

    /// <summary>The sum of so many terms from the sums of their blocks: the same additions as above.</summary>
    internal static double Combine(ReadOnlySpan<double> blocks, int length)
    {
        if (length <= Block)
        {
            return blocks[0];
        }
        var half = (length + Block) / (2 * Block) * Block;
        return Combine(blocks[..(half / Block)], half) + Combine(blocks[(half / Block)..], length - half);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double SumBlock<T, TTerm>(ReadOnlySpan<T> x, ReadOnlySpan<T> z, TTerm term)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTerm : struct, ITerm<T>
    {
        ref var first = ref MemoryMarshal.GetReference(x);
        ref var second = ref MemoryMarshal.GetReference(z);
        Vector256<double> low = default, high = default;
        var i = 0;
        if (Vector512.IsHardwareAccelerated && typeof(TTerm) == typeof(ProductTerm<double>))
        {
            Vector512<double> lanes = default;
            ref var a = ref Unsafe.As<T, double>(ref first);
            ref var b = ref Unsafe.As<T, double>(ref second);
            for (; i <= x.Length - 8; i += 8)
            {
                lanes += Vector512.LoadUnsafe(ref a, (nuint)i) * Vector512.LoadUnsafe(ref b, (nuint)i);
            }
            (low, high) = (lanes.GetLower(), lanes.GetUpper());
        }
        for (; i <= x.Length - 8; i += 8)
        {
            low += term.Four(ref first, ref second, i);
            high += term.Four(ref first, ref second, i + 4);
        }
        var rest = 0.0;
        for (; i < x.Length; i++)
        {
            rest += term.One(ref first, ref second, i);
        }
        return Fold(low + high) + rest;
    }

    internal static double Fold(Vector256<double> lanes)
    {
        var pair = lanes.GetLower() + lanes.GetUpper();
        return pair[0] + pair[1];
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AutoDiff.Kernels;

/// <summary>The two precisions behind the type parameter of the kernels.</summary>
internal static class Precision
{
    /// <summary>The same memory, seen as the type it has.</summary>
    [MethodImpl(Jit.Inline)]
    internal static ReadOnlySpan<TTo> As<T, TTo>(ReadOnlySpan<T> x) where T : unmanaged where TTo : unmanaged =>
        MemoryMarshal.Cast<T, TTo>(x);

    /// <summary>The same memory, seen as the type it has.</summary>
    [MethodImpl(Jit.Inline)]
    internal static Span<TTo> As<T, TTo>(Span<T> x) where T : unmanaged where TTo : unmanaged => MemoryMarshal.Cast<T, TTo>(x);

    /// <summary>Throws unless T is double or float; costs nothing where it is.</summary>
    [MethodImpl(Jit.Inline)]
    internal static void Check<T>()
    {
        if (typeof(T) != typeof(double) && typeof(T) != typeof(float))
        {
            throw new NotSupportedException($"The kernels work on double and float, not on {typeof(T)}.");
        }
    }
}

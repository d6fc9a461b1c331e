namespace AutoDiff.Kernels;

/// <summary>
/// The buffers that packed panels live in: one set a thread, kept for the next product (fresh memory costs more than a small product),
/// and collected with its thread. Safe because a product never calls anything that could start another on the same thread.
/// </summary>
internal static unsafe class Workspace
{
    private const int Alignment = 64;

    [ThreadStatic]
    private static byte[]? forA, forB, forC;

    /// <summary>Room for the packed first factor.</summary>
    internal static T* ForA<T>(long count) where T : unmanaged => Rent<T>(ref forA, count);

    /// <summary>Room for the packed second factor.</summary>
    internal static T* ForB<T>(long count) where T : unmanaged => Rent<T>(ref forB, count);

    /// <summary>Room for parts of the result.</summary>
    internal static T* ForC<T>(long count) where T : unmanaged => Rent<T>(ref forC, count);

    private static T* Rent<T>(ref byte[]? buffer, long count) where T : unmanaged
    {
        var bytes = (count * sizeof(T)) + Alignment;
        if (buffer is null || buffer.Length < bytes)
        {
            buffer = GC.AllocateUninitializedArray<byte>(checked((int)bytes), pinned: true);
        }
        var address = (nuint)System.Runtime.CompilerServices.Unsafe.AsPointer(ref buffer[0]);
        return (T*)((address + Alignment - 1) & ~(nuint)(Alignment - 1));
    }
}

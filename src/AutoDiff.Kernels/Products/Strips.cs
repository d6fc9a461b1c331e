using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>One column of a register block: a few registers on top of each other.</summary>
/// <typeparam name="TSelf">The strip.</typeparam>
/// <typeparam name="T">The type of its elements.</typeparam>
internal unsafe interface IStrip<TSelf, T> where TSelf : struct, IStrip<TSelf, T> where T : unmanaged
{
    /// <summary>The elements from p on.</summary>
    static abstract TSelf Load(T* p);

    /// <summary>Writes the strip to p.</summary>
    static abstract void Store(TSelf y, T* p);

    /// <summary>y + x · z.</summary>
    static abstract TSelf MultiplyAdd(TSelf x, T z, TSelf y);
}

/// <summary>A strip of one register.</summary>
internal readonly unsafe struct Strip1<T, TVector, TOps>(TVector r0) : IStrip<Strip1<T, TVector, TOps>, T>
    where T : unmanaged where TVector : struct where TOps : IVectorOps<TVector, T>
{
    private readonly TVector r0 = r0;

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Strip1<T, TVector, TOps> Load(T* p) => new(TOps.Load(p));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static void Store(Strip1<T, TVector, TOps> y, T* p) => TOps.Store(y.r0, p);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Strip1<T, TVector, TOps> MultiplyAdd(Strip1<T, TVector, TOps> x, T z, Strip1<T, TVector, TOps> y) =>
        new(TOps.MultiplyAdd(x.r0, TOps.Broadcast(z), y.r0));
}

/// <summary>A strip of two registers.</summary>
internal readonly unsafe struct Strip2<T, TVector, TOps>(TVector r0, TVector r1) : IStrip<Strip2<T, TVector, TOps>, T>
    where T : unmanaged where TVector : struct where TOps : IVectorOps<TVector, T>
{
    private readonly TVector r0 = r0, r1 = r1;

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Strip2<T, TVector, TOps> Load(T* p) => new(TOps.Load(p), TOps.Load(p + TOps.Count));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static void Store(Strip2<T, TVector, TOps> y, T* p)
    {
        TOps.Store(y.r0, p);
        TOps.Store(y.r1, p + TOps.Count);
    }

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Strip2<T, TVector, TOps> MultiplyAdd(Strip2<T, TVector, TOps> x, T z, Strip2<T, TVector, TOps> y)
    {
        var factor = TOps.Broadcast(z);
        return new(TOps.MultiplyAdd(x.r0, factor, y.r0), TOps.MultiplyAdd(x.r1, factor, y.r1));
    }
}

/// <summary>A strip of three registers.</summary>
internal readonly unsafe struct Strip3<T, TVector, TOps>(TVector r0, TVector r1, TVector r2) : IStrip<Strip3<T, TVector, TOps>, T>
    where T : unmanaged where TVector : struct where TOps : IVectorOps<TVector, T>
{
    private readonly TVector r0 = r0, r1 = r1, r2 = r2;

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Strip3<T, TVector, TOps> Load(T* p) =>
        new(TOps.Load(p), TOps.Load(p + TOps.Count), TOps.Load(p + (2 * TOps.Count)));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static void Store(Strip3<T, TVector, TOps> y, T* p)
    {
        TOps.Store(y.r0, p);
        TOps.Store(y.r1, p + TOps.Count);
        TOps.Store(y.r2, p + (2 * TOps.Count));
    }

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Strip3<T, TVector, TOps> MultiplyAdd(Strip3<T, TVector, TOps> x, T z, Strip3<T, TVector, TOps> y)
    {
        var factor = TOps.Broadcast(z);
        return new(
            TOps.MultiplyAdd(x.r0, factor, y.r0), TOps.MultiplyAdd(x.r1, factor, y.r1), TOps.MultiplyAdd(x.r2, factor, y.r2));
    }
}

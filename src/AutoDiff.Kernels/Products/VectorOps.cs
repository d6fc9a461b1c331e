using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiff.Kernels;

/// <summary>The operations the product kernels need of a register, whatever its width and element type.</summary>
/// <typeparam name="TVector">The register.</typeparam>
/// <typeparam name="T">The type of its elements.</typeparam>
internal unsafe interface IVectorOps<TVector, T> where T : unmanaged
{
    /// <summary>The elements in a register.</summary>
    static abstract int Count { get; }

    /// <summary>Count elements from p on.</summary>
    static abstract TVector Load(T* p);

    /// <summary>Writes Count elements from p on.</summary>
    static abstract void Store(TVector x, T* p);

    /// <summary>The same number in all places.</summary>
    static abstract TVector Broadcast(T x);

    /// <summary>x z + y, fused where the machine can: an emulated fused operation would cost a hundredfold.</summary>
    static abstract TVector MultiplyAdd(TVector x, TVector z, TVector y);

    /// <summary>The sum of the elements.</summary>
    static abstract T Sum(TVector x);
}

/// <summary>512-bit registers.</summary>
internal readonly unsafe struct Ops512<T> : IVectorOps<Vector512<T>, T> where T : unmanaged
{
    /// <inheritdoc/>
    public static int Count => Vector512<T>.Count;

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Vector512<T> Load(T* p) => Vector512.Load(p);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static void Store(Vector512<T> x, T* p) => x.Store(p);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Vector512<T> Broadcast(T x) => Vector512.Create(x);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Vector512<T> MultiplyAdd(Vector512<T> x, Vector512<T> z, Vector512<T> y) =>
        typeof(T) == typeof(double)
            ? Vector512.MultiplyAddEstimate(x.AsDouble(), z.AsDouble(), y.AsDouble()).As<double, T>()
            : Vector512.MultiplyAddEstimate(x.AsSingle(), z.AsSingle(), y.AsSingle()).As<float, T>();

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static T Sum(Vector512<T> x) => Vector512.Sum(x);
}

/// <summary>256-bit registers.</summary>
internal readonly unsafe struct Ops256<T> : IVectorOps<Vector256<T>, T> where T : unmanaged
{
    /// <inheritdoc/>
    public static int Count => Vector256<T>.Count;

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Vector256<T> Load(T* p) => Vector256.Load(p);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static void Store(Vector256<T> x, T* p) => x.Store(p);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Vector256<T> Broadcast(T x) => Vector256.Create(x);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Vector256<T> MultiplyAdd(Vector256<T> x, Vector256<T> z, Vector256<T> y) =>
        typeof(T) == typeof(double)
            ? Vector256.MultiplyAddEstimate(x.AsDouble(), z.AsDouble(), y.AsDouble()).As<double, T>()
            : Vector256.MultiplyAddEstimate(x.AsSingle(), z.AsSingle(), y.AsSingle()).As<float, T>();

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static T Sum(Vector256<T> x) => Vector256.Sum(x);
}

/// <summary>128-bit registers, which every machine has or emulates.</summary>
internal readonly unsafe struct Ops128<T> : IVectorOps<Vector128<T>, T> where T : unmanaged
{
    /// <inheritdoc/>
    public static int Count => Vector128<T>.Count;

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Vector128<T> Load(T* p) => Vector128.Load(p);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static void Store(Vector128<T> x, T* p) => x.Store(p);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Vector128<T> Broadcast(T x) => Vector128.Create(x);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Vector128<T> MultiplyAdd(Vector128<T> x, Vector128<T> z, Vector128<T> y) =>
        typeof(T) == typeof(double)
            ? Vector128.MultiplyAddEstimate(x.AsDouble(), z.AsDouble(), y.AsDouble()).As<double, T>()
            : Vector128.MultiplyAddEstimate(x.AsSingle(), z.AsSingle(), y.AsSingle()).As<float, T>();

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static T Sum(Vector128<T> x) => Vector128.Sum(x);
}

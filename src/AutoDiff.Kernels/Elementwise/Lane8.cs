using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiff.Kernels;

/// <summary>Eight doubles in a register of 512 bits.</summary>
public readonly struct Lane8(Vector512<double> value) : ILane<Lane8>
{
    // read as a field: a property more in every operation would use up what the compiler is willing to inline
    private readonly Vector512<double> vector = value;

    /// <summary>The numbers.</summary>
    public Vector512<double> Value => vector;

    /// <inheritdoc/>
    public static int Width => 8;

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane8 Create(double x) => new(Vector512.Create(x));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane8 CreateBits(long bits) => new(Vector512.Create(bits).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static unsafe Lane8 Load(nint address, nint i) => new(Vector512.Load((double*)address + i));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static unsafe void Store(Lane8 x, nint address, nint i) => x.vector.Store((double*)address + i);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane8 operator +(Lane8 x, Lane8 z) => new(x.vector + z.vector);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane8 operator -(Lane8 x, Lane8 z) => new(x.vector - z.vector);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane8 operator *(Lane8 x, Lane8 z) => new(x.vector * z.vector);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane8 operator /(Lane8 x, Lane8 z) => new(x.vector / z.vector);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane8 operator -(Lane8 x) => new(-x.vector);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane8 operator &(Lane8 x, Lane8 z) => new(x.vector & z.vector);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane8 operator |(Lane8 x, Lane8 z) => new(x.vector | z.vector);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane8 operator ^(Lane8 x, Lane8 z) => new(x.vector ^ z.vector);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane8 MultiplyAdd(Lane8 x, Lane8 z, Lane8 w) => new(Vector512.FusedMultiplyAdd(x.vector, z.vector, w.vector));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane8 Sqrt(Lane8 x) => new(Vector512.Sqrt(x.vector));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane8 Abs(Lane8 x) => new(Vector512.Abs(x.vector));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane8 Max(Lane8 x, Lane8 z) => new(Vector512.Max(x.vector, z.vector));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane8 Min(Lane8 x, Lane8 z) => new(Vector512.Min(x.vector, z.vector));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane8 Round(Lane8 x) => new(Vector512.Round(x.vector));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane8 Floor(Lane8 x) => new(Vector512.Floor(x.vector));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane8 Less(Lane8 x, Lane8 z) => new(Vector512.LessThan(x.vector, z.vector));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane8 LessOrEqual(Lane8 x, Lane8 z) => new(Vector512.LessThanOrEqual(x.vector, z.vector));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane8 Equal(Lane8 x, Lane8 z) => new(Vector512.Equals(x.vector, z.vector));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane8 ConditionalSelect(Lane8 mask, Lane8 x, Lane8 z) => new(Vector512.ConditionalSelect(mask.vector, x.vector, z.vector));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static bool Any(Lane8 mask) => mask.vector.AsInt64() != Vector512<long>.Zero;

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane8 AddBits(Lane8 x, Lane8 z) => new((x.vector.AsInt64() + z.vector.AsInt64()).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane8 SubtractBits(Lane8 x, Lane8 z) => new((x.vector.AsInt64() - z.vector.AsInt64()).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane8 ShiftLeft(Lane8 x, int count) => new((x.vector.AsInt64() << count).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane8 ShiftRight(Lane8 x, int count) => new((x.vector.AsInt64() >>> count).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane8 ToSingle(Lane8 x) => new(Vector512.WidenLower(Vector512.Narrow(x.vector, x.vector)));

    /// <inheritdoc/>
    public static Lane8 Map(Func<double, double> f, Lane8 x)
    {
        ArgumentNullException.ThrowIfNull(f);
        var y = x.vector;
        for (var i = 0; i < Width; i++)
        {
            y = y.WithElement(i, f(x.vector[i]));
        }
        return new(y);
    }

    /// <inheritdoc/>
    public static Lane8 Map(Func<double, double, double> f, Lane8 x, Lane8 z)
    {
        ArgumentNullException.ThrowIfNull(f);
        var y = x.vector;
        for (var i = 0; i < Width; i++)
        {
            y = y.WithElement(i, f(x.vector[i], z.vector[i]));
        }
        return new(y);
    }

    /// <inheritdoc/>
    public static Lane8 Map(Func<double, double, double, double> f, Lane8 x, Lane8 z, Lane8 w)
    {
        ArgumentNullException.ThrowIfNull(f);
        var y = x.vector;
        for (var i = 0; i < Width; i++)
        {
            y = y.WithElement(i, f(x.vector[i], z.vector[i], w.vector[i]));
        }
        return new(y);
    }
}

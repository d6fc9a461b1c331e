using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiff.Kernels;

/// <summary>Two doubles in a register of 128 bits.</summary>
public readonly struct Lane2(Vector128<double> value) : ILane<Lane2>
{
    // read as a field: a property more in every operation would use up what the compiler is willing to inline
    private readonly Vector128<double> vector = value;

    /// <summary>The numbers.</summary>
    public Vector128<double> Value => vector;

    /// <inheritdoc/>
    public static int Width => 2;

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane2 Create(double x) => new(Vector128.Create(x));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane2 CreateBits(long bits) => new(Vector128.Create(bits).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static unsafe Lane2 Load(nint address, nint i) => new(Vector128.Load((double*)address + i));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static unsafe void Store(Lane2 x, nint address, nint i) => x.vector.Store((double*)address + i);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane2 operator +(Lane2 x, Lane2 z) => new(x.vector + z.vector);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane2 operator -(Lane2 x, Lane2 z) => new(x.vector - z.vector);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane2 operator *(Lane2 x, Lane2 z) => new(x.vector * z.vector);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane2 operator /(Lane2 x, Lane2 z) => new(x.vector / z.vector);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane2 operator -(Lane2 x) => new(-x.vector);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane2 operator &(Lane2 x, Lane2 z) => new(x.vector & z.vector);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane2 operator |(Lane2 x, Lane2 z) => new(x.vector | z.vector);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane2 operator ^(Lane2 x, Lane2 z) => new(x.vector ^ z.vector);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane2 MultiplyAdd(Lane2 x, Lane2 z, Lane2 w) => new(Vector128.FusedMultiplyAdd(x.vector, z.vector, w.vector));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane2 Sqrt(Lane2 x) => new(Vector128.Sqrt(x.vector));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane2 Abs(Lane2 x) => new(Vector128.Abs(x.vector));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane2 Max(Lane2 x, Lane2 z) => new(Vector128.Max(x.vector, z.vector));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane2 Min(Lane2 x, Lane2 z) => new(Vector128.Min(x.vector, z.vector));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane2 Round(Lane2 x) => new(Vector128.Round(x.vector));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane2 Floor(Lane2 x) => new(Vector128.Floor(x.vector));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane2 Less(Lane2 x, Lane2 z) => new(Vector128.LessThan(x.vector, z.vector));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane2 LessOrEqual(Lane2 x, Lane2 z) => new(Vector128.LessThanOrEqual(x.vector, z.vector));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane2 Equal(Lane2 x, Lane2 z) => new(Vector128.Equals(x.vector, z.vector));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane2 ConditionalSelect(Lane2 mask, Lane2 x, Lane2 z) => new(Vector128.ConditionalSelect(mask.vector, x.vector, z.vector));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static bool Any(Lane2 mask) => mask.vector.AsInt64() != Vector128<long>.Zero;

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane2 AddBits(Lane2 x, Lane2 z) => new((x.vector.AsInt64() + z.vector.AsInt64()).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane2 SubtractBits(Lane2 x, Lane2 z) => new((x.vector.AsInt64() - z.vector.AsInt64()).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane2 ShiftLeft(Lane2 x, int count) => new((x.vector.AsInt64() << count).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane2 ShiftRight(Lane2 x, int count) => new((x.vector.AsInt64() >>> count).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane2 ToSingle(Lane2 x) => new(Vector128.WidenLower(Vector128.Narrow(x.vector, x.vector)));

    /// <inheritdoc/>
    public static Lane2 Map(Func<double, double> f, Lane2 x)
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
    public static Lane2 Map(Func<double, double, double> f, Lane2 x, Lane2 z)
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
    public static Lane2 Map(Func<double, double, double, double> f, Lane2 x, Lane2 z, Lane2 w)
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

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiff.Kernels;

/// <summary>Four doubles in a register of 256 bits.</summary>
public readonly struct Lane4(Vector256<double> value) : ILane<Lane4>
{
    // read as a field: a property more in every operation would use up what the compiler is willing to inline
    private readonly Vector256<double> vector = value;

    /// <summary>The numbers.</summary>
    public Vector256<double> Value => vector;

    /// <inheritdoc/>
    public static int Width => 4;

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane4 Create(double x) => new(Vector256.Create(x));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane4 CreateBits(long bits) => new(Vector256.Create(bits).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static unsafe Lane4 Load(nint address, nint i) => new(Vector256.Load((double*)address + i));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static unsafe void Store(Lane4 x, nint address, nint i) => x.vector.Store((double*)address + i);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane4 operator +(Lane4 x, Lane4 z) => new(x.vector + z.vector);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane4 operator -(Lane4 x, Lane4 z) => new(x.vector - z.vector);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane4 operator *(Lane4 x, Lane4 z) => new(x.vector * z.vector);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane4 operator /(Lane4 x, Lane4 z) => new(x.vector / z.vector);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane4 operator -(Lane4 x) => new(-x.vector);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane4 operator &(Lane4 x, Lane4 z) => new(x.vector & z.vector);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane4 operator |(Lane4 x, Lane4 z) => new(x.vector | z.vector);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane4 operator ^(Lane4 x, Lane4 z) => new(x.vector ^ z.vector);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane4 MultiplyAdd(Lane4 x, Lane4 z, Lane4 w) => new(Vector256.FusedMultiplyAdd(x.vector, z.vector, w.vector));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane4 Sqrt(Lane4 x) => new(Vector256.Sqrt(x.vector));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane4 Abs(Lane4 x) => new(Vector256.Abs(x.vector));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane4 Max(Lane4 x, Lane4 z) => new(Vector256.Max(x.vector, z.vector));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane4 Min(Lane4 x, Lane4 z) => new(Vector256.Min(x.vector, z.vector));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane4 Round(Lane4 x) => new(Vector256.Round(x.vector));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane4 Floor(Lane4 x) => new(Vector256.Floor(x.vector));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane4 Less(Lane4 x, Lane4 z) => new(Vector256.LessThan(x.vector, z.vector));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane4 LessOrEqual(Lane4 x, Lane4 z) => new(Vector256.LessThanOrEqual(x.vector, z.vector));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane4 Equal(Lane4 x, Lane4 z) => new(Vector256.Equals(x.vector, z.vector));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane4 ConditionalSelect(Lane4 mask, Lane4 x, Lane4 z) => new(Vector256.ConditionalSelect(mask.vector, x.vector, z.vector));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static bool Any(Lane4 mask) => mask.vector.AsInt64() != Vector256<long>.Zero;

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane4 AddBits(Lane4 x, Lane4 z) => new((x.vector.AsInt64() + z.vector.AsInt64()).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane4 SubtractBits(Lane4 x, Lane4 z) => new((x.vector.AsInt64() - z.vector.AsInt64()).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane4 ShiftLeft(Lane4 x, int count) => new((x.vector.AsInt64() << count).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane4 ShiftRight(Lane4 x, int count) => new((x.vector.AsInt64() >>> count).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane4 ToSingle(Lane4 x) => new(Vector256.WidenLower(Vector256.Narrow(x.vector, x.vector)));

    /// <inheritdoc/>
    public static Lane4 Map(Func<double, double> f, Lane4 x)
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
    public static Lane4 Map(Func<double, double, double> f, Lane4 x, Lane4 z)
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
    public static Lane4 Map(Func<double, double, double, double> f, Lane4 x, Lane4 z, Lane4 w)
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

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiff.Kernels;

/// <summary>One double.</summary>
public readonly struct Lane1(double value) : ILane<Lane1>
{
    // read as a field: a property more in every operation would use up what the compiler is willing to inline
    private readonly double number = value;

    /// <summary>The number.</summary>
    public double Value => number;

    /// <inheritdoc/>
    public static int Width => 1;

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane1 Create(double x) => new(x);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane1 CreateBits(long bits) => new(BitConverter.Int64BitsToDouble(bits));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static unsafe Lane1 Load(nint address, nint i) => new(((double*)address)[i]);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static unsafe void Store(Lane1 x, nint address, nint i) => ((double*)address)[i] = x.number;

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane1 operator +(Lane1 x, Lane1 z) => new(x.number + z.number);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane1 operator -(Lane1 x, Lane1 z) => new(x.number - z.number);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane1 operator *(Lane1 x, Lane1 z) => new(x.number * z.number);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane1 operator /(Lane1 x, Lane1 z) => new(x.number / z.number);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane1 operator -(Lane1 x) => new(-x.number);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane1 operator &(Lane1 x, Lane1 z) => new((Vector128.CreateScalarUnsafe(x.number) & Vector128.CreateScalarUnsafe(z.number)).ToScalar());

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane1 operator |(Lane1 x, Lane1 z) => new((Vector128.CreateScalarUnsafe(x.number) | Vector128.CreateScalarUnsafe(z.number)).ToScalar());

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane1 operator ^(Lane1 x, Lane1 z) => new((Vector128.CreateScalarUnsafe(x.number) ^ Vector128.CreateScalarUnsafe(z.number)).ToScalar());

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane1 MultiplyAdd(Lane1 x, Lane1 z, Lane1 w) => new(Math.FusedMultiplyAdd(x.number, z.number, w.number));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane1 Sqrt(Lane1 x) => new(Math.Sqrt(x.number));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane1 Abs(Lane1 x) => new(Math.Abs(x.number));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane1 Max(Lane1 x, Lane1 z) => new(Math.Max(x.number, z.number));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane1 Min(Lane1 x, Lane1 z) => new(Math.Min(x.number, z.number));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane1 Round(Lane1 x) => new(Math.Round(x.number));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane1 Floor(Lane1 x) => new(Math.Floor(x.number));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane1 Less(Lane1 x, Lane1 z) => new(Vector128.LessThan(Vector128.CreateScalarUnsafe(x.number), Vector128.CreateScalarUnsafe(z.number)).ToScalar());

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane1 LessOrEqual(Lane1 x, Lane1 z) => new(Vector128.LessThanOrEqual(Vector128.CreateScalarUnsafe(x.number), Vector128.CreateScalarUnsafe(z.number)).ToScalar());

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane1 Equal(Lane1 x, Lane1 z) => new(Vector128.Equals(Vector128.CreateScalarUnsafe(x.number), Vector128.CreateScalarUnsafe(z.number)).ToScalar());

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane1 ConditionalSelect(Lane1 mask, Lane1 x, Lane1 z) =>
        new(Vector128.ConditionalSelect(Vector128.CreateScalarUnsafe(mask.number), Vector128.CreateScalarUnsafe(x.number), Vector128.CreateScalarUnsafe(z.number)).ToScalar());

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static bool Any(Lane1 mask) => mask.Bits != 0;

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane1 AddBits(Lane1 x, Lane1 z) => new((Vector128.CreateScalarUnsafe(x.number).AsInt64() + Vector128.CreateScalarUnsafe(z.number).AsInt64()).AsDouble().ToScalar());

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane1 SubtractBits(Lane1 x, Lane1 z) => new((Vector128.CreateScalarUnsafe(x.number).AsInt64() - Vector128.CreateScalarUnsafe(z.number).AsInt64()).AsDouble().ToScalar());

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane1 ShiftLeft(Lane1 x, int count) => new((Vector128.CreateScalarUnsafe(x.number).AsInt64() << count).AsDouble().ToScalar());

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane1 ShiftRight(Lane1 x, int count) => new((Vector128.CreateScalarUnsafe(x.number).AsInt64() >>> count).AsDouble().ToScalar());

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane1 ToSingle(Lane1 x) => new((float)x.number);

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane1 Map(Func<double, double> f, Lane1 x) => new(f(x.number));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane1 Map(Func<double, double, double> f, Lane1 x, Lane1 z) => new(f(x.number, z.number));

    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static Lane1 Map(Func<double, double, double, double> f, Lane1 x, Lane1 z, Lane1 w) =>
        new(f(x.number, z.number, w.number));

    private long Bits => BitConverter.DoubleToInt64Bits(Value);
}

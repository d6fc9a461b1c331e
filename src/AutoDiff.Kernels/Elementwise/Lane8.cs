using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiff.Kernels;

/// <summary>Eight doubles in a register of 512 bits.</summary>
public readonly struct Lane8(Vector512<double> value) : ILane<Lane8>
{
    /// <summary>The numbers.</summary>
    public Vector512<double> Value { get; } = value;

    /// <inheritdoc/>
    public static int Width => 8;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Create(double x) => new(Vector512.Create(x));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 CreateBits(long bits) => new(Vector512.Create(bits).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Lane8 Load(nint address, nint i) => new(Vector512.Load((double*)address + i));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Store(Lane8 x, nint address, nint i) => x.Value.Store((double*)address + i);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 operator +(Lane8 x, Lane8 z) => new(x.Value + z.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 operator -(Lane8 x, Lane8 z) => new(x.Value - z.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 operator *(Lane8 x, Lane8 z) => new(x.Value * z.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 operator /(Lane8 x, Lane8 z) => new(x.Value / z.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 operator -(Lane8 x) => new(-x.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 operator &(Lane8 x, Lane8 z) => new(x.Value & z.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 operator |(Lane8 x, Lane8 z) => new(x.Value | z.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 operator ^(Lane8 x, Lane8 z) => new(x.Value ^ z.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 MultiplyAdd(Lane8 x, Lane8 z, Lane8 w) => new(Vector512.FusedMultiplyAdd(x.Value, z.Value, w.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Sqrt(Lane8 x) => new(Vector512.Sqrt(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Abs(Lane8 x) => new(Vector512.Abs(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Max(Lane8 x, Lane8 z) => new(Vector512.Max(x.Value, z.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Min(Lane8 x, Lane8 z) => new(Vector512.Min(x.Value, z.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Round(Lane8 x) => new(Vector512.Round(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Floor(Lane8 x) => new(Vector512.Floor(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Less(Lane8 x, Lane8 z) => new(Vector512.LessThan(x.Value, z.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 LessOrEqual(Lane8 x, Lane8 z) => new(Vector512.LessThanOrEqual(x.Value, z.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Equal(Lane8 x, Lane8 z) => new(Vector512.Equals(x.Value, z.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 ConditionalSelect(Lane8 mask, Lane8 x, Lane8 z) => new(Vector512.ConditionalSelect(mask.Value, x.Value, z.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Lane8 mask) => mask.Value.AsInt64() != Vector512<long>.Zero;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 AddBits(Lane8 x, Lane8 z) => new((x.Value.AsInt64() + z.Value.AsInt64()).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 SubtractBits(Lane8 x, Lane8 z) => new((x.Value.AsInt64() - z.Value.AsInt64()).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 ShiftLeft(Lane8 x, int count) => new((x.Value.AsInt64() << count).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 ShiftRight(Lane8 x, int count) => new((x.Value.AsInt64() >>> count).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 ToSingle(Lane8 x) => new(Vector512.WidenLower(Vector512.Narrow(x.Value, x.Value)));

    /// <inheritdoc/>
    public static Lane8 Map(Func<double, double> f, Lane8 x)
    {
        ArgumentNullException.ThrowIfNull(f);
        var y = x.Value;
        for (var i = 0; i < Width; i++)
        {
            y = y.WithElement(i, f(x.Value[i]));
        }
        return new(y);
    }

    /// <inheritdoc/>
    public static Lane8 Map(Func<double, double, double> f, Lane8 x, Lane8 z)
    {
        ArgumentNullException.ThrowIfNull(f);
        var y = x.Value;
        for (var i = 0; i < Width; i++)
        {
            y = y.WithElement(i, f(x.Value[i], z.Value[i]));
        }
        return new(y);
    }

    /// <inheritdoc/>
    public static Lane8 Map(Func<double, double, double, double> f, Lane8 x, Lane8 z, Lane8 w)
    {
        ArgumentNullException.ThrowIfNull(f);
        var y = x.Value;
        for (var i = 0; i < Width; i++)
        {
            y = y.WithElement(i, f(x.Value[i], z.Value[i], w.Value[i]));
        }
        return new(y);
    }
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>x, whatever z is.</summary>
internal readonly struct Itself : IBinaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x, TLane z) where TLane : struct, ILane<TLane> => x;
}

/// <summary>(z x)²</summary>
internal readonly struct ScaledSquare : IBinaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x, TLane z) where TLane : struct, ILane<TLane>
    {
        var scaled = z * x;
        return scaled * scaled;
    }
}

/// <summary>|x| / z</summary>
internal readonly struct AbsoluteQuotient : IBinaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x, TLane z) where TLane : struct, ILane<TLane> => TLane.Abs(x) / z;
}

/// <summary>x to the power of z &gt; 0, for x from 0 to 1.</summary>
internal readonly struct PowerOfShare : IBinaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x, TLane z) where TLane : struct, ILane<TLane>
    {
        var zero = TLane.Create(0);
        return TLane.ConditionalSelect(TLane.Equal(x, zero), zero, Power.OfPositive(x, z, zero));
    }
}

/// <summary>x - z, and 0 where both are equal, also infinite.</summary>
internal readonly struct Below : IBinaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x, TLane z) where TLane : struct, ILane<TLane> =>
        TLane.ConditionalSelect(TLane.Equal(x, z), TLane.Create(0), x - z);
}

/// <summary>exp(x - z), and 1 where both are equal, also infinite.</summary>
internal readonly struct PowerBelow : IBinaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x, TLane z) where TLane : struct, ILane<TLane> => Exponential.Apply(Below.Apply(x, z));
}

/// <summary>x where it is not z.</summary>
internal readonly struct OtherThan : IBinaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x, TLane z) where TLane : struct, ILane<TLane> =>
        TLane.ConditionalSelect(TLane.Equal(x, z), TLane.Create(0), x);
}

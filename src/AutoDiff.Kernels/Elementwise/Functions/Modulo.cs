using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>What is left of x beside whole multiples of z, exactly, with the sign of z.</summary>
public readonly struct Modulo : IBinaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x, TLane z) where TLane : struct, ILane<TLane>
    {
        var rest = Remainder.Apply(x, z);
        var zero = TLane.Create(0);
        var other = TLane.Less((Signs.Of(rest) ^ Signs.Of(z)) | TLane.Create(1), zero);
        var y = TLane.ConditionalSelect(other, rest + z, rest);
        return TLane.ConditionalSelect(TLane.Equal(rest, zero), Signs.Of(z), y);
    }
}

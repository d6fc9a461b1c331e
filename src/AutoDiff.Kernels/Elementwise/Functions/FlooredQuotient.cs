using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The largest whole number that is not above x / z: the multiple of z that the modulo leaves out.</summary>
public readonly struct FlooredQuotient : IBinaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x, TLane z) where TLane : struct, ILane<TLane>
    {
        TLane zero = TLane.Create(0), y = TLane.Round((x - Modulo.Apply(x, z)) / z);
        // nothing or a step below 0
        var below = TLane.Less(x, zero) ^ TLane.Less(z, zero);
        var flat = TLane.ConditionalSelect(below & (TLane.Less(x, zero) | TLane.Less(zero, x)), TLane.Create(-1), zero);
        return TLane.ConditionalSelect(TLane.Equal(TLane.Abs(z), TLane.Create(double.PositiveInfinity)), flat, y);
    }
}

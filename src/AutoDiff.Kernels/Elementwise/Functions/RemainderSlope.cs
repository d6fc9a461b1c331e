using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>1 where x has a remainder beside multiples of z, else NaN.</summary>
public readonly struct RemainderSlope : IBinaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x, TLane z) where TLane : struct, ILane<TLane>
    {
        TLane zero = TLane.Create(0), infinity = TLane.Create(double.PositiveInfinity);
        var defined = TLane.Less(TLane.Abs(x), infinity) & TLane.Less(zero, TLane.Abs(z));
        return TLane.ConditionalSelect(defined, TLane.Create(1), TLane.Create(double.NaN));
    }
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>-1, 0 or 1 by the sign of x; a zero stays as it is, and so does NaN.</summary>
public readonly struct Sign : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var y = TLane.ConditionalSelect(TLane.Less(x, TLane.Create(0)), TLane.Create(-1), x);
        return TLane.ConditionalSelect(TLane.Less(TLane.Create(0), x), TLane.Create(1), y);
    }
}

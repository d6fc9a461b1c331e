using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>1 where x &gt; 0, else 0; NaN of NaN.</summary>
public readonly struct PositiveStep : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var y = TLane.ConditionalSelect(TLane.LessOrEqual(x, TLane.Create(0)), TLane.Create(0), x);
        return TLane.ConditionalSelect(TLane.Less(TLane.Create(0), x), TLane.Create(1), y);
    }
}

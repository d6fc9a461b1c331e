using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>x log z, and 0 for x = 0 and z ≥ 0.</summary>
public readonly struct ProductWithLogarithm : IBinaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x, TLane z) where TLane : struct, ILane<TLane>
    {
        var zero = TLane.Create(0);
        var none = TLane.Equal(x, zero) & TLane.LessOrEqual(zero, z);
        return TLane.ConditionalSelect(none, zero, x * NaturalLogarithm.Apply(z));
    }
}

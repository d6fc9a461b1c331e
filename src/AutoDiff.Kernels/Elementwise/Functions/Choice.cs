using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>x where the mask is not 0, z where it is 0.</summary>
public readonly struct Choice : ITernaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane mask, TLane x, TLane z) where TLane : struct, ILane<TLane> =>
        TLane.ConditionalSelect(TLane.Equal(mask, TLane.Create(0)), z, x);
}

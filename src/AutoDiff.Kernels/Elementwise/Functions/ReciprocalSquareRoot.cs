using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>1 / √x, ∞ at either zero.</summary>
public readonly struct ReciprocalSquareRoot : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane> =>
        TLane.Create(1) / (TLane.Sqrt(x) + TLane.Create(0));
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>1 / x above zero, ∞ at either zero, NaN below.</summary>
public readonly struct ReciprocalOfPositive : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane> =>
        TLane.ConditionalSelect(
            TLane.LessOrEqual(TLane.Create(0), x), TLane.Create(1) / TLane.Abs(x), TLane.Create(double.NaN));
}

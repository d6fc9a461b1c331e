using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>log(1 / (1 + exp(-x))).</summary>
public readonly struct LogLogistic : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane> =>
        -Softplus.Apply(-x);
}

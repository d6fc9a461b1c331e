using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The natural logarithm: -∞ at either zero, NaN below.</summary>
public readonly struct NaturalLogarithm : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var (head, rest) = LogarithmParts<TLane>.OfAny(x).Natural();
        return LogarithmParts<TLane>.AtEnds(x, head + rest);
    }
}

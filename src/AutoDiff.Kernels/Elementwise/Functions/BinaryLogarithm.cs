using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The logarithm to the base 2, exact at its powers: -∞ at either zero, NaN below.</summary>
public readonly struct BinaryLogarithm : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var parts = LogarithmParts<TLane>.OfAny(x);
        var (head, rest) = parts.ToBase(1.4426950408889634, 2.0355273740931033e-17);
        var sum = parts.Power + head;
        return LogarithmParts<TLane>.AtEnds(x, sum + (Rounding.OfOrderedSum(parts.Power, head, sum) + rest));
    }
}

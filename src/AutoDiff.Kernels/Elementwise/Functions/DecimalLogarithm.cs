using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The logarithm to the base 10, exact at its powers: -∞ at either zero, NaN below.</summary>
public readonly struct DecimalLogarithm : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var parts = LogarithmParts<TLane>.OfAny(x);
        var (head, rest) = parts.ToBase(0.4342944819032518, 1.098319650216765e-17);
        var log2 = TLane.Create(0.3010299956639812);
        var whole = parts.Power * log2;
        rest += TLane.MultiplyAdd(parts.Power, TLane.Create(-2.8037281277851704e-18), TLane.MultiplyAdd(parts.Power, log2, -whole));
        var sum = whole + head;
        return LogarithmParts<TLane>.AtEnds(x, sum + (Rounding.OfOrderedSum(whole, head, sum) + rest));
    }
}

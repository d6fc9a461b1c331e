using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>log(1 + x): -∞ at -1, NaN below.</summary>
public readonly struct LogarithmOfNext : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var one = TLane.Create(1);
        var u = one + x;
        var (head, rest) = LogarithmParts<TLane>.Of(u, Rounding.OfSum(one, x, u) / u).Natural();
        var y = LogarithmParts<TLane>.AtEnds(u, head + rest);
        return TLane.ConditionalSelect(TLane.Less(TLane.Abs(x), TLane.Create(5.551115123125783e-17)), x, y);
    }
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>log(1 + exp x).</summary>
public readonly struct Softplus : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var parts = LogisticParts<TLane>.Of(-TLane.Abs(x));
        var tiny = PowersOfTwo.Scale(parts.Head + parts.Rest, parts.Power);
        var (log, rest) = LogarithmParts<TLane>.Of(parts.Sum, parts.SumRest / parts.Sum).Natural();
        var larger = TLane.ConditionalSelect(TLane.Less(TLane.Create(0), x), x, TLane.Create(0));
        var sum = larger + log;
        var y = sum + (Rounding.OfSum(larger, log, sum) + rest);
        // below, log(1 + t) is t
        y = TLane.ConditionalSelect(TLane.Less(x, TLane.Create(-40)), tiny, y);
        y = TLane.ConditionalSelect(TLane.Less(x, TLane.Create(-746)), TLane.Create(0), y);
        return TLane.ConditionalSelect(TLane.Less(TLane.Create(40), x), x, y);
    }
}

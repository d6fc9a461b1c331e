using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>x / (1 + exp(-x)): 0 at -∞.</summary>
public readonly struct Silu : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var parts = LogisticParts<TLane>.Of(-TLane.Abs(x));
        TLane zero = TLane.Create(0), negative = TLane.Less(x, zero);
        var above = TLane.ConditionalSelect(negative, parts.Head, TLane.Create(1));
        var (quotient, lacking) = Rounding.Divide(above, negative & parts.Rest, parts.Sum, parts.SumRest);
        var y = x * quotient;
        y += TLane.MultiplyAdd(x, lacking, TLane.MultiplyAdd(x, quotient, -y));
        y = PowersOfTwo.Scale(y, negative & parts.Power);
        y = TLane.ConditionalSelect(TLane.Less(x, TLane.Create(-760)), zero, y) | Signs.Of(x);
        return TLane.ConditionalSelect(TLane.Less(TLane.Create(40), x), x, y);
    }
}

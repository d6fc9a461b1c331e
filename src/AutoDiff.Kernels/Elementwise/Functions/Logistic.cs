using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>1 / (1 + exp(-x)).</summary>
public readonly struct Logistic : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane> => From(LogisticParts<TLane>.Of(-TLane.Abs(x)), x);

    /// <summary>The function of x from the parts of -|x|.</summary>
    [MethodImpl(Jit.Inline)]
    internal static TLane From<TLane>(LogisticParts<TLane> parts, TLane x) where TLane : struct, ILane<TLane>
    {
        var negative = TLane.Less(x, TLane.Create(0));
        var above = TLane.ConditionalSelect(negative, parts.Head, TLane.Create(1));
        var (quotient, lacking) = Rounding.Divide(above, negative & parts.Rest, parts.Sum, parts.SumRest);
        var y = PowersOfTwo.Scale(quotient + lacking, negative & parts.Power);
        y = TLane.ConditionalSelect(TLane.Less(x, TLane.Create(-746)), TLane.Create(0), y);
        return TLane.ConditionalSelect(TLane.Less(TLane.Create(40), x), TLane.Create(1), y);
    }
}

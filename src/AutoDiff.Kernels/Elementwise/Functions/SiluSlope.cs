using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The slope of x / (1 + exp(-x)). With e = exp(-|x|) it is (1 + e + x e) / (1 + e)² from 0 on and e (1 + e + x) / (1 + e)² below, where nothing but the zero cancels.</summary>
public readonly struct SiluSlope : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        TLane zero = TLane.Create(0), negative = TLane.Less(x, zero);
        var parts = LogisticParts<TLane>.Of(-TLane.Abs(x));
        // beyond 2⁻²⁰⁰ the exponential is nothing beside 1
        var scale = PowersOfTwo.Of(TLane.Max(parts.Power, TLane.Create(-200)));
        var head = TLane.ConditionalSelect(negative, TLane.Create(1), scale * parts.Head);
        var rest = TLane.ConditionalSelect(negative, zero, scale * parts.Rest);
        var product = x * head;
        var sum = parts.Sum + product;
        rest = TLane.MultiplyAdd(x, rest, TLane.MultiplyAdd(x, head, -product)) + (Rounding.OfSum(parts.Sum, product, sum) + parts.SumRest);
        (sum, rest) = Rounding.Add(sum, rest);
        var square = parts.Sum * parts.Sum;
        var squareRest = TLane.MultiplyAdd(
            parts.Sum + parts.Sum, parts.SumRest, TLane.MultiplyAdd(parts.Sum, parts.Sum, -square));
        var (quotient, lacking) = Rounding.Divide(sum, rest, square, squareRest);
        var factor = TLane.ConditionalSelect(negative, parts.Head, TLane.Create(1));
        var y = factor * quotient;
        lacking = TLane.MultiplyAdd(factor, lacking, TLane.MultiplyAdd(factor, quotient, -y));
        y = PowersOfTwo.Scale(y + TLane.MultiplyAdd(negative & parts.Rest, quotient, lacking), negative & parts.Power);
        y = TLane.ConditionalSelect(TLane.Less(x, TLane.Create(-760)), zero, y);
        return TLane.ConditionalSelect(TLane.Less(TLane.Create(100), x), TLane.Create(1), y);
    }
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The number not below 0 whose hyperbolic cosine is x: log(x + √(x² - 1)), which is log 2x for large x; NaN below 1.</summary>
public readonly struct InverseHyperbolicCosine : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        TLane one = TLane.Create(1), infinity = TLane.Create(double.PositiveInfinity);
        var large = TLane.Less(TLane.Create(268435456), x);
        var a = TLane.ConditionalSelect(large, one, x);
        var square = a * a;
        var (less, lessRest) = Rounding.Add(square, -one);
        (less, lessRest) = Rounding.Add(less, lessRest + TLane.MultiplyAdd(a, a, -square));
        var (root, rootRest) = Roots.Of(less, lessRest);
        var u = a + root;
        var parts = LogarithmParts<TLane>.Of(
            TLane.ConditionalSelect(large, x, u),
            TLane.ConditionalSelect(large, TLane.Create(0), (Rounding.OfOrderedSum(a, root, u) + rootRest) / u));
        var (head, rest) = parts.Times(large & one).Natural();
        var inside = TLane.LessOrEqual(one, x) & TLane.Less(x, infinity);
        // the root is NaN of what is negative
        return TLane.ConditionalSelect(inside, head + rest, TLane.Sqrt(x - one));
    }
}

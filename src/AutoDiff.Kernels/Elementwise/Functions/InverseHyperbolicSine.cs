using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The number whose hyperbolic sine is x: log(|x| + √(1 + x²)), which is log 2|x| for large x.</summary>
public readonly struct InverseHyperbolicSine : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        TLane one = TLane.Create(1), distance = TLane.Abs(x);
        var large = TLane.Less(TLane.Create(268435456), distance);
        var a = TLane.ConditionalSelect(large, one, distance);
        var square = a * a;
        var sum = one + square;
        var (root, rootRest) = Roots.Of(sum, Rounding.OfSum(one, square, sum) + TLane.MultiplyAdd(a, a, -square));
        var u = a + root;
        var parts = LogarithmParts<TLane>.Of(
            TLane.ConditionalSelect(large, distance, u),
            TLane.ConditionalSelect(large, TLane.Create(0), (Rounding.OfSum(root, a, u) + rootRest) / u));
        var (head, rest) = parts.Times(large & one).Natural();
        var y = TLane.ConditionalSelect(TLane.Less(distance, TLane.Create(double.PositiveInfinity)), head + rest, distance) | Signs.Of(x);
        return TLane.ConditionalSelect(TLane.Less(distance, TLane.Create(7.450580596923828e-09)), x, y);
    }
}

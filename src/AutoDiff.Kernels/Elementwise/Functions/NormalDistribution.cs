using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The standard normal distribution, to all digits in its lower tail.</summary>
public readonly struct NormalDistribution : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        // erfc(-x/√2) / 2, where the exponential is that of -x²/2 itself
        TLane distance = TLane.Abs(x), scale = TLane.Create(0.7071067811865476);
        var a = distance * scale;
        var aRest = TLane.MultiplyAdd(distance, TLane.Create(-4.833646656726457e-17), TLane.MultiplyAdd(distance, scale, -a));
        var (head, rest, power) = Gaussian.OfSquare(x, TLane.Create(0.5));
        (head, rest) = Rounding.Add(head, rest);
        var far = TLane.LessOrEqual(x, TLane.Create(-0.70711));
        var y = ErrorFunctionParts<TLane>.Of(a, aRest, head, rest, power).Tail(far, Signs.Of(x), TLane.Create(0.5));
        y = TLane.ConditionalSelect(TLane.Less(x, TLane.Create(-39)), TLane.Create(0), y);
        return TLane.ConditionalSelect(TLane.Less(TLane.Create(9), x), TLane.Create(1), y);
    }
}

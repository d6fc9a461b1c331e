using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The error function.</summary>
public readonly struct ErrorFunction : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var distance = TLane.Abs(x);
        var parts = OfGaussian(distance);
        var y = TLane.ConditionalSelect(TLane.Less(TLane.Create(6), distance), TLane.Create(1), parts.Head + parts.Rest);
        return y | Signs.Of(x);
    }

    /// <summary>The parts for a ≥ 0.</summary>
    [MethodImpl(Jit.Inline)]
    internal static ErrorFunctionParts<TLane> OfGaussian<TLane>(TLane a) where TLane : struct, ILane<TLane>
    {
        var (head, rest, power) = Gaussian.OfSquare(a, TLane.Create(1));
        (head, rest) = Rounding.Add(head, rest);
        return ErrorFunctionParts<TLane>.Of(a, TLane.Create(0), head, rest, power);
    }
}

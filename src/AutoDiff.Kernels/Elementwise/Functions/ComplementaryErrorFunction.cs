using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>1 less the error function, to all digits in its tail.</summary>
public readonly struct ComplementaryErrorFunction : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var distance = TLane.Abs(x);
        var minus = Signs.Of(-x);
        var far = TLane.LessOrEqual(TLane.Create(0.5), x);
        var y = ErrorFunction.OfGaussian(distance).Tail(far, minus, TLane.Create(1));
        y = TLane.ConditionalSelect(TLane.Less(TLane.Create(28), x), TLane.Create(0), y);
        return TLane.ConditionalSelect(TLane.Less(x, TLane.Create(-6)), TLane.Create(2), y);
    }
}

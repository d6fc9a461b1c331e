using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The slope of the inverse of Mills' ratio λ: -λ (x + λ), which is -1 far below.</summary>
public readonly struct InverseMillsSlope : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var zero = TLane.Create(0);
        var mills = InverseMills.Apply(x);
        var y = TLane.ConditionalSelect(TLane.Equal(mills, zero), zero, -(mills * (x + mills)));
        var below = TLane.LessOrEqual(x, TLane.Create(-2));
        return TLane.Any(below) ? TLane.ConditionalSelect(below, Below(-x), y) : y;
    }

    // by the tails of its continued fraction at t = -x
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static TLane Below<TLane>(TLane t) where TLane : struct, ILane<TLane> =>
        TLane.ConditionalSelect(
            TLane.Less(TLane.Create(MillsTails<TLane>.Large), t), TLane.Create(-1), -MillsTails<TLane>.Of(t).Slope(t));
}

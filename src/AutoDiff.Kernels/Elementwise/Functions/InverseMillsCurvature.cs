using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The second derivative of the inverse of Mills' ratio λ: λ (2 (x + λ)² - x (x + λ) - 1), 0 far away.</summary>
public readonly struct InverseMillsCurvature : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var zero = TLane.Create(0);
        var mills = InverseMills.Apply(x);
        var m = x + mills;
        var y = mills * (TLane.Create(2) * m * m - x * m - TLane.Create(1));
        y = TLane.ConditionalSelect(TLane.Equal(mills, zero), zero, y);
        var below = TLane.LessOrEqual(x, TLane.Create(-2));
        return TLane.Any(below) ? TLane.ConditionalSelect(below, Below(-x), y) : y;
    }

    // by the tails of its continued fraction at t = -x
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static TLane Below<TLane>(TLane t) where TLane : struct, ILane<TLane> =>
        TLane.ConditionalSelect(
            TLane.Less(TLane.Create(MillsTails<TLane>.Large), t), TLane.Create(2) / t / t / t, MillsTails<TLane>.Of(t).Curvature(t));
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>x³.</summary>
public readonly struct Cube : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var square = x * x;
        var cube = square * x;
        var lacking = TLane.MultiplyAdd(square, x, -cube) + TLane.MultiplyAdd(x, x, -square) * x;
        // beyond 2^±300 roundings of roundings may overflow or vanish
        var distance = TLane.Abs(x);
        var inside = TLane.Less(distance, TLane.Create(1e90)) & TLane.Less(TLane.Create(1e-90), distance);
        return cube + (inside & lacking);
    }
}

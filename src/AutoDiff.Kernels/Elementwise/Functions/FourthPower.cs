using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>x⁴.</summary>
public readonly struct FourthPower : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var square = x * x;
        var power = square * square;
        var lacking = TLane.MultiplyAdd(square, square, -power) + (square + square) * TLane.MultiplyAdd(x, x, -square);
        var distance = TLane.Abs(x);
        var inside = TLane.Less(distance, TLane.Create(1e70)) & TLane.Less(TLane.Create(1e-70), distance);
        return power + (inside & lacking);
    }
}

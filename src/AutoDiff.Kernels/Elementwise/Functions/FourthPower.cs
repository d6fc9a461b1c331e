using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>x⁴.</summary>
public readonly struct FourthPower : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var square = x * x;
        var power = square * square;
        var lacking = TLane.MultiplyAdd(square, square, -power) + (square + square) * TLane.MultiplyAdd(x, x, -square);
        var finite = TLane.Less(power, TLane.Create(double.PositiveInfinity));
        return TLane.ConditionalSelect(finite, power + lacking, power);
    }
}

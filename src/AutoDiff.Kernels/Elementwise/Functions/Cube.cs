using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>x³.</summary>
public readonly struct Cube : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var a = TLane.Abs(x);
        var square = a * a;
        var cube = square * a;
        var lacking = TLane.MultiplyAdd(square, a, -cube) + TLane.MultiplyAdd(a, a, -square) * a;
        var finite = TLane.Less(cube, TLane.Create(double.PositiveInfinity));
        return TLane.ConditionalSelect(finite, cube + lacking, cube) | Signs.Of(x);
    }
}

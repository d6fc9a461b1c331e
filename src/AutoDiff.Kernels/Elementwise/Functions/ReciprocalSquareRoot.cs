using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>1 / √x, ∞ at either zero.</summary>
public readonly struct ReciprocalSquareRoot : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        TLane zero = TLane.Create(0), one = TLane.Create(1);
        var root = TLane.Sqrt(x) + zero;
        var y = one / root;
        // what the quotient lacks by its own rounding and by that of the root
        var ofRoot = TLane.MultiplyAdd(-root, root, x) * y * (TLane.Create(0.5) * y);
        var better = TLane.MultiplyAdd(y, TLane.MultiplyAdd(-y, root, one) - ofRoot, y);
        var inside = TLane.Less(zero, x) & TLane.Less(x, TLane.Create(double.PositiveInfinity));
        return TLane.ConditionalSelect(inside, better, y);
    }
}

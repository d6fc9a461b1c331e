using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>Square roots of sums, with what they lack: half the remainder over the root.</summary>
internal static class Roots
{
    /// <summary>√(x + xRest), where the rest is a rounding of x; 0 for 0.</summary>
    [MethodImpl(Jit.Inline)]
    internal static (TLane Root, TLane Lacking) Of<TLane>(TLane x, TLane xRest) where TLane : struct, ILane<TLane>
    {
        var root = TLane.Sqrt(x);
        var lacking = TLane.Create(0.5) * (TLane.MultiplyAdd(-root, root, x) + xRest) / root;
        return (root, TLane.ConditionalSelect(TLane.Equal(root, TLane.Create(0)), root, lacking));
    }

    /// <summary>√(1 - x²), NaN beyond -1 and 1.</summary>
    [MethodImpl(Jit.Inline)]
    internal static (TLane Root, TLane Lacking) OfOneLessSquare<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var square = x * x;
        var (difference, lacking) = Rounding.Add(TLane.Create(1), -square);
        return Of(difference, lacking - TLane.MultiplyAdd(x, x, -square));
    }
}

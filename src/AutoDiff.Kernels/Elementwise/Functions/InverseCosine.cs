using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The angle in [0, π] whose cosine is x; NaN beyond -1 and 1.</summary>
public readonly struct InverseCosine : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var (root, lacking) = Roots.OfOneLessSquare(x);
        return AngleParts<TLane>.Of(root, lacking, TLane.Abs(x), TLane.Create(0)).Or(TLane.Less(x, TLane.Create(0)));
    }
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The real part of 1 / (x + iz)ⁿ, 0 at the origin.</summary>
public readonly struct RealPartOfInverse : IParametricPairFunction<int>
{
    /// <inheritdoc/>
    [MethodImpl(Jit.Inline)]
    public static TLane Apply<TLane>(TLane x, TLane z, int parameters) where TLane : struct, ILane<TLane> => InversePower.Of(x, z, parameters).Real;
}

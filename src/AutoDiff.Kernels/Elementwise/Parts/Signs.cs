using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The sign bits of odd functions, which are computed for |x|.</summary>
internal static class Signs
{
    /// <summary>The sign bit of x alone.</summary>
    [MethodImpl(Jit.Inline)]
    internal static TLane Of<TLane>(TLane x) where TLane : struct, ILane<TLane> => x & TLane.Create(-0.0);
}

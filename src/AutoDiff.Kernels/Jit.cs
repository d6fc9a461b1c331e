using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>How the just-in-time compiler is to treat small methods of kernels.</summary>
internal static class Jit
{
    /// <summary>
    /// Written out in the caller; where the compiler leaves it a method of its own, optimised at once. By default it would run
    /// without any optimisation, a hundred times slower, for as long as the program goes on calling something new: most of a short program.
    /// </summary>
    public const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization;
}

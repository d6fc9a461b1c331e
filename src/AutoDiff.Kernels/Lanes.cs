using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiff.Kernels;

/// <summary>Loads of neighbouring elements as doubles.</summary>
internal static class Lanes
{
    /// <summary>Element i of x.</summary>
    [MethodImpl(Jit.Inline)]
    internal static double One<T>(ref T x, int i) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        double.CreateTruncating(Unsafe.Add(ref x, i));

    /// <summary>Elements i to i + 3 of x.</summary>
    [MethodImpl(Jit.Inline)]
    internal static Vector256<double> Four<T>(ref T x, int i) where T : unmanaged
    {
        if (typeof(T) == typeof(double))
        {
            return Vector256.LoadUnsafe(ref Unsafe.As<T, double>(ref x), (nuint)i);
        }
        var single = Vector128.LoadUnsafe(ref Unsafe.As<T, float>(ref x), (nuint)i);
        return Vector256.WidenLower(single.ToVector256Unsafe());
    }
}

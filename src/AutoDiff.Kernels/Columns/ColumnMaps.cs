using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>Functions of elements and of one number that belongs to their column.</summary>
internal static unsafe class ColumnMaps
{
    /// <summary>y[i] = f(x[i], z) for so many doubles, which are those of a single column or fill registers; y may be x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Run<TFunction, TLane>(int count, nint x, TLane z, nint y)
        where TFunction : struct, IBinaryFunction
        where TLane : struct, ILane<TLane>
    {
        nint i = 0;
        for (; i <= count - TLane.Width; i += TLane.Width)
        {
            TLane.Store(TFunction.Apply(TLane.Load(x, i), z), y, i);
        }
        if (i < count)
        {
            var rest = stackalloc double[8];
            LaneLoops.Copy((double*)x + i, rest, count - i);
            TLane.Store(TFunction.Apply(TLane.Load((nint)rest, 0), z), (nint)rest, 0);
            LaneLoops.Copy(rest, (double*)y + i, count - i);
        }
    }
}

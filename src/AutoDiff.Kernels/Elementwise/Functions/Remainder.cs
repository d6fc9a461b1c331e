using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>What is left of x beside whole multiples of z towards 0, exactly; it has the sign of x.</summary>
public readonly struct Remainder : IBinaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TLane Apply<TLane>(TLane x, TLane z) where TLane : struct, ILane<TLane>
    {
        TLane distance = TLane.Abs(x), step = TLane.Abs(z);
        var quotient = distance / step;
        // a quotient that is rounded up to a whole number leaves less than nothing: then one step is put back
        var rest = TLane.MultiplyAdd(-TLane.Floor(quotient), step, distance);
        rest = TLane.ConditionalSelect(TLane.Less(rest, TLane.Create(0)), rest + step, rest) | Signs.Of(x);
        var plain = TLane.Less(quotient, TLane.Create(4503599627370496)) & TLane.Less(step, TLane.Create(double.PositiveInfinity));
        var others = plain ^ TLane.CreateBits(-1);
        return TLane.Any(others) ? TLane.ConditionalSelect(others, TLane.Map(Long, x, z), rest) : rest;
    }

    // the division goes on bit by bit, and infinities and zeros have their limits
    private static double Long(double x, double z) => x % z;
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>Functions of the gamma family, of which each range of numbers has its own formula.</summary>
internal interface IGammaRanges
{
    /// <summary>From 10 on.</summary>
    static abstract TLane OfLarge<TLane>(TLane x) where TLane : struct, ILane<TLane>;

    /// <summary>Between 0 and 10.</summary>
    static abstract TLane OfSmall<TLane>(TLane x) where TLane : struct, ILane<TLane>;
}

/// <summary>The choice among the formulas; those that no number of a register needs are left out.</summary>
internal static class GammaRanges
{
    /// <summary>Where the asymptotic series begin.</summary>
    internal const double Large = 10;

    /// <summary>The function, which is given where numbers are not positive.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static TLane Of<TFunction, TLane>(TLane x, Func<double, double> otherwise)
        where TFunction : struct, IGammaRanges
        where TLane : struct, ILane<TLane>
    {
        TLane zero = TLane.Create(0), bound = TLane.Create(Large), one = TLane.Create(1);
        TLane large = TLane.LessOrEqual(bound, x), small = TLane.Less(zero, x) & TLane.Less(x, bound), y = zero;
        if (TLane.Any(small))
        {
            y = TFunction.OfSmall(TLane.ConditionalSelect(small, x, one));
        }
        if (TLane.Any(large))
        {
            y = TLane.ConditionalSelect(large, TFunction.OfLarge(TLane.ConditionalSelect(large, x, bound)), y);
        }
        var others = (large | small) ^ TLane.CreateBits(-1);
        return TLane.Any(others) ? TLane.ConditionalSelect(others, TLane.Map(otherwise, TLane.ConditionalSelect(others, x, one)), y) : y;
    }
}

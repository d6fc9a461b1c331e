using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>Functions of the gamma family, of which each range of numbers has its own formula.</summary>
internal interface IGammaRanges
{
    /// <summary>From 10 on.</summary>
    static abstract TLane OfLarge<TLane>(TLane x) where TLane : struct, ILane<TLane>;

    /// <summary>Between 0 and 10.</summary>
    static abstract TLane OfSmall<TLane>(TLane x) where TLane : struct, ILane<TLane>;

    /// <summary>Where it is not positive, or NaN.</summary>
    static abstract TLane OfOther<TLane>(TLane x) where TLane : struct, ILane<TLane>;
}

/// <summary>The choice among the formulas; those that no number of a register needs are left out.</summary>
internal static class GammaRanges
{
    /// <summary>Where the asymptotic series begin.</summary>
    internal const double Large = 10;

    /// <summary>The function.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static TLane Of<TFunction, TLane>(TLane x)
        where TFunction : struct, IGammaRanges
        where TLane : struct, ILane<TLane>
    {
        var positive = TLane.Less(TLane.Create(0), x);
        var other = positive ^ TLane.CreateBits(-1);
        var y = TLane.Any(positive) ? OfPositive<TFunction, TLane>(TLane.ConditionalSelect(positive, x, TLane.Create(1))) : x;
        return TLane.Any(other) ? TLane.ConditionalSelect(other, TFunction.OfOther(TLane.ConditionalSelect(other, x, TLane.Create(0))), y) : y;
    }

    /// <summary>The function of positive numbers.</summary>
    [MethodImpl(Jit.Inline)]
    internal static TLane OfPositive<TFunction, TLane>(TLane x)
        where TFunction : struct, IGammaRanges
        where TLane : struct, ILane<TLane>
    {
        TLane bound = TLane.Create(Large), one = TLane.Create(1), y = TLane.Create(0);
        TLane large = TLane.LessOrEqual(bound, x), small = large ^ TLane.CreateBits(-1);
        if (TLane.Any(small))
        {
            y = TFunction.OfSmall(TLane.ConditionalSelect(small, x, one));
        }
        if (TLane.Any(large))
        {
            y = TLane.ConditionalSelect(large, TFunction.OfLarge(TLane.ConditionalSelect(large, x, bound)), y);
        }
        return y;
    }

    /// <summary>The numbers below 0 that are no poles, and -1/2 in place of all others; and where the numbers are such.</summary>
    [MethodImpl(Jit.Inline)]
    internal static (TLane Numbers, TLane AreRegular) Regular<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        var regular = TLane.Less(TLane.Floor(x), x) & TLane.Less(TLane.Create(double.NegativeInfinity), x);
        return (TLane.ConditionalSelect(regular, x, TLane.Create(-0.5)), regular);
    }
}

using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// A running sum whose every partial sum is good to about one unit in the last place of the sum of magnitudes (Neumaier,
/// Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, ZAMM 54, 1974).
/// </summary>
/// <typeparam name="TLane">One sum or several side by side.</typeparam>
internal struct CompensatedSum<TLane> where TLane : struct, ILane<TLane>
{
    private TLane sum;
    private TLane lost;

    /// <summary>The sum so far.</summary>
    internal readonly TLane Value
    {
        [MethodImpl(Jit.Inline)]
        get => TLane.ConditionalSelect(Finite(sum), sum + lost, sum);
    }

    /// <summary>Where a number is neither infinite nor NaN.</summary>
    [MethodImpl(Jit.Inline)]
    internal static TLane Finite(TLane x) => TLane.Less(TLane.Abs(x), TLane.Create(double.PositiveInfinity));

    /// <summary>Adds a term.</summary>
    [MethodImpl(Jit.Inline)]
    internal void Add(TLane term)
    {
        var next = sum + term;
        var larger = TLane.LessOrEqual(TLane.Abs(term), TLane.Abs(sum));
        lost += Rounding.OfOrderedSum(TLane.ConditionalSelect(larger, sum, term), TLane.ConditionalSelect(larger, term, sum), next);
        sum = next;
    }
}

namespace AutoDiff.Kernels;

/// <summary>
/// A running sum whose every partial sum is good to about one unit in the last place of the sum of magnitudes (Neumaier,
/// Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, ZAMM 54, 1974).
/// </summary>
internal struct CompensatedSum
{
    private double sum;
    private double lost;

    /// <summary>The sum so far.</summary>
    internal readonly double Value => double.IsFinite(sum) ? sum + lost : sum;

    /// <summary>Adds a term.</summary>
    internal void Add(double term)
    {
        var next = sum + term;
        lost += Math.Abs(sum) >= Math.Abs(term) ? (sum - next) + term : (term - next) + sum;
        sum = next;
    }
}

namespace AutoDiff.Kernels;

/// <summary>Which derivative of the beta function is wanted, and what is needed for it.</summary>
/// <param name="m">How often in the first number.</param>
/// <param name="n">How often in the second.</param>
/// <param name="series">The parameters of the differences of the derivatives of digamma, from digamma itself on: m + n + 1 of them.</param>
public sealed class BetaOrders(int m, int n, double[][] series)
{
    /// <summary>How often in the first number.</summary>
    public int M { get; } = m;

    /// <summary>How often in the second.</summary>
    public int N { get; } = n;

    /// <summary>Whether both numbers vary.</summary>
    internal bool IsMixed => M > 0 && N > 0;

    /// <summary>m! n!</summary>
    internal double Factorials { get; } = Factorial(m) * Factorial(n);

    /// <summary>The parameters of the differences of the derivatives of digamma.</summary>
    internal double[][] Series { get; } = series;

    /// <summary>k!</summary>
    internal static double Factorial(int k)
    {
        var product = 1.0;
        for (var i = 2; i <= k; i++)
        {
            product *= i;
        }
        return product;
    }
}

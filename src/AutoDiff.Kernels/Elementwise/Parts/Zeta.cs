namespace AutoDiff.Kernels;

/// <summary>
/// Riemann's zeta function of whole numbers from 2 on: 49 terms, and the rest by the formula of Euler and Maclaurin (Abramowitz and Stegun 23.2.23).
/// </summary>
internal static class Zeta
{
    private const double First = 50;

    /// <summary>ζ(s)</summary>
    internal static double Of(int s)
    {
        var third = s * (s + 1.0) * (s + 2.0);
        var fifth = third * (s + 3.0) * (s + 4.0);
        var rest = (First / (s - 1.0)) + 0.5 + (s / (12 * First)) - (third / (720 * Math.Pow(First, 3))) + (fifth / (30240 * Math.Pow(First, 5)));
        var sum = rest * Math.Pow(First, -s);
        for (var k = First - 1; k > 0; k--)
        {
            sum += Math.Pow(k, -s);
        }
        return sum;
    }
}

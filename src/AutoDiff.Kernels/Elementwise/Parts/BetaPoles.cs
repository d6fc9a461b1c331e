using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// The derivatives of the beta function of small numbers, as 1/x + 1/z + (x + z) h φ(x z h) with φ(u) = (exp u - 1) / u, so that poles do not occur in
/// mixed ones. h = log(Γ(1 + x) Γ(1 + z) / Γ(1 + x + z)) / (x z) is a power series with values of the zeta function as coefficients
/// (Abramowitz and Stegun 6.1.33), by the polynomials ((x + z)ᵏ - xᵏ - zᵏ) / (x z).
/// </summary>
internal static class BetaPoles
{
    /// <summary>Where numbers are near a pole.</summary>
    internal const double Largest = 0.2;

    // φ(u) for |u| up to 0.07
    private const int Terms = 9;

    // -ζ(2)/2, ζ(3)/3, -ζ(4)/4, …
    private static readonly double[] Coefficients = [.. Enumerable.Range(2, 46).Select(k => (k % 2 == 0 ? -Zeta.Of(k) : Zeta.Of(k)) / k)];

    /// <summary>The derivative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static unsafe TLane Of<TLane>(TLane x, TLane z, BetaOrders orders) where TLane : struct, ILane<TLane>
    {
        int m = orders.M, n = orders.N, size = PairSeries<TLane>.SizeOf(m, n);
        var memory = stackalloc double[3 * size];
        new Span<double>(memory, 3 * size).Clear();
        PairSeries<TLane> h = new(m, n, (nint)memory), u = new(m, n, (nint)(memory + size)), phi = new(m, n, (nint)(memory + (2 * size)));
        SetLogarithm(h, u, x, z, m, n);
        u.Take(h);
        u.Multiply(x, true, false);
        u.Multiply(z, false, true);
        phi.SetExponentialQuotient(u, Terms);
        phi.Multiply(h);
        phi.Multiply(x + z, true, true);
        var y = phi.Get(m, n);
        y += n == 0 ? BetaBesidePole.Pole(x, m) : TLane.Create(0);
        y += m == 0 ? BetaBesidePole.Pole(z, n) : TLane.Create(0);
        return TLane.Create(orders.Factorials) * y;
    }

    // h from its series, where all is 0 at first; the polynomials p are by p' = (x + z) p + xᵏ + zᵏ
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void SetLogarithm<TLane>(PairSeries<TLane> h, PairSeries<TLane> p, TLane x, TLane z, int m, int n)
        where TLane : struct, ILane<TLane>
    {
        int first = PairSeries<TLane>.SizeOf(m, 0), second = PairSeries<TLane>.SizeOf(0, n);
        var memory = stackalloc double[first + second];
        new Span<double>(memory, first + second).Clear();
        PairSeries<TLane> powers = new(m, 0, (nint)memory), others = new(0, n, (nint)(memory + first));
        TLane one = TLane.Create(1), sum = x + z;
        powers.Set(0, 0, one);
        others.Set(0, 0, one);
        foreach (var coefficient in Coefficients)
        {
            for (var i = m; i >= 0; i--)
            {
                for (var j = n; j >= 0; j--)
                {
                    var c = sum * p.Get(i, j);
                    c += i > 0 ? p.Get(i - 1, j) : others.Get(0, j);
                    c += j > 0 ? p.Get(i, j - 1) : powers.Get(i, 0);
                    p.Set(i, j, c);
                    h.Set(i, j, TLane.MultiplyAdd(TLane.Create(coefficient), c, h.Get(i, j)));
                }
            }
            powers.Multiply(x, true, false);
            others.Multiply(z, false, true);
        }
    }
}

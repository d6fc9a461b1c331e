using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The Taylor coefficients of a function of two numbers in memory, up to the order m in the first and n in the second.</summary>
/// <typeparam name="TLane">How many pairs stand side by side.</typeparam>
internal readonly struct PairSeries<TLane>(int m, int n, nint address) where TLane : struct, ILane<TLane>
{
    private readonly nint address = address;

    /// <summary>How many doubles it takes.</summary>
    internal static int SizeOf(int m, int n) => (m + 1) * (n + 1) * TLane.Width;

    /// <summary>A coefficient.</summary>
    [MethodImpl(Jit.Inline)]
    internal TLane Get(int i, int j) => TLane.Load(address, ((i * (n + 1)) + j) * TLane.Width);

    /// <summary>Writes a coefficient.</summary>
    [MethodImpl(Jit.Inline)]
    internal void Set(int i, int j, TLane c) => TLane.Store(c, address, ((i * (n + 1)) + j) * TLane.Width);

    /// <summary>The function becomes another.</summary>
    internal unsafe void Take(PairSeries<TLane> f) =>
        new ReadOnlySpan<double>((void*)f.address, SizeOf(m, n)).CopyTo(new Span<double>((void*)address, SizeOf(m, n)));

    /// <summary>The function becomes so many times itself, plus itself times what the first or the second number has beyond the point.</summary>
    [MethodImpl(Jit.Inline)]
    internal void Multiply(TLane x, bool byFirst, bool bySecond)
    {
        for (var i = m; i >= 0; i--)
        {
            for (var j = n; j >= 0; j--)
            {
                var c = x * Get(i, j);
                if (byFirst && i > 0)
                {
                    c += Get(i - 1, j);
                }
                if (bySecond && j > 0)
                {
                    c += Get(i, j - 1);
                }
                Set(i, j, c);
            }
        }
    }

    /// <summary>The function becomes its product with another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Multiply(PairSeries<TLane> f)
    {
        for (var i = m; i >= 0; i--)
        {
            for (var j = n; j >= 0; j--)
            {
                var sum = TLane.Create(0);
                for (var k = 0; k <= i; k++)
                {
                    for (var l = 0; l <= j; l++)
                    {
                        sum = TLane.MultiplyAdd(f.Get(k, l), Get(i - k, j - l), sum);
                    }
                }
                Set(i, j, sum);
            }
        }
    }

    /// <summary>
    /// The function becomes φ(f) with φ(u) = (exp u - 1) / u, for values of f up to 1: the last Taylor coefficient of φ at that value by its
    /// series of so many terms, and those before it by u φ(u) = exp u - 1. The value of f is lost.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void SetExponentialQuotient(PairSeries<TLane> f, int terms)
    {
        var order = m + n;
        TLane zero = TLane.Create(0), value = f.Get(0, 0), exponential = Exponential.Apply(value), c = zero;
        for (var k = terms; k >= 0; k--)
        {
            c = TLane.MultiplyAdd(c, value * TLane.Create(1.0 / (k + 1)), TLane.Create(1.0 / (k + order + 1)));
        }
        var factorial = BetaOrders.Factorial(order);
        c *= TLane.Create(1 / factorial);
        for (var i = 0; i <= m; i++)
        {
            for (var j = 0; j <= n; j++)
            {
                Set(i, j, zero);
            }
        }
        Set(0, 0, c);
        f.Set(0, 0, zero);
        for (var r = order; r > 0; r--)
        {
            c = TLane.MultiplyAdd(-value, c, exponential * TLane.Create(1 / factorial));
            factorial /= r;
            Multiply(f);
            Set(0, 0, Get(0, 0) + c);
        }
    }

    /// <summary>The function becomes the exponential e of another, whose value is given: e' = f' e.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void SetExponential(TLane value, PairSeries<TLane> f)
    {
        Set(0, 0, value);
        for (var i = 0; i <= m; i++)
        {
            for (var j = i == 0 ? 1 : 0; j <= n; j++)
            {
                var sum = TLane.Create(0);
                for (var k = i > 0 ? 1 : 0; k <= i; k++)
                {
                    for (var l = i > 0 ? 0 : 1; l <= j; l++)
                    {
                        sum = TLane.MultiplyAdd(TLane.Create(i > 0 ? k : l) * f.Get(k, l), Get(i - k, j - l), sum);
                    }
                }
                Set(i, j, sum / TLane.Create(i > 0 ? i : j));
            }
        }
    }
}

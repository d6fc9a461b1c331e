using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>
/// A running sum of numbers of 32 digits to as many, with threefold compensation (Ogita, Rump and Oishi, "Accurate sum and dot product", SIAM J.
/// Sci. Comput. 26 (2005)): a term waits for a single addition, where that of two <see cref="DoubleDouble{TLane}"/> takes a dozen.
/// </summary>
/// <typeparam name="TLane">One sum or several side by side.</typeparam>
internal struct LongSum<TLane> where TLane : struct, ILane<TLane>
{
    private TLane sum;
    private TLane lost;
    private TLane rest;

    /// <summary>The sum so far.</summary>
    internal readonly DoubleDouble<TLane> Value
    {
        [MethodImpl(Jit.Inline)]
        get => DoubleDouble<TLane>.Sum(sum, lost) + rest;
    }

    /// <summary>Adds a double.</summary>
    [MethodImpl(Jit.Inline)]
    internal void Add(TLane term) => Add(term, TLane.Create(0));

    /// <summary>Adds a number.</summary>
    [MethodImpl(Jit.Inline)]
    internal void Add(DoubleDouble<TLane> term) => Add(term.High, term.Low);

    /// <summary>Adds a product.</summary>
    [MethodImpl(Jit.Inline)]
    internal void AddProduct(DoubleDouble<TLane> x, DoubleDouble<TLane> y)
    {
        var high = x.High * y.High;
        Add(high, TLane.MultiplyAdd(x.High, y.High, -high) + ((x.High * y.Low) + (x.Low * y.High)));
    }

    [MethodImpl(Jit.Inline)]
    private void Add(TLane high, TLane low)
    {
        var next = sum + high;
        var term = Rounding.OfSum(sum, high, next) + low;
        sum = next;
        var further = lost + term;
        rest += Rounding.OfSum(lost, term, further);
        lost = further;
    }
}

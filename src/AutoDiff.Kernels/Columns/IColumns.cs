namespace AutoDiff.Kernels;

/// <summary>How columns lie in registers: several, one in each lane, or a single one along all of them.</summary>
/// <typeparam name="TLane">The registers.</typeparam>
internal interface IColumns<TLane> where TLane : struct, ILane<TLane>
{
    /// <summary>How many columns are computed together, which is from an element to the next of its column in memory.</summary>
    static abstract int Count { get; }

    /// <summary>Element i of each column, of a single one in all lanes.</summary>
    static abstract TLane At(nint x, nint i);

    /// <summary>The largest of so many elements: NaN where any is NaN, -∞ where there are none.</summary>
    static abstract TLane Max(int rows, nint x);

    /// <summary>The sum of f(x[i], z) over so many elements, to the bits of <see cref="Pairwise"/> in either arrangement.</summary>
    static abstract TLane Sum<TTerm>(int rows, nint x, TLane z) where TTerm : struct, IBinaryFunction;
}

namespace AutoDiff.Kernels;

/// <summary>A function of a column, or of several of one length beside each other, whose result is a number or a column.</summary>
/// <remarks>In memory, the elements of an operand follow each other, each for as many columns as are computed together.</remarks>
internal interface IColumnFunction
{
    /// <summary>Whether it takes one element after the other, so that only several columns fill a register.</summary>
    static abstract bool IsSequential { get; }

    /// <summary>Whether the result is a number of each column; else it is as long as the column.</summary>
    static virtual bool IsReduction => false;

    /// <summary>How many numbers it keeps beside each column of so many elements.</summary>
    int Scratch(int rows);

    /// <summary>Computes y of x, which must not overlap, for as many columns as are arranged together.</summary>
    /// <typeparam name="TColumns">How they lie in the registers.</typeparam>
    /// <typeparam name="TLane">The registers.</typeparam>
    /// <param name="rows">How many elements each operand has in a column.</param>
    /// <param name="x">The address of the operands, one after the other.</param>
    /// <param name="y">The address of the result.</param>
    /// <param name="scratch">The address of what it keeps.</param>
    void Apply<TColumns, TLane>(int rows, nint x, nint y, nint scratch)
        where TColumns : struct, IColumns<TLane>
        where TLane : struct, ILane<TLane>;
}

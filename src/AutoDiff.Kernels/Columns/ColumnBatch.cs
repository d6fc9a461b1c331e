using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiff.Kernels;

/// <summary>The columns of one or many examples, as operands of a function of columns.</summary>
/// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
public readonly ref struct ColumnBatch<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int columns;
    private readonly ColumnOperand<T> first;
    private readonly ReadOnlySpan<ColumnOperand<T>> others;
    private readonly ReadOnlySpan<int> examples;

    /// <summary>So many columns that lie one after the other.</summary>
    /// <param name="rows">The elements of each column.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="x">The operand.</param>
    public ColumnBatch(int rows, int count, ColumnOperand<T> x)
    {
        Rows = rows;
        Count = count;
        columns = count;
        first = x;
    }

    /// <summary>The columns of some examples of operands that are alike.</summary>
    /// <param name="rows">The elements of each column.</param>
    /// <param name="columns">The columns of each example.</param>
    /// <param name="x">The first operand.</param>
    /// <param name="others">The other operands.</param>
    /// <param name="examples">Which examples.</param>
    public ColumnBatch(int rows, int columns, ColumnOperand<T> x, ReadOnlySpan<ColumnOperand<T>> others, ReadOnlySpan<int> examples)
    {
        Rows = rows;
        Count = columns * examples.Length;
        this.columns = columns;
        first = x;
        this.others = others;
        this.examples = examples;
    }

    /// <summary>The elements of each column.</summary>
    public int Rows { get; }

    /// <summary>How many columns there are in all.</summary>
    public int Count { get; }

    /// <summary>How many operands there are.</summary>
    public int Operands => 1 + others.Length;

    /// <summary>The number of a column among those of all examples.</summary>
    [MethodImpl(Jit.Inline)]
    internal int Place(int index) => examples.IsEmpty ? index : (examples[index / columns] * columns) + (index % columns);

    /// <summary>A column of an operand.</summary>
    /// <param name="operand">Which operand.</param>
    /// <param name="index">The number of the column among those of the examples that are taken.</param>
    /// <returns>Its elements.</returns>
    [MethodImpl(Jit.Inline)]
    public ReadOnlySpan<T> Column(int operand, int index)
    {
        ref readonly var x = ref (operand == 0 ? ref first : ref others[operand - 1]);
        var start = examples.IsEmpty ? index * Rows : (examples[index / columns] * x.Stride) + (index % columns * Rows);
        return x.Data.AsSpan(x.Offset + start, Rows);
    }
}

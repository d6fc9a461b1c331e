namespace AutoDiff.Kernels;

/// <summary>An operand of a function of columns, for many examples.</summary>
/// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
/// <param name="Data">The numbers, column by column.</param>
/// <param name="Offset">Where the first example begins.</param>
/// <param name="Stride">From one example to the next; 0 where all share it.</param>
public readonly record struct ColumnOperand<T>(T[] Data, int Offset, int Stride);

namespace Samples.ADBench;

/// <summary>The stored elements of a derivative: of a gradient; of a matrix column by column; or of compressed rows.</summary>
/// <param name="Rows">The number of rows; 1 for a gradient.</param>
/// <param name="Columns">The number of columns.</param>
/// <param name="Values">The elements.</param>
/// <param name="RowStarts">For compressed rows, where each row starts.</param>
/// <param name="ColumnIndices">For compressed rows, the column of each element.</param>
public sealed record Derivative(int Rows, int Columns, double[] Values, int[]? RowStarts = null, int[]? ColumnIndices = null);

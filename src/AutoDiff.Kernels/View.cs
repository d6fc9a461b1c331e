namespace AutoDiff.Kernels;

/// <summary>
/// A window into column-major storage: element (i, j) lies at Offset + i · RowStride + j · ColumnStride.
/// </summary>
/// <remarks>
/// A negative stride walks backwards (its offset then names the last element), a stride of 0 shows one element again and again.
/// Reading allows both; adding to a window with a repeated element adds to it once for every appearance.
/// </remarks>
/// <param name="Offset">Where element (0, 0) lies.</param>
/// <param name="RowStride">The distance from a row to the next; negative or 0 are allowed.</param>
/// <param name="ColumnStride">The distance from a column to the next; negative or 0 are allowed.</param>
/// <param name="Rows">The number of rows.</param>
/// <param name="Columns">The number of columns.</param>
public readonly record struct View(int Offset, int RowStride, int ColumnStride, int Rows, int Columns);

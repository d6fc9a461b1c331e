namespace AutoDiff;

/// <summary>Members of vectors whose result is a matrix.</summary>
public static class VectorExtensions
{
    /// <summary>The matrix of the products of each element of x (its rows) with each of y (its columns).</summary>
    /// <param name="x">A vector.</param>
    /// <param name="y">Another, of any length.</param>
    /// <returns>A matrix with a row for each element of x and a column for each of y.</returns>
    public static Matrix OuterProduct(this Vector x, Vector y) => new(Products.outer(x.Node, y.Node));

    /// <summary>The vector as the one column of a matrix.</summary>
    /// <param name="x">A vector.</param>
    /// <returns>A matrix of one column.</returns>
    public static Matrix ToColumnMatrix(this Vector x) => Matrix.OfColumns([x]);

    /// <summary>The vector as the one row of a matrix.</summary>
    /// <param name="x">A vector.</param>
    /// <returns>A matrix of one row.</returns>
    public static Matrix ToRowMatrix(this Vector x) => Matrix.OfRows([x]);
}

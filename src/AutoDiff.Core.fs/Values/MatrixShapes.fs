namespace AutoDiff

open System.Runtime.CompilerServices

/// Matrices rearranged, changed in places, put together and taken apart.
[<Extension; AbstractClass; Sealed>]
type MatrixShapes =
    /// <summary>The rows with these indices. An index outside the matrix throws an ArgumentOutOfRangeException.</summary>
    /// <param name="m">The matrix.</param><param name="indices">The places, counted from 0; one may occur more than once.</param>
    /// <returns>A matrix with a row for each index.</returns>
    /// <exception cref="T:System.ArgumentOutOfRangeException">An index is outside.</exception>
    [<Extension>]
    static member GatherRows(m: Matrix, indices: int[]) : Matrix = Matrix(Rearranging.gatherRows "GatherRows" indices m.Node)

    /// <summary>The columns with these indices. An index outside the matrix throws an ArgumentOutOfRangeException.</summary>
    /// <param name="m">The matrix.</param><param name="indices">The places, counted from 0; one may occur more than once.</param>
    /// <returns>A matrix with a column for each index.</returns>
    /// <exception cref="T:System.ArgumentOutOfRangeException">An index is outside.</exception>
    [<Extension>]
    static member GatherColumns(m: Matrix, indices: int[]) : Matrix =
        Matrix(Rearrange.toColumns (Rearranging.gatherRows "GatherColumns" indices) m.Node)

    /// <summary>A matrix of so many rows, zeros with row i of this one added to row indices[i].</summary>
    /// <param name="m">The matrix.</param><param name="indices">The places, counted from 0; one may occur more than once.</param>
    /// <param name="count">The size of the result.</param><returns>A matrix of count rows.</returns>
    [<Extension>]
    static member ScatterRows(m: Matrix, indices: int[], count: int) : Matrix =
        Matrix(Rearranging.scatterRows "ScatterRows" count indices m.Node)

    /// <summary>A matrix of so many columns, zeros with column j of this one added to column indices[j].</summary>
    /// <param name="m">The matrix.</param><param name="indices">The places, counted from 0; one may occur more than once.</param>
    /// <param name="count">The size of the result.</param><returns>A matrix of count columns.</returns>
    [<Extension>]
    static member ScatterColumns(m: Matrix, indices: int[], count: int) : Matrix =
        Matrix(Rearrange.toColumns (Rearranging.scatterRows "ScatterColumns" count indices) m.Node)

    /// <summary>The matrix with another value for element (i, j).</summary><param name="m">The matrix.</param>
    /// <param name="i">The row or place, counted from 0.</param><param name="j">The column, counted from 0.</param>
    /// <param name="value">The new element.</param><returns>A matrix of the same shape.</returns>
    [<Extension>]
    static member With(m: Matrix, i: int, j: int, value: Scalar) : Matrix = Matrix(Rearrange.replace "With" i j value.Node m.Node)

    /// <summary>The matrix with another row i.</summary><param name="m">The matrix.</param>
    /// <param name="i">The row or place, counted from 0.</param><param name="v">The vector.</param>
    /// <returns>A matrix of the same shape.</returns>
    [<Extension>]
    static member WithRow(m: Matrix, i: int, v: Vector) : Matrix =
        Matrix(Rearrange.replaceLine "WithRow" i 0 (Extent.matrix 1 m.ColumnCount) v.Node m.Node)

    /// <summary>The matrix with another column j.</summary><param name="m">The matrix.</param>
    /// <param name="j">The column, counted from 0.</param><param name="v">The vector.</param><returns>A matrix of the same shape.</returns>
    [<Extension>]
    static member WithColumn(m: Matrix, j: int, v: Vector) : Matrix =
        Matrix(Rearrange.replaceLine "WithColumn" 0 j (Extent.vector m.RowCount) v.Node m.Node)

    /// <summary>The matrix with a part in place of its own from element (i, j) on.</summary><param name="m">The matrix.</param>
    /// <param name="i">The row or place, counted from 0.</param><param name="j">The column, counted from 0.</param>
    /// <param name="part">The part.</param><returns>A matrix of the same shape.</returns>
    [<Extension>]
    static member WithSubMatrix(m: Matrix, i: int, j: int, part: Matrix) : Matrix =
        Matrix(Rearrange.replace "WithSubMatrix" i j part.Node m.Node)

    /// <summary>The elements on the main diagonal and below it, with zeros above.</summary><param name="m">The matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    [<Extension>]
    static member LowerTriangle(m: Matrix) : Matrix = Matrix(Rearranging.triangle true m.Node)

    /// <summary>The elements on the main diagonal and above it, with zeros below.</summary><param name="m">The matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    [<Extension>]
    static member UpperTriangle(m: Matrix) : Matrix = Matrix(Rearranging.triangle false m.Node)

    /// <summary>This matrix with another to the right of it, which has as many rows.</summary><param name="m">The matrix.</param>
    /// <param name="right">The other matrix, to the right.</param><returns>A matrix with the columns of both.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    [<Extension>]
    static member Append(m: Matrix, right: Matrix) : Matrix = Matrix(Rearrange.append m.Node right.Node)

    /// <summary>This matrix with another below it, which has as many columns.</summary><param name="m">The matrix.</param>
    /// <param name="lower">The other matrix, below; for bounds, the smallest numbers allowed.</param>
    /// <returns>A matrix with the rows of both.</returns><exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    [<Extension>]
    static member Stack(m: Matrix, lower: Matrix) : Matrix = Matrix(Rearrange.stack m.Node lower.Node)

    /// <summary>This matrix with another below it and to the right, and zeros beside them.</summary><param name="m">The matrix.</param>
    /// <param name="lower">The other matrix, below; for bounds, the smallest numbers allowed.</param>
    /// <returns>A matrix with the rows and the columns of both.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    [<Extension>]
    static member DiagonalStack(m: Matrix, lower: Matrix) : Matrix = Matrix(Rearrange.diagonalStack m.Node lower.Node)

    /// <summary>The elements, column by column, in another shape. Sizes that do not fit throw a ShapeException.</summary>
    /// <param name="m">The matrix.</param><param name="rows">How many rows.</param><param name="columns">How many columns.</param>
    /// <returns>A matrix of these sizes.</returns>
    [<Extension>]
    static member ReshapeColumnMajor(m: Matrix, rows: int, columns: int) : Matrix =
        Matrix(Rearrange.reshape "ReshapeColumnMajor" rows columns m.Node)

    /// <summary>The elements, row by row, in another shape. Sizes that do not fit throw a ShapeException.</summary>
    /// <param name="m">The matrix.</param><param name="rows">How many rows.</param><param name="columns">How many columns.</param>
    /// <returns>A matrix of these sizes.</returns>
    [<Extension>]
    static member ReshapeRowMajor(m: Matrix, rows: int, columns: int) : Matrix =
        Matrix(Rearrange.reshapeRowMajor "ReshapeRowMajor" rows columns m.Node)

    /// <summary>The elements as one vector, column by column.</summary><param name="m">The matrix.</param>
    /// <returns>A vector of all elements.</returns>
    [<Extension>]
    static member ToColumnMajorVector(m: Matrix) : Vector = Vector(Columns.ofAll m.Node)

    /// <summary>The elements as one vector, row by row.</summary><param name="m">The matrix.</param>
    /// <returns>A vector of all elements.</returns>
    [<Extension>]
    static member ToRowMajorVector(m: Matrix) : Vector = Vector(Columns.ofAll (Indexing.transpose m.Node))

    /// <summary>So many copies of the matrix downwards and so many to the right.</summary><param name="m">The matrix.</param>
    /// <param name="rows">How many times, one below the other.</param><param name="columns">How many times, one beside the other.</param>
    /// <returns>A matrix of rows times as many rows and columns times as many columns.</returns>
    [<Extension>]
    static member Tile(m: Matrix, rows: int, columns: int) : Matrix = Matrix(Rearrange.tile rows columns m.Node)

    /// <summary>The rows in the opposite order.</summary><param name="m">The matrix.</param><returns>A matrix of the same shape.</returns>
    [<Extension>]
    static member ReverseRows(m: Matrix) : Matrix = Matrix(Rearrange.reverseRows m.Node)

    /// <summary>The columns in the opposite order.</summary><param name="m">The matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    [<Extension>]
    static member ReverseColumns(m: Matrix) : Matrix = Matrix(Rearrange.reverseColumns m.Node)

    /// <summary>A block for each element of this matrix: the other, times that element.</summary><param name="m">The matrix.</param>
    /// <param name="other">The other matrix.</param><returns>A matrix with a block for each element of the first.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    [<Extension>]
    static member KroneckerProduct(m: Matrix, other: Matrix) : Matrix = Matrix(Rearrange.kronecker m.Node other.Node)

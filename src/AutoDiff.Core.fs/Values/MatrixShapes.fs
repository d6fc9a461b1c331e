namespace AutoDiff

open System.Runtime.CompilerServices

/// Matrices rearranged, changed in places, put together and taken apart.
[<Extension; AbstractClass; Sealed>]
type MatrixShapes =
    /// The rows with these indices. An index outside the matrix throws an ArgumentOutOfRangeException.
    [<Extension>]
    static member GatherRows(m: Matrix, indices: int[]) : Matrix = Matrix(Rearranging.gatherRows "GatherRows" indices m.Node)

    /// The columns with these indices. An index outside the matrix throws an ArgumentOutOfRangeException.
    [<Extension>]
    static member GatherColumns(m: Matrix, indices: int[]) : Matrix =
        Matrix(Rearrange.toColumns (Rearranging.gatherRows "GatherColumns" indices) m.Node)

    /// A matrix of so many rows, zeros with row i of this one added to row indices[i].
    [<Extension>]
    static member ScatterRows(m: Matrix, indices: int[], count: int) : Matrix =
        Matrix(Rearranging.scatterRows "ScatterRows" count indices m.Node)

    /// A matrix of so many columns, zeros with column j of this one added to column indices[j].
    [<Extension>]
    static member ScatterColumns(m: Matrix, indices: int[], count: int) : Matrix =
        Matrix(Rearrange.toColumns (Rearranging.scatterRows "ScatterColumns" count indices) m.Node)

    /// The matrix with another value for element (i, j).
    [<Extension>]
    static member With(m: Matrix, i: int, j: int, value: Scalar) : Matrix = Matrix(Rearrange.replace "With" i j value.Node m.Node)

    /// The matrix with another row i.
    [<Extension>]
    static member WithRow(m: Matrix, i: int, v: Vector) : Matrix =
        Matrix(Rearrange.replaceLine "WithRow" i 0 (Extent.matrix 1 m.ColumnCount) v.Node m.Node)

    /// The matrix with another column j.
    [<Extension>]
    static member WithColumn(m: Matrix, j: int, v: Vector) : Matrix =
        Matrix(Rearrange.replaceLine "WithColumn" 0 j (Extent.vector m.RowCount) v.Node m.Node)

    /// The matrix with a part in place of its own from element (i, j) on.
    [<Extension>]
    static member WithSubMatrix(m: Matrix, i: int, j: int, part: Matrix) : Matrix =
        Matrix(Rearrange.replace "WithSubMatrix" i j part.Node m.Node)

    /// The elements on the main diagonal and below it, with zeros above.
    [<Extension>]
    static member LowerTriangle(m: Matrix) : Matrix = Matrix(Rearranging.triangle true m.Node)

    /// The elements on the main diagonal and above it, with zeros below.
    [<Extension>]
    static member UpperTriangle(m: Matrix) : Matrix = Matrix(Rearranging.triangle false m.Node)

    /// This matrix with another to the right of it, which has as many rows.
    [<Extension>]
    static member Append(m: Matrix, right: Matrix) : Matrix = Matrix(Rearrange.append m.Node right.Node)

    /// This matrix with another below it, which has as many columns.
    [<Extension>]
    static member Stack(m: Matrix, lower: Matrix) : Matrix = Matrix(Rearrange.stack m.Node lower.Node)

    /// This matrix with another below it and to the right, and zeros beside them.
    [<Extension>]
    static member DiagonalStack(m: Matrix, lower: Matrix) : Matrix = Matrix(Rearrange.diagonalStack m.Node lower.Node)

    /// The elements, column by column, in another shape. Sizes that do not fit throw a ShapeException.
    [<Extension>]
    static member ReshapeColumnMajor(m: Matrix, rows: int, columns: int) : Matrix =
        Matrix(Rearrange.reshape "ReshapeColumnMajor" rows columns m.Node)

    /// The elements, row by row, in another shape. Sizes that do not fit throw a ShapeException.
    [<Extension>]
    static member ReshapeRowMajor(m: Matrix, rows: int, columns: int) : Matrix =
        Matrix(Rearrange.reshapeRowMajor "ReshapeRowMajor" rows columns m.Node)

    /// The elements as one vector, column by column.
    [<Extension>]
    static member ToColumnMajorVector(m: Matrix) : Vector = Vector(Columns.ofAll m.Node)

    /// The elements as one vector, row by row.
    [<Extension>]
    static member ToRowMajorVector(m: Matrix) : Vector = Vector(Columns.ofAll (Indexing.transpose m.Node))

    /// So many copies of the matrix downwards and so many to the right.
    [<Extension>]
    static member Tile(m: Matrix, rows: int, columns: int) : Matrix = Matrix(Rearrange.tile rows columns m.Node)

    /// The rows in the opposite order.
    [<Extension>]
    static member ReverseRows(m: Matrix) : Matrix = Matrix(Rearrange.reverseRows m.Node)

    /// The columns in the opposite order.
    [<Extension>]
    static member ReverseColumns(m: Matrix) : Matrix = Matrix(Rearrange.reverseColumns m.Node)

    /// A block for each element of this matrix: the other, times that element.
    [<Extension>]
    static member KroneckerProduct(m: Matrix, other: Matrix) : Matrix = Matrix(Rearrange.kronecker m.Node other.Node)

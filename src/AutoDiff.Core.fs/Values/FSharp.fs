namespace AutoDiff

/// How values are made in F#: vec and mat of numbers or of Scalars.
[<AutoOpen; AbstractClass; Sealed>]
type Construction =
    /// <summary>A float64 vector of numbers.</summary><param name="elements">The elements, in order.</param><returns>A vector.</returns>
    static member vec(elements: float seq) : Vector = Vector(Seq.toArray elements)

    /// <summary>A float32 vector of numbers.</summary><param name="elements">The elements, in order.</param><returns>A vector.</returns>
    static member vec(elements: float32 seq) : Vector = Vector(Seq.toArray elements)

    /// <summary>A vector of scalars of one precision.</summary><param name="elements">The elements, in order.</param>
    /// <returns>A vector.</returns>
    static member vec(elements: Scalar seq) : Vector = Vector(Seq.toArray elements)

    /// <summary>A float64 matrix of numbers, row by row.</summary><param name="rows">The rows, all of one length.</param>
    /// <returns>A matrix.</returns>
    static member mat(rows: float list list) : Matrix = Matrix.OfRows [| for row in rows -> Vector(List.toArray row) |]

    /// <summary>A float32 matrix of numbers, row by row.</summary><param name="rows">The rows, all of one length.</param>
    /// <returns>A matrix.</returns>
    static member mat(rows: float32 list list) : Matrix = Matrix.OfRows [| for row in rows -> Vector(List.toArray row) |]

    /// <summary>A matrix of scalars of one precision, row by row.</summary><param name="rows">The rows, all of one length.</param>
    /// <returns>A matrix.</returns>
    static member mat(rows: Scalar list list) : Matrix = Matrix.OfRows [| for row in rows -> Vector(List.toArray row) |]

/// Slices as F# writes them: v.[1..], m.[.., 0].
[<AutoOpen>]
module Slices =
    /// Start and length of an inclusive slice.
    let private range (first: int option) (last: int option) count =
        let first = defaultArg first 0
        struct (first, defaultArg last (count - 1) - first + 1)

    type Vector with
        /// <summary>The elements from first to last, both included.</summary>
        /// <param name="first">The first, counted from 0; from the beginning where it is left out.</param>
        /// <param name="last">The last, counted from 0; to the end where it is left out.</param><returns>The part.</returns>
        member v.GetSlice(first: int option, last: int option) : Vector =
            let struct (start, count) = range first last v.Count
            v.SubVector(start, count)

    type Matrix with
        /// <summary>The part in rows and columns from first to last, all included.</summary>
        /// <param name="firstRow">The first row; from the beginning where it is left out.</param>
        /// <param name="lastRow">The last row; to the end where it is left out.</param>
        /// <param name="firstColumn">The first column; from the beginning where it is left out.</param>
        /// <param name="lastColumn">The last column; to the end where it is left out.</param><returns>The part.</returns>
        member m.GetSlice(firstRow: int option, lastRow: int option, firstColumn: int option, lastColumn: int option) : Matrix =
            let struct (row, rows) = range firstRow lastRow m.RowCount
            let struct (column, columns) = range firstColumn lastColumn m.ColumnCount
            m.SubMatrix(row, rows, column, columns)

        /// <summary>A part of a row.</summary><param name="row">The row, counted from 0.</param>
        /// <param name="firstColumn">The first column; from the beginning where it is left out.</param>
        /// <param name="lastColumn">The last column; to the end where it is left out.</param><returns>The part.</returns>
        member m.GetSlice(row: int, firstColumn: int option, lastColumn: int option) : Vector =
            (m.Row row).GetSlice(firstColumn, lastColumn)

        /// <summary>A part of a column.</summary>
        /// <param name="firstRow">The first row; from the beginning where it is left out.</param>
        /// <param name="lastRow">The last row; to the end where it is left out.</param>
        /// <param name="column">The column, counted from 0.</param><returns>The part.</returns>
        member m.GetSlice(firstRow: int option, lastRow: int option, column: int) : Vector = (m.Column column).GetSlice(firstRow, lastRow)

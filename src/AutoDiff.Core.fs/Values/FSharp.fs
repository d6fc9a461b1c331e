namespace AutoDiff

/// How values are made in F#: vec and mat of numbers or of Scalars.
[<AutoOpen; AbstractClass; Sealed>]
type Construction =
    /// A float64 vector of numbers.
    static member vec(elements: float seq) : Vector = Vector(Seq.toArray elements)

    /// A float32 vector of numbers.
    static member vec(elements: float32 seq) : Vector = Vector(Seq.toArray elements)

    /// A vector of scalars of one precision.
    static member vec(elements: Scalar seq) : Vector = Vector(Seq.toArray elements)

    /// A float64 matrix of numbers, row by row.
    static member mat(rows: float list list) : Matrix = Matrix.OfRows [| for row in rows -> Vector(List.toArray row) |]

    /// A float32 matrix of numbers, row by row.
    static member mat(rows: float32 list list) : Matrix = Matrix.OfRows [| for row in rows -> Vector(List.toArray row) |]

    /// A matrix of scalars of one precision, row by row.
    static member mat(rows: Scalar list list) : Matrix = Matrix.OfRows [| for row in rows -> Vector(List.toArray row) |]

/// Slices as F# writes them: v.[1..], m.[.., 0].
[<AutoOpen>]
module Slices =
    /// Start and length of an inclusive slice.
    let private range (first: int option) (last: int option) count =
        let first = defaultArg first 0
        struct (first, defaultArg last (count - 1) - first + 1)

    type Vector with
        /// The elements from first to last, both included.
        member v.GetSlice(first: int option, last: int option) : Vector =
            let struct (start, count) = range first last v.Count
            v.SubVector(start, count)

    type Matrix with
        /// The part in rows and columns from first to last, all included.
        member m.GetSlice(firstRow: int option, lastRow: int option, firstColumn: int option, lastColumn: int option) : Matrix =
            let struct (row, rows) = range firstRow lastRow m.RowCount
            let struct (column, columns) = range firstColumn lastColumn m.ColumnCount
            m.SubMatrix(row, rows, column, columns)

        /// A part of a row.
        member m.GetSlice(row: int, firstColumn: int option, lastColumn: int option) : Vector =
            (m.Row row).GetSlice(firstColumn, lastColumn)

        /// A part of a column.
        member m.GetSlice(firstRow: int option, lastRow: int option, column: int) : Vector = (m.Column column).GetSlice(firstRow, lastRow)

namespace AutoDiff

open System.Runtime.CompilerServices

/// Vectors rearranged, changed in places, and made into matrices.
[<Extension; AbstractClass; Sealed>]
type VectorShapes =
    /// The elements with these indices: element i is v[indices[i]]. An index outside the vector throws an ArgumentOutOfRangeException.
    [<Extension>]
    static member Gather(v: Vector, indices: int[]) : Vector = Vector(Rearranging.gatherRows "Gather" indices v.Node)

    /// A vector of so many elements, zeros with v[i] added to element indices[i]. An index outside it throws an ArgumentOutOfRangeException,
    /// another number of indices than elements a ShapeException.
    [<Extension>]
    static member Scatter(v: Vector, indices: int[], count: int) : Vector = Vector(Rearranging.scatterRows "Scatter" count indices v.Node)

    /// The vector with another value for element i.
    [<Extension>]
    static member With(v: Vector, i: int, value: Scalar) : Vector = Vector(Rearrange.replace "With" i 0 value.Node v.Node)

    /// The vector with other values for the elements from a start on.
    [<Extension>]
    static member WithRange(v: Vector, start: int, values: Vector) : Vector =
        Vector(Rearrange.replace "WithRange" start 0 values.Node v.Node)

    /// The elements in the opposite order.
    [<Extension>]
    static member Reverse(v: Vector) : Vector = Vector(Rearrange.reverseRows v.Node)

    /// Each element so many times, one after the other: a, a, b, b.
    [<Extension>]
    static member Repeat(v: Vector, count: int) : Vector = Vector(Rearrange.repeatRows "Repeat" count v.Node)

    /// All elements, so many times over: a, b, a, b.
    [<Extension>]
    static member Tile(v: Vector, count: int) : Vector = Vector(Rearrange.tileRows "Tile" count v.Node)

    /// A matrix of these elements, column by column. Sizes that do not fit throw a ShapeException.
    [<Extension>]
    static member ReshapeColumnMajor(v: Vector, rows: int, columns: int) : Matrix =
        Matrix(Rearrange.reshape "ReshapeColumnMajor" rows columns v.Node)

    /// A matrix of these elements, row by row. Sizes that do not fit throw a ShapeException.
    [<Extension>]
    static member ReshapeRowMajor(v: Vector, rows: int, columns: int) : Matrix =
        Matrix(Rearrange.reshapeRowMajor "ReshapeRowMajor" rows columns v.Node)

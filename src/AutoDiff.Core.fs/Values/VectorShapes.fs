namespace AutoDiff

open System.Runtime.CompilerServices

/// Vectors rearranged, changed in places, and made into matrices.
[<Extension; AbstractClass; Sealed>]
type VectorShapes =
    /// <summary>The elements with these indices: element i is v[indices[i]]. An index outside the vector throws an
    /// ArgumentOutOfRangeException.</summary>
    /// <param name="v">The vector.</param><param name="indices">The places, counted from 0; one may occur more than once.</param>
    /// <returns>A vector with an element for each index.</returns>
    /// <exception cref="T:System.ArgumentOutOfRangeException">An index is outside.</exception>
    [<Extension>]
    static member Gather(v: Vector, indices: int[]) : Vector = Vector(Rearranging.gatherRows "Gather" indices v.Node)

    /// <summary>A vector of so many elements, zeros with v[i] added to element indices[i]. An index outside it throws an
    /// ArgumentOutOfRangeException, another number of indices than elements a ShapeException.</summary>
    /// <param name="v">The vector.</param><param name="indices">The places, counted from 0; one may occur more than once.</param>
    /// <param name="count">The size of the result.</param><returns>A vector of count elements.</returns>
    /// <exception cref="T:System.ArgumentOutOfRangeException">An index is outside.</exception>
    [<Extension>]
    static member Scatter(v: Vector, indices: int[], count: int) : Vector = Vector(Rearranging.scatterRows "Scatter" count indices v.Node)

    /// <summary>The vector with another value for element i.</summary><param name="v">The vector.</param>
    /// <param name="i">The row or place, counted from 0.</param><param name="value">The new element.</param>
    /// <returns>A vector of the same length.</returns>
    [<Extension>]
    static member With(v: Vector, i: int, value: Scalar) : Vector = Vector(Rearrange.replace "With" i 0 value.Node v.Node)

    /// <summary>The vector with other values for the elements from a start on.</summary><param name="v">The vector.</param>
    /// <param name="start">The first place, counted from 0.</param><param name="values">The new elements.</param>
    /// <returns>A vector of the same length.</returns>
    [<Extension>]
    static member WithRange(v: Vector, start: int, values: Vector) : Vector =
        Vector(Rearrange.replace "WithRange" start 0 values.Node v.Node)

    /// <summary>The elements in the opposite order.</summary><param name="v">The vector.</param>
    /// <returns>A vector of the same length.</returns>
    [<Extension>]
    static member Reverse(v: Vector) : Vector = Vector(Rearrange.reverseRows v.Node)

    /// <summary>Each element so many times, one after the other: a, a, b, b.</summary><param name="v">The vector.</param>
    /// <param name="count">How many times.</param><returns>A vector count times as long.</returns>
    [<Extension>]
    static member Repeat(v: Vector, count: int) : Vector = Vector(Rearrange.repeatRows "Repeat" count v.Node)

    /// <summary>All elements, so many times over: a, b, a, b.</summary><param name="v">The vector.</param>
    /// <param name="count">How many times.</param><returns>A vector count times as long.</returns>
    [<Extension>]
    static member Tile(v: Vector, count: int) : Vector = Vector(Rearrange.tileRows "Tile" count v.Node)

    /// <summary>A matrix of these elements, column by column. Sizes that do not fit throw a ShapeException.</summary>
    /// <param name="v">The vector.</param><param name="rows">How many rows.</param><param name="columns">How many columns.</param>
    /// <returns>A matrix of these sizes.</returns>
    [<Extension>]
    static member ReshapeColumnMajor(v: Vector, rows: int, columns: int) : Matrix =
        Matrix(Rearrange.reshape "ReshapeColumnMajor" rows columns v.Node)

    /// <summary>A matrix of these elements, row by row. Sizes that do not fit throw a ShapeException.</summary>
    /// <param name="v">The vector.</param><param name="rows">How many rows.</param><param name="columns">How many columns.</param>
    /// <returns>A matrix of these sizes.</returns>
    [<Extension>]
    static member ReshapeRowMajor(v: Vector, rows: int, columns: int) : Matrix =
        Matrix(Rearrange.reshapeRowMajor "ReshapeRowMajor" rows columns v.Node)

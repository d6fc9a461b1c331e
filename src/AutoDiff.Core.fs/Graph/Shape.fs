namespace AutoDiff

open System

/// Rows by columns: what one example is. A scalar is 1x1, a vector a single column.
[<Struct; CustomEquality; NoComparison>]
type internal Extent =
    {
        Rows: int
        Columns: int
    }

    member e.Size = e.Rows * e.Columns
    member e.IsScalar = e.Rows = 1 && e.Columns = 1
    member e.Equals(other: Extent) = e.Rows = other.Rows && e.Columns = other.Columns

    override e.Equals(other: obj) =
        match other with
        | :? Extent as other -> e.Equals other
        | _ -> false

    override e.GetHashCode() = HashCode.Combine(e.Rows, e.Columns)
    override e.ToString() = string e.Rows + "x" + string e.Columns

    interface IEquatable<Extent> with
        member e.Equals other = e.Equals other

module internal Extent =
    let scalar = { Rows = 1; Columns = 1 }
    let vector count = { Rows = count; Columns = 1 }
    let matrix rows columns = { Rows = rows; Columns = columns }

    /// An extent in words: "a scalar", "a vector of 3", "a 2x3 matrix".
    let describe (e: Extent) =
        if e.IsScalar then "a scalar"
        elif e.Columns = 1 then "a vector of " + string e.Rows
        else "a " + string e + " matrix"

/// Batch extents, outermost first (none for what users write), then rows and columns. Examples lie one after the other.
[<Sealed>]
type internal Shape(batch: int[], extent: Extent) =
    let count = Array.fold (*) 1 batch
    static let scalar = Shape([||], Extent.scalar)

    /// The shape of a scalar, one object for all.
    static member Scalar = scalar
    member _.Batch = batch
    member _.Extent = extent
    /// The number of batch extents.
    member _.Rank = batch.Length
    /// The number of examples.
    member _.Count = count
    /// The number of elements of all examples together.
    member _.Size = count * extent.Size

    member shape.Equals(other: Shape) =
        obj.ReferenceEquals(shape, other)
        || (extent.Equals other.Extent && batch.AsSpan().SequenceEqual(ReadOnlySpan other.Batch))

    override shape.Equals(other: obj) =
        match other with
        | :? Shape as other -> shape.Equals other
        | _ -> false

    override _.GetHashCode() = Array.fold (fun hash b -> HashCode.Combine(hash, b)) (extent.GetHashCode()) batch

    override _.ToString() = if batch.Length = 0 then string extent else "[" + String.Join("x", batch) + "] " + string extent

module internal Shape =
    /// The shape of one example of this extent.
    let one (extent: Extent) = if extent.IsScalar then Shape.Scalar else Shape([||], extent)

    /// A shape with these batch extents.
    let batched (batch: int[]) (extent: Extent) = if batch.Length = 0 then one extent else Shape(batch, extent)

    /// Batch extents of two operands side by side: aligned at the innermost, an extent of 1 or a missing one stretches.
    let broadcastBatch (left: int[]) (right: int[]) =
        if left.Length = 0 then
            ValueSome right
        elif right.Length = 0 || left.AsSpan().SequenceEqual(ReadOnlySpan right) then
            ValueSome left
        else
            let rank = max left.Length right.Length
            let at (batch: int[]) i = let j = i - (rank - batch.Length) in if j < 0 then 1 else batch[j]
            let result = Array.init rank (fun i -> if at left i = 1 then at right i else at left i)
            let fits i = at left i = result[i] || at left i = 1
            let fits' i = at right i = result[i] || at right i = 1

            if Seq.forall (fun i -> fits i && fits' i) (seq { 0 .. rank - 1 }) then
                ValueSome result
            else
                ValueNone

    /// For an example of a result that of an operand, whose batch extents stretch to fit: counted like the digits of a number.
    let exampleOf (result: int[]) (operand: int[]) (example: int) : int =
        let missing = result.Length - operand.Length
        let mutable rest, weight, found = example, 1, 0

        for axis in result.Length - 1 .. -1 .. missing do
            let extent = operand[axis - missing]

            if extent <> 1 then
                found <- found + weight * (rest % result[axis])
                weight <- weight * extent

            rest <- rest / result[axis]

        found

    /// The extent of an elementwise result: a scalar stretches to fit.
    let broadcastExtent (left: Extent) (right: Extent) =
        if left.Equals right || right.IsScalar then ValueSome left
        elif left.IsScalar then ValueSome right
        else ValueNone

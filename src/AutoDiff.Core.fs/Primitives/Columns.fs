/// Every column of a matrix by itself, or every row, or all elements at once: how functions of columns are used.
[<RequireQualifiedAccess>]
module internal AutoDiff.Columns

open AutoDiff.Kernels

/// All elements as one column.
let ofAll (x: Node) : Node = Batches.reshape (Shape.one x.Shape.Extent) (Shape.one (Extent.vector x.Shape.Extent.Size)) x

/// A function of columns, of all elements at once, with a number for a result.
let reduceAll (f: Node -> Node) (x: Node) : Node = f (ofAll x)

/// A function of columns, of each row, with a number for each.
let reduceRows (f: Node -> Node) (x: Node) : Node = f (Indexing.transpose x)

/// A function of columns, of all elements at once, with a matrix of the same size for a result.
let mapAll (f: Node -> Node) (x: Node) : Node =
    Batches.reshape (Shape.one (Extent.vector x.Shape.Extent.Size)) (Shape.one x.Shape.Extent) (f (ofAll x))

/// A function of columns, of each row, with a row for each.
let mapRows (f: Node -> Node) (x: Node) : Node = Indexing.transpose (f (Indexing.transpose x))

/// Rows from a start on, of every column.
let rows start count (x: Node) : Node =
    let extent = x.Shape.Extent

    if start = 0 && count = extent.Rows then
        x
    else
        Indexing.read (Indexing.part extent start count 0 extent.Columns) x

/// A row as a vector.
let row index (x: Node) : Node =
    let extent = x.Shape.Extent
    Indexing.read (View(index, extent.Rows, 0, extent.Columns, 1)) x

/// Σ slope * dx down each column: the tangent of a reduction, 0 where dx is.
let weigh (slope: Node) (dx: Node) : Node = Reduction.columnSums (Arithmetic.strongMultiply slope dx)

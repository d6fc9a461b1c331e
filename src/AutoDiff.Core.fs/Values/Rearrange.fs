/// Values put together from parts of others, on nodes, with the checks that name what does not fit.
[<RequireQualifiedAccess>]
module internal AutoDiff.Rearrange

open System
open AutoDiff.Kernels

let private misfit name reason = raise (ShapeException(name + ": " + reason))
let private outOfRange (parameter: string) name reason = raise (ArgumentOutOfRangeException(parameter, name + ": " + reason))

/// The same elements, column by column, in another shape.
let reshape name rows columns (x: Node) : Node =
    let size = x.Shape.Extent.Size

    if rows < 0 || columns < 0 then
        outOfRange "rows" name ("the sizes " + string rows + " and " + string columns + " must not be negative.")

    if int64 rows * int64 columns <> int64 size then
        misfit
            name
            (Extent.describe x.Shape.Extent
             + " has "
             + string size
             + " elements and does not fit "
             + string rows
             + "x"
             + string columns
             + ".")

    Batches.reshape (Shape.one x.Shape.Extent) (Shape.one (Extent.matrix rows columns)) x

/// The same elements, row by row, in another shape.
let reshapeRowMajor name rows columns (x: Node) : Node =
    let extent = x.Shape.Extent
    let byRow = if extent.Columns = 1 then x else Indexing.transpose x
    Indexing.transpose (reshape name columns rows byRow)

/// A matrix with a part, from a row and a column on, in place of its own.
let replace name row column (part: Node) (x: Node) : Node =
    let whole, size = x.Shape.Extent, part.Shape.Extent

    if row < 0 || column < 0 || row > whole.Rows - size.Rows || column > whole.Columns - size.Columns then
        outOfRange
            "index"
            name
            (Extent.describe size
             + " at "
             + string row
             + ", "
             + string column
             + " is not inside "
             + Extent.describe whole
             + ", which counts from 0.")

    let below, right = row + size.Rows, column + size.Columns

    let kept =
        [|
            Indexing.part whole 0 whole.Rows 0 column
            Indexing.part whole 0 whole.Rows right (whole.Columns - right)
            Indexing.part whole 0 row column size.Columns
            Indexing.part whole below (whole.Rows - below) column size.Columns
        |]
        |> Array.filter (fun view -> view.Rows > 0 && view.Columns > 0)

    let views = Array.append kept [| Indexing.part whole row size.Rows column size.Columns |]
    Indexing.assemble whole views (Array.append [| for view in kept -> Indexing.read view x |] [| part |])

/// A row or column in place of a matrix's own.
let replaceLine name row column (extent: Extent) (v: Node) (x: Node) : Node =
    if v.Shape.Extent.Size <> extent.Size then
        misfit
            name
            (Extent.describe x.Shape.Extent
             + " takes a vector of "
             + string extent.Size
             + " here, and not of "
             + string v.Shape.Extent.Size
             + ".")

    replace name row column (reshape name extent.Rows extent.Columns v) x

/// Vectors, one after the other.
let concatenate (vectors: Node[]) : Node =
    let counts = vectors |> Array.map (fun v -> v.Shape.Extent.Size)
    let starts = Array.scan (+) 0 counts
    let views = Array.map2 (fun start count -> View(start, 1, 0, count, 1)) starts[.. counts.Length - 1] counts
    Indexing.assemble (Extent.vector starts[counts.Length]) views vectors

/// Two matrices side by side.
let append (x: Node) (z: Node) : Node =
    let a, b = x.Shape.Extent, z.Shape.Extent

    if a.Rows <> b.Rows then
        misfit
            "Append"
            (Extent.describe a
             + " and "
             + Extent.describe b
             + " have "
             + string a.Rows
             + " and "
             + string b.Rows
             + " rows; side by side they need as many.")

    let whole = Extent.matrix a.Rows (a.Columns + b.Columns)
    Indexing.assemble whole [| Indexing.part whole 0 a.Rows 0 a.Columns; Indexing.part whole 0 b.Rows a.Columns b.Columns |] [| x; z |]

/// Two matrices, one on top of the other.
let stack (x: Node) (z: Node) : Node =
    let a, b = x.Shape.Extent, z.Shape.Extent

    if a.Columns <> b.Columns then
        misfit
            "Stack"
            (Extent.describe a
             + " and "
             + Extent.describe b
             + " have "
             + string a.Columns
             + " and "
             + string b.Columns
             + " columns; one on top of the other they need as many.")

    let whole = Extent.matrix (a.Rows + b.Rows) a.Columns
    Indexing.assemble whole [| Indexing.part whole 0 a.Rows 0 a.Columns; Indexing.part whole a.Rows b.Rows 0 b.Columns |] [| x; z |]

/// Two matrices, corner to corner, with zeros beside them.
let diagonalStack (x: Node) (z: Node) : Node =
    let a, b = x.Shape.Extent, z.Shape.Extent
    let whole = Extent.matrix (a.Rows + b.Rows) (a.Columns + b.Columns)
    Indexing.assemble whole [| Indexing.part whole 0 a.Rows 0 a.Columns; Indexing.part whole a.Rows b.Rows a.Columns b.Columns |] [| x; z |]

/// A square matrix with a vector on its diagonal and zeros beside it.
let ofDiagonal (v: Node) : Node =
    let count = v.Shape.Extent.Size
    let whole = Extent.matrix count count
    Indexing.assemble whole [| Indexing.diagonal whole |] [| v |]

let private checkCount name count =
    if count < 0 then
        outOfRange "count" name ("the count " + string count + " is negative.")

/// Each row so many times, one after the other.
let repeatRows name count (x: Node) : Node =
    checkCount name count
    Rearranging.gatherRows name (Array.init (count * x.Shape.Extent.Rows) (fun i -> i / count)) x

/// All rows, so many times over.
let tileRows name count (x: Node) : Node =
    checkCount name count
    let rows = x.Shape.Extent.Rows
    Rearranging.gatherRows name (Array.init (count * rows) (fun i -> i % rows)) x

/// A function of rows, done to columns.
let toColumns (f: Node -> Node) (x: Node) : Node = Indexing.transpose (f (Indexing.transpose x))

/// So many copies of a matrix downwards and to the right.
let tile rows columns (x: Node) : Node = x |> tileRows "Tile" rows |> toColumns (tileRows "Tile" columns)

/// The Kronecker product: a block for each element of x, which is z times that element.
let kronecker (x: Node) (z: Node) : Node =
    let b = z.Shape.Extent
    let spread = x |> repeatRows "KroneckerProduct" b.Rows |> toColumns (repeatRows "KroneckerProduct" b.Columns)
    Arithmetic.multiply spread (tile x.Shape.Extent.Rows x.Shape.Extent.Columns z)

/// Rows in the opposite order.
let reverseRows (x: Node) : Node =
    let extent = x.Shape.Extent

    if extent.Rows <= 1 then
        x
    else
        Indexing.read (View(extent.Rows - 1, -1, extent.Rows, extent.Rows, extent.Columns)) x

/// Columns in the opposite order.
let reverseColumns (x: Node) : Node =
    let extent = x.Shape.Extent

    if extent.Columns <= 1 then
        x
    else
        Indexing.read (View((extent.Columns - 1) * extent.Rows, 1, -extent.Rows, extent.Rows, extent.Columns)) x

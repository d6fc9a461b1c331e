/// Vectors and matrices from parts, and parts of them, with the checks that name what does not fit.
[<RequireQualifiedAccess>]
module internal AutoDiff.Parts

open System
open AutoDiff.Kernels

let emptyVector = Node.zeros (Shape.one (Extent.matrix 0 1)) Precision.Double
let emptyMatrix = Node.zeros (Shape.one (Extent.matrix 0 0)) Precision.Double

/// What values are made from, if it is there at all: languages without null checks may hand in null.
let given (values: 'V) : 'V =
    ArgumentNullException.ThrowIfNull(box values, "values")
    values

/// Windows laid out in a whole of an extent; plain numbers alone make float64.
let layOut extent (views: View[]) (xs: Node[]) =
    let settle (x: Node) = if x.Precision = Precision.Weak then Node.number Precision.Double x.Value.Number else x
    let xs = if xs |> Array.forall (fun x -> x.Precision = Precision.Weak) then Array.map settle xs else xs
    Indexing.assemble extent views xs

/// A vector of scalars.
let vector (xs: Node[]) : Node =
    let extent = Extent.vector xs.Length
    layOut extent (Array.init xs.Length (fun i -> Indexing.element extent i 0)) xs

/// A matrix of scalars.
let matrix rows columns (at: int -> int -> Node) : Node =
    let extent = Extent.matrix rows columns
    let views = Read.columnMajor rows columns (Indexing.element extent)
    layOut extent views (Read.columnMajor rows columns at)

let matrixOfFloats rows columns (at: int -> int -> float) : Node =
    Node.ofFloats (Extent.matrix rows columns) (Read.columnMajor rows columns at)

let matrixOfSingles rows columns (at: int -> int -> float32) : Node =
    Node.ofSingles (Extent.matrix rows columns) (Read.columnMajor rows columns at)

let private checkRagged kind (vectors: Node[]) =
    for i in 1 .. vectors.Length - 1 do
        let expected, found = vectors[0].Shape.Extent.Size, vectors[i].Shape.Extent.Size

        if expected <> found then
            raise (
                ShapeException(
                    "Matrix: "
                    + kind
                    + " 0 has "
                    + string expected
                    + " elements and "
                    + kind
                    + " "
                    + string i
                    + " has "
                    + string found
                    + "; all must have the same number."
                )
            )

/// A matrix whose rows are these vectors.
let matrixOfRows (rows: Node[]) : Node =
    checkRagged "row" rows
    let extent = Extent.matrix rows.Length (if rows.Length = 0 then 0 else rows[0].Shape.Extent.Size)
    layOut extent (Array.init rows.Length (fun i -> View(i, extent.Rows, 0, extent.Columns, 1))) rows

/// A matrix whose columns are these vectors.
let matrixOfColumns (columns: Node[]) : Node =
    checkRagged "column" columns
    let extent = Extent.matrix (if columns.Length = 0 then 0 else columns[0].Shape.Extent.Size) columns.Length
    layOut extent (Array.init columns.Length (fun j -> Indexing.part extent 0 extent.Rows j 1)) columns

let private outOfRange what index (count: int) (node: Node) =
    raise (
        ArgumentOutOfRangeException(
            "index",
            what
            + " "
            + string index
            + " is outside "
            + Extent.describe node.Shape.Extent
            + ", which counts from 0 to "
            + string (count - 1)
            + "."
        )
    )

let private checkIndex what index count node =
    if index < 0 || index >= count then
        outOfRange what index count node

/// One element, as a scalar.
let element (x: Node) row column : Node =
    let extent = x.Shape.Extent
    checkIndex (if extent.Columns = 1 then "Element" else "Row") row extent.Rows x
    checkIndex "Column" column extent.Columns x
    if extent.Size = 1 then x else Indexing.item row column x

let private checkPart what start count extent (x: Node) =
    if start < 0 || count < 0 || start > extent - count then
        raise (
            ArgumentOutOfRangeException(
                "start",
                "The part of "
                + string count
                + " "
                + what
                + " from "
                + string start
                + " on is not inside "
                + Extent.describe x.Shape.Extent
                + "."
            )
        )

/// So many rows and columns from an element on.
let part (x: Node) row rows column columns : Node =
    let extent = x.Shape.Extent
    checkPart (if extent.Columns = 1 then "elements" else "rows") row rows extent.Rows x
    checkPart "columns" column columns extent.Columns x

    if rows = extent.Rows && columns = extent.Columns then
        x
    else
        Indexing.read (Indexing.part extent row rows column columns) x

/// A row, as a vector.
let row (x: Node) index : Node =
    let extent = x.Shape.Extent
    checkIndex "Row" index extent.Rows x
    Indexing.read (View(index, extent.Rows, 0, extent.Columns, 1)) x

/// The main diagonal, as a vector.
let diagonal (x: Node) : Node = Indexing.read (Indexing.diagonal x.Shape.Extent) x

/// The mean of all elements.
let mean (x: Node) : Node =
    if x.Shape.Extent.Size = 0 then
        raise (ShapeException("Mean: " + Extent.describe x.Shape.Extent + " has no elements to take a mean of."))

    Columns.reduceAll Reduction.means x

let private checkLength name (m: Node) (v: Node) expected what =
    if v.Shape.Extent.Size <> expected then
        raise (
            ShapeException(
                name
                + ": "
                + Extent.describe m.Shape.Extent
                + " has "
                + string expected
                + " "
                + what
                + " and the vector "
                + string v.Shape.Extent.Size
                + " elements; it must have one for each."
            )
        )

/// A matrix with each row combined with a vector.
let alongRows (combine: Node -> Node -> Node) name (m: Node) (v: Node) : Node =
    checkLength name m v m.Shape.Extent.Columns "columns"
    combine m (Reduction.repeatRow m.Shape.Extent.Rows v)

/// A matrix with each column combined with a vector.
let alongColumns (combine: Node -> Node -> Node) name (m: Node) (v: Node) : Node =
    checkLength name m v m.Shape.Extent.Rows "rows"
    combine m (Reduction.repeatColumn m.Shape.Extent.Columns v)

/// Whether two nodes have one extent and equal numbers; NaN equals NaN.
let equal (x: Node) (z: Node) =
    x.Shape.Extent.Equals z.Shape.Extent
    && Array.forall2 (fun (a: float) (b: float) -> a.Equals b) (Read.floats (Read.peek x)) (Read.floats (Read.peek z))

let hash (x: Node) =
    Array.fold (fun hash (a: float) -> HashCode.Combine(hash, a)) (x.Shape.Extent.GetHashCode()) (Read.floats (Read.peek x))

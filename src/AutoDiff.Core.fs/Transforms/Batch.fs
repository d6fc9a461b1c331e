/// Functions of one example, applied to a batch of them: the body is recorded once for one example and built again over all.
[<RequireQualifiedAccess>]
module internal AutoDiff.Batch

/// A value whose batch extents are all outside the one example that a function sees.
let private example (x: Node) = Shape.one x.Shape.Extent, x.Precision

/// A function of one example of each node, applied to all: as it is where there are no batch extents.
let lift name (f: Node[] -> Node[]) (xs: Node[]) : Node[] =
    if xs |> Array.forall (fun x -> x.Shape.Rank = 0) then
        f xs
    else
        let body, _ = Body.record name (Array.map example xs) f id
        Body.apply body xs body.Captures

let private count (x: Node) = x.Shape.Extent.Rows

/// A result for each example, also where it is the same for all; a plain number has the precision of the examples.
let private forEach (examples: Node) (y: Node) : Node =
    let n = count examples
    let y = if y.Precision = Precision.Weak then Marks.convert examples.Precision y else y

    if y.Shape.Rank > 0 && y.Shape.Batch[y.Shape.Rank - 1] = n then
        y
    else
        let one = Batches.reshape (Shape.one y.Shape.Extent) (Shape.batched [| 1 |] y.Shape.Extent) y
        Batches.repeatAxis 0 n one

/// The elements of a vector, or the rows of a matrix, as examples.
let private split rows (x: Node) : Node =
    let extent = x.Shape.Extent

    if rows then
        Batches.reshape
            (Shape.one (Extent.matrix extent.Columns extent.Rows))
            (Shape.batched [| extent.Rows |] (Extent.vector extent.Columns))
            (Indexing.transpose x)
    else
        Batches.reshape (Shape.one extent) (Shape.batched [| extent.Size |] Extent.scalar) x

/// Scalars as the elements of a vector, vectors as the rows of a matrix.
let private join n (y: Node) : Node =
    let extent = y.Shape.Extent

    if extent.IsScalar then
        Batches.reshape (Shape.batched [| n |] extent) (Shape.one (Extent.vector n)) y
    else
        Batches.reshape (Shape.batched [| n |] extent) (Shape.one (Extent.matrix extent.Size n)) y |> Indexing.transpose

let private checkCounts name (xs: Node[]) =
    for x in xs do
        if count x <> count xs[0] then
            raise (
                ShapeException(
                    name
                    + ": there are "
                    + string (count xs[0])
                    + " examples in the first argument and "
                    + string (count x)
                    + " in another; there must be as many."
                )
            )

/// A function of the examples of its arguments, of which matrices hold one a row, recorded and built over all of them.
let private recorded name (rows: bool[]) (f: Node[] -> Node) (xs: Node[]) : Node =
    let examples = Array.map2 split rows xs
    let body, _ = Body.record name (Array.map example examples) (fun xs -> [| f xs |]) id
    let y = (Body.apply body examples body.Captures)[0]
    join (count xs[0]) (forEach xs[0] y)

/// The results of a batch as they are.
let private alone: Reuse.Transform = { Name = "batch"; Apply = fun _ _ roots -> roots }

/// Fewer examples are not worth a plan.
let private fewest = 32

let private isPlain (x: Node) = isNull (Trace.live x.Trace)

/// Applies a function to the examples of its arguments, of which matrices hold one a row: many of them by a plan kept from earlier calls,
/// where there is one.
let vectorize name (rows: bool[]) (f: Node[] -> Node) (xs: Node[]) : Node =
    checkCounts name xs

    if count xs[0] < fewest || not (Array.forall isPlain xs) then
        recorded name rows f xs
    else
        let y =
            Differentiation.under name xs (recorded name rows f) (fun token aliases y ->
                match Reuse.tryRun alone token aliases [| y |] Plan.NewArray with
                | null -> y
                | known -> known[0])

        (Differentiation.close [| y |])[0]

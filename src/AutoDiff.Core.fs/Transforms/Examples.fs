/// Some of the examples of a batch, for loops and branches whose examples go different ways. A value without batch extents is shared by all.
[<RequireQualifiedAccess>]
module internal AutoDiff.Examples

open System

/// How many examples values have; 1 where they share everything.
let count (xs: Node[]) : int = xs |> Array.fold (fun count x -> if x.Shape.Rank = 0 then count else x.Shape.Count) 1

let private singles (x: Node) : float32[] = Compute.elements (Interpreter.force x)
let private doubles (x: Node) : float[] = Compute.elements (Interpreter.force x)

/// A value in each example, or one that all share, as elements of its precision.
let private ofElements (x: Node) (examples: int) (elements: 'T[]) : Node =
    Node.ofValue (Shape.batched [| examples |] x.Shape.Extent) x.Precision (Compute.ofElements elements)

let private taken (which: int[]) (x: Node) (elements: 'T[]) : Node =
    let size = x.Shape.Extent.Size
    let some = Array.zeroCreate<'T>(which.Length * size)
    which |> Array.iteri (fun i example -> Array.Copy(elements, example * size, some, i * size, size))
    ofElements x which.Length some

/// A value in each of so many examples, 1 being what all share.
let spread (all: int) (x: Node) : Node =
    if all = 1 || x.Shape.Rank > 0 then
        x
    else
        let one = Shape.one x.Shape.Extent
        Batches.reshape one (Shape.batched [| 1 |] x.Shape.Extent) x |> Batches.repeatAxis 0 all

/// These examples of a value.
let take (which: int[]) (x: Node) : Node =
    if x.Shape.Rank = 0 then x
    elif x.Precision = Precision.Single then taken which x (singles x)
    else taken which x (doubles x)

let private placed (all: int) (which: int[]) (x: Node) (z: Node) (elements: 'T[]) (some: 'T[]) : Node =
    let size = x.Shape.Extent.Size
    let together = Array.copy elements
    let from i = if z.Shape.Rank = 0 then 0 else i * size
    which |> Array.iteri (fun i example -> Array.Copy(some, from i, together, example * size, size))
    ofElements x all together

/// A value of so many examples, of which these are replaced by those of another.
let put (all: int) (which: int[]) (x: Node) (z: Node) : Node =
    let x = spread all x

    if x.Precision = Precision.Single then
        placed all which x z (singles x) (singles z)
    else
        placed all which x z (doubles x) (doubles z)

/// What a function of one example gives for each, one after the other.
let each (all: int) (f: Node[] -> Node[]) (xs: Node[]) : Node[] =
    let one example (x: Node) =
        if x.Shape.Rank = 0 then
            x
        else
            Batches.reshape (Shape.batched [| 1 |] x.Shape.Extent) (Shape.one x.Shape.Extent) (take [| example |] x)

    let results = Array.init all (fun example -> f (Array.map (one example) xs))

    if all = 1 then
        results[0]
    else
        let together k =
            let start = spread all (Node.zeros (Shape.one results[0].[k].Shape.Extent) results[0].[k].Precision)
            Seq.fold (fun whole example -> put all [| example |] whole results[example].[k]) start (seq { 0 .. all - 1 })

        Array.init results[0].Length together

/// What a function gives for some examples, and another for the others.
let split (first: bool[]) (f: Node[] -> Node[]) (g: Node[] -> Node[]) (xs: Node[]) : Node[] =
    let all = [| 0 .. first.Length - 1 |]

    match Array.partition (fun example -> first[example]) all with
    | _, [||] -> f xs
    | [||], _ -> g xs
    | these, others ->
        let some which = Array.map (take which)
        let ys, zs = f (some these xs), g (some others xs)
        // the examples of the first function stand where they belong once those of the second have replaced the rest
        let spread (y: Node) = put first.Length these (Node.zeros (Shape.one y.Shape.Extent) y.Precision) y
        Array.map2 (fun (y: Node) (z: Node) -> put first.Length others (spread y) z) ys zs

/// A value of so many examples, to some of which those of another are added.
let add (all: int) (which: int[]) (x: Node) (z: Node) : Node = put all which x (Arithmetic.add (take which x) z)

/// Which examples take part in a step, where each takes so many steps: null for all of them.
let upTo (steps: int[]) : int -> int[] | null =
    let least = Array.min steps

    fun step ->
        if step < least then
            null
        else
            [| 0 .. steps.Length - 1 |] |> Array.filter (fun example -> steps[example] > step)

/// A matrix in the making.
type Sheet = { Put: int -> Node -> unit; Whole: unit -> Node }

let private sheetOf (elements: Node -> 'T[]) (all: int) (extent: Extent) (precision: Precision) : Sheet =
    let rows, size = extent.Rows, extent.Size
    let matrices = Array.zeroCreate<'T>(all * size)

    let put i (column: Node) =
        let source, step = elements column, (if column.Shape.Rank = 0 then 0 else rows)

        for example in 0 .. all - 1 do
            Array.Copy(source, example * step, matrices, example * size + i * rows, rows)

    let shape = if all = 1 then Shape.one extent else Shape.batched [| all |] extent
    { Put = put; Whole = fun () -> Node.ofValue shape precision (Compute.ofElements matrices) }

/// A matrix of this extent in as many examples, to be written column by column.
let sheet (all: int) (precision: Precision) (extent: Extent) : Sheet =
    if precision = Precision.Single then
        sheetOf singles all extent precision
    else
        sheetOf doubles all extent precision

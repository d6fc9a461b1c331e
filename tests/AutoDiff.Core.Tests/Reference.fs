/// Naive twins: what the engine does cleverly, done plainly.
[<RequireQualifiedAccess>]
module internal AutoDiff.Tests.Reference

open AutoDiff

/// The place in an operand of each example of a result, where batch extents stretch.
let private places (batch: int[]) (shape: Shape) : int[] =
    let missing = batch.Length - shape.Rank

    let rec place axis (index: int list) =
        match index with
        | [] -> 0
        | i :: rest ->
            let inner = if axis < missing then 0 else Array.fold (*) 1 shape.Batch[axis - missing + 1 ..]
            let own = if axis < missing || shape.Batch[axis - missing] = 1 then 0 else i
            own * inner + place (axis + 1) rest

    let rec indices (extents: int list) =
        match extents with
        | [] -> [ [] ]
        | extent :: rest ->
            [
                for i in 0 .. extent - 1 do
                    for tail in indices rest -> i :: tail
            ]

    [| for index in indices (List.ofArray batch) -> place 0 index |]

/// A function of operands with outer batch extents in front of their own, applied to one example after the other.
let eachExample precision (batch: int[]) (shapes: Shape[]) (outer: int[][]) (operands: float[][]) (f: Node[] -> Node) : float[] =
    let chosen = Array.map2 (fun (o: int[]) (shape: Shape) -> places batch (Shape(o, shape.Extent))) outer shapes
    let count = Array.fold (*) 1 batch

    Array.init count (fun example ->
        let at i =
            let size = shapes[i].Size
            Numbers.node precision shapes[i] (Array.sub operands[i] (chosen[i][example] * size) size)

        Numbers.floats (f (Array.init shapes.Length at)))
    |> Array.concat

/// Part number i of so many.
let part count i (xs: float[]) = let size = xs.Length / count in Array.sub xs (i * size) size

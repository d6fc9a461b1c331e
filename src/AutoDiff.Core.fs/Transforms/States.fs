/// The states of a loop that are kept for the way back: their numbers alone, side by side, in blocks that are made when they are needed.
[<RequireQualifiedAccess>]
module internal AutoDiff.States

open System

/// Elements of a block, so that no block is large and few are more than are needed.
let private block = 8192

let private keeper (elements: Node -> 'T[]) (like: Node[]) (count: int) : Revolve.Keeper<Node[]> =
    let starts = like |> Array.scan (fun start (x: Node) -> start + x.Shape.Size) 0
    let size = starts[like.Length]
    let perBlock = max 1 (min count (block / max size 1))
    let blocks = Array.zeroCreate<'T[]>((count + perBlock - 1) / perBlock)

    let put i (state: Node[]) =
        if isNull (box blocks[i / perBlock]) then
            blocks[i / perBlock] <- Array.zeroCreate (perBlock * size)

        state |> Array.iteri (fun k x -> (elements x).CopyTo(blocks[i / perBlock], i % perBlock * size + starts[k]))

    let get i =
        like
        |> Array.mapi (fun k x ->
            let part = Span(blocks[i / perBlock], i % perBlock * size + starts[k], x.Shape.Size)
            Node.ofValue x.Shape x.Precision (Compute.ofElements (part.ToArray())))

    { Put = put; Get = get }

/// Keeps states of the shapes of one, all of its precision.
let keep (like: Node[]) : int -> Revolve.Keeper<Node[]> =
    if like[0].Precision = Precision.Single then
        keeper (fun x -> (Compute.elements (Interpreter.force x): float32[])) like
    else
        keeper (fun x -> (Compute.elements (Interpreter.force x): float[])) like

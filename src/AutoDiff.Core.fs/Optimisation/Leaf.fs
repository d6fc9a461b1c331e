/// Leaves as flat vectors, and back.
[<RequireQualifiedAccess>]
module internal AutoDiff.Leaf

/// The elements of a leaf in float64, not to be written to.
let private elements (leaf: Node) : float[] =
    match leaf.Value.Data with
    | :? (float[]) as data -> data
    | _ -> Read.floats leaf.Value

/// The elements of leaves, one after the other, in float64; not to be written to.
let flatten (leaves: Node[]) : float[] = if leaves.Length = 1 then elements leaves[0] else Array.collect elements leaves

let private ofElements (like: Node) (elements: float[]) =
    let value =
        if like.Precision = Precision.Single then
            Compute.ofElements (Array.map float32 elements)
        else
            Compute.ofElements elements

    Node.ofValue like.Shape like.Precision value

/// Elements, which are not written to afterwards, as leaves of the shapes and precisions of a pattern.
let unflatten (pattern: Node[]) (elements: float[]) : Node[] =
    if pattern.Length = 1 then
        [| ofElements pattern[0] elements |]
    else
        let starts = pattern |> Array.scan (fun start leaf -> start + leaf.Shape.Size) 0
        let leaf (like: Node) (start: int) = ofElements like elements[start .. start + like.Shape.Size - 1]
        Array.map2 leaf pattern starts[.. pattern.Length - 1]

/// Leaves as flat vectors, and back.
[<RequireQualifiedAccess>]
module internal AutoDiff.Leaf

/// The elements of a leaf in float64, not to be written to.
let private elements (leaf: Node) : float[] =
    match leaf.Value.Data with
    | :? (float[]) as data -> data
    | _ -> Read.floats leaf.Value

/// The elements of leaves, one after the other, in float64, in an array of the arena's where they are not one already; not to be written to.
let flattenWith (arena: Arena) (leaves: Node[]) : float[] =
    if leaves.Length = 1 then
        elements leaves[0]
    else
        let all = arena.Floats(leaves |> Array.sumBy _.Shape.Size)
        let mutable start = 0

        for leaf in leaves do
            let part = elements leaf
            part.CopyTo(all, start)
            start <- start + part.Length

        all

/// The same in a new array.
let flatten (leaves: Node[]) : float[] = flattenWith Arena.New leaves

/// Part of an array as a leaf like another.
let private ofElements (arena: Arena) (like: Node) (elements: float[]) start : Node =
    let size = like.Shape.Size

    let value: Value =
        if size = 1 then
            Compute.numberOf (Precision.round like.Precision elements[start])
        else
            match arena.Rent like.Precision size with
            | :? (float32[]) as data ->
                for i in 0 .. size - 1 do
                    data[i] <- float32 elements[start + i]

                { Number = 0.0; Data = data }
            | data ->
                System.Array.Copy(elements, start, data, 0, size)
                { Number = 0.0; Data = data }

    Node.ofValue like.Shape like.Precision value

/// Elements, which are not written to for as long as the leaves are in use, as leaves of the shapes and precisions of a pattern, in arrays of
/// the arena's.
let unflattenWith (arena: Arena) (pattern: Node[]) (elements: float[]) : Node[] =
    if pattern.Length = 1 && pattern[0].Precision = Precision.Double then
        [| Node.ofValue pattern[0].Shape Precision.Double (Compute.ofElements elements) |]
    else
        let starts = pattern |> Array.scan (fun start leaf -> start + leaf.Shape.Size) 0
        Array.map2 (fun like start -> ofElements arena like elements start) pattern starts[.. pattern.Length - 1]

/// The same in new arrays; the elements are not written to afterwards.
let unflatten (pattern: Node[]) (elements: float[]) : Node[] = unflattenWith Arena.New pattern elements

/// Leaves as one vector, one after the other and each column by column, and back.
[<RequireQualifiedAccess>]
module internal AutoDiff.Flat

open AutoDiff.Kernels

let private asVector (x: Node) : Node = Batches.reshape (Shape.one x.Shape.Extent) (Shape.one (Extent.vector x.Shape.Extent.Size)) x

let private windows (extents: Extent[]) =
    let starts = Array.scan (fun start (extent: Extent) -> start + extent.Size) 0 extents
    Array.map2 (fun (extent: Extent) start -> View(start, 1, 0, extent.Size, 1)) extents starts[.. extents.Length - 1]

/// The number of elements of all leaves together.
let size (extents: Extent[]) = extents |> Array.sumBy _.Size

/// The leaves as one vector, of float64 where all are plain numbers.
let join (leaves: Node[]) : Node =
    if leaves.Length = 1 then
        asVector leaves[0]
    else
        let extents = leaves |> Array.map _.Shape.Extent
        Parts.layOut (Extent.vector (size extents)) (windows extents) (Array.map asVector leaves)

/// A vector as leaves of these extents.
let split (extents: Extent[]) (v: Node) : Node[] =
    let part (extent: Extent) window =
        let part = if extent.Size = v.Shape.Extent.Size then v else Indexing.read window v
        Batches.reshape (Shape.one (Extent.vector extent.Size)) (Shape.one extent) part

    Array.map2 part extents (windows extents)

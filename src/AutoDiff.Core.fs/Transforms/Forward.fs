/// Forward mode: tangents move with the values, from what is varied to what is computed from it.
[<RequireQualifiedAccess>]
module internal AutoDiff.Forward

/// A tangent, or zeros like what it belongs to where there is none.
let orZero (x: Node) (dx: Node | null) : Node =
    match dx with
    | null -> Reduction.fill x.Shape.Extent (Node.zero x.Precision)
    | dx -> dx

let private align outer rank (dx: Node | null) : Node | null =
    match dx with
    | null -> null
    | dx -> Batches.align outer rank dx

let private sum (terms: Node seq) : Node | null = if Seq.isEmpty terms then null else Seq.reduce Arithmetic.add terms

/// The tangent of a node, from the one derivative rule of its primitive and the tangents of its operands; a missing one is zero.
let tangent outer (node: Node) (tangents: (Node | null)[]) : Node | null =
    let xs = node.Operands
    let aligned = if outer = 0 then tangents else tangents |> Array.map (align outer (Batches.operandRank node))
    let dense () = Array.map2 orZero xs aligned

    let each (term: int -> Node -> Node) =
        seq {
            for i in 0 .. xs.Length - 1 do
                match aligned[i] with
                | null -> ()
                | dx -> term i dx
        }

    match node.Primitive.Derivative with
    | Constant -> null
    | Linear _ -> Node.apply node.Primitive (dense ())
    // what chooses has no derivative: a tangent of its own is none of the result's
    | LinearGiven _ when aligned |> Seq.skip 1 |> Seq.forall isNull -> null
    | LinearGiven _ -> Node.apply node.Primitive (Array.updateAt 0 xs[0] (dense ()))
    | Multilinear(strong, _) -> sum (each (fun i dx -> Node.apply (strong i) (Array.updateAt i dx xs)))
    | Partials partials ->
        let slopes = partials xs node
        sum (each (fun i dx -> Arithmetic.strongMultiply slopes[i] dx))
    | Tangent rule
    | Both(rule, _) -> rule xs node (dense ())

/// The tangents of roots, given those of sources; null for a root that does not depend on any. A node belongs to the walk where it may
/// depend on a source. Batch extents that the tangents have and the sources have not (so many, outermost) are carried through.
let tangents (belongs: Node -> bool) outer (sources: Node[]) (dxs: Node[]) (roots: Node[]) : (Node | null)[] =
    let schedule = Schedule.ofRoots belongs (Array.append sources roots)
    let places, rootPlaces = Array.splitAt sources.Length schedule.Roots
    let known: (Node | null)[] = Array.zeroCreate schedule.Count
    Array.iter2 (fun place dx -> known[place] <- dx) places dxs

    for place in 0 .. known.Length - 1 do
        let operands = schedule.Links(place).ToArray() |> Array.map (fun link -> if link >= 0 then known[link] else null)

        if isNull known[place] && operands |> Array.exists (isNull >> not) then
            let node = schedule[place]

            match tangent outer node operands with
            | null -> ()
            | dy -> known[place] <- Batches.expandTo outer node.Shape dy

    rootPlaces |> Array.map (fun place -> if place >= 0 then known[place] else null)

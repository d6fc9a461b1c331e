namespace AutoDiff

open System

/// What stands at a place below the operations of a structure.
type internal LeafKind =
    /// An argument of the differentiation.
    | Argument = 0uy
    /// A number or an array that may be another in the next call.
    | Slot = 1uy
    /// The engine's own zero and one, which rules may simplify away.
    | Zero = 2uy
    | One = 3uy

/// The structure of a graph, without its numbers: operations in order, operands before what uses them, then the constants. Arguments have
/// the place -1 where the graph does not use them; their derivatives are zeros of their shape.
[<Sealed>]
type internal GraphStructure(nodes: Node[], links: int[][], leaves: LeafKind[], roots: int[], given: Node[], arguments: int[]) =
    let kinds = given |> Array.map (fun x -> struct (x.Shape, x.Precision))
    let primitives = nodes |> Array.map _.Primitive
    let shapes = nodes |> Array.map _.Shape
    let precisions = nodes |> Array.map _.Precision
    let operations = links.Length

    member _.Operations = operations
    member _.Count = primitives.Length
    member _.Primitives = primitives
    member _.Shapes = shapes
    member _.Precisions = precisions
    member _.Links = links
    member _.Leaves = leaves
    member _.Roots = roots
    member _.Arguments = arguments

    static member KindOf(node: Node) =
        if Node.isZero node then LeafKind.Zero
        elif Node.isOne node then LeafKind.One
        else LeafKind.Slot

    /// Whether the graph below these roots has this structure, sharing included; if so, found holds its nodes, place by place.
    member _.Matches(thread: int, tops: Node[], args: Node[], found: Node[]) : bool =
        let walk = Positions.NextWalk()
        let known (place: int) = not (obj.ReferenceEquals(found[place], null))

        /// Notes that a node stands at a place, the same node at the same place each time.
        let stand (place: int) (node: Node) =
            if known place then
                obj.ReferenceEquals(found[place], node)
            elif place >= operations then
                found[place] <- node

                GraphStructure.KindOf node = leaves[place - operations]
                && node.HasValue
                && node.Precision = precisions[place]
                && node.Shape.Equals shapes[place]
            else
                match node.Trace with
                | null -> false
                | trace ->
                    let isNew = trace.Owner = thread && node.Walk <> walk

                    if isNew then
                        node.Walk <- walk
                        found[place] <- node

                    isNew

        let mutable fits = tops.Length = roots.Length && args.Length = arguments.Length

        for k in 0 .. roots.Length - 1 do
            fits <- fits && stand roots[k] tops[k]

        let mutable place = operations - 1

        while fits && place >= 0 do
            if known place then
                let node = found[place]
                let operands = node.Operands

                fits <-
                    SameComputation.ofPrimitives node.Primitive primitives[place]
                    && node.Precision = precisions[place]
                    && (obj.ReferenceEquals(node.Shape, shapes[place]) || node.Shape.Equals shapes[place])

                let expected = links[place]
                let mutable i = 0

                while fits && i < expected.Length do
                    fits <- operands.Length = expected.Length && stand expected[i] operands[i]
                    i <- i + 1
            else
                fits <- false

            place <- place - 1

        for k in 0 .. arguments.Length - 1 do
            let struct (shape, precision) = kinds[k]

            fits <-
                fits
                && args[k].Shape.Equals shape
                && args[k].Precision = precision
                && (arguments[k] < 0 || obj.ReferenceEquals(found[arguments[k]], args[k]))

        fits

[<RequireQualifiedAccess>]
module internal GraphStructure =
    /// The structure of the graph below roots, as far as it depends on the arguments of a differentiation; null where no plan can be
    /// kept for it: a factorisation in it has been computed already, or a plain number has met no precision.
    let ofGraph (belongs: Node -> bool) (arguments: Node[]) (roots: Node[]) (limit: int) : GraphStructure | null =
        let schedule = Schedule.ofRoots belongs roots
        let operations = schedule.Count
        let computed = schedule.ToArray()
        let all = Collections.Generic.List<Node> computed
        let constants = Collections.Generic.Dictionary<Node, int>(HashIdentity.Reference)

        let leaf (node: Node) =
            match constants.TryGetValue node with
            | true, place -> place
            | _ ->
                constants[node] <- all.Count
                all.Add node
                all.Count - 1

        let isArgument (node: Node) = Array.exists (fun a -> obj.ReferenceEquals(a, node)) arguments

        let canFail (node: Node) =
            match node.Primitive.Kernel with
            | Whole whole -> whole.CanFail
            | _ -> false

        if operations > limit || Array.exists canFail computed then
            null
        else
            let links =
                Array.init operations (fun place ->
                    let node = schedule[place]

                    if isArgument node then
                        [||]
                    else
                        let links = schedule.Links(place).ToArray()
                        Array.map2 (fun link operand -> if link >= 0 then link else leaf operand) links node.Operands)

            let rootPlaces = Array.map2 (fun place root -> if place >= 0 then place else leaf root) schedule.Roots roots
            let nodes = all.ToArray()
            let leaves = nodes[operations..]

            if leaves |> Array.exists (fun leaf -> leaf.Precision = Precision.Weak || not leaf.HasValue) then
                null
            else
                let place argument = Array.FindIndex(computed, fun node -> obj.ReferenceEquals(node, argument))
                GraphStructure(nodes, links, leaves |> Array.map GraphStructure.KindOf, rootPlaces, arguments, arguments |> Array.map place)

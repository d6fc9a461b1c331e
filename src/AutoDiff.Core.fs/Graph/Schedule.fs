namespace AutoDiff

open System
open System.Collections.Generic
open System.Threading

/// Which nodes a walk has met and where they stand in it. A mark word in the node serves the thread that owns the node's trace, and is
/// told apart from other walks' by the walk's number; nodes of other threads' traces go to a table, so that no two threads share a mark.
[<Sealed>]
type internal Positions() =
    static let mutable walks = 0L
    let walk = Positions.NextWalk()
    let thread = Environment.CurrentManagedThreadId
    let foreign = lazy Dictionary<Node, int>(HashIdentity.Reference)

    let isOwn (node: Node) =
        match node.Trace with
        | null -> false
        | trace -> trace.Owner = thread

    /// The number of a new walk, which no other has.
    static member NextWalk() = Interlocked.Increment &walks

    /// The place of a node; -1 where it was not met.
    member _.Find(node: Node) =
        if isOwn node then
            if node.Walk = walk then node.Position else -1
        elif foreign.IsValueCreated then
            match foreign.Value.TryGetValue node with
            | true, position -> position
            | _ -> -1
        else
            -1

    member _.Set(node: Node, position: int) =
        if isOwn node then
            node.Walk <- walk
            node.Position <- position
        else
            foreign.Value[node] <- position

/// The nodes of a graph, each once, operands before the nodes that use them.
[<Sealed>]
type internal Schedule(nodes: Long<Node>, positions: Positions, roots: Node[]) =
    // the places of operands; those of one node lie in one piece
    let pieces = List<int[]>()
    let starts = Long<int> nodes.Length
    let rootPlaces = Array.map positions.Find roots

    do
        let mutable left = 0

        for place in 0 .. nodes.Length - 1 do
            left <- left + nodes[place].Operands.Length

        let mutable piece: int[] = [||]
        let mutable next = 0

        for place in 0 .. nodes.Length - 1 do
            let operands = nodes[place].Operands

            if next + operands.Length > piece.Length then
                piece <- Array.zeroCreate (max operands.Length (min left (Cutting.Mask + 1)))
                pieces.Add piece
                next <- 0

            starts[place] <- ((max pieces.Count 1 - 1) <<< Cutting.Bits) ||| next

            for operand in operands do
                piece[next] <- positions.Find operand
                next <- next + 1

            left <- left - operands.Length

    member _.Count = nodes.Length

    member _.Item
        with get (place: int): Node = nodes[place]

    /// All nodes in one array.
    member _.ToArray() : Node[] = nodes.ToArray()

    /// For each node the places of its operands; -1 for one that is not part of the walk.
    member _.Links(place: int) : ReadOnlySpan<int> =
        let count = nodes[place].Operands.Length

        if count = 0 then
            ReadOnlySpan<int>.Empty
        else
            ReadOnlySpan(pieces[starts[place] >>> Cutting.Bits], starts[place] &&& Cutting.Mask, count)

    /// The places of the roots; -1 for one that is not part of the walk.
    member _.Roots = rootPlaces

module internal Schedule =
    /// All nodes that can be reached from the roots through nodes that belong. The stack is explicit: depth costs no call stack.
    let ofRoots (belongs: Node -> bool) (roots: Node[]) : Schedule =
        let positions = Positions()
        let order = Long<Node> 0
        let pending = Long<struct (Node * int)> 0

        let enter node =
            if belongs node && positions.Find node < 0 then
                positions.Set(node, Int32.MaxValue)
                pending.Add(struct (node, 0))

        for root in roots do
            enter root

            while pending.Length > 0 do
                let struct (node, next) = pending.Pop()

                if next < node.Operands.Length then
                    pending.Add(struct (node, next + 1))
                    enter node.Operands[next]
                else
                    positions.Set(node, order.Length)
                    order.Add node

        Schedule(order, positions, roots)

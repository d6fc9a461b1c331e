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
type internal Schedule(nodes: Node[], starts: int[], links: int[], roots: int[]) =
    member _.Nodes = nodes
    /// For each node the places of its operands; -1 for one that is not part of the walk.
    member _.Links(place: int) = ReadOnlySpan<int>(links, starts[place], nodes[place].Operands.Length)
    /// The places of the roots; -1 for one that is not part of the walk.
    member _.Roots = roots

module internal Schedule =
    let private link (positions: Positions) (nodes: Node[]) (roots: Node[]) =
        let starts = Array.zeroCreate<int>(nodes.Length + 1)

        for place in 0 .. nodes.Length - 1 do
            starts[place + 1] <- starts[place] + nodes[place].Operands.Length

        let links = Array.zeroCreate<int> starts[nodes.Length]

        for place in 0 .. nodes.Length - 1 do
            let operands = nodes[place].Operands

            for i in 0 .. operands.Length - 1 do
                links[starts[place] + i] <- positions.Find operands[i]

        Schedule(nodes, starts, links, Array.map positions.Find roots)

    /// All nodes that can be reached from the roots through nodes that belong. The stack is explicit: depth costs no call stack.
    let ofRoots (belongs: Node -> bool) (roots: Node[]) =
        let positions = Positions()
        let order = List<Node>()
        let pending = Stack<struct (Node * int)>()

        let enter node =
            if belongs node && positions.Find node < 0 then
                positions.Set(node, Int32.MaxValue)
                pending.Push(struct (node, 0))

        for root in roots do
            enter root

            while pending.Count > 0 do
                let struct (node, next) = pending.Pop()

                if next < node.Operands.Length then
                    pending.Push(struct (node, next + 1))
                    enter node.Operands[next]
                else
                    positions.Set(node, order.Count)
                    order.Add node

        link positions (order.ToArray()) roots

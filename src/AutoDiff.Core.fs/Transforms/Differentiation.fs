/// Alias, run, reverse or push forward, close: the four steps of every derivative, on nodes.
[<RequireQualifiedAccess>]
module internal AutoDiff.Differentiation

/// Whether a node is a constant without history already.
let private isConstant (node: Node) = isNull node.Trace && node.HasValue && node.Operands.Length = 0

let private evaluateClosed (nodes: Node[]) : Node[] =
    let isClosed (node: Node) = isNull (Trace.live node.Trace)
    let closed = nodes |> Array.filter isClosed
    let values = Interpreter.evaluate closed
    let constants = Array.map2 (fun (node: Node) value -> Node.ofValue node.Shape node.Precision value) closed values
    let mutable next = 0

    nodes
    |> Array.map (fun node ->
        if isClosed node then
            next <- next + 1
            constants[next - 1]
        else
            node)

/// Nodes as they are handed out: where nothing is open any more, all evaluated together to constants without history; else as they are,
/// to whoever differentiates outside.
let close (nodes: Node[]) : Node[] = if nodes |> Array.forall isConstant then nodes else evaluateClosed nodes

/// Like under, where the numbers of the arguments are only lent: the nodes that show them as they are are added to the borrowers.
let underLent
    (name: string)
    (borrowers: System.Collections.Generic.List<obj> | null)
    (xs: Node[])
    (f: Node[] -> 'R)
    (andThen: Token -> Node[] -> 'R -> 'S)
    : 'S =
    let token = Token(TokenKind.Differentiation, name, Borrowers = borrowers)
    let trace = Trace.ofToken token

    try
        let aliases = xs |> Array.map (Marks.alias trace)
        andThen token aliases (f aliases)
    finally
        token.End()

/// Runs a function on aliases of its arguments under a token of its own, and then what is to be done with its results; the token is over
/// when this returns, also by an exception.
let under name (xs: Node[]) (f: Node[] -> 'R) (andThen: Token -> Node[] -> 'R -> 'S) : 'S = underLent name null xs f andThen

/// A constant with the numbers of a node.
let known (node: Node) : Node = Node.ofValue node.Shape node.Precision (Interpreter.force node)

/// A derivative, or zeros of the shape of x below the batch extents of the sweep where there is none.
let private orZeros (batch: int[]) (x: Node) (derivative: Node | null) : Node =
    match derivative with
    | null -> Node.zeros (Shape.batched (Array.append batch x.Shape.Batch) x.Shape.Extent) x.Precision
    | derivative -> derivative

/// The cotangents of the arguments of a differentiation, given those of results, which may have batch extents in addition.
let pullback (token: Token) (aliases: Node[]) (batch: int[]) (ys: Node[]) (ybars: Node[]) : Node[] =
    Array.map2 (orZeros batch) aliases (Reverse.cotangents (Node.dependsOn token) batch.Length aliases ys ybars)

/// The tangents of results, given those of the arguments of a differentiation, which may have batch extents in addition.
let pushforward (token: Token) (aliases: Node[]) (batch: int[]) (dxs: Node[]) (ys: Node[]) : Node[] =
    Array.map2 (orZeros batch) ys (Forward.tangents (Node.dependsOn token) batch.Length aliases dxs ys)

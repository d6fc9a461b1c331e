namespace AutoDiff

open System
open System.Collections.Generic
open System.Runtime.CompilerServices
open System.Threading
open AutoDiff.Kernels

/// A function recorded once: its graph over inputs that have shapes and no numbers. What it captured from outside and may vary there is
/// an input of another kind.
[<ReferenceEquality>]
type internal Body = { Token: Token; Inputs: Node[]; Captures: Node[]; Outputs: Node[] }

/// A body as a plan for inputs of these shapes: played back at first, emitted once it proves hot.
[<Sealed>]
type private BodyPlan(kinds: (Shape * Precision)[], program: Program) =
    let inputs = Planning.ports (kinds |> Array.map fst)
    let outputs = Planning.ports (program.Outputs |> Array.map (fun place -> program.Entries[place].Shape))
    let canEmit = program.Entries.Length <= 3_000 && RuntimeFeature.IsDynamicCodeCompiled
    let mutable plan = Planning.make program inputs outputs false
    let mutable runs = 0

    /// From how many runs on the same shapes a body has a plan, and from how many code is emitted for it.
    static member Warm = 4

    static member Hot = 200

    static member Fits(kinds: (Shape * Precision)[], xs: Node[]) =
        Array.forall2 (fun (shape: Shape, precision) (x: Node) -> x.Precision = precision && x.Shape.Equals shape) kinds xs

    member _.Fits(xs: Node[]) = BodyPlan.Fits(kinds, xs)

    member _.Run(xs: Node[]) : Node[] =
        if Interlocked.Increment &runs = BodyPlan.Hot && canEmit then
            plan <- Planning.make program inputs outputs true

        let current = plan
        let values = nonNull (current.Evaluate(xs |> Array.map Interpreter.force, (fun _ -> true)))
        Array.map2 (fun (struct (shape, precision)) value -> Node.ofValue shape precision value) current.ResultKinds values

/// A body made ready to be built again, many times: where each operand comes from is looked up once, and on numbers, after a few times, it
/// runs as a plan.
[<Sealed>]
type internal Replay(body: Body) =
    // a made node, an input as -1 - k, or neither
    let neither = Int32.MinValue
    let schedule = Schedule.ofRoots (Node.dependsOn body.Token) body.Outputs
    let given = Dictionary<Node, int>(HashIdentity.Reference)
    do Array.iteri (fun k input -> given[input] <- -1 - k) (Array.append body.Inputs body.Captures)

    let source (link: int) (node: Node) =
        match given.TryGetValue node with
        | true, k -> k
        | _ -> if link >= 0 then link else neither

    let sources =
        schedule.ToArray()
        |> Array.mapi (fun place node ->
            if given.ContainsKey node then
                [||]
            else
                Array.map2 source ((schedule.Links place).ToArray()) node.Operands)

    let roots = Array.map2 source schedule.Roots body.Outputs
    let ranks = schedule.ToArray() |> Array.map Batches.operandRank

    let build (xs: Node[]) : Node[] =
        let made = Array.zeroCreate<Node> schedule.Count

        let find source (recorded: Node) =
            if source >= 0 then made[source]
            elif source = neither then recorded
            else xs[-1 - source]

        // an operand beside others of so many recorded batch extents
        let operand rank source (recorded: Node) =
            let x = find source recorded
            let outer = x.Shape.Rank - recorded.Shape.Rank
            if outer > 0 then Batches.align outer rank x else x

        for place in 0 .. made.Length - 1 do
            let node, sources, rank = schedule[place], sources[place], ranks[place]

            made[place] <-
                match sources.Length with
                | 0 -> node
                | 1 -> Node.apply1 node.Primitive (operand rank sources[0] node.Operands[0])
                | 2 ->
                    let x = operand rank sources[0] node.Operands[0]
                    Node.apply2 node.Primitive x (operand rank sources[1] node.Operands[1])
                | _ -> Node.apply node.Primitive (Array.map2 (operand rank) sources node.Operands)

        Array.map2 find roots body.Outputs

    // the shapes of the last inputs, and how often they came one after the other: examples that finish leave others each time
    let mutable last: (Shape * Precision)[] | null = null
    let mutable runs = 0
    let mutable plan: BodyPlan | null = null

    let isWarm (xs: Node[]) =
        match last with
        | NonNull kinds when BodyPlan.Fits(kinds, xs) -> Interlocked.Increment &runs >= BodyPlan.Warm
        | _ ->
            last <- xs |> Array.map (fun x -> x.Shape, x.Precision)
            runs <- 1
            false

    let planned (xs: Node[]) =
        let kinds = xs |> Array.map (fun x -> x.Shape, x.Precision)
        let token = Token(TokenKind.Recording, body.Token.Name)
        let trace = Trace.ofToken token

        try
            let inputs = kinds |> Array.map (fun (shape, precision) -> Node.input shape precision trace)
            BodyPlan(kinds, Program.ofNodes (Node.dependsOn token) inputs (build inputs))
        finally
            token.End()

    let isNumber (x: Node) = isNull (Trace.live x.Trace) && (x.Precision = Precision.Double || x.Precision = Precision.Single)

    /// The outputs for inputs and captures, which may have batch extents outside those recorded. Built node by node, and computed at once
    /// where nothing is open; on numbers of the same shapes by a plan after a few times.
    member _.Run(xs: Node[]) : Node[] =
        match plan with
        | _ when Reuse.Interpreting.IsOn || not (Array.forall isNumber xs) -> build xs
        | NonNull known when known.Fits xs -> known.Run xs
        | _ when not (isWarm xs) -> build xs
        | _ ->
            let made = planned xs
            plan <- made
            made.Run xs

[<RequireQualifiedAccess>]
module internal Body =
    /// What a graph reads of values outside that may vary.
    let private captures (token: Token) (outputs: Node[]) : Node[] =
        let found = List<Node>()
        let known = HashSet<Node>(HashIdentity.Reference)

        let meet (node: Node) =
            if not (Node.dependsOn token node) && not (isNull (Trace.live node.Trace)) && known.Add node then
                found.Add node

        for node in (Schedule.ofRoots (Node.dependsOn token) outputs).ToArray() do
            Array.iter meet node.Operands

        Array.iter meet outputs
        found.ToArray()

    let private close (token: Token) inputs (f: Node[] -> 'R) (outputs: 'R -> Node[]) : Body * 'R =
        try
            let result = f inputs
            let outputs = outputs result
            { Token = token; Inputs = inputs; Captures = captures token outputs; Outputs = outputs }, result
        finally
            token.End()

    /// Records a function at inputs that have numbers: it may branch by them, and the graph is that of the branch taken.
    let recordAt name (xs: Node[]) (f: Node[] -> Node[]) : Body =
        let token = Token(TokenKind.Differentiation, name)
        let trace = Trace.ofToken token
        fst (close token (xs |> Array.map (Marks.alias trace)) f id)

    /// Records a function of nodes, each an example of such a shape.
    let record name (shapes: (Shape * Precision)[]) (f: Node[] -> 'R) (outputs: 'R -> Node[]) : Body * 'R =
        let token = Token(TokenKind.Recording, name)
        let trace = Trace.ofToken token
        let inputs = shapes |> Array.map (fun (shape, precision) -> Node.input shape (Precision.settled precision) trace)

        close token inputs f outputs

    /// The outputs for other inputs and captures: see Replay.
    let apply (body: Body) (inputs: Node[]) (captures: Node[]) : Node[] = Replay(body).Run(Array.append inputs captures)

    let private constant (shape: Shape) (elements: 'T[]) : Node =
        let precision = if typeof<'T> = typeof<float32> then Precision.Single else Precision.Double
        Node.ofValue shape precision (Compute.ofElements elements)

    /// A kernel that computes each example by a function of constants.
    let kernel (f: Node[] -> Node) : WholeKernel =
        { new WholeKernel() with
            override _.Example(example, xs, y) =
                let constants = xs |> Array.map (fun x -> constant (Shape.one x.Extent) ((x.At example).ToArray()))
                (Compute.elements (Interpreter.force (f constants))).AsSpan().CopyTo y
        }

    /// A kernel that computes all examples together by a function of constants; those that differ from example to example have one batch
    /// extent.
    let batchKernel (f: Node[] -> Node) : WholeKernel =
        { new WholeKernel() with
            override kernel.Example(example, xs, y) =
                let one = xs |> Array.map (fun x -> { x with Data = (x.At example).ToArray(); Stride = 0 })
                let whole = Array.zeroCreate y.Length
                kernel.Examples(1, one, Extent.vector y.Length, whole)
                whole.AsSpan().CopyTo y

            override _.Examples(count, xs, extent, y) =
                let operand (x: Operand<_>) =
                    if x.Stride = 0 then
                        constant (Shape.one x.Extent) (x.Data.AsSpan(0, x.Extent.Size).ToArray())
                    else
                        constant (Shape.batched [| count |] x.Extent) (x.Data.AsSpan(0, count * x.Extent.Size).ToArray())

                if count > 0 then
                    let result = f (Array.map operand xs)
                    let elements = (Compute.elements (Interpreter.force result)).AsSpan()
                    let step = if result.Shape.Rank > 0 then extent.Size else 0

                    for example in 0 .. count - 1 do
                        elements.Slice(example * step, extent.Size).CopyTo(Span(y, example * extent.Size, extent.Size))
        }

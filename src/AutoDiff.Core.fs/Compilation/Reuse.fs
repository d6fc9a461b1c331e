/// Plans kept by the structure of the graphs that they were made for, so that a derivative in a loop runs a plan from its third call on.
/// The function runs in every call and builds its graph, which is compared in full: what it reads may change.
[<RequireQualifiedAccess>]
module internal AutoDiff.Reuse

open System
open System.Buffers
open System.Collections.Concurrent
open System.Runtime.CompilerServices
open System.Threading

/// What is done with a graph: from a token, arguments and roots to the outputs.
[<ReferenceEquality>]
type Transform = { Name: string; Apply: Token -> Node[] -> Node[] -> Node[] }

/// Whether this thread goes without plans, for comparisons of the ways in which a derivative is computed. No result depends on it.
[<AbstractClass; Sealed>]
type Interpreting =
    [<ThreadStatic; DefaultValue>]
    static val mutable private isOn: bool

    static member IsOn
        with get () = Interpreting.isOn
        and set on = Interpreting.isOn <- on

/// A structure, the transform that a plan was made of, and the plan: played back at first, emitted once it proves hot.
[<Sealed>]
type private Kept(structure: GraphStructure, transform: Transform, program: Program, slots: int[]) =
    let inputs = Planning.ports (slots |> Array.map (fun place -> structure.Shapes[place]))
    let outputs = Planning.ports (program.Outputs |> Array.map (fun place -> program.Entries[place].Shape))
    let canEmit = program.Entries.Length <= Kept.Longest && RuntimeFeature.IsDynamicCodeCompiled
    // played back, large arrays would go through memory once for each operation
    let isLarge = program.Count(fun entry -> entry.Shape.Size > 10_000) > 0
    let mutable plan = Planning.make program inputs outputs (canEmit && isLarge)
    let mutable runs = 0

    /// From how many runs on code is emitted, and up to how many entries: longer programs are played back.
    static member Hot = 3
    static member Longest = 3_000

    /// Whether a frame is small enough to be kept: what needs more room is better interpreted, which uses its buffers again.
    member _.IsModest = plan.Room < 8_000_000L

    member _.Structure = structure
    member _.Transform = transform
    /// The places whose numbers a call brings.
    member _.Slots = slots

    member _.Plan =
        if Interlocked.Increment &runs = Kept.Hot && canEmit && not isLarge then
            plan <- Planning.make program inputs outputs true

        plan

/// Bounded: past so many structures all are forgotten, and made again when they come again.
let private capacity = 256

/// Graphs larger than this are not kept.
let private largest = 300_000

let private seen = ConcurrentDictionary<int, int>()
let private plans = ConcurrentDictionary<int, Kept[]>()

/// The graph again, over inputs that stand for its arguments and constants.
let private replay (structure: GraphStructure) (trace: Trace) (slots: Node[]) (place: int -> int) : Node[] =
    let nodes: Node[] = Array.zeroCreate structure.Count

    for k in structure.Operations .. structure.Count - 1 do
        nodes[k] <-
            match structure.Leaves[k - structure.Operations] with
            | LeafKind.Zero -> Node.zero structure.Precisions[k]
            | LeafKind.One -> Node.one structure.Precisions[k]
            | _ -> slots[place k]

    for k in 0 .. structure.Operations - 1 do
        nodes[k] <-
            if place k >= 0 then
                slots[place k]
            else
                let operands = structure.Links[k] |> Array.map (fun link -> nodes[link])
                Node(structure.Primitives[k], operands, structure.Shapes[k], structure.Precisions[k], trace)

    nodes

/// The places whose numbers a call brings: arguments, then constants.
let private slotPlaces (structure: GraphStructure) =
    let constants =
        [|
            for k in structure.Operations .. structure.Count - 1 do
                if structure.Leaves[k - structure.Operations] = LeafKind.Slot then
                    k
        |]

    Array.append (structure.Arguments |> Array.filter (fun place -> place >= 0)) constants

let private make (structure: GraphStructure) (transform: Transform) (arguments: Node[]) : Kept =
    let token = Token(TokenKind.Recording, transform.Name)
    let trace = Trace.ofToken token
    let places = slotPlaces structure
    let standIn k = Node.input structure.Shapes[k] structure.Precisions[k] trace

    try
        let slots = places |> Array.map standIn
        let unused (x: Node) = Node.input x.Shape x.Precision trace
        let slotOf = Array.create structure.Count -1
        places |> Array.iteri (fun slot place -> slotOf[place] <- slot)
        let nodes = replay structure trace slots (fun place -> slotOf[place])

        let aliases =
            Array.map2 (fun (x: Node) place -> if place >= 0 then nodes[place] else unused x) arguments structure.Arguments

        let outputs = transform.Apply token aliases (structure.Roots |> Array.map (fun place -> nodes[place]))
        let program = Program.ofNodes (Node.dependsOn token) slots outputs
        Counters.plans.Add 1L
        Kept(structure, transform, program, places)
    finally
        token.End()

let private hashOf (transform: Transform) (roots: Node[]) =
    let mutable hash = transform.Name.Length

    for root in roots do
        hash <- hash * 31 + root.Hash

    hash

/// Whether this differentiation is open in some of them, and no other in any.
let private isOutermost (token: Token) (roots: Node[]) =
    let thread = Environment.CurrentManagedThreadId
    let mutable isOpen = false
    let mutable isAlone = true

    for root in roots do
        match Trace.live root.Trace with
        | null -> ()
        | trace ->
            isOpen <- true
            isAlone <- isAlone && trace.Tokens.Length = 1 && obj.ReferenceEquals(trace.Tokens[0], token) && trace.Owner = thread

    isOpen && isAlone

let private values (slots: int[]) (found: Node[]) =
    let values = Array.zeroCreate slots.Length

    for k in 0 .. slots.Length - 1 do
        values[k] <- found[slots[k]].Value

    values

let private always (_: Frame) = true

let private evaluate (kept: Kept) (found: Node[]) rent : Node[] =
    let plan = kept.Plan
    let ys = nonNull (plan.Evaluate(values kept.Slots found, always, rent))
    let nodes = Array.zeroCreate<Node> ys.Length

    for k in 0 .. ys.Length - 1 do
        let struct (shape, precision) = plan.ResultKinds[k]
        nodes[k] <- Node.ofValue shape precision ys[k]

    nodes

let private tryKept (kept: Kept) transform arguments roots rent : Node[] | null =
    if not (obj.ReferenceEquals(kept.Transform, transform)) then
        null
    else
        let found = ArrayPool<Node>.Shared.Rent kept.Structure.Count

        try
            if kept.Structure.Matches(Environment.CurrentManagedThreadId, roots, arguments, found) then
                evaluate kept found rent
            else
                null
        finally
            Array.Clear(found, 0, kept.Structure.Count)
            ArrayPool<Node>.Shared.Return found

let private keep hash (kept: Kept) =
    if plans.Count >= capacity then
        plans.Clear()
        seen.Clear()

    plans.AddOrUpdate(hash, (fun _ -> [| kept |]), (fun _ others -> Array.append [| kept |] (Array.truncate 7 others)))
    |> ignore

/// On a miss: the structure is kept once it has been seen twice.
let private learn hash token transform arguments roots =
    Counters.reuseMisses.Add 1L

    if seen.Count > 16 * capacity then
        seen.Clear()

    if seen.AddOrUpdate(hash, 1, (fun _ count -> count + 1)) >= 2 then
        let skip () =
            seen[hash] <- Int32.MinValue
            Counters.reuseSkips.Add 1L

        match GraphStructure.ofGraph (Node.dependsOn token) arguments roots largest with
        | null -> skip ()
        | structure ->
            let kept = make structure transform arguments
            if kept.IsModest then keep hash kept else skip ()

/// The outputs of a transform of the graph below roots, by a plan that was kept, in arrays that rent gives; null where there is none yet,
/// or can be none.
let tryRun (transform: Transform) (token: Token) (arguments: Node[]) (roots: Node[]) (rent: Precision -> int -> Array) : Node[] | null =
    if Interpreting.IsOn || not (isOutermost token roots) then
        null
    else
        let hash = hashOf transform roots
        let mutable result: Node[] | null = null

        match plans.TryGetValue hash with
        | true, known ->
            for kept in known do
                if isNull result then
                    result <- tryKept kept transform arguments roots rent
        | _ -> ()

        if isNull result then learn hash token transform arguments roots else Counters.reuseHits.Add 1L

        result

namespace AutoDiff

open System
open System.Collections.Generic
open System.Runtime.CompilerServices
open Microsoft.FSharp.NativeInterop

#nowarn "9" // the numbers of a frame, which is pinned

/// One branch of a compiled function, for one structure of its argument.
[<Sealed>]
type internal FunctionBranch<'U>(kinds: struct (Shape * Precision)[], others: objnull[], branch: Branch, pattern: 'U, count: int) =
    let sameKinds (leaves: Node[]) =
        let mutable same = leaves.Length = kinds.Length
        let mutable i = 0

        while same && i < kinds.Length do
            let struct (shape, precision) = kinds[i]
            same <- Precision.settled leaves[i].Precision = precision && leaves[i].Shape.Equals shape
            i <- i + 1

        same

    static let rec same (left: objnull) (right: objnull) =
        match left, right with
        | null, null -> true
        | (:? Array as left), (:? Array as right) ->
            left.Length = right.Length && Seq.forall2 same (Seq.cast<objnull> left) (Seq.cast<objnull> right)
        | NonNull left, right -> left.Equals right
        | _ -> false

    /// Whether an argument has the structure and shapes that this was recorded for, and whatever else is in it is equal.
    member _.Fits(leaves: Node[], more: objnull[]) = sameKinds leaves && more.Length = others.Length && Array.forall2 same others more

    /// The result, where all decisions come out as recorded.
    member _.TryRun(leaves: Node[]) : 'U voption =
        let plan = branch.Plan
        let holds (frame: Frame) = branch.Holds(NativePtr.ofNativeInt frame.NumbersAddress)

        match plan.Evaluate(leaves |> Array.map _.Value, holds) with
        | null -> ValueNone
        | values ->
            let node i =
                let struct (shape, precision) = plan.ResultKinds[i]
                Node.ofValue shape precision values[i]

            ValueSome(Structure.rebuild pattern (Array.init count node))

/// A function that is recorded once for each structure, each set of shapes and each branch taken, and compiled. It must be pure.
[<Sealed>]
type internal CompiledFunction<'T, 'U>(name: string, f: 'T -> 'U) =
    inherit FSharpFunc<'T, 'U>()

    let branches = Branches<FunctionBranch<'U>>()

    let record (x: 'T) (leaves: Node[]) (others: objnull[]) : FunctionBranch<'U> =
        let mutable result = Unchecked.defaultof<'U>

        let run nodes =
            result <- f (Structure.rebuild x nodes)
            Structure.results result

        let recording = Recording.record name leaves run
        let count = recording.Program.Outputs.Length - 2 * recording.Decisions.Length
        let inputs = Planning.ports (leaves |> Array.map _.Shape)
        let shapes = recording.Program.Outputs |> Array.map (fun place -> recording.Program.Entries[place].Shape)
        let outputs = Array.append (Planning.ports shapes[.. count - 1]) (Array.create (2 * recording.Decisions.Length) Kept)
        let plan = Planning.make recording.Program inputs outputs RuntimeFeature.IsDynamicCodeCompiled
        let zeros (struct (shape, precision)) = Node.zeros shape precision
        let pattern = Structure.rebuild result (plan.ResultKinds[.. count - 1] |> Array.map zeros)
        let kinds = leaves |> Array.map (fun leaf -> struct (leaf.Shape, Precision.settled leaf.Precision))
        FunctionBranch(kinds, others, Branch(recording.Decisions, plan, count), pattern, count)

    let rec tryKnown (known: FunctionBranch<'U>[]) k leaves others : 'U voption =
        if k = known.Length then
            ValueNone
        elif not (known[k].Fits(leaves, others)) then
            tryKnown known (k + 1) leaves others
        else
            match known[k].TryRun leaves with
            | ValueSome result ->
                if k > 0 then
                    branches.Prefer known[k]

                ValueSome result
            | ValueNone -> tryKnown known (k + 1) leaves others

    let isOpen (node: Node) = not (isNull (Trace.live node.Trace))

    let fallBack x =
        Counters.fallbacks.Add 1L
        f x

    /// The function as it was given.
    member _.Original: 'T -> 'U = f

    /// The value of the function. An argument that a differentiation is open in runs the function itself, so that it differentiates.
    override _.Invoke(x: 'T) : 'U =
        let struct (leaves, others) = Structure.withOthers x

        if Array.exists isOpen leaves then
            fallBack x
        else
            match tryKnown branches.Known 0 leaves others with
            | ValueSome result -> result
            | ValueNone when branches.IsFull -> fallBack x
            | ValueNone ->
                let made = record x leaves others
                branches.Add made

                match made.TryRun leaves with
                | ValueSome result -> result
                | ValueNone -> f x

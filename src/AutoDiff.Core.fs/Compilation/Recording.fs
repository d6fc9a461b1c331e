namespace AutoDiff

open System
open Microsoft.FSharp.NativeInterop

#nowarn "9" // addresses of spans, pinned while they are used

/// What a function does along one branch: a program of inputs and outputs, and the decisions that led there.
[<ReferenceEquality>]
type internal Recording = { Program: Program; Decisions: Read.Decision[] }

[<RequireQualifiedAccess>]
module internal Recording =
    /// Inputs as constants of their own, so that nothing but their identity is what is recorded.
    let private alone (x: Node) : Node = Node.ofValue x.Shape (Precision.settled x.Precision) (Interpreter.force x)

    /// Runs a function on stand-ins of its inputs and notes what it computes.
    let private trace (name: string) (xs: Node[]) (f: Node[] -> Node[]) : Recording =
        let token = Token(TokenKind.Recording, name)
        token.Decisions <- Collections.Generic.List<obj>()
        let trace = Trace.ofToken token

        try
            let inputs = xs |> Array.map (alone >> Marks.alias trace)
            let ys = f inputs
            let decisions = (nonNull token.Decisions).ToArray() |> Array.map (fun d -> d :?> Read.Decision)
            let compared = decisions |> Array.collect (fun d -> [| d.Left; d.Right |])
            let program = Program.ofNodes (Node.dependsOn token) inputs (Array.append ys compared)

            { Program = program; Decisions = decisions }
        finally
            token.End()

    /// Runs a function on stand-ins of its inputs and notes what it computes. The outputs of the program are those of the function and
    /// then, two by two, the numbers that decisions compared.
    let record (name: string) (xs: Node[]) (f: Node[] -> Node[]) : Recording =
        // the graph is left behind: what is done with a long program need not carry it along
        let recording = trace name xs f

        if LoopFinding.isWorthwhile recording.Program then
            { recording with Program = LoopFinding.apply recording.Program }
        else
            recording

/// A recorded branch, ready to run.
[<Sealed>]
type internal Branch(decisions: Read.Decision[], plan: Plan, outputs: int) =
    member _.Plan = plan

    /// Whether all decisions come out as they did when this was recorded.
    member _.Holds(numbers: nativeptr<float>) =
        let mutable holds = true
        let mutable k = 0

        while holds && k < decisions.Length do
            let left = NativePtr.get numbers plan.Kept[outputs + 2 * k]
            let right = NativePtr.get numbers plan.Kept[outputs + 2 * k + 1]
            holds <- decisions[k].Test left right = decisions[k].Outcome
            k <- k + 1

        holds

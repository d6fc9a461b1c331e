namespace AutoDiff

open System

/// Whether this thread records loops step by step, instead of as one node each: what source is made of. So many steps at most, for each of
/// them becomes statements.
[<AbstractClass; Sealed>]
type internal StepByStep =
    [<ThreadStatic; DefaultValue>]
    static val mutable private left: int

    static member Longest = 1_000
    static member IsOn = StepByStep.left > 0

    /// The result of a function in which it is so.
    static member Within(f: unit -> 'T) : 'T =
        let before = StepByStep.left
        StepByStep.left <- 1 + StepByStep.Longest

        try
            f ()
        finally
            StepByStep.left <- before

    /// What a step of a loop is given: its number, the state, and what it reads.
    static member private Inputs(name: string, start: Node[], i: int, state: Node[], read: Node[]) : Node[] =
        StepByStep.left <- StepByStep.left - 1

        if StepByStep.left = 0 then
            raise (
                SourceException(
                    name
                    + ": source has loops written out step by step, and these take more than "
                    + string StepByStep.Longest
                    + " steps. Explain one step and call its source in a loop, or compute this function with Diff.Compile or Diff.CompileGradient."
                )
            )

        Array.concat [ [| Node.number start[0].Precision (float i) |]; state; read ]

    /// The state after so many steps.
    static member Loop(name: string, count: int, start: Node[], step: Node[] -> Node[]) : Node[] =
        Seq.fold (fun state i -> step (StepByStep.Inputs(name, start, i, state, [||]))) start (seq { 0 .. count - 1 })

    /// The state where a condition is 0, which is decided on the numbers of the point.
    static member LoopWhile(name: string, limit: int, start: Node[], condition: Node[] -> Node, step: Node[] -> Node[]) : Node[] =
        let mutable state, steps = start, 0

        while Decide.is (fun number -> number <> 0.0) (condition state) do
            if steps >= limit then
                raise (StepLimitException(name, limit))

            state <- step (StepByStep.Inputs(name, start, steps, state, [||]))
            steps <- steps + 1

        state

    /// The state after a step for each column, and what the steps gave as columns.
    static member Scan(name: string, start: Node[], columns: Node, step: Node[] -> Node[]) : struct (Node[] * Node) =
        let extent = columns.Shape.Extent

        let next (state: Node[], given) i =
            let results = step (StepByStep.Inputs(name, start, i, state, [| Parts.part columns 0 extent.Rows i 1 |]))
            results[.. start.Length - 1], results[start.Length] :: given

        let state, given = Seq.fold next (start, []) (seq { 0 .. extent.Columns - 1 })
        struct (state, Parts.matrixOfColumns (given |> List.rev |> Array.ofList))

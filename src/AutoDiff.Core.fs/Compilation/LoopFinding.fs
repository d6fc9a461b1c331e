/// Loops in the traces of ordinary scalar code: numbers of one depth that are computed by one operation from neighbouring operands become
/// one vector operation, long chains of additions become sums, and what is laid out from many numbers is laid out by windows. Sums are
/// then added up in another order, so this is done only where the user asked for compilation.
[<RequireQualifiedAccess>]
module internal AutoDiff.LoopFinding

/// Finds the loops of a program. Entries are looked at in order, so all that one needs is there.
[<Sealed>]
type private Finder(program: Program) =
    let entries = program.Entries
    let trace = ScalarTrace program
    let loops = FoundLoops trace

    /// Numbers in an order in which those of one loop follow each other, by the places of operands that vary.
    let inRuns (varied: int[]) (members: int[]) =
        let position j place = loops.Position entries[place].Operands[j]
        let sorted = Runs.sort (varied |> Array.map position) members
        let positions = varied |> Array.map (fun j -> fun k -> position j sorted[k])
        let mutable start = 0

        while start < sorted.Length do
            let length = Runs.length sorted.Length positions start

            if length >= FoundLoops.Shortest then
                loops.Form sorted[start .. start + length - 1]
            else
                for k in start .. start + length - 1 do
                    loops.Alone sorted[k]

            start <- start + length

    /// Numbers that are computed by one operation from operands of the same origins: as few loops as their places allow.
    let group (members: int[]) =
        let operands = entries[members[0]].Operands

        let varied =
            [|
                for j in 0 .. operands.Length - 1 do
                    if loops.IsVaried operands[j] then
                        j
            |]

        if members.Length < FoundLoops.Shortest || varied.Length = 0 then
            members |> Array.iter loops.Alone
        else
            inRuns varied members

    /// Numbers with one key are computed by one primitive from operands of the same origins.
    let originKey place =
        let origin j = if j >= entries[place].Operands.Length then 0L else loops.Origin(entries[place].Operands[j]).Key

        { First = int64 (trace.Primitive place); Second = origin 0; Third = origin 1; Fourth = origin 2 }

    /// What is not computed in a loop: sums, arrays laid out from numbers, and all the rest.
    let other place =
        let entry = entries[place]

        match entry.Primitive.Kernel with
        | _ when trace.IsAdd place -> loops.Set(place, LoopSums.sum loops (trace.Terms place))
        | Whole _ when trace.IsElement place -> () // read where it is used by itself
        | Whole { Evaluate = evaluate } ->
            match evaluate.Fusion, Laying.indices program place with
            | Scatter views, ValueSome indices when indices.Length >= FoundLoops.Shortest ->
                loops.Set(place, LoopWindows.lay loops entry.Shape.Extent entry.Operands views)
            | _ -> loops.Alone place
        | _ -> loops.Alone place

    let isInGroup place = trace.IsInner place && not (trace.IsSum place)

    let given (inputs: Node[]) =
        for place in 0 .. entries.Length - 1 do
            match entries[place].Constant with
            | _ when place < program.Inputs -> loops.Set(place, inputs[place])
            | null -> ()
            | constant -> loops.Set(place, constant)

    /// The numbers of one depth, where they are many enough for a loop.
    let inGroups (numbers: int[]) =
        let groups = Runs.groups originKey numbers

        for k in 0 .. groups.Count - 1 do
            group (groups.Members k)

    /// What is computed and no mere step of a sum, by depth.
    let layers =
        let computed = Long<int> 0
        let mutable deepest = 0

        for place in program.Inputs .. entries.Length - 1 do
            if isNull entries[place].Constant && not (trace.IsLink place) then
                computed.Add place
                deepest <- max deepest (trace.Depth place)

        Runs.gather computed.Length (deepest + 1) (fun k -> computed[k]) (fun k -> trace.Depth computed[k])

    /// Whether there are enough numbers of one depth for a loop.
    member _.MayFind =
        let isEnough count = count >= FoundLoops.Shortest
        let isMany depth = isEnough (layers.Size depth) && isEnough (layers.Members depth |> Array.filter isInGroup).Length
        Seq.exists isMany (seq { 0 .. layers.Count - 1 })

    /// The outputs of the program, made anew from its inputs.
    member _.Outputs(inputs: Node[]) : Node[] =
        given inputs

        for depth in 0 .. layers.Count - 1 do
            let isMany = layers.Size depth >= FoundLoops.Shortest

            // what is not a number first: it may be what elements are read from
            for k in 0 .. layers.Size depth - 1 do
                let place = layers.Member(depth, k)

                if not (isInGroup place) then
                    other place
                elif not isMany then
                    loops.Alone place

            if isMany then
                layers.Members depth |> Array.filter isInGroup |> inGroups

        program.Outputs |> Array.map loops.Node

/// Whether a program has so many numbers that loops are looked for.
let isWorthwhile (program: Program) = program.Count(fun entry -> entry.Shape.Size = 1 && isNull entry.Constant) > 32 * FoundLoops.Shortest

/// The program with its loops found. It computes the same, but sums in another order.
let apply (program: Program) : Program =
    let token = Token(TokenKind.Recording, "Loops")
    let trace = Trace.ofToken token

    try
        let input place =
            let entry = program.Entries[place]
            Node.input entry.Shape entry.Precision trace

        let inputs = Array.init program.Inputs input
        Program.ofNodes (Node.dependsOn token) inputs (Finder(program).Outputs inputs)
    finally
        token.End()

let private hasDecided (token: Token) =
    match token.Decisions with
    | null -> false
    | decisions -> decisions.Count > 0

/// What a function computes from the aliases of its arguments, with its loops found before it is differentiated: the derivative of a loop
/// is a loop, and need not be looked for in a trace several times as long. As it is where it is short, or where decisions were made on
/// numbers that it computes, which would be computed twice.
let before (token: Token) (aliases: Node[]) (ys: Node[]) : Node[] =
    let isDecided (x: Node) = (nonNull x.Trace).Tokens |> Array.exists hasDecided

    if Array.exists isDecided aliases then
        ys
    else
        let program = Program.ofNodes (Node.dependsOn token) aliases ys
        let found () = let finder = Finder program in if finder.MayFind then finder.Outputs aliases else ys
        if isWorthwhile program then found () else ys

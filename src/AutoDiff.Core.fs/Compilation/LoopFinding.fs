/// Loops in the traces of ordinary scalar code: numbers of one depth that are computed by one operation from neighbouring operands become
/// one vector operation, long chains of additions become sums, and what is laid out from many numbers is laid out by windows. Sums are
/// then added up in another order, so this is done only where the user asked for compilation.
[<RequireQualifiedAccess>]
module internal AutoDiff.LoopFinding

open System
open System.Collections.Generic
open AutoDiff.Kernels

/// From how many numbers on a loop is worth its while.
let private shortest = 16

/// Where the operand of a number comes from; two numbers can be in one loop where all their operands come from the same.
[<Struct>]
type private Origin =
    /// One number for all.
    | Fixed of entry: int
    /// A constant, which may be another for each.
    | Constant
    /// An element of an array.
    | ElementOf of array: int
    /// An element of a loop that was found before.
    | LaneOf of loop: int

/// What the numbers of a program are once loops have been found. Entries are looked at in order, so all that one needs is there.
[<Sealed>]
type private Finder(program: Program) =
    let entries = program.Entries
    let nodes: (Node | null)[] = Array.zeroCreate entries.Length
    // the loop that an entry is a lane of, and which; -1 for none
    let loopOf = Array.create entries.Length -1
    let laneOf = Array.create entries.Length 0
    let loops = List<Node>()
    let uses = Array.zeroCreate<int> entries.Length

    let isScalar (entry: Entry) =
        obj.ReferenceEquals(entry.Shape, Shape.Scalar) && entry.Precision = Precision.Double && isNull entry.Constant

    let isElementwise (entry: Entry) =
        match entry.Primitive.Kernel with
        | Unary _
        | Binary _
        | Ternary _ -> true
        | _ -> false

    /// The array and place that an entry reads one element of.
    let elementOf place =
        let entry = entries[place]

        match entry.Primitive.Kernel with
        | Whole whole when entry.Shape.Size = 1 && isNull entry.Constant && place >= program.Inputs ->
            match whole.Evaluate.Fusion with
            | Gather view when entries[entry.Operands[0]].Shape.Count = 1 && entries[entry.Operands[0]].Shape.Size > 1 ->
                ValueSome(struct (entry.Operands[0], view.Offset))
            | _ -> ValueNone
        | _ -> ValueNone

    let elements = Array.init entries.Length elementOf
    let isInner place = place >= program.Inputs && isScalar entries[place] && isElementwise entries[place]
    let isAdd place = isInner place && Arithmetic.isAddition entries[place].Primitive

    do
        for entry in entries do
            for operand in entry.Operands do
                uses[operand] <- uses[operand] + 1

        for output in program.Outputs do
            uses[output] <- uses[output] + 2

    /// Whether an addition is only a step on the way of another one's sum.
    let isLink = Array.zeroCreate<bool> entries.Length

    do
        for place in 0 .. entries.Length - 1 do
            if isAdd place then
                for operand in entries[place].Operands do
                    if isAdd operand && uses[operand] = 1 then
                        isLink[operand] <- true

    /// The terms that an addition comes to, in order.
    let termsOf place =
        let terms = List<int>()
        let pending = Stack<int>()
        pending.Push place

        while pending.Count > 0 do
            let next = pending.Pop()

            if next = place || isLink[next] then
                pending.Push entries[next].Operands[1]
                pending.Push entries[next].Operands[0]
            else
                terms.Add next

        terms.ToArray()

    /// A vector of constants, which is a constant.
    let constants (places: int[]) =
        Node.ofFloats (Extent.vector places.Length) (places |> Array.map (fun p -> (nonNull entries[p].Constant).Value.Number))

    let itemOf (array: Node) index =
        if array.Shape.Size = 1 then
            Batches.reshape array.Shape Shape.Scalar array
        else
            Indexing.read (View(index, 1, array.Shape.Extent.Rows, 1, 1)) array

    /// The node of an entry; a lane of a loop is read out of it.
    let node place : Node =
        match nodes[place] with
        | null ->
            let made = itemOf loops[loopOf[place]] laneOf[place]
            nodes[place] <- made
            made
        | node -> node

    let originOf place =
        if not (isNull entries[place].Constant) && entries[place].Shape.Size = 1 then
            Constant
        elif loopOf[place] >= 0 then
            LaneOf loopOf[place]
        else
            match elements[place] with
            | ValueSome(struct (array, _)) -> ElementOf array
            | ValueNone -> Fixed place

    let positionOf place =
        if loopOf[place] >= 0 then
            laneOf[place]
        else
            match elements[place] with
            | ValueSome(struct (_, index)) -> index
            | ValueNone -> 0

    /// The vector of one operand of the members of a loop, whose places in its origin are evenly spaced.
    let vector (members: int[]) : Node =
        let count = members.Length
        let first = positionOf members[0]
        let step = if count > 1 then positionOf members[1] - first else 1

        let window (array: Node) =
            if step = 1 && first = 0 && count = array.Shape.Size && array.Shape.Extent.Columns = 1 then
                array
            else
                Indexing.read (View(first, step, 0, count, 1)) array

        match originOf members[0] with
        | Constant ->
            let number place = (nonNull entries[place].Constant).Value.Number

            let same =
                members
                |> Array.forall (fun m -> BitConverter.DoubleToInt64Bits(number m) = BitConverter.DoubleToInt64Bits(number members[0]))

            if same then nonNull entries[members[0]].Constant else constants members
        | Fixed place -> node place
        | ElementOf array -> if step = 0 then node members[0] else window (node array)
        | LaneOf loop -> if step = 0 then node members[0] else window loops[loop]

    let isVaried place =
        match originOf place with
        | ElementOf _
        | LaneOf _ -> true
        | _ -> false

    let alone place = nodes[place] <- Node.apply entries[place].Primitive (entries[place].Operands |> Array.map node)

    let form (members: int[]) =
        let operands = entries[members[0]].Operands.Length
        let ys = Array.init operands (fun j -> vector (members |> Array.map (fun m -> entries[m].Operands[j])))

        if ys |> Array.forall (fun y -> y.Shape.Size = 1) then
            members |> Array.iter alone
        else
            let loop = Node.apply entries[members[0]].Primitive ys
            loops.Add loop

            members
            |> Array.iteri (fun lane place ->
                loopOf[place] <- loops.Count - 1
                laneOf[place] <- lane)

    /// Numbers that are computed by one operation from operands of the same origins: as few loops as their places allow.
    let group (members: int[]) =
        if members.Length < shortest then
            members |> Array.iter alone
        else
            let operands = entries[members[0]].Operands

            let varied =
                [|
                    for j in 0 .. operands.Length - 1 do
                        if isVaried operands[j] then
                            j
                |]

            if varied.Length = 0 then
                members |> Array.iter alone
            else
                let position j place = positionOf entries[place].Operands[j]
                let sorted = Runs.sort (varied |> Array.map position) members
                let columns = varied |> Array.map (fun j -> sorted |> Array.map (position j))
                let mutable start = 0

                while start < sorted.Length do
                    let length = Runs.length columns start
                    let run = sorted[start .. start + length - 1]
                    if length >= shortest then form run else run |> Array.iter alone
                    start <- start + length

    /// A sum of many terms: of windows of loops, and of what is left.
    let sum place =
        let terms = termsOf place
        let seen = Dictionary<int, int>()

        // a term that occurs several times is in as many sums
        let occurrence term =
            let before = if seen.ContainsKey term then seen[term] else 0
            seen[term] <- before + 1
            before

        if terms.Length < shortest then
            nodes[place] <- terms |> Array.map node |> Array.reduce Arithmetic.add
        else
            let parts =
                terms
                |> Array.groupBy (fun term -> struct (originOf term, occurrence term))
                |> Array.collect (fun (struct (origin, _), terms) ->
                    match origin with
                    | LaneOf _
                    | ElementOf _ when terms.Length >= shortest ->
                        let sorted = terms |> Array.sortBy positionOf
                        let positions = sorted |> Array.map positionOf

                        [|
                            let mutable start = 0

                            while start < sorted.Length do
                                let length = Runs.length [| positions |] start
                                let run = sorted[start .. start + length - 1]

                                if length >= shortest && (positions[start + 1] <> positions[start]) then
                                    yield Reduction.sum (vector run)
                                else
                                    yield! run |> Array.map node

                                start <- start + length
                        |]
                    | _ -> terms |> Array.map node)

            nodes[place] <- Array.reduce Arithmetic.add parts

    /// Windows that lanes of one loop are laid on, evenly spaced on both sides, and what is left.
    let windows (parts: (int * View)[]) : struct (View * Node)[] * (int * View)[] =
        let sorted = parts |> Array.sortBy (fst >> positionOf)
        let columns = [| sorted |> Array.map (fst >> positionOf); sorted |> Array.map (fun (_, view) -> view.Offset) |]
        let laid, left = List<struct (View * Node)>(), List<int * View>()
        let mutable start = 0

        while start < sorted.Length do
            let length = Runs.length columns start
            let run = sorted[start .. start + length - 1]

            if length < shortest || columns[0][start + 1] = columns[0][start] then
                left.AddRange run
            else
                let lanes = vector (Array.map fst run)

                match columns[1][start + 1] - columns[1][start] with
                | 0 -> laid.Add(struct (snd run[0], Reduction.sum lanes))
                | step -> laid.Add(struct (View(columns[1][start], step, 0, length, 1), lanes))

            start <- start + length

        laid.ToArray(), left.ToArray()

    /// An array laid out from numbers: by windows of loops where there are such.
    let lay place (views: View[]) =
        let laid = List<struct (View * Node)>()
        let occurrences = Dictionary<struct (int * int), int>()

        // a pair that occurs several times is in as many windows
        let occurrence (operand, view: View) =
            let pair = struct (operand, view.Offset)
            let seen = if occurrences.ContainsKey pair then occurrences[pair] else 0
            occurrences[pair] <- seen + 1
            seen

        /// Lays what has one origin and one value of a measure; what is left is for the next measure.
        let layBy (measure: int * View -> int) (parts: struct (int * (int * View))[]) =
            [|
                for struct (origin, seen, _), group in
                    parts |> Array.groupBy (fun (struct (seen, part)) -> struct (originOf (fst part), seen, measure part)) do
                    match origin with
                    | LaneOf _ when group.Length >= shortest ->
                        let found, left = windows (group |> Array.map (fun (struct (_, part)) -> part))
                        laid.AddRange found
                        yield! left |> Array.map (fun part -> struct (seen, part))
                    | _ -> yield! group
            |]

        let left =
            Array.zip entries[place].Operands views
            |> Array.map (fun part -> struct (occurrence part, part))
            // all at one place, in the order of the lanes, in the opposite order, at any even distance
            |> layBy (fun (_, view) -> view.Offset)
            |> layBy (fun (operand, view) -> view.Offset - positionOf operand)
            |> layBy (fun (operand, view) -> view.Offset + positionOf operand)
            |> layBy (fun _ -> 0)

        for struct (_, (operand, view)) in left do
            laid.Add(struct (view, node operand))

        let views, operands = laid.ToArray() |> Array.map (fun (struct (view, operand)) -> view, operand) |> Array.unzip
        nodes[place] <- Indexing.assemble entries[place].Shape.Extent views operands

    /// How deep an entry lies: numbers of one depth do not need each other.
    let depths =
        let depths = Array.zeroCreate<int> entries.Length

        for place in 0 .. entries.Length - 1 do
            for operand in entries[place].Operands do
                // a sum lies one above its terms, however long it is
                let step = if isAdd place && isLink[operand] then 0 else 1
                depths[place] <- max depths[place] (depths[operand] + step)

        depths

    let primitives = Dictionary<Primitive, int>(HashIdentity.Reference)

    let primitiveOf place =
        let primitive = entries[place].Primitive

        match primitives.TryGetValue primitive with
        | true, number -> number
        | _ ->
            primitives[primitive] <- primitives.Count
            primitives[primitive]

    /// Numbers with one key are computed by one primitive from operands of the same origins.
    let originKey place =
        let origin j =
            if j >= entries[place].Operands.Length then
                0L
            else
                match originOf entries[place].Operands[j] with
                | Constant -> -1L
                | Fixed entry -> 4L * int64 entry + 1L
                | ElementOf array -> 4L * int64 array + 2L
                | LaneOf loop -> 4L * int64 loop + 3L

        struct (primitiveOf place, origin 0, origin 1, origin 2)

    let other place =
        let entry = entries[place]

        match Laying.indices program place, entry.Primitive.Kernel with
        | ValueSome indices, Whole whole when indices.Length >= shortest ->
            match whole.Evaluate.Fusion with
            | Scatter views -> lay place views
            | _ -> alone place
        | _ -> alone place

    /// The outputs of the program, made anew from its inputs.
    member _.Outputs(inputs: Node[]) : Node[] =
        for place in 0 .. entries.Length - 1 do
            if place < program.Inputs then
                nodes[place] <- inputs[place]
            elif not (isNull entries[place].Constant) then
                nodes[place] <- entries[place].Constant

        let computed =
            [|
                for place in program.Inputs .. entries.Length - 1 do
                    if isNull entries[place].Constant && not isLink[place] then
                        place
            |]

        for _, places in computed |> Array.groupBy (fun place -> depths[place]) |> Array.sortBy fst do
            let numbers, others =
                places |> Array.partition (fun place -> isInner place && not (isAdd place && termsOf place |> Array.length > 2))
            // what is not a number first: it may be what elements are read from
            for place in others do
                if isAdd place then sum place else other place

            for members in Runs.groups originKey numbers do
                group members

        program.Outputs |> Array.map node

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

/// Whether a program has so many numbers that loops are looked for.
let isWorthwhile (program: Program) =
    program.Entries |> Array.sumBy (fun entry -> if entry.Shape.Size = 1 && isNull entry.Constant then 1 else 0) > 32 * shortest

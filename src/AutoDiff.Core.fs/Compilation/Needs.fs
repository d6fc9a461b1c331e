namespace AutoDiff

/// What is needed where: which entries at all, which arrays are in memory, which views become arrays after all.
[<Sealed>]
type internal Needs(program: Program, grouping: Grouping) =
    let entries = program.Entries
    let live = Array.zeroCreate<bool> entries.Length
    let arrays = Array.zeroCreate<bool> entries.Length
    let made = Array.zeroCreate<bool> entries.Length
    let isSingle place = entries[place].Shape.Size = 1

    /// The operands of an entry that its loop reads, also those of what it computes once more.
    let rec visitRead place (visit: int -> Access -> unit) =
        for operand in entries[place].Operands do
            match grouping.Access(place, operand) with
            | Again root -> visitAgain root visit
            | access -> visit operand access

    and visitAgain root visit =
        for operand in entries[root].Operands do
            match grouping.Access(root, operand) with
            | Register register -> visitAgain register visit
            | access -> visit operand access

    let use' operand = live[grouping.Root operand] <- true

    /// What an entry reads: its operands, or what those are computed from once more.
    let reads place : int[] =
        match grouping.Roles[place] with
        | Added _ ->
            let operands = Long<int> 0
            visitRead place (fun operand _ -> operands.Add operand)
            operands.ToArray()
        | _ -> entries[place].Operands

    /// The arrays in memory that an entry is computed from: a view of one, where it is made an array.
    let sources place (visit: int -> unit) =
        match grouping.Roles[place] with
        | Loop
        | Added _
        | Total
        | Interleaved _ ->
            visitRead place (fun _ access ->
                match access with
                | Memory(source, _, _, _) -> visit source
                | _ -> ())
        | Element(source, _) -> visit source
        | Window _
        | Repeated _
        | Call ->
            for operand in entries[place].Operands do
                if not (isSingle operand) then
                    visit (grouping.Root operand)
        | _ -> ()

    let rec asArray root =
        match grouping.Roles[root] with
        | Window _
        | Repeated _ ->
            if not made[root] then
                made[root] <- true
                sources root asArray // a view may be one of a view
        | _ -> arrays[root] <- true

    // one function for all entries
    let markArray = asArray

    let visit place =
        match grouping.Roles[place] with
        | Window _
        | Repeated _ -> ()
        | Laid _ -> arrays[place] <- true
        | _ -> sources place markArray

    do
        for output in program.Outputs do
            use' output

        for place in entries.Length - 1 .. -1 .. 0 do
            if live[place] then
                for operand in reads place do
                    use' operand

        for place in 0 .. entries.Length - 1 do
            if live[place] then
                visit place

        for output in program.Outputs do
            if not (isSingle output) then
                asArray (grouping.Root output)

    /// What an entry reads: its operands, or what those are computed from once more.
    member _.Reads(place: int) : int[] = reads place
    /// Visits the arrays in memory that an entry is computed from.
    member _.Sources(place: int, visit: int -> unit) = sources place visit
    /// Whether an entry is computed: others are computed again wherever they are used.
    member _.IsLive(place: int) = live[place]
    /// Whether an entry's elements are in memory.
    member _.IsInMemory(place: int) = arrays[place]
    /// Whether a view of an array is made an array of its own.
    member _.IsMade(place: int) = made[place]

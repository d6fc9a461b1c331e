namespace AutoDiff

/// What is needed where: which entries at all, which arrays are in memory, which views become arrays after all.
[<Sealed>]
type internal Needs(program: Program, grouping: Grouping) =
    let entries = program.Entries
    let live = Array.zeroCreate<bool> entries.Length
    let arrays = Array.zeroCreate<bool> entries.Length
    let made = Array.zeroCreate<bool> entries.Length
    let isSingle place = entries[place].Shape.Size = 1

    let rec asArray root =
        match grouping.Roles[root] with
        | Window _ when not made[root] ->
            made[root] <- true
            asArray (grouping.Root entries[root].Operands[0]) // the call reads its operand, which may be a window itself
        | Repeated _ -> made[root] <- true
        | _ -> arrays[root] <- true

    let whole operand =
        if not (isSingle operand) then
            asArray (grouping.Root operand)

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
    let reads place (visit: int -> unit) =
        match grouping.Roles[place] with
        | Added _ -> visitRead place (fun operand _ -> visit operand)
        | _ -> entries[place].Operands |> Array.iter visit

    let visit place =
        match grouping.Roles[place] with
        | Loop
        | Added _
        | Total
        | Interleaved _ ->
            visitRead place (fun _ access ->
                match access with
                | Memory(source, _, _, _) -> asArray source
                | _ -> ())
        | Element(source, _) -> asArray source
        | Laid _ -> arrays[place] <- true
        | Call -> entries[place].Operands |> Array.iter whole
        | _ -> ()

    do
        program.Outputs |> Array.iter use'

        for place in entries.Length - 1 .. -1 .. 0 do
            if live[place] then
                reads place use'

        for place in 0 .. entries.Length - 1 do
            if live[place] then
                visit place

        program.Outputs |> Array.iter whole

    /// Visits what an entry reads.
    member _.Reads(place: int, visit: int -> unit) = reads place visit
    /// Whether an entry is computed: others are computed again wherever they are used.
    member _.IsLive(place: int) = live[place]
    /// Whether an entry's elements are in memory.
    member _.IsInMemory(place: int) = arrays[place]
    /// Whether a view of an array is made an array of its own.
    member _.IsMade(place: int) = made[place]

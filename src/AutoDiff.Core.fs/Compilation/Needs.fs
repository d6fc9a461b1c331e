namespace AutoDiff

/// What is needed where: which arrays are in memory, which numbers are in the frame, which views become arrays after all.
[<Sealed>]
type internal Needs(program: Program, grouping: Grouping) =
    let entries = program.Entries
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

    let visit place =
        match grouping.Roles[place] with
        | Loop
        | Added _
        | Total
        | Interleaved _ ->
            for operand in entries[place].Operands do
                match grouping.Access(place, operand) with
                | Memory(source, _, _, _) -> asArray source
                | _ -> ()
        | Element(source, _) -> asArray source
        | Laid _ -> arrays[place] <- true
        | Call -> entries[place].Operands |> Array.iter whole
        | _ -> ()

    do
        for place in 0 .. entries.Length - 1 do
            visit place

        program.Outputs |> Array.iter whole

    /// Whether an entry's elements are in memory.
    member _.IsInMemory(place: int) = arrays[place]
    /// Whether a view of an array is made an array of its own.
    member _.IsMade(place: int) = made[place]

namespace AutoDiff

open System
open System.Collections.Generic

/// The arrays of one run, which nobody outside has seen: handed out, given back, and used again.
[<Sealed>]
type internal Workspace() =
    let free = Dictionary<struct (Precision * int), Stack<Array>>()

    /// An array of this kind and length, with anything in it.
    member _.Rent(precision: Precision, size: int) : Array =
        match free.TryGetValue(struct (precision, size)) with
        | true, arrays when arrays.Count > 0 -> arrays.Pop()
        | _ when precision = Precision.Single -> upcast GC.AllocateUninitializedArray<float32> size
        | _ -> upcast GC.AllocateUninitializedArray<float> size

    member _.Return(precision: Precision, array: Array) =
        let key = struct (precision, array.Length)

        match free.TryGetValue key with
        | true, arrays -> arrays.Push array
        | _ -> free[key] <- Stack [ array ]

/// Which place of a schedule holds which buffer, and how many reads each buffer still has before it.
[<Sealed>]
type internal Buffers(schedule: Schedule) =
    let workspace = Workspace()
    // reads of each place by the nodes after it; a root is read by the caller too
    let reads = Array.zeroCreate<int> schedule.Count
    // the place that a buffer was rented for names it; -1: a buffer from outside, which is never written to
    let buffer = Array.create schedule.Count -1
    let pending = Array.zeroCreate<int> schedule.Count

    do
        for place in 0 .. schedule.Count - 1 do
            for link in schedule.Links place do
                if link >= 0 then
                    reads[link] <- reads[link] + 1

        for root in schedule.Roots do
            if root >= 0 then
                reads[root] <- reads[root] + 1

    let hold place held =
        buffer[place] <- held

        if held >= 0 then
            pending[held] <- pending[held] + reads[place]

    let readsOf place held =
        let mutable count = 0

        for link in schedule.Links place do
            if link >= 0 && buffer[link] = held then
                count <- count + 1

        count

    let isDying (node: Node) place link =
        link >= 0
        && buffer[link] >= 0
        && schedule[link].Shape.Size = node.Shape.Size
        && schedule[link].Precision = node.Precision
        && pending[buffer[link]] = readsOf place buffer[link]

    /// A new buffer for a place.
    member _.Rent place : Array =
        hold place place
        workspace.Rent(schedule[place].Precision, schedule[place].Shape.Size)

    /// The operand whose buffer nobody reads after this place, and which is of its size: an elementwise result may overwrite it.
    member _.TryOverwrite place =
        let mutable found = -1

        for link in schedule.Links place do
            if found < 0 && isDying schedule[place] place link then
                found <- link

        if found >= 0 then
            hold place buffer[found]

        found

    /// A place takes its operand's buffer as it is.
    member _.Share place =
        let link = (schedule.Links place)[0]
        hold place (if link >= 0 then buffer[link] else -1)

    /// The operands of a place have been read; values gives the arrays.
    member _.Release(place, values: Value[]) =
        for link in schedule.Links place do
            if link >= 0 && buffer[link] >= 0 then
                let held = buffer[link]
                pending[held] <- pending[held] - 1

                match values[link].Data with
                | null -> ()
                | data ->
                    if pending[held] = 0 then
                        workspace.Return(schedule[link].Precision, data)

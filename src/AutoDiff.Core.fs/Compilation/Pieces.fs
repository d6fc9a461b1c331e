namespace AutoDiff

open System.Collections.Generic

/// A part of a plan, before it is made: code between two calls, or a call.
[<RequireQualifiedAccess>]
type internal Piece =
    | Numbers of int[]
    | Loop of int[] * size: LoopSize
    | Call of int

/// The parts of a plan, in order, and what goes between them.
[<RequireQualifiedAccess>]
module internal Pieces =
    /// How many numbers one piece of emitted code computes at most: longer methods are not optimised well.
    let private longest = 300

    /// Whether an entry is made by a call.
    let isCall (grouping: Grouping) (needs: Needs) place =
        match grouping.Roles[place] with
        | Call -> true
        | Window _
        | Repeated _ -> needs.IsMade place
        | _ -> false

    let private isNumber role =
        match role with
        | Number
        | Element _
        | Laid _ -> true
        | _ -> false

    let private isInLoop role =
        match role with
        | Loop
        | Added _
        | Interleaved _
        | Total -> true
        | _ -> false

    /// The pieces in order: level by level, in each numbers, loops, calls.
    let inOrder (program: Program) (grouping: Grouping) (needs: Needs) : Piece[] =
        let places = [| 0 .. program.Entries.Length - 1 |] |> Array.filter needs.IsLive

        [|
            for _, places in places |> Array.groupBy (fun place -> grouping.Levels[place]) |> Array.sortBy fst do
                let calls, code = places |> Array.partition (isCall grouping needs)
                let ofRole test = code |> Array.filter (fun place -> test grouping.Roles[place])

                for _, piece in ofRole isNumber |> Array.groupBy grouping.Piece do
                    for chunk in Array.chunkBySize longest piece do
                        Piece.Numbers chunk

                for size, group in ofRole isInLoop |> Array.groupBy grouping.LoopOf do
                    Piece.Loop(group, size)

                for call in calls do
                    Piece.Call call
        |]

    let private weight piece =
        match piece with
        | Piece.Numbers places
        | Piece.Loop(places, _) -> places.Length
        | Piece.Call _ -> 0

    /// Pieces of code that follow each other without a call between them are one method, up to a length.
    let units plays (pieces: Piece[]) : Piece[][] =
        let units = List<Piece[]>()
        let current = List<Piece>()

        let flush () =
            if current.Count > 0 then
                units.Add(current.ToArray())
                current.Clear()

        for piece in pieces do
            match piece with
            | Piece.Numbers _ when plays ->
                flush ()
                units.Add [| piece |]
            | Piece.Call _ ->
                flush ()
                units.Add [| piece |]
            | _ ->
                if current.Count > 0 && Seq.sumBy weight current + weight piece > longest then
                    flush ()

                current.Add piece

        flush ()
        units.ToArray()

    let private membersOf piece =
        match piece with
        | Piece.Numbers places
        | Piece.Loop(places, _) -> places
        | Piece.Call place -> [| place |]

    /// For each place the unit that computes it; -1 for what is given.
    let unitOf (count: int) (units: Piece[][]) =
        let unit = Array.create count -1
        units |> Array.iteri (fun k pieces -> pieces |> Array.iter (membersOf >> Array.iter (fun place -> unit[place] <- k)))
        unit

    /// The numbers that are read in another unit than the one that computes them, or by a call.
    let shared (program: Program) (grouping: Grouping) (needs: Needs) (unit: int[]) =
        let shared = Array.zeroCreate<bool> program.Entries.Length

        for place in 0 .. program.Entries.Length - 1 do
            let calls = isCall grouping needs place

            for operand in needs.Reads place do
                let root =
                    match grouping.Roles[grouping.Root operand] with
                    | Repeated number when not (needs.IsMade(grouping.Root operand)) || not calls -> number
                    | _ -> grouping.Root operand

                if program.Entries[root].Shape.Size = 1 && (calls || (unit[root] >= 0 && unit[root] <> unit[place])) then
                    shared[root] <- true

        shared

    /// For each unit the arrays that are read in it for the last time. What is an output is read after all of them.
    let lastRead (program: Program) (grouping: Grouping) (needs: Needs) (unit: int[]) (units: int) : int[][] =
        let last = Array.create program.Entries.Length -1
        let reader = ref 0
        let note source = last[source] <- max last[source] reader.Value

        for place in 0 .. unit.Length - 1 do
            if unit[place] >= 0 then
                reader.Value <- unit[place]
                needs.Sources(place, note)

        for output in program.Outputs do
            last[grouping.Root output] <- units

        let ending = Array.init units (fun _ -> List<int>())

        for place in 0 .. last.Length - 1 do
            if unit[place] >= 0 && last[place] >= 0 && last[place] < units then
                ending[last[place]].Add place

        ending |> Array.map _.ToArray()

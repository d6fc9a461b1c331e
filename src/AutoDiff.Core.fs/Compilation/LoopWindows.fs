/// Arrays that ordinary scalar code lays out from many numbers.
[<RequireQualifiedAccess>]
module internal AutoDiff.LoopWindows

open System.Collections.Generic
open AutoDiff.Kernels

/// A number that is laid out, where it is laid, and how often that was seen before.
[<Struct>]
type private Part = { Operand: int; View: View; Seen: int }

/// Windows that lanes of one loop are laid on, evenly spaced on both sides, and what is left.
let private windows (loops: FoundLoops) (parts: Part[]) : struct (View * Node)[] * Part[] =
    let position part = loops.Position part.Operand
    let sorted = parts |> Array.sortBy position
    let columns = [| sorted |> Array.map position; sorted |> Array.map _.View.Offset |]
    let laid, left = List<struct (View * Node)>(), List<Part>()
    let mutable start = 0

    while start < sorted.Length do
        let length = Runs.length columns start
        let run = sorted[start .. start + length - 1]

        if length < FoundLoops.Shortest || columns[0][start + 1] = columns[0][start] then
            left.AddRange run
        else
            let lanes = loops.Vector(run |> Array.map _.Operand)

            match columns[1][start + 1] - columns[1][start] with
            | 0 -> laid.Add(struct (run[0].View, Reduction.sum lanes))
            | step -> laid.Add(struct (View(columns[1][start], step, 0, length, 1), lanes))

        start <- start + length

    laid.ToArray(), left.ToArray()

let private parts (operands: int[]) (views: View[]) : Part[] =
    let occurrences = Dictionary<struct (int * int), int>()

    // a pair that occurs several times is in as many windows
    Array.map2
        (fun operand (view: View) ->
            let pair = struct (operand, view.Offset)
            let seen = if occurrences.ContainsKey pair then occurrences[pair] else 0
            occurrences[pair] <- seen + 1

            { Operand = operand; View = view; Seen = seen })
        operands
        views

/// An array laid out from numbers: by windows of loops where there are such.
let lay (loops: FoundLoops) (extent: Extent) (operands: int[]) (views: View[]) : Node =
    let laid = List<struct (View * Node)>()

    /// Lays what has one origin and one value of a measure; what is left is for the next measure.
    let layBy (measure: Part -> int) (parts: Part[]) =
        let key k =
            let part = parts[k]
            struct (part.Seen, loops.Origin(part.Operand).Key, int64 (measure part), 0L)

        Runs.groups key [| 0 .. parts.Length - 1 |]
        |> Array.collect (fun members ->
            let group = members |> Array.map (fun k -> parts[k])

            match loops.Origin group[0].Operand with
            | LaneOf _ when group.Length >= FoundLoops.Shortest ->
                let found, left = windows loops group
                laid.AddRange found
                left
            | _ -> group)

    let left =
        parts operands views
        // all at one place, in the order of the lanes, in the opposite order, at any even distance
        |> layBy _.View.Offset
        |> layBy (fun part -> part.View.Offset - loops.Position part.Operand)
        |> layBy (fun part -> part.View.Offset + loops.Position part.Operand)
        |> layBy (fun _ -> 0)

    for part in left do
        laid.Add(struct (part.View, loops.Node part.Operand))

    let views, operands = laid.ToArray() |> Array.map (fun (struct (view, operand)) -> view, operand) |> Array.unzip
    Indexing.assemble extent views operands

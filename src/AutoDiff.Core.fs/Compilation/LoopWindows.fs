/// Arrays that ordinary scalar code lays out from many numbers.
[<RequireQualifiedAccess>]
module internal AutoDiff.LoopWindows

open System.Collections.Generic
open AutoDiff.Kernels

/// What is laid out, and the windows that have been found in it. Parts are counted in the order in which they are laid.
[<Sealed>]
type private Layout(loops: FoundLoops, operands: int[], views: View[]) =
    let laid = List<struct (View * Node)>()
    // a pair that occurs several times is in as many windows
    let seen = Runs.occurrences (fun part -> struct (operands[part], views[part].Offset)) operands.Length
    let position part = loops.Position operands[part]

    /// Lays lanes of one loop that are evenly spaced on both sides; what is left is added to others.
    let windows (parts: int[]) (left: Long<int>) =
        let sorted = Runs.sortBy position parts
        let from k = position sorted[k]
        let into k = views[sorted[k]].Offset
        let mutable start = 0

        while start < sorted.Length do
            let first = start
            let length = Runs.length sorted.Length [| from; into |] first

            if length < FoundLoops.Shortest || from (first + 1) = from first then
                for k in start .. start + length - 1 do
                    left.Add sorted[k]
            else
                let lanes = loops.Vector(length, (fun k -> operands[sorted[first + k]]))

                match into (first + 1) - into first with
                | 0 -> laid.Add(struct (views[sorted[first]], Reduction.sum lanes))
                | step -> laid.Add(struct (View(into first, step, 0, length, 1), lanes))

            start <- start + length

    /// How far a part lies from the start.
    member _.Offset(part: int) = views[part].Offset
    /// Where it stands in its loop.
    member _.Position(part: int) = position part

    /// Lays what has one origin and one value of a measure; what is left is for the next measure.
    member _.By (measure: int -> int) (parts: int[]) : int[] =
        let key part =
            {
                First = int64 seen[part]
                Second = loops.Origin(operands[part]).Key
                Third = int64 (measure part)
                Fourth = 0L
            }

        let groups = Runs.groups key parts
        let left = Long<int> 0

        for group in 0 .. groups.Count - 1 do
            match loops.Origin operands[groups.Member(group, 0)] with
            | LaneOf _ when groups.Size group >= FoundLoops.Shortest -> windows (groups.Members group) left
            | _ ->
                for k in 0 .. groups.Size group - 1 do
                    left.Add(groups.Member(group, k))

        left.ToArray()

    /// Everything, with these parts by themselves.
    member _.With(left: int[]) : struct (View * Node)[] =
        for part in left do
            laid.Add(struct (views[part], loops.Node operands[part]))

        laid.ToArray()

/// An array laid out from numbers: by windows of loops where there are such.
let lay (loops: FoundLoops) (extent: Extent) (operands: int[]) (views: View[]) : Node =
    let layout = Layout(loops, operands, views)

    let laid =
        [| 0 .. operands.Length - 1 |]
        // all at one place, in the order of the lanes, in the opposite order, at any even distance
        |> layout.By layout.Offset
        |> layout.By(fun part -> layout.Offset part - layout.Position part)
        |> layout.By(fun part -> layout.Offset part + layout.Position part)
        |> layout.By(fun _ -> 0)
        |> layout.With

    Indexing.assemble extent (laid |> Array.map (fun (struct (view, _)) -> view)) (laid |> Array.map (fun (struct (_, node)) -> node))

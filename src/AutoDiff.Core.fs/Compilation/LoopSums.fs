/// Long sums in the traces of ordinary scalar code.
[<RequireQualifiedAccess>]
module internal AutoDiff.LoopSums

open System.Collections.Generic

/// The sum of terms that are evenly spaced in one loop or array, where enough of them follow each other; the others by themselves.
let private parts (loops: FoundLoops) (terms: int[]) : Node[] =
    let sorted = terms |> Array.sortBy loops.Position
    let positions = sorted |> Array.map loops.Position

    [|
        let mutable start = 0

        while start < sorted.Length do
            let length = Runs.length [| positions |] start
            let run = sorted[start .. start + length - 1]

            if length >= FoundLoops.Shortest && positions[start + 1] <> positions[start] then
                yield Reduction.sum (loops.Vector run)
            else
                yield! run |> Array.map loops.Node

            start <- start + length
    |]

/// A sum of many terms: of windows of loops, and of what is left.
let sum (loops: FoundLoops) (terms: int[]) : Node =
    let seen = Dictionary<int, int>()

    // a term that occurs several times is in as many sums
    let occurrence term =
        let before = if seen.ContainsKey term then seen[term] else 0
        seen[term] <- before + 1
        before

    let partsOf (terms: int[]) =
        match loops.Origin terms[0] with
        | LaneOf _
        | ElementOf _ when terms.Length >= FoundLoops.Shortest -> parts loops terms
        | _ -> terms |> Array.map loops.Node

    if terms.Length < FoundLoops.Shortest then
        terms |> Array.map loops.Node |> Array.reduce Arithmetic.add
    else
        terms
        |> Runs.groups (fun term -> struct (occurrence term, (loops.Origin term).Key, 0L, 0L))
        |> Array.collect partsOf
        |> Array.reduce Arithmetic.add

/// Long sums in the traces of ordinary scalar code.
[<RequireQualifiedAccess>]
module internal AutoDiff.LoopSums

/// The sum of terms that are evenly spaced in one loop or array, where enough of them follow each other; the others by themselves.
let private parts (loops: FoundLoops) (terms: int[]) : Node[] =
    let sorted = Runs.sortBy loops.Position terms
    let position k = loops.Position sorted[k]

    [|
        let mutable start = 0

        while start < sorted.Length do
            let first = start
            let length = Runs.length sorted.Length [| position |] first

            if length >= FoundLoops.Shortest && position (first + 1) <> position first then
                yield Reduction.sum (loops.Vector(length, (fun k -> sorted[first + k])))
            else
                for k in start .. start + length - 1 do
                    yield loops.Node sorted[k]

            start <- start + length
    |]

/// A sum of many terms: of windows of loops, and of what is left.
let sum (loops: FoundLoops) (terms: int[]) : Node =
    let partsOf (terms: int[]) =
        match loops.Origin terms[0] with
        | LaneOf _
        | ElementOf _ when terms.Length >= FoundLoops.Shortest -> parts loops terms
        | _ -> terms |> Array.map loops.Node

    if terms.Length < FoundLoops.Shortest then
        terms |> Array.map loops.Node |> Array.reduce Arithmetic.add
    else
        // a term that occurs several times is in as many sums
        let occurrence = Runs.occurrences (fun k -> struct (terms[k], 0)) terms.Length

        let key k = { First = int64 occurrence[k]; Second = (loops.Origin terms[k]).Key; Third = 0L; Fourth = 0L }
        let groups = Runs.groups key [| 0 .. terms.Length - 1 |]
        let members group = groups.Members group |> Array.map (fun k -> terms[k])
        Array.init groups.Count (members >> partsOf) |> Array.concat |> Array.reduce Arithmetic.add

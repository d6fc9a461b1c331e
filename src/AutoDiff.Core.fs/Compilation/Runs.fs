/// Places that lie evenly, one after the other: what a vector operation can take together.
[<RequireQualifiedAccess>]
module internal AutoDiff.Runs

open System
open System.Collections.Generic

/// How long a run of positions stays evenly spaced from its start on.
let rec private evenly (positions: int[]) step until =
    if until < positions.Length && positions[until] - positions[until - 1] = step then
        evenly positions step (until + 1)
    else
        until

/// How many members from a start on are evenly spaced in all columns at once.
let length (columns: int[][]) start =
    let count = columns[0].Length

    if start + 1 >= count then
        count - start
    else
        columns
        |> Array.map (fun positions -> evenly positions (positions[start + 1] - positions[start]) (start + 2) - start)
        |> Array.min

/// Members by their first position, then by the next ones. They mostly come in order.
let sort (positions: (int -> int)[]) (members: int[]) : int[] =
    let compare x z =
        let mutable order = 0
        let mutable k = 0

        while order = 0 && k < positions.Length do
            order <- (positions[k] x).CompareTo(positions[k] z)
            k <- k + 1

        order

    let mutable isSorted = true

    for k in 1 .. members.Length - 1 do
        isSorted <- isSorted && compare members[k - 1] members[k] <= 0

    if isSorted then members else Array.sortWith compare members

/// Members in groups of one key, in the order of their first ones.
let groups (key: int -> struct (int * int64 * int64 * int64)) (members: int[]) : int[][] =
    let groups = List<List<int>>()
    let known = Dictionary<ValueTuple<int, int64, int64, int64>, List<int>>()

    for m in members do
        let key = key m

        match known.TryGetValue key with
        | true, group -> group.Add m
        | _ ->
            let group = List<int>([ m ])
            known[key] <- group
            groups.Add group

    groups.ToArray() |> Array.map _.ToArray()

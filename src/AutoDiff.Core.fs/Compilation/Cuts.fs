namespace AutoDiff

open System
open System.Collections.Generic

/// Where long runs of entries of one size are cut. A cut is made where the entries before it look as they do nowhere else nearby, so that what
/// an ordinary loop has recorded again and again is cut at the same place in each of its steps, and the pieces are alike. (So are documents
/// divided of which parts are the same: S. Schleimer, D. S. Wilkerson, A. Aiken, Winnowing: Local Algorithms for Document Fingerprinting,
/// SIGMOD 2003.)
[<Sealed>]
type internal Cuts(program: Program) =
    let entries = program.Entries
    /// From how many entries on a run is cut, and how many a piece has at least and at most.
    let long, shortest, longest = 1_024, 40, 160
    /// Operands from further back are not told apart: some are the same for all steps.
    let near = 64
    /// How many entries a cut looks at.
    let seen = 8

    // Fowler, Noll and Vo's hash
    let start = 2166136261u
    let mix (hash: uint32) (x: int) = (hash ^^^ uint32 x) * 16777619u

    let pieces = Long<int> entries.Length

    let computed =
        [| 0 .. entries.Length - 1 |] |> Array.filter (fun place -> place >= program.Inputs && isNull entries[place].Constant)

    let runs =
        computed
        |> Array.countBy (fun place -> entries[place].Shape.Size)
        |> Array.choose (fun (size, count) -> if count >= long then Some size else None)

    /// For each entry what it and those before it look like: their functions, sizes and nearby operands.
    let marks () =
        let order = Array.create entries.Length -1
        computed |> Array.iteri (fun k place -> order[place] <- k)
        let names = Dictionary<Primitive, uint32>(HashIdentity.Reference)

        let name (primitive: Primitive) =
            match names.TryGetValue primitive with
            | true, hash -> hash
            | _ ->
                names[primitive] <- primitive.Name |> Seq.fold (fun hash letter -> mix hash (int letter)) start
                names[primitive]

        let look k place =
            let mutable hash = mix (name entries[place].Primitive) entries[place].Shape.Size

            for operand in entries[place].Operands do
                let distance = k - order[operand]
                hash <- mix hash (if order[operand] >= 0 && distance <= near then distance else 0)

            hash

        let looks = Long<uint32> computed.Length

        for k in 0 .. computed.Length - 1 do
            looks[k] <- look k computed[k]

        let marks = Long<uint32> entries.Length

        for k in 0 .. computed.Length - 1 do
            let mutable mark = start

            for i in max 0 (k - seen + 1) .. k do
                mark <- mix mark (int looks[i])

            marks[computed[k]] <- if k >= seen - 1 then mark else UInt32.MaxValue

        marks

    /// Numbers the pieces of a run: each ends before the last of the lowest marks among those where it may end.
    let cut (marks: Long<uint32>) (run: int[]) =
        let mutable first, piece = 0, 0

        while first < run.Length do
            let mutable finish = min (first + longest) run.Length

            if finish < run.Length then
                for k in first + shortest .. finish - 1 do
                    if marks[run[k]] <= marks[run[finish]] then
                        finish <- k

            for k in first .. finish - 1 do
                pieces[run[k]] <- piece

            first <- finish
            piece <- piece + 1

    do
        if runs.Length > 0 then
            let marks = marks ()

            for size in runs do
                computed |> Array.filter (fun place -> entries[place].Shape.Size = size) |> cut marks

    /// The number of the piece that an entry belongs to, of those of its size.
    member _.Piece(place: int) = pieces[place]

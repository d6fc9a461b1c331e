namespace AutoDiff

open System.Collections.Generic
open AutoDiff.Kernels

/// A part of a loop over a block of elements: entries written out in one pass over the block, then entries whose functions have loops of their own.
[<NoEquality; NoComparison>]
type internal Stage = { Written: int[]; Called: int[] }

/// Long functions are not written out in a loop, and a call for every eight elements costs as much as half of one: a loop that has them runs by
/// blocks that the first level of cache holds, and over each block in stages.
module internal Stages =
    /// A loop over fewer elements is not worth it.
    let private fewest = 64

    let private isContiguous access =
        match access with
        | Register _
        | Memory(_, _, 1, _) -> true
        | _ -> false

    /// Whether the function of an entry has a loop of its own, over operands that are arrays.
    let private isCalled (entries: Long<Entry>) (grouping: Grouping) place =
        let entry = entries[place]

        match grouping.Roles[place], entry.Primitive.Kernel with
        | Loop, Unary map when map.HasLoop -> isContiguous (grouping.Access(place, entry.Operands[0]))
        | Loop, Binary map when map.HasLoop -> entry.Operands |> Array.forall (fun o -> isContiguous (grouping.Access(place, o)))
        | _ -> false

    /// The operands of an entry that its own loop computes.
    let registers (entries: Long<Entry>) (grouping: Grouping) place : int seq =
        entries[place].Operands
        |> Seq.choose (fun o ->
            match grouping.Access(place, o) with
            | Register root -> Some root
            | _ -> None)

    let private isAdded (grouping: Grouping) place =
        match grouping.Roles[place] with
        | Added _ -> true
        | _ -> false

    let private order (entries: Long<Entry>) (grouping: Grouping) (group: int[]) (called: HashSet<int>) : Stage[] =
        let stages = Dictionary<int, int>()
        let firstReader = Dictionary<int, int>()
        let after root = if called.Contains root then stages[root] + 1 else stages[root]

        for place in group do
            stages[place] <- registers entries grouping place |> Seq.fold (fun stage root -> max stage (after root)) 0

        // what is written out waits for whoever reads it first
        for place in Array.rev group do
            match firstReader.TryGetValue place with
            | true, stage when not (called.Contains place) -> stages[place] <- stage
            | _ -> ()

            for root in registers entries grouping place do
                firstReader[root] <- min stages[place] (firstReader.GetValueOrDefault(root, System.Int32.MaxValue))

        Array.init (1 + Seq.max stages.Values) (fun k ->
            let called, written = group |> Array.filter (fun place -> stages[place] = k) |> Array.partition called.Contains
            { Written = written; Called = called })

    /// The stages of a loop over so many elements; one, where nothing is called.
    let split (program: Program) (grouping: Grouping) (group: int[]) (elements: int) : Stage[] =
        let entries = program.Entries

        let called =
            if elements < fewest || Array.exists (isAdded grouping) group then
                HashSet()
            else
                HashSet(Seq.filter (isCalled entries grouping) group)

        if called.Count = 0 then
            [| { Written = group; Called = [||] } |]
        else
            order entries grouping group called

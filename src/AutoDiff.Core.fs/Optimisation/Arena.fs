namespace AutoDiff

open System
open System.Collections.Generic

/// Arrays that one minimisation uses over and over. It gives them out; once it is told which are still in use it takes back all others, so
/// that steps stay functions from state to state and yet need no new memory. Points of few numbers get new arrays, which are there to stay.
[<Sealed>]
type internal Arena(count: int) =
    let isReusing = count >= Arena.Least
    let workspace = Workspace()
    let out = HashSet<Array>(HashIdentity.Reference)
    let inUse = HashSet<Array>(HashIdentity.Reference)
    let borrowers = Dictionary<Array, List<obj>>(HashIdentity.Reference)

    let takeBack (array: Array) =
        match borrowers.TryGetValue array with
        | true, nodes ->
            borrowers.Remove array |> ignore

            for node in nodes do
                (node :?> Node).Forget()
        | _ -> ()

        workspace.Return((if array :? (float32[]) then Precision.Single else Precision.Double), array)

    /// From how many numbers of a point on arrays are used again.
    static member Least = 256

    /// One that only gives new arrays.
    static member New = Arena 0

    member _.IsReusing: bool = isReusing

    /// An array of this kind and length, with anything in it.
    member _.Rent (precision: Precision) (size: int) : Array =
        if isReusing then
            let array = workspace.Rent(precision, size)
            out.Add array |> ignore
            array
        else
            Plan.NewArray precision size

    /// An array of floats of this length, with anything in it.
    member arena.Floats(size: int) : float[] = downcast arena.Rent Precision.Double size

    /// Nodes show the numbers of an array; they forget them when it is taken back.
    member _.Lend(array: Array, nodes: List<obj>) =
        if out.Contains array then
            borrowers[array] <- nodes

    /// These arrays are there to stay from now on.
    member _.Keep(arrays: Array seq) =
        for array in arrays do
            out.Remove array |> ignore
            borrowers.Remove array |> ignore

    /// Takes back all arrays but these.
    member _.Reclaim(arrays: Array seq) =
        if isReusing then
            inUse.Clear()
            inUse.UnionWith arrays

            out.RemoveWhere(fun array ->
                let isFree = not (inUse.Contains array)

                if isFree then
                    takeBack array

                isFree)
            |> ignore

namespace AutoDiff

open System
open System.Threading

/// The recorded branches of a compiled function, the last used first. The array is replaced, never changed, so any thread may read it.
[<Sealed>]
type internal Branches<'B when 'B: not struct>() =
    let gate = Lock()
    let mutable known: 'B[] = [||]
    let mutable made = 0

    /// How many are kept; the least recently used goes.
    static member Capacity = 64
    /// How many are made before the function is taken to have too many.
    static member Limit = 256

    member _.Known = known
    /// Whether no more are made.
    member _.IsFull = made >= Branches<'B>.Limit

    member _.Add(branch: 'B) =
        let scope = gate.EnterScope()

        try
            known <- Array.append [| branch |] (Array.truncate (Branches<'B>.Capacity - 1) known)
            made <- made + 1
            Counters.traces.Add 1L
        finally
            scope.Dispose()

    /// A branch that was not the first to be tried was the right one: it is the first next time.
    member _.Prefer(branch: 'B) =
        let scope = gate.EnterScope()

        try
            if Array.exists (fun other -> obj.ReferenceEquals(other, branch)) known then
                known <- Array.append [| branch |] (known |> Array.filter (fun other -> not (obj.ReferenceEquals(other, branch))))
        finally
            scope.Dispose()

namespace AutoDiff

/// What a solver remembers between steps: numbers only, so that it can be saved and taken up again.
[<ReferenceEquality>]
type internal SolverState =
    {
        Count: int
        Numbers: float[]
        Vectors: float[][]
        /// A structure like the point in each slot.
        Slots: Node[][]
    }

module internal SolverState =
    /// The arrays that its numbers are in.
    let arrays (state: SolverState) : System.Array seq =
        let ofSlot (slot: Node[]) =
            slot
            |> Seq.choose (fun leaf ->
                match leaf.Value.Data with
                | null -> None
                | data -> Some data)

        Seq.append (state.Vectors |> Seq.map (fun vector -> vector :> System.Array)) (Seq.collect ofSlot state.Slots)

    let empty = { Count = 0; Numbers = [||]; Vectors = [||]; Slots = [||] }

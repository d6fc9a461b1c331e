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
    let empty = { Count = 0; Numbers = [||]; Vectors = [||]; Slots = [||] }

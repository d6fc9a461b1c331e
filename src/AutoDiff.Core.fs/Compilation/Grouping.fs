namespace AutoDiff

open System.Collections.Generic

/// When each entry of a program is computed, and how the loops read what they need: what has one level and one size is one loop. Within a
/// level come numbers, then loops, then calls; what an entry needs is of a lower level or comes earlier in its own.
[<Sealed>]
type internal Grouping(program: Program, fuse: bool, few: int) =
    let entries = program.Entries
    let assignment = RoleAssignment(program, fuse, few)
    let roles = assignment.Roles
    let rootOf place = assignment.Root place
    let loopSize shape = assignment.LoopSize shape
    let levels = Long<int> entries.Length
    let cuts = Cuts program
    /// How many entries the loops of a level and a size have.
    let loops = Dictionary<struct (int * LoopSize), int>()
    /// How many entries one loop computes at most: a method can have only so many variables.
    let longestLoop = 256
    /// How many entries are computed once more at most, rather than stored and read.
    let fewAgain = 16

    let isSingle place = entries[place].Shape.Size = 1

    /// How far the examples of an operand lie apart.
    let strideOf (shape: Shape) = if shape.Count = 1 then 0 else shape.Extent.Size

    /// What the loop runs over that computes an entry.
    let loopOf place =
        match roles[place] with
        | Total
        | Interleaved _ -> loopSize entries[entries[place].Operands[0]].Shape
        | _ -> loopSize entries[place].Shape

    /// Numbers are not in a loop.
    let none = { Examples = 0; Elements = 0 }

    /// Whether an operand has the examples of the entry whose numbers it has.
    let hasExamplesOf root operand =
        let shape, other = entries[operand].Shape, entries[root].Shape
        shape.Count = other.Count && shape.Extent.Size = other.Extent.Size

    /// The first level at which numbers or loops may read what an operand holds.
    let ready size operand =
        let root = rootOf operand
        let level = levels[root]

        match roles[root] with
        | Loop
        | Added _ when loopOf root = size -> level
        | Laid _ when size <> none -> level
        | Given
        | Number
        | Element _
        | Repeated _
        | Window(_, _, _, 0) -> level
        | Window _ when hasExamplesOf root operand -> level
        | _ -> level + 1

    /// The first level at which they may read all of some operands.
    let latest size (operands: int[]) =
        let mutable level = 0

        for operand in operands do
            level <- max level (ready size operand)

        level

    /// The first level from this one on, not before those of earlier pieces of a long run, whose loop of a size is not too long yet.
    let inLoop place size level =
        let length level =
            match loops.TryGetValue(struct (level, size)) with
            | true, length -> length
            | _ -> 0

        let mutable level = max level (cuts.Piece place)

        while length level >= longestLoop do
            level <- level + 1

        loops[struct (level, size)] <- length level + 1
        level

    /// Elements that lie every so many, those of one example after those of another: one for each example stays the same in its loop.
    let lines source offset step (shape: Shape) (loop: LoopSize) =
        if loop.Examples = 1 then Memory(source, offset, step, 0)
        elif shape.Extent.IsScalar then Memory(source, offset, 0, step)
        else Memory(source, offset, step, strideOf shape * step)

    /// How a loop reads an operand that it does not compute once more.
    let read place operand : Access =
        let root = rootOf operand
        let shape = entries[operand].Shape

        match assignment.Uniform root, roles[root] with
        | ValueSome number, _ -> Literal number
        | _, Repeated number ->
            match assignment.Uniform number with
            | ValueSome number -> Literal number
            | ValueNone -> Broadcast number
        | _ when isSingle root -> Broadcast root
        | _, Window(source, offset, step, 0) -> lines source offset step shape (loopOf place)
        | _, Window(source, offset, step, stride) when hasExamplesOf root operand -> Memory(source, offset, step, stride)
        | _, (Loop | Added _) when levels[root] = levels[place] && loopOf root = loopOf place -> Register root
        | _ -> lines root 0 1 shape (loopOf place)

    let isShort (entry: Entry) =
        match entry.Primitive.Kernel with
        | Unary map -> map.IsShort
        | Binary map -> map.IsShort
        | Ternary map -> map.IsShort
        | _ -> false

    /// How many entries there are to compute an entry of a loop by itself, from what is in memory; too many where a function is called.
    let rec work place =
        let ofOperand operand =
            match read place operand with
            | Register root -> work root
            | Memory(_, _, step, _) when step <> 0 && step <> 1 -> fewAgain + 1
            | _ -> 0

        match roles[place] with
        | Loop when isShort entries[place] ->
            Array.fold (fun sum operand -> if sum > fewAgain then sum else sum + ofOperand operand) 1 entries[place].Operands
        | _ -> fewAgain + 1

    /// Whether a part that is added is computed where it is added, rather than stored and read again.
    let isAgain place operand =
        let root = rootOf operand
        let part, whole = entries[root].Shape, entries[place].Shape

        match roles[place], roles[root] with
        | Added _, Loop ->
            part.Equals entries[operand].Shape
            && (assignment.Uniform root).IsNone
            && (part.Count = 1 || loopOf root = { loopOf place with Elements = part.Extent.Size })
            && part.Extent.Size < whole.Extent.Size
            && work root <= fewAgain
        | _ -> false

    let levelOf place =
        let operands = entries[place].Operands

        match roles[place] with
        | Given
        | Alias _ -> 0
        | Call ->
            let mutable level = 0

            for operand in operands do
                level <- max level levels[rootOf operand]

            level
        | Added _ ->
            let size = loopOf place
            let level level o = max level (if isAgain place o then levels[rootOf o] else ready size o)
            Array.fold level 0 operands |> inLoop place size
        | Loop
        | Total
        | Interleaved _ ->
            let size = loopOf place
            latest size operands |> inLoop place size
        | Element(source, _) -> ready none source
        | Window(source, _, _, _)
        | Repeated source -> ready none source
        | Number
        | Laid _ -> latest none operands

    do
        for place in 0 .. entries.Length - 1 do
            levels[place] <- levelOf place

    member _.Roles = roles
    member _.Levels = levels
    /// The number of the piece that an entry belongs to, of those of its size.
    member _.Piece(place: int) = cuts.Piece place
    /// The entry whose numbers a place has.
    member _.Root(place: int) = rootOf place
    /// The number that every element of a constant is.
    member _.Uniform(place: int) = assignment.Uniform place

    /// What the loop runs over that computes an entry.
    member _.LoopOf(place: int) = loopOf place

    /// How the loop that computes an entry reads an operand of it.
    member _.Access(place: int, operand: int) : Access =
        match read place operand with
        | Register root -> Register root
        | _ when isAgain place operand -> Again(rootOf operand)
        | access -> access

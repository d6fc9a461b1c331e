namespace AutoDiff

open System.Collections.Generic
open AutoDiff.Kernels

/// What to do with each entry of a program, and when, where loops may be fused, and code lay out arrays of up to so few numbers: what has one
/// level and one size is one loop. Within a level come numbers, then loops, then calls; what an entry needs is of a lower level or comes
/// earlier in its own.
[<Sealed>]
type internal Grouping(program: Program, fuse: bool, few: int) =
    let entries = program.Entries
    let roles = Array.create entries.Length Given
    let levels = Array.zeroCreate<int> entries.Length
    let cuts = Cuts program
    /// How many entries the loops of a level and a size have.
    let loops = Dictionary<struct (int * LoopSize), int>()
    /// How many entries one loop computes at most: a method can have only so many variables.
    let longestLoop = 256
    /// How many entries are computed once more at most, rather than stored and read.
    let fewAgain = 16

    let rec rootOf place =
        match roles[place] with
        | Alias target -> rootOf target
        | _ -> place

    let sizeOf place = entries[place].Shape.Size
    let isSingle place = sizeOf place = 1

    /// Examples that are long enough each have a loop of their own, so that they can share operands; otherwise one loop runs over all.
    let loopSize (shape: Shape) =
        if shape.Count > 1 && shape.Extent.Size >= 16 then
            { Examples = shape.Count; Elements = shape.Extent.Size }
        else
            { Examples = 1; Elements = shape.Size }

    /// How far the examples of an operand lie apart.
    let strideOf (shape: Shape) = if shape.Count = 1 then 0 else shape.Extent.Size

    let isSame (x: float) (z: float) = System.BitConverter.DoubleToInt64Bits x = System.BitConverter.DoubleToInt64Bits z

    /// The number that every element of a constant is, if there is one.
    let uniform =
        entries
        |> Array.map (fun entry ->
            match entry.Constant with
            | null -> ValueNone
            | node ->
                match node.Value.Data with
                | null -> ValueSome node.Value.Number
                | :? (float[]) as data when data.Length > 0 && Array.forall (isSame data[0]) data -> ValueSome data[0]
                | _ -> ValueNone)

    /// Whether a loop over a result can read an operand: elements of its own, a number for all, or one for each example.
    let fits (result: Shape) operand =
        let shape = entries[operand].Shape
        let loop = loopSize result

        isSingle operand
        || uniform[operand].IsSome
        || shape.Size = result.Size
        || loop.Examples > 1
           && ((shape.Count = 1 && shape.Size = loop.Elements) || (shape.Extent.IsScalar && shape.Count = loop.Examples))

    let isLoop (entry: Entry) =
        fuse && entry.Precision <> Precision.Single && entry.Shape.Size > 0 && Array.forall (fits entry.Shape) entry.Operands

    /// How far one element of a view lies from the next, where that is the same for all; otherwise none.
    let stepOf (view: View) =
        if view.Columns = 1 then ValueSome view.RowStride
        elif view.Rows = 1 then ValueSome view.ColumnStride
        elif view.ColumnStride = view.Rows * view.RowStride then ValueSome view.RowStride
        else ValueNone

    /// A view of every example, where the operand has as many.
    let windowOfEach (entry: Entry) (view: View) =
        let source = rootOf entry.Operands[0]
        let shape = entries[entry.Operands[0]].Shape
        let isLong = (loopSize entry.Shape).Examples > 1

        match roles[source], stepOf view with
        | _ when not fuse || shape.Count <> entry.Shape.Count -> Call
        | _, ValueSome step when isLong ->
            match roles[source] with
            // one element of each example, again and again: what was the way from one to the next leads from example to example
            | Window(array, offset, inner, 0) when shape.Extent.IsScalar && shape.Equals entries[source].Shape ->
                Window(array, offset, 0, inner)
            | Window(array, offset, inner, stride) when shape.Equals entries[source].Shape ->
                Window(array, offset + view.Offset * inner, step * inner, stride)
            | Window _ -> Call
            | Repeated number -> Repeated number
            | _ -> Window(source, view.Offset, step, shape.Extent.Size)
        | Window _, _ -> Call
        | _ when entry.Shape.Extent.IsScalar -> Window(source, view.Offset, shape.Extent.Size, 0)
        | _ -> Call

    let window (entry: Entry) (view: View) =
        let source = rootOf entry.Operands[0]
        let isOne = entry.Shape.Size = 1

        match roles[source], stepOf view with
        | _ when not fuse && not isOne -> Call
        | _ when entries[source].Precision = Precision.Single || entry.Shape.Size = 0 -> Call
        | _ when isSingle source -> if isOne then Alias source else Repeated source
        | _ when entry.Shape.Count > 1 -> windowOfEach entry view
        | Window(array, offset, step, 0), _ when isOne -> Element(array, offset + view.Offset * step)
        | Window(array, offset, step, 0), ValueSome next -> Window(array, offset + view.Offset * step, step * next, 0)
        | Window _, _ when not isOne -> Call
        | Repeated number, _ -> if isOne then Alias number else Repeated number
        | _ when isOne -> Element(source, view.Offset)
        | _, ValueSome step -> Window(source, view.Offset, step, 0)
        | _ -> Call

    /// A few arrays, each of neighbouring elements of the result.
    let added (entry: Entry) (views: View[]) =
        let isPart operand (view: View) =
            let shape = entries[operand].Shape

            (shape.Size = 1 || stepOf view = ValueSome 1)
            && (shape.Count = entry.Shape.Count || shape.Count = 1)
            && (shape.Extent.Size > 1 || shape.Count = 1)
            && (match roles[rootOf operand] with
                | Window(_, _, step, _) -> step = 1
                | _ -> true)

        if
            fuse
            && entry.Precision <> Precision.Single
            && views.Length <= 4
            && entry.Shape.Extent.Size >= 16
            && Array.forall2 isPart entry.Operands views
        then
            Added(views |> Array.map _.Offset)
        else
            Call

    let laid place =
        match Laying.indices program place with
        | ValueSome indices when fuse && indices.Length <= few && sizeOf place > 1 -> Laid indices
        | _ -> Call

    let whole place (entry: Entry) (fusion: Fusion) =
        match fusion with
        | Gather view -> window entry view
        | Fusion.Total when
            fuse
            && entry.Precision <> Precision.Single
            && sizeOf entry.Operands[0] > 1
            && (entry.Shape.Count = 1 || (loopSize entries[entry.Operands[0]].Shape).Examples > 1)
            ->
            Total
        | Scatter views ->
            match laid place with
            | Call -> added entry views
            | laid -> laid
        | Interleave views when fuse && entry.Precision <> Precision.Single && entry.Shape.Count = 1 -> Interleaved views
        | _ -> Call

    let roleOf place =
        let entry = entries[place]

        match entry.Primitive.Kernel with
        | _ when place < program.Inputs || not (isNull entry.Constant) -> Given
        | Leaf -> Given
        | Same _ -> Alias(rootOf entry.Operands[0])
        | Convert _ when entry.Shape.Size = 1 -> Number
        | Convert _ when (entry.Precision = Precision.Single) = (entries[entry.Operands[0]].Precision = Precision.Single) ->
            Alias(rootOf entry.Operands[0])
        | Unary _
        | Binary _
        | Ternary _ when entry.Shape.Size = 1 -> Number
        | Unary _
        | Binary _
        | Ternary _ when isLoop entry -> Loop
        | Whole whole' -> whole place entry whole'.Evaluate.Fusion
        | _ -> Call

    /// What the loop runs over that computes an entry.
    let loopOf place =
        match roles[place] with
        | Total
        | Interleaved _ -> loopSize entries[entries[place].Operands[0]].Shape
        | _ -> loopSize entries[place].Shape

    /// Numbers are not in a loop.
    let none = { Examples = 0; Elements = 0 }

    /// The first level at which numbers or loops may read what a place holds.
    let ready size place =
        let level = levels[place]

        match roles[place] with
        | Loop
        | Added _ when loopOf place = size -> level
        | Laid _ when size <> none -> level
        | Given
        | Number
        | Element _
        | Repeated _
        | Window _ -> level
        | _ -> level + 1

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

        match uniform[root], roles[root] with
        | ValueSome number, _ -> Literal number
        | _, Repeated number ->
            match uniform[number] with
            | ValueSome number -> Literal number
            | ValueNone -> Broadcast number
        | _ when isSingle root -> Broadcast root
        | _, Window(source, offset, step, 0) -> lines source offset step shape (loopOf place)
        | _, Window(source, offset, step, stride) when shape.Equals entries[root].Shape -> Memory(source, offset, step, stride)
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
            && uniform[root].IsNone
            && (part.Count = 1 || loopOf root = { loopOf place with Elements = part.Extent.Size })
            && part.Extent.Size < whole.Extent.Size
            && work root <= fewAgain
        | _ -> false

    let levelOf place =
        let entry = entries[place]
        let latest (measure: int -> int) = entry.Operands |> Array.fold (fun level o -> max level (measure (rootOf o))) 0

        match roles[place] with
        | Given
        | Alias _ -> 0
        | Call -> latest (fun o -> levels[o])
        | Added _ ->
            let size = loopOf place
            let level level o = max level (if isAgain place o then levels[rootOf o] else ready size (rootOf o))
            Array.fold level 0 entry.Operands |> inLoop place size
        | Loop
        | Total
        | Interleaved _ ->
            let size = loopOf place
            latest (ready size) |> inLoop place size
        | Element(source, _) -> ready none source
        | Window(source, _, _, _)
        | Repeated source -> ready none source
        | Number
        | Laid _ -> latest (ready none)

    do
        for place in 0 .. entries.Length - 1 do
            roles[place] <- roleOf place
            levels[place] <- levelOf place

    member _.Roles = roles
    member _.Levels = levels
    /// The number of the piece that an entry belongs to, of those of its size.
    member _.Piece(place: int) = cuts.Piece place
    /// The entry whose numbers a place has.
    member _.Root(place: int) = rootOf place
    /// The number that every element of a constant is.
    member _.Uniform(place: int) = uniform[place]

    /// What the loop runs over that computes an entry.
    member _.LoopOf(place: int) = loopOf place

    /// How the loop that computes an entry reads an operand of it.
    member _.Access(place: int, operand: int) : Access =
        match read place operand with
        | Register root -> Register root
        | _ when isAgain place operand -> Again(rootOf operand)
        | access -> access

namespace AutoDiff

open System
open System.Collections.Generic
open AutoDiff.Kernels

/// How a plan computes an entry.
[<Struct; NoEquality; NoComparison>]
type internal Role =
    /// It is an input or a constant.
    | Given
    /// Its numbers are those of another entry.
    | Alias of alias: int
    /// One number, from numbers.
    | Number
    /// One number: an element of an array in memory.
    | Element of source: int * index: int
    /// An array laid out from numbers.
    | Laid of indices: int[]
    /// A function of the elements of arrays of its own size, in a loop.
    | Loop
    /// A sum over an array, in the loop over that array.
    | Total
    /// Neighbouring elements of an array in memory, from an offset on.
    | Window of array: int * offset: int
    /// One number, at every element.
    | Repeated of repeated: int
    /// The call of a kernel.
    | Call

/// How a loop reads an operand.
[<Struct; NoEquality; NoComparison>]
type internal Access =
    /// A number that is the same everywhere.
    | Literal of float
    /// The number that an entry holds.
    | Broadcast of broadcast: int
    /// A register of the same loop.
    | Register of register: int
    /// An array in memory, from an offset on.
    | Memory of memory: int * from: int

module internal Laying =
    /// Where an entry adds which number, if that is all it does.
    let indices (program: Program) (place: int) : int[] voption =
        let entry = program.Entries[place]

        match entry.Primitive.Kernel with
        | Whole { Evaluate = evaluate } when
            entry.Shape.Count = 1
            && entry.Precision <> Precision.Single
            && entry.Operands |> Array.forall (fun operand -> program.Entries[operand].Shape.Size = 1)
            ->
            match evaluate.Fusion with
            | Scatter views -> ValueSome(views |> Array.map _.Offset)
            | _ -> ValueNone
        | _ -> ValueNone

/// What to do with each entry of a program, and when, where loops may be fused, and code lay out arrays of up to so few numbers: what has one level and one size is one loop. Within a level come numbers, then
/// loops, then calls; what an entry needs is of a lower level or comes earlier in its own.
[<Sealed>]
type internal Grouping(program: Program, fuse: bool, few: int) =
    let entries = program.Entries
    let roles = Array.create entries.Length Given
    let levels = Array.zeroCreate<int> entries.Length
    /// How many entries the loops of a level and a size have.
    let loops = Dictionary<struct (int * int), int>()
    /// How many entries one loop computes at most: a method can have only so many variables.
    let longestLoop = 256

    let rec rootOf place =
        match roles[place] with
        | Alias target -> rootOf target
        | _ -> place

    let sizeOf place = entries[place].Shape.Size

    /// The number that every element of a constant is, if there is one.
    let uniform =
        entries
        |> Array.map (fun entry ->
            match entry.Constant with
            | null -> ValueNone
            | node ->
                match node.Value.Data with
                | null -> ValueSome node.Value.Number
                | :? (float[]) as data when data.Length > 0 && data.AsSpan().IndexOfAnyExcept data[0] < 0 -> ValueSome data[0]
                | _ -> ValueNone)

    let isSingle place = sizeOf place = 1

    /// Whether an elementwise entry can be one loop over its elements, whatever its examples are.
    let isFlat (entry: Entry) =
        fuse
        && entry.Precision <> Precision.Single
        && entry.Operands |> Array.forall (fun o -> isSingle o || uniform[o].IsSome || sizeOf o = entry.Shape.Size)

    let isContiguous (view: View) = view.RowStride = 1 && (view.Columns = 1 || view.ColumnStride = view.Rows)

    let window (entry: Entry) (view: View) =
        let source = rootOf entry.Operands[0]
        let isOne = entry.Shape.Size = 1

        match roles[source] with
        | _ when not fuse && not isOne -> Call
        | _ when entries[source].Precision = Precision.Single || entry.Shape.Count > 1 || entry.Shape.Size = 0 -> Call
        | _ when isSingle source -> if isOne then Alias source else Repeated source
        | Window(array, offset) when isOne -> Element(array, offset + view.Offset)
        | Window(array, offset) when isContiguous view -> Window(array, offset + view.Offset)
        | Repeated number when isOne -> Alias number
        | _ when isOne -> Element(source, view.Offset)
        | _ when isContiguous view -> Window(source, view.Offset)
        | _ -> Call

    let laid place =
        match Laying.indices program place with
        | ValueSome indices when fuse && indices.Length <= few && sizeOf place > 1 -> Laid indices
        | _ -> Call

    let whole place (entry: Entry) (fusion: Fusion) =
        match fusion with
        | Gather view -> window entry view
        | Fusion.Total when fuse && entry.Shape.Count = 1 && entry.Precision <> Precision.Single && sizeOf entry.Operands[0] > 1 -> Total
        | Scatter _ -> laid place
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
        | Ternary _ when entry.Shape.Size > 0 && isFlat entry -> Loop
        | Whole whole' -> whole place entry whole'.Evaluate.Fusion
        | _ -> Call

    /// The first level at which numbers or loops may read what a place holds; size is that of the loop, 0 for numbers.
    let ready size place =
        let level = levels[place]

        match roles[place] with
        | Loop when sizeOf place = size -> level
        | Laid _ when size > 0 -> level
        | Given
        | Number
        | Element _
        | Repeated _
        | Window _ -> level
        | _ -> level + 1

    /// The first level from this one on whose loop of a size is not too long yet.
    let inLoop size level =
        let length level =
            match loops.TryGetValue(struct (level, size)) with
            | true, length -> length
            | _ -> 0

        let mutable level = level

        while length level >= longestLoop do
            level <- level + 1

        loops[struct (level, size)] <- length level + 1
        level

    let levelOf place =
        let entry = entries[place]
        let latest (measure: int -> int) = entry.Operands |> Array.fold (fun level o -> max level (measure (rootOf o))) 0

        match roles[place] with
        | Given
        | Alias _ -> 0
        | Call -> latest (fun o -> levels[o])
        | Loop -> latest (ready entry.Shape.Size) |> inLoop entry.Shape.Size
        | Total ->
            let size = sizeOf entry.Operands[0]
            latest (ready size) |> inLoop size
        | Element(source, _) -> ready 0 source
        | Window(source, _)
        | Repeated source -> ready 0 source
        | Number
        | Laid _ -> latest (ready 0)

    do
        for place in 0 .. entries.Length - 1 do
            roles[place] <- roleOf place
            levels[place] <- levelOf place

    member _.Roles = roles
    member _.Levels = levels
    /// The entry whose numbers a place has.
    member _.Root(place: int) = rootOf place
    /// The number that every element of a constant is.
    member _.Uniform(place: int) = uniform[place]

    /// The size of the loop that computes a loop entry or a sum.
    member _.LoopSize(place: int) =
        match roles[place] with
        | Total -> sizeOf entries[place].Operands[0]
        | _ -> sizeOf place

    /// How the loop that computes an entry reads an operand of it.
    member grouping.Access(place: int, operand: int) : Access =
        let root = rootOf operand

        match uniform[root], roles[root] with
        | ValueSome number, _ -> Literal number
        | _, Repeated number ->
            match uniform[number] with
            | ValueSome number -> Literal number
            | ValueNone -> Broadcast number
        | _ when isSingle root -> Broadcast root
        | _, Window(source, offset) -> Memory(source, offset)
        | _, Loop when levels[root] = levels[place] -> Register root
        | _ -> Memory(root, 0)

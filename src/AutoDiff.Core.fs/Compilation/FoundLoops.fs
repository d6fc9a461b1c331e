namespace AutoDiff

open System
open System.Collections.Generic
open AutoDiff.Kernels

/// Where the operand of a number comes from; two numbers can be in one loop where all their operands come from the same.
[<Struct>]
type internal Origin =
    /// One number for all.
    | Fixed of entry: int
    /// A constant, which may be another for each.
    | Constant
    /// An element of an array.
    | ElementOf of array: int
    /// An element of a loop that was found before.
    | LaneOf of loop: int

    /// A number of its own for each.
    member origin.Key: int64 =
        match origin with
        | Constant -> -1L
        | Fixed entry -> 4L * int64 entry + 1L
        | ElementOf array -> 4L * int64 array + 2L
        | LaneOf loop -> 4L * int64 loop + 3L

/// What the numbers of a program have become: lanes of loops that were found, or nodes of their own.
[<Sealed>]
type internal FoundLoops(trace: ScalarTrace) =
    let entries = trace.Program.Entries
    let nodes = Long<Node | null> entries.Length
    // the loop that an entry is a lane of, from 1 on, 0 for none; and which lane
    let loopOf = Long<int> entries.Length
    let laneOf = Long<int> entries.Length
    let loops = List<Node>()

    let itemOf (array: Node) index =
        if array.Shape.Size = 1 then
            Batches.reshape array.Shape Shape.Scalar array
        else
            Indexing.read (View(index, 1, array.Shape.Extent.Rows, 1, 1)) array

    let keep place (node: Node) : Node =
        nodes[place] <- node
        node

    /// The node of an entry; a lane of a loop is read out of it, and so is an element of an array.
    let node place : Node =
        match nodes[place] with
        | null ->
            match trace.Element place with
            | ValueSome(struct (array, _)) -> keep place (Node.apply1 entries[place].Primitive (nonNull nodes[array]))
            | ValueNone -> keep place (itemOf loops[loopOf[place] - 1] laneOf[place])
        | node -> node

    let originOf place =
        if not (isNull entries[place].Constant) && entries[place].Shape.Size = 1 then
            Constant
        elif loopOf[place] > 0 then
            LaneOf(loopOf[place] - 1)
        else
            match trace.Element place with
            | ValueSome(struct (array, _)) -> ElementOf array
            | ValueNone -> Fixed place

    let positionOf place =
        if loopOf[place] > 0 then
            laneOf[place]
        else
            match trace.Element place with
            | ValueSome(struct (_, index)) -> index
            | ValueNone -> 0

    /// The vector of so many numbers of one origin, whose places there are evenly spaced.
    let vector count (memberAt: int -> int) : Node =
        let member' = memberAt 0
        let first = positionOf member'
        let step = if count > 1 then positionOf (memberAt 1) - first else 1

        let window (array: Node) =
            if step = 1 && first = 0 && count = array.Shape.Size && array.Shape.Extent.Columns = 1 then
                array
            else
                Indexing.read (View(first, step, 0, count, 1)) array

        match originOf member' with
        | Constant ->
            let numbers = Array.init count (fun k -> (nonNull entries[memberAt k].Constant).Value.Number)
            let isFirst (number: float) = BitConverter.DoubleToInt64Bits number = BitConverter.DoubleToInt64Bits numbers[0]

            if Array.forall isFirst numbers then
                nonNull entries[member'].Constant
            else
                Node.ofFloats (Extent.vector count) numbers
        | Fixed place -> node place
        | ElementOf array -> if step = 0 then node member' else window (node array)
        | LaneOf loop -> if step = 0 then node member' else window loops[loop]

    let isVaried place =
        match originOf place with
        | ElementOf _
        | LaneOf _ -> true
        | _ -> false

    let alone place = nodes[place] <- Node.apply entries[place].Primitive (entries[place].Operands |> Array.map node)

    let form (members: int[]) =
        let operands = entries[members[0]].Operands.Length
        let ys = Array.init operands (fun j -> vector members.Length (fun k -> entries[members[k]].Operands[j]))

        if ys |> Array.forall (fun y -> y.Shape.Size = 1) then
            members |> Array.iter alone
        else
            let loop = Node.apply entries[members[0]].Primitive ys
            loops.Add loop

            members
            |> Array.iteri (fun lane place ->
                loopOf[place] <- loops.Count
                laneOf[place] <- lane)

    /// From how many numbers on a loop is worth its while.
    static member Shortest = 16

    /// The node of an entry; a lane of a loop is read out of it.
    member _.Node(place: int) = node place
    /// Says what an entry has become.
    member _.Set(place: int, node: Node) = nodes[place] <- node
    /// Where a number comes from, and where it stands there.
    member _.Origin(place: int) = originOf place
    member _.Position(place: int) = positionOf place
    /// Whether numbers like this one can differ from lane to lane.
    member _.IsVaried(place: int) = isVaried place
    /// The vector of so many numbers of one origin, whose places there are evenly spaced.
    member _.Vector(count: int, memberAt: int -> int) = vector count memberAt
    /// An entry computed by itself.
    member _.Alone(place: int) = alone place
    /// Entries of one primitive computed as one loop.
    member _.Form(members: int[]) = form members

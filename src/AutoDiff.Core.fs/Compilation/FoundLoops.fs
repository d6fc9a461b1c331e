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

    /// A vector of constants, which is a constant.
    let constants (places: int[]) =
        Node.ofFloats (Extent.vector places.Length) (places |> Array.map (fun p -> (nonNull entries[p].Constant).Value.Number))

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
        match nodes[place], trace.Element place with
        | NonNull node, _ -> node
        | _, ValueSome(struct (array, _)) -> keep place (Node.apply1 entries[place].Primitive (nonNull nodes[array]))
        | _ -> keep place (itemOf loops[loopOf[place] - 1] laneOf[place])

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

    /// The vector of one operand of the members of a loop, whose places in its origin are evenly spaced.
    let vector (members: int[]) : Node =
        let count = members.Length
        let first = positionOf members[0]
        let step = if count > 1 then positionOf members[1] - first else 1

        let window (array: Node) =
            if step = 1 && first = 0 && count = array.Shape.Size && array.Shape.Extent.Columns = 1 then
                array
            else
                Indexing.read (View(first, step, 0, count, 1)) array

        match originOf members[0] with
        | Constant ->
            let number place = (nonNull entries[place].Constant).Value.Number

            let same =
                members
                |> Array.forall (fun m -> BitConverter.DoubleToInt64Bits(number m) = BitConverter.DoubleToInt64Bits(number members[0]))

            if same then nonNull entries[members[0]].Constant else constants members
        | Fixed place -> node place
        | ElementOf array -> if step = 0 then node members[0] else window (node array)
        | LaneOf loop -> if step = 0 then node members[0] else window loops[loop]

    let isVaried place =
        match originOf place with
        | ElementOf _
        | LaneOf _ -> true
        | _ -> false

    let alone place = nodes[place] <- Node.apply entries[place].Primitive (entries[place].Operands |> Array.map node)

    let form (members: int[]) =
        let operands = entries[members[0]].Operands.Length
        let ys = Array.init operands (fun j -> vector (members |> Array.map (fun m -> entries[m].Operands[j])))

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
    /// The vector of numbers of one origin, whose places there are evenly spaced.
    member _.Vector(members: int[]) = vector members
    /// An entry computed by itself.
    member _.Alone(place: int) = alone place
    /// Entries of one primitive computed as one loop.
    member _.Form(members: int[]) = form members

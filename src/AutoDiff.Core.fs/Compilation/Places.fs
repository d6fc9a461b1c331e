namespace AutoDiff

open System
open System.Collections.Generic

/// Where an input of a plan comes from, or an output goes to.
[<Struct>]
type internal Port =
    /// One after the other in one array of doubles, from this index on. Numbers always do.
    | Flat of int
    /// In an array of its own.
    | Own
    /// For an output: a number that stays in the frame.
    | Kept

/// Where the elements of an entry begin.
[<Struct>]
type internal Address =
    | InInputs of input: int
    | InOutputs of output: int
    /// An array of the frame.
    | InTable of index: int

/// What an array of a frame is.
[<NoEquality; NoComparison>]
type internal Slot =
    /// The array of an input, which differs from call to call.
    | OfInput of int
    /// The array of an output, new in each call.
    | OfOutput of int
    /// A constant.
    | Held of Array
    /// Room of this kind and length for something on the way.
    | Room of Precision * int

/// Where each value of a plan lives: which numbers and arrays its frames have.
[<Sealed>]
type internal Places(program: Program, grouping: Grouping, inputs: Port[], outputs: Port[]) =
    let entries = program.Entries
    let slots = List<Slot>()
    let constants = List<struct (int * float)>()
    // the index of the number that each entry holds, from 1 on; 0 where it has none yet
    let numbers = Long<int> entries.Length
    let literals = Dictionary<int64, int>()
    let mutable count = 0
    let addresses = Dictionary<int, Address>()
    let claimed = HashSet<int>()
    let roots = program.Outputs |> Array.map grouping.Root
    let free = Dictionary<struct (Precision * int), Stack<int>>()

    let slot kind =
        slots.Add kind
        slots.Count - 1

    /// Room that is free again, the last one first, for it is in the cache; new room where there is none.
    let room precision size =
        match free.TryGetValue(struct (precision, size)) with
        | true, rooms when rooms.Count > 0 -> rooms.Pop()
        | _ -> slot (Room(precision, size))

    let newNumber () =
        count <- count + 1
        count - 1

    let homeOfInput place =
        match inputs[place] with
        | Flat offset -> InInputs offset
        | _ -> InTable(slot (OfInput place))

    /// Inputs and constants have their homes; what is an output alone is computed where it is wanted.
    let home place =
        let entry = entries[place]
        let precision, size = entry.Precision, entry.Shape.Size

        if place < program.Inputs then
            homeOfInput place
        else
            match entry.Constant with
            | null ->
                match roots |> Array.tryFindIndex (fun root -> root = place) with
                | Some output when claimed.Add output ->
                    match outputs[output] with
                    | Flat offset -> InOutputs offset
                    | _ -> InTable(slot (OfOutput output))
                | _ -> InTable(room precision size)
            | node -> InTable(slot (Held(Unchecked.nonNull node.Value.Data)))

    member _.Slots = slots
    /// How many numbers a frame has.
    member _.Numbers = count
    /// The numbers that are constants, and where they are.
    member _.Constants = constants

    /// The index of the number that an entry holds.
    member _.Number(place: int) =
        if numbers[place] = 0 then
            let index = newNumber ()
            numbers[place] <- index + 1

            match grouping.Uniform place with
            | ValueSome number -> constants.Add(struct (index, number))
            | ValueNone -> ()

        numbers[place] - 1

    /// The index of a number that is a constant.
    member _.Literal(x: float) =
        let bits = BitConverter.DoubleToInt64Bits x

        match literals.TryGetValue bits with
        | true, index -> index
        | _ ->
            let index = newNumber ()
            literals[bits] <- index
            constants.Add(struct (index, x))
            index

    /// Where the elements of an entry are in memory.
    member _.Address(place: int) =
        match addresses.TryGetValue place with
        | true, address -> address
        | _ ->
            let address = home place
            addresses[place] <- address
            address

    /// Gives the room of an entry that is read no more to whatever comes after.
    member _.Free(place: int) =
        match addresses.TryGetValue place with
        | true, InTable index ->
            match slots[index] with
            | Room(precision, size) ->
                match free.TryGetValue(struct (precision, size)) with
                | true, rooms -> rooms.Push index
                | _ -> free[struct (precision, size)] <- Stack [ index ]
            | _ -> ()
        | _ -> ()

    /// An array of its own for an entry that lies among the inputs or outputs: for kernels, which take whole arrays.
    member places.Copy(place: int) =
        match addresses.TryGetValue(-1 - place) with
        | true, InTable index -> index
        | _ ->
            let index = slot (Room(entries[place].Precision, entries[place].Shape.Size))
            addresses[-1 - place] <- InTable index
            index

    /// Whether an output has been computed into its place.
    member _.IsClaimed(output: int) = claimed.Contains output

namespace AutoDiff

open System
open System.Collections.Generic

/// One value of a program: given, or computed by a primitive from values before it. Long programs have very many.
[<Struct; NoEquality; NoComparison>]
type internal Entry =
    {
        Primitive: Primitive
        /// The places of the operands.
        Operands: int[]
        Shape: Shape
        Precision: Precision
        /// The node of a constant; null for an input and for what is computed.
        Constant: Node | null
    }

/// A closed graph: inputs first, then constants and what is computed from them, operands before what uses them. Equal values stand in
/// it once.
[<Sealed>]
type internal Program(entries: Long<Entry>, inputs: int, outputs: int[]) =
    member _.Entries = entries

    /// How many entries are as they are asked to be.
    member _.Count(isSo: Entry -> bool) : int =
        let mutable count = 0

        for place in 0 .. entries.Length - 1 do
            if isSo entries[place] then
                count <- count + 1

        count

    /// How many inputs there are; they are the first entries.
    member _.Inputs = inputs
    /// The places of the outputs.
    member _.Outputs = outputs

/// Whether two computations are the same: one primitive, one set of operands, one kind of result.
[<RequireQualifiedAccess>]
module internal SameComputation =
    let rec private sameParameters (left: obj | null) (right: obj | null) =
        match left, right with
        | null, null -> true
        | (:? Array as left), (:? Array as right) ->
            left.Length = right.Length
            && Seq.forall2 (fun x z -> sameParameters x z) (Seq.cast<obj | null> left) (Seq.cast<obj | null> right)
        | NonNull left, NonNull right -> left.Equals right
        | _ -> false

    /// Whether two primitives are the same: one object, or one name with equal parameters.
    let ofPrimitives (left: Primitive) (right: Primitive) =
        obj.ReferenceEquals(left, right)
        || (not (isNull left.Parameters) && left.Name = right.Name && sameParameters left.Parameters right.Parameters)

    let private hashOfParameters (parameters: obj | null) =
        match parameters with
        | null -> 0
        | :? Array as parameters -> parameters.Length
        | parameters -> parameters.GetHashCode()

    /// A number that the same computations have in common.
    let hash (primitive: Primitive) (operands: ReadOnlySpan<int>) =
        let mutable hash = primitive.Name.Length * 31 + int primitive.Name[0] + 17 * hashOfParameters primitive.Parameters

        for operand in operands do
            // the golden ratio, so that neighbours do not fall together
            hash <- (hash ^^^ operand) * 0x9E3779B1
            hash <- hash ^^^ (hash >>> 15)

        hash

/// Entries of a program as they are found, each value once; about so many. Those of one hash are chained.
[<Sealed>]
type internal ProgramBuilder(capacity: int) =
    let entries = Long<Entry> 0
    let mask = int (Numerics.BitOperations.RoundUpToPowerOf2(uint (capacity + 16))) - 1
    // the places of the last entry of each hash and of the one before each entry of a like hash, from 1 on; 0 for none
    let last = Long<int>(mask + 1)
    let before = Long<int> 0
    let arrays = Dictionary<Node, int>(HashIdentity.Reference)
    let numbers = Array.init 3 (fun _ -> Dictionary<int64, int>())

    let append entry =
        entries.Add entry
        before.Add 0
        entries.Length - 1

    let given (node: Node) (constant: Node | null) : Entry =
        {
            Primitive = node.Primitive
            Operands = [||]
            Shape = node.Shape
            Precision = node.Precision
            Constant = constant
        }

    /// The place of a constant, by what tells it from others.
    let constant (places: Dictionary<'Key, int>) (key: 'Key) (node: Node) =
        match places.TryGetValue key with
        | true, place -> place
        | _ ->
            let place = append (given node node)
            places[key] <- place
            place

    let isSame (entry: Entry) (primitive: Primitive) (operands: ReadOnlySpan<int>) (shape: Shape) precision =
        operands.SequenceEqual(ReadOnlySpan entry.Operands)
        && entry.Precision = precision
        && SameComputation.ofPrimitives entry.Primitive primitive
        && entry.Shape.Equals shape

    /// Another input; all of them come first.
    member _.Input(node: Node) = append (given node null)

    member _.Constant(node: Node) =
        let value = Interpreter.force node

        if obj.ReferenceEquals(node.Shape, Shape.Scalar) then
            constant numbers[int node.Precision] (BitConverter.DoubleToInt64Bits value.Number) node
        else
            constant arrays node node

    /// The place of a value: its operand's, where it is the same numbers under the same shape.
    member _.Computed(primitive: Primitive, operands: ReadOnlySpan<int>, shape: Shape, precision: Precision) =
        match primitive.Kernel with
        | Same _ when entries[operands[0]].Shape.Equals shape && entries[operands[0]].Precision = precision -> operands[0]
        | _ ->
            let slot = SameComputation.hash primitive operands &&& mask
            let mutable place = last[slot] - 1

            while place >= 0 && not (isSame entries[place] primitive operands shape precision) do
                place <- before[place] - 1

            if place < 0 then
                place <-
                    append
                        {
                            Primitive = primitive
                            Operands = operands.ToArray()
                            Shape = shape
                            Precision = precision
                            Constant = null
                        }

                before[place] <- last[slot]
                last[slot] <- place + 1

            place

    member _.Build(inputs: int, outputs: int[]) = Program(entries, inputs, outputs)

[<RequireQualifiedAccess>]
module internal Program =
    /// The program that computes outputs from inputs. A node belongs where it depends on an input; the others are constants.
    let ofNodes (belongs: Node -> bool) (inputs: Node[]) (outputs: Node[]) : Program =
        let schedule = Schedule.ofRoots belongs (Array.append inputs outputs)
        let builder = ProgramBuilder schedule.Count
        let places = Long<int> schedule.Count
        let mutable operands: int[] = Array.zeroCreate 8

        for place in schedule.Roots[.. inputs.Length - 1] do
            places[place] <- builder.Input schedule[place]

        for place in inputs.Length .. schedule.Count - 1 do
            let node = schedule[place]
            let links = schedule.Links place

            if links.Length > operands.Length then
                operands <- Array.zeroCreate (2 * links.Length)

            for i in 0 .. links.Length - 1 do
                operands[i] <- if links[i] >= 0 then places[links[i]] else builder.Constant node.Operands[i]

            places[place] <- builder.Computed(node.Primitive, ReadOnlySpan(operands, 0, links.Length), node.Shape, node.Precision)

        let output i place = if place >= 0 then places[place] else builder.Constant outputs[i]
        let outputPlaces = Array.mapi output schedule.Roots[inputs.Length ..]
        builder.Build(inputs.Length, outputPlaces)

namespace AutoDiff

open System
open System.Collections.Generic

/// One value of a program: given, or computed by a primitive from values before it.
[<ReferenceEquality>]
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
type internal Program(entries: Entry[], inputs: int, outputs: int[]) =
    member _.Entries = entries
    /// How many inputs there are; they are the first entries.
    member _.Inputs = inputs
    /// The places of the outputs.
    member _.Outputs = outputs

/// Whether two computations are the same: one primitive, one set of operands, one kind of result.
[<Sealed>]
type internal SameComputation() =
    static let rec sameParameters (left: obj | null) (right: obj | null) =
        match left, right with
        | null, null -> true
        | (:? Array as left), (:? Array as right) ->
            left.Length = right.Length
            && Seq.forall2 (fun x z -> sameParameters x z) (Seq.cast<obj | null> left) (Seq.cast<obj | null> right)
        | NonNull left, NonNull right -> left.Equals right
        | _ -> false

    /// Whether two primitives are the same: one object, or one name with equal parameters.
    static member Primitive(left: Primitive, right: Primitive) =
        obj.ReferenceEquals(left, right)
        || (not (isNull left.Parameters) && left.Name = right.Name && sameParameters left.Parameters right.Parameters)

    interface IEqualityComparer<Entry> with
        member _.Equals(x: Entry | null, z: Entry | null) =
            let x, z = nonNull x, nonNull z

            x.Operands.AsSpan().SequenceEqual(ReadOnlySpan z.Operands)
            && x.Precision = z.Precision
            && SameComputation.Primitive(x.Primitive, z.Primitive)
            && x.Shape.Equals z.Shape

        member _.GetHashCode x =
            let mutable hash = HashCode()
            hash.Add x.Primitive.Name.Length
            hash.Add(int x.Primitive.Name[0])

            match x.Primitive.Parameters with
            | null -> ()
            | :? Array as parameters -> hash.Add parameters.Length
            | parameters -> hash.Add(parameters.GetHashCode())

            for operand in x.Operands do
                hash.Add operand

            hash.ToHashCode()

/// Entries of a program as they are found, each value once; about so many. What grows is copied again and again, and large arrays make the
/// collector look at everything.
[<Sealed>]
type internal ProgramBuilder(capacity: int) =
    let entries = List<Entry> capacity
    let constants = Dictionary<Node, int>(HashIdentity.Reference)
    let numbers = Dictionary<struct (Precision * int64), int>()
    let computed = Dictionary<Entry, int>(capacity, SameComputation())

    let append entry =
        entries.Add entry
        entries.Count - 1

    let given (node: Node) constant =
        {
            Primitive = node.Primitive
            Operands = [||]
            Shape = node.Shape
            Precision = node.Precision
            Constant = constant
        }

    let isNumber (node: Node) = obj.ReferenceEquals(node.Shape, Shape.Scalar)

    member _.Entries = entries
    /// Another input; all of them come first.
    member _.Input(node: Node) = append (given node null)

    member _.Constant(node: Node) =
        match constants.TryGetValue node with
        | true, place -> place
        | _ ->
            let key = struct (node.Precision, BitConverter.DoubleToInt64Bits (Interpreter.force node).Number)

            match numbers.TryGetValue key with
            | true, place when isNumber node -> place
            | _ ->
                let place = append (given node node)
                constants[node] <- place

                if isNumber node then
                    numbers[key] <- place

                place

    /// The place of a value: its operand's, where it is the same numbers under the same shape.
    member _.Computed(primitive: Primitive, operands: int[], shape: Shape, precision: Precision) =
        let entry =
            {
                Primitive = primitive
                Operands = operands
                Shape = shape
                Precision = precision
                Constant = null
            }

        match primitive.Kernel, computed.TryGetValue entry with
        | Same _, _ when entries[operands[0]].Shape.Equals shape && entries[operands[0]].Precision = precision -> operands[0]
        | _, (true, place) -> place
        | _ ->
            let place = append entry
            computed[entry] <- place
            place

    member _.Build(inputs: int, outputs: int[]) = Program(entries.ToArray(), inputs, outputs)

[<RequireQualifiedAccess>]
module internal Program =
    /// The program that computes outputs from inputs. A node belongs where it depends on an input; the others are constants.
    let ofNodes (belongs: Node -> bool) (inputs: Node[]) (outputs: Node[]) : Program =
        let schedule = Schedule.ofRoots belongs (Array.append inputs outputs)
        let builder = ProgramBuilder schedule.Nodes.Length
        let places = Array.zeroCreate<int> schedule.Nodes.Length

        for place in schedule.Roots[.. inputs.Length - 1] do
            places[place] <- builder.Input schedule.Nodes[place]

        for place in inputs.Length .. schedule.Nodes.Length - 1 do
            let node = schedule.Nodes[place]
            let operands = Array.zeroCreate node.Operands.Length

            for i in 0 .. operands.Length - 1 do
                let link = (schedule.Links place)[i]
                operands[i] <- if link >= 0 then places[link] else builder.Constant node.Operands[i]

            places[place] <- builder.Computed(node.Primitive, operands, node.Shape, node.Precision)

        let output i place = if place >= 0 then places[place] else builder.Constant outputs[i]
        let outputPlaces = Array.mapi output schedule.Roots[inputs.Length ..]
        builder.Build(inputs.Length, outputPlaces)

namespace AutoDiff

open System.Collections.Generic
open AutoDiff.Kernels

/// What the numbers of a program are to each other, before loops are looked for among them.
[<Sealed>]
type internal ScalarTrace(program: Program) =
    let entries = program.Entries
    let uses = Long<int> entries.Length

    let isScalar (entry: Entry) =
        obj.ReferenceEquals(entry.Shape, Shape.Scalar) && entry.Precision = Precision.Double && isNull entry.Constant

    let isElementwise (entry: Entry) =
        match entry.Primitive.Kernel with
        | Unary _
        | Binary _
        | Ternary _ -> true
        | _ -> false

    /// The array and place that an entry reads one element of.
    let elementOf place =
        let entry = entries[place]

        match entry.Primitive.Kernel with
        | Whole whole when entry.Shape.Size = 1 && isNull entry.Constant ->
            match whole.Evaluate.Fusion with
            | Gather view when entries[entry.Operands[0]].Shape.Count = 1 && entries[entry.Operands[0]].Shape.Size > 1 ->
                ValueSome(struct (entry.Operands[0], view.Offset))
            | _ -> ValueNone
        | _ -> ValueNone

    // the array that an entry reads an element of, from 1 on, 0 for none; and which element
    let arrays, indices = Long<int> entries.Length, Long<int> entries.Length

    do
        for place in program.Inputs .. entries.Length - 1 do
            match elementOf place with
            | ValueSome(struct (array, index)) ->
                arrays[place] <- array + 1
                indices[place] <- index
            | ValueNone -> ()

    let isInner place = place >= program.Inputs && isScalar entries[place] && isElementwise entries[place]
    let isAdd place = isInner place && Arithmetic.isAddition entries[place].Primitive

    do
        for place in 0 .. entries.Length - 1 do
            for operand in entries[place].Operands do
                uses[operand] <- uses[operand] + 1

        for output in program.Outputs do
            uses[output] <- uses[output] + 2

    /// Whether an addition is only a step on the way of another one's sum.
    let isLink = Long<bool> entries.Length

    do
        for place in 0 .. entries.Length - 1 do
            if isAdd place then
                for operand in entries[place].Operands do
                    if isAdd operand && uses[operand] = 1 then
                        isLink[operand] <- true

    /// The terms that an addition comes to, in order.
    let termsOf place =
        let terms, pending = Long<int> 0, Long<int> 0
        pending.Add place

        while pending.Length > 0 do
            let next = pending.Pop()

            if next = place || isLink[next] then
                pending.Add entries[next].Operands[1]
                pending.Add entries[next].Operands[0]
            else
                terms.Add next

        terms.ToArray()

    /// How deep an entry lies: numbers of one depth do not need each other.
    let depths =
        let depths = Long<int> entries.Length

        for place in 0 .. entries.Length - 1 do
            for operand in entries[place].Operands do
                // a sum lies one above its terms, however long it is
                let step = if isAdd place && isLink[operand] then 0 else 1
                depths[place] <- max depths[place] (depths[operand] + step)

        depths

    let primitives = Dictionary<Primitive, int>(HashIdentity.Reference)

    let primitiveOf place =
        let primitive = entries[place].Primitive

        match primitives.TryGetValue primitive with
        | true, number -> number
        | _ ->
            primitives[primitive] <- primitives.Count
            primitives[primitive]

    member _.Program = program
    /// Whether an entry is a number that an elementwise function of numbers gives.
    member _.IsInner(place: int) = isInner place
    member _.IsAdd(place: int) = isAdd place
    /// Whether an addition is only a step on the way of another one's sum.
    member _.IsLink(place: int) = isLink[place]
    /// Whether it is an addition that comes to more than two terms.
    member _.IsSum(place: int) = isAdd place && Array.exists (fun operand -> isLink[operand]) entries[place].Operands
    /// The terms that an addition comes to, in order.
    member _.Terms(place: int) = termsOf place
    /// The array and place that an entry reads one element of.
    member _.Element(place: int) = if arrays[place] > 0 then ValueSome(struct (arrays[place] - 1, indices[place])) else ValueNone

    /// Whether an entry reads an element of an array.
    member _.IsElement(place: int) = arrays[place] > 0
    /// How deep an entry lies: numbers of one depth do not need each other.
    member _.Depth(place: int) = depths[place]
    /// The number of an entry's primitive among those of the program.
    member _.Primitive(place: int) = primitiveOf place

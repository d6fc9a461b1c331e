namespace AutoDiff

open System.Collections.Generic
open AutoDiff.Kernels

/// How a plan computes each entry of a program, where loops may be fused, and code lay out arrays of up to so few numbers.
[<Sealed>]
type internal RoleAssignment(program: Program, fuse: bool, few: int) =
    let entries = program.Entries
    let roles = Array.create entries.Length Given

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

    let isSame (x: float) (z: float) = System.BitConverter.DoubleToInt64Bits x = System.BitConverter.DoubleToInt64Bits z

    // whether all elements of an array are one number, where that has been asked
    let asked = Dictionary<int, bool>()

    let isUniform place (data: float[]) =
        match asked.TryGetValue place with
        | true, isUniform -> isUniform
        | _ ->
            asked[place] <- Array.forall (isSame data[0]) data
            asked[place]

    /// The number that every element of a constant is, if there is one.
    let uniform place : float voption =
        match entries[place].Constant with
        | null -> ValueNone
        | node ->
            match node.Value.Data with
            | null -> ValueSome node.Value.Number
            | :? (float[]) as data when data.Length > 0 -> if isUniform place data then ValueSome data[0] else ValueNone
            | _ -> ValueNone

    /// Whether a loop over a result can read an operand: elements of its own, a number for all, or one for each example.
    let fits (result: Shape) operand =
        let shape = entries[operand].Shape
        let loop = loopSize result

        isSingle operand
        || (uniform operand).IsSome
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

    do
        for place in 0 .. entries.Length - 1 do
            roles[place] <- roleOf place

    member _.Roles = roles
    /// The entry whose numbers a place has.
    member _.Root(place: int) = rootOf place
    /// The number that every element of a constant is.
    member _.Uniform(place: int) = uniform place
    /// What a loop over a result of this shape runs over.
    member _.LoopSize(shape: Shape) = loopSize shape

/// Programs over many small examples, with each element of an example made a vector over the examples: what reads, lays out, stretches or
/// adds up within an example then costs nothing or one operation, and the rest is one loop. Nothing is added up in another order.
[<RequireQualifiedAccess>]
module internal AutoDiff.Unrolling

open System
open System.Collections.Generic
open AutoDiff.Kernels

/// From how many examples on it is done, and up to how many elements an example may have.
let private fewest = 32

let private largest = 64

/// How many vectors there may be: each is an entry of the new program.
let private most = 10_000

/// Elements of a value, one for each example: from one on, every so many.
[<Struct>]
type private Line = { Place: int; First: int; Step: int }

/// The number of examples that most entries have, and how many each entry has elements for each of them.
let private examplesOf (program: Program) =
    [|
        for place in 0 .. program.Entries.Length - 1 do
            let shape = program.Entries[place].Shape

            if shape.Rank > 0 && shape.Batch[0] >= fewest then
                shape.Batch[0]
    |]
    |> Seq.countBy id
    |> Seq.sortByDescending snd
    |> Seq.tryHead

/// What becomes of each entry where there are so many examples.
[<Sealed>]
type private Unroller(program: Program, count: int, inputs: Node[], trace: Trace) =
    let entries = program.Entries
    let vector = Shape.one (Extent.vector count)
    // for what is unrolled its elements: vectors over the examples, or numbers that all of them share
    let elements: Node[][] = Array.create entries.Length [||]
    let wholes: (Node | null)[] = Array.zeroCreate entries.Length
    let widthOf place = entries[place].Shape.Size / count
    let isOver (shape: Shape) rank = shape.Rank = rank && rank > 0 && shape.Batch[0] = count

    let isUnrolled place =
        let entry = entries[place]

        place >= program.Inputs
        && isNull entry.Constant
        && entry.Precision = Precision.Double
        && entry.Shape.Size > 0
        && isOver entry.Shape entry.Shape.Rank
        && widthOf place <= largest
        && match entry.Primitive.Kernel with
           | Unary _
           | Binary _
           | Ternary _ -> true
           | Whole whole ->
               match whole.Evaluate.Fusion with
               | Opaque
               | Interleave _ -> false
               | _ -> true
           | _ -> false

    let unrolled = Array.init entries.Length isUnrolled

    /// Where element i of a result that a view reads is found.
    let viewed (view: View) i = view.Offset + i % view.Rows * view.RowStride + i / view.Rows * view.ColumnStride

    let exchanged (extent: Extent) = View(0, extent.Rows, 1, extent.Columns, extent.Rows)

    /// Elements that a view of a single example shows, as elements of what it shows.
    let through (view: View) (line: Line) operand : Line voption =
        let last = line.First + (count - 1) * line.Step
        let step = viewed view (line.First + line.Step) - viewed view line.First

        if line.Step % view.Rows = 0 || last / view.Rows = line.First / view.Rows then
            ValueSome { Place = operand; First = viewed view line.First; Step = step }
        else
            ValueNone

    /// Elements of a value as elements of an operand that it merely shows.
    let shown (line: Line) : Line voption =
        let entry = entries[line.Place]

        match entry.Primitive.Kernel with
        | _ when entry.Operands.Length = 0 || entry.Shape.Size = 0 -> ValueNone
        | Same _ -> ValueSome { line with Place = entry.Operands[0] }
        | Whole whole when entry.Shape.Count = 1 ->
            match whole.Evaluate.Fusion with
            | Gather view when entry.Shape.Size > 1 -> through view line entry.Operands[0]
            | Transposition -> through (exchanged entries[entry.Operands[0]].Shape.Extent) line entry.Operands[0]
            | _ -> ValueNone
        | _ -> ValueNone

    /// The vector that is made anyway for elements of a value, one for each example.
    let rec made (line: Line) : Node voption =
        if unrolled[line.Place] then
            if line.Step = widthOf line.Place && line.First < line.Step then
                ValueSome(elements[line.Place][line.First])
            else
                ValueNone
        else
            match shown line with
            | ValueSome line -> made line
            | ValueNone -> ValueNone

    let asVector (x: Node) = if x.Shape.Size = 1 then Reduction.fill vector.Extent x else x
    let shaped (shape: Shape) (x: Node) = Batches.reshape x.Shape shape x

    /// A value all of whose elements are vectors that are made anyway, in one of the two ways in which they can lie.
    let woven place : Node voption =
        let shape = entries[place].Shape
        let width = shape.Size / count

        let vectors first step : Node[] voption =
            let vectors = Array.init width (fun k -> made { Place = place; First = first k; Step = step })

            if vectors |> Array.forall _.IsSome then
                ValueSome(vectors |> Array.map (fun x -> asVector x.Value))
            else
                ValueNone

        if shape.Size % count <> 0 || width = 0 || width > largest then
            ValueNone
        else
            match vectors id width, vectors (fun k -> k * count) 1 with
            | ValueSome xs, _ when xs.Length = 1 -> ValueSome(shaped shape (Array.head xs))
            | ValueSome xs, _ -> ValueSome(shaped shape (Indexing.interleave true xs))
            | _, ValueSome xs -> ValueSome(shaped shape (Indexing.interleave false xs))
            | _ -> ValueNone

    let rec whole place : Node =
        match wholes[place] with
        | null ->
            let node = wholeOf place
            wholes[place] <- node
            node
        | node -> node

    and wholeOf place : Node =
        let entry = entries[place]

        match entry.Constant with
        | _ when place < program.Inputs -> inputs[place]
        | null ->
            match woven place with
            | ValueSome node -> node
            | ValueNone -> Node(entry.Primitive, Array.map whole entry.Operands, entry.Shape, entry.Precision, trace)
        | node -> node

    /// All elements of a value as those of one example.
    let flat place = shaped (Shape.one (Extent.vector entries[place].Shape.Size)) (whole place)

    /// One element of a value that all examples share.
    let item place i =
        if entries[place].Shape.Size = 1 then
            whole place
        else
            Indexing.read (View(i, 1, 0, 1, 1)) (flat place)

    /// Elements of a value, one for each example.
    let rec across (line: Line) : Node =
        match made line with
        | ValueSome node -> node
        | ValueNone ->
            match shown line with
            | ValueSome line -> across line
            | ValueNone -> Indexing.read (View(line.First, line.Step, 0, count, 1)) (flat line.Place)

    /// For an example within the outermost extent of a result, that of an operand whose extents stretch to fit.
    let inner (result: Shape) (operand: Shape) (example: int) =
        let mutable rest, weight, found = example, 1, 0

        for axis in result.Rank - 1 .. -1 .. 1 do
            let at = axis - (result.Rank - operand.Rank)

            if at >= 0 && operand.Batch[at] <> 1 then
                found <- found + weight * (rest % result.Batch[axis])
                weight <- weight * operand.Batch[at]

            rest <- rest / result.Batch[axis]

        found

    /// Element i of an operand, in an inner example of a result.
    let element (result: Shape) example operand i : Node =
        let shape = entries[operand].Shape
        let at = inner result shape example * shape.Extent.Size + i

        if isOver shape result.Rank then
            across { Place = operand; First = at; Step = widthOf operand }
        else
            item operand at

    let zero = Node.number Precision.Double 0.0

    /// The sum of elements, in the order of Sums.Sum.
    let sum (xs: Node[]) : Node =
        let full = xs.Length / 8 * 8
        let rest = xs[full..] |> Array.fold Arithmetic.add zero

        if full = 0 then
            Arithmetic.add zero rest
        else
            let lanes = Array.init 8 (fun lane -> seq { lane..8 .. full - 1 } |> Seq.fold (fun sum i -> Arithmetic.add sum xs[i]) zero)
            let quarters = Array.init 4 (fun k -> Arithmetic.add lanes[k] lanes[k + 4])
            Arithmetic.add (Arithmetic.add (Arithmetic.add quarters[0] quarters[2]) (Arithmetic.add quarters[1] quarters[3])) rest

    /// Zeros, with elements of the operands added one after the other.
    let scattered (entry: Entry) (views: View[]) example : Node[] =
        let sums = Array.create entry.Shape.Extent.Size zero

        views
        |> Array.iteri (fun k view ->
            for i in 0 .. view.Rows * view.Columns - 1 do
                let at = viewed view i
                sums[at] <- Arithmetic.add sums[at] (element entry.Shape example entry.Operands[k] i))

        sums

    let example (entry: Entry) (example: int) : Node[] =
        let size = entry.Shape.Extent.Size
        let operand = element entry.Shape example

        match entry.Primitive.Kernel with
        | Whole whole ->
            let extent = entries[entry.Operands[0]].Shape.Extent

            match whole.Evaluate.Fusion with
            | Gather view -> Array.init size (fun i -> operand entry.Operands[0] (viewed view i))
            | Transposition -> Array.init size (fun i -> operand entry.Operands[0] (viewed (exchanged extent) i))
            | Total -> [| sum (Array.init extent.Size (operand entry.Operands[0])) |]
            | Scatter views -> scattered entry views example
            | _ -> invalidOp "Nothing is known of this kernel."
        | _ ->
            let at (o: int) i = if entries[o].Shape.Extent.IsScalar then operand o 0 else operand o i
            Array.init size (fun i -> Node.apply entry.Primitive (entry.Operands |> Array.map (fun o -> at o i)))

    /// How many entries are unrolled that would otherwise be calls, stretched or stored.
    member _.Gain =
        Seq.init entries.Length id
        |> Seq.filter (fun place ->
            unrolled[place]
            && (entries[place].Primitive.Kernel.IsWhole
                || entries[place].Operands
                   |> Array.exists (fun o -> entries[o].Shape.Size > 1 && entries[o].Shape.Size <> entries[place].Shape.Size)))
        |> Seq.length

    /// How many vectors there will be at most.
    member _.Width = Seq.init entries.Length id |> Seq.sumBy (fun place -> if unrolled[place] then widthOf place else 0)

    member _.Outputs() : Node[] =
        for place in 0 .. entries.Length - 1 do
            if unrolled[place] then
                let entry = entries[place]
                elements[place] <- Array.init (widthOf place / entry.Shape.Extent.Size) (example entry) |> Array.concat
            elif (shown { Place = place; First = 0; Step = 1 }).IsNone then
                // in order, so that no chain of calls is followed by recursion
                whole place |> ignore

        program.Outputs |> Array.map whole

/// The program with its small examples unrolled, where it has many of them.
let apply (program: Program) : Program =
    match examplesOf program with
    | None -> program
    | Some(count, _) ->
        let token = Token(TokenKind.Recording, "Unrolling")
        let trace = Trace.ofToken token

        try
            let input (entry: Entry) = Node.input entry.Shape entry.Precision trace
            let inputs = Array.init program.Inputs (fun place -> input program.Entries[place])
            let unroller = Unroller(program, count, inputs, trace)

            if unroller.Gain < 4 || unroller.Width > most then
                program
            else
                Program.ofNodes (Node.dependsOn token) inputs (unroller.Outputs())
        finally
            token.End()

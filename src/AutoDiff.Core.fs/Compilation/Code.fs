namespace AutoDiff

open System
open System.Collections.Generic
open System.Linq.Expressions
open System.Reflection
open System.Runtime.Intrinsics
open AutoDiff.Kernels

/// Emitted code: where inputs and outputs lie, the numbers of a frame, and the addresses of its arrays.
type internal Segment = delegate of inputs: nativeint * outputs: nativeint * numbers: nativeint * table: nativeint -> unit

/// The methods of Cells that emitted code calls.
module internal CellMethods =
    let private method name : MethodInfo = Unchecked.nonNull (typeof<Cells>.GetMethod name)
    let get = method (nameof Cells.Get)
    let set = method (nameof Cells.Set)
    let getAddress = method (nameof Cells.GetAddress)
    let at = method (nameof Cells.At)
    let clear = method (nameof Cells.Clear)
    let load = method (nameof Cells.Load)
    let store = method (nameof Cells.Store)
    let loadPart = method (nameof Cells.LoadPart)
    let storePart = method (nameof Cells.StorePart)
    let gather = method (nameof Cells.Gather)
    let scatter = method (nameof Cells.Scatter)
    let loadWithin = method (nameof Cells.LoadWithin)
    let repeatWithin = method (nameof Cells.RepeatWithin)
    let example = method (nameof Cells.Example)
    let repeat = method (nameof Cells.Repeat)
    let fold = method (nameof Cells.Fold)
    let rest = method (nameof Cells.Rest)
    let total = method (nameof Cells.Total)

/// One piece of straight-line code and loops, as it is written.
[<Sealed>]
type internal Code(program: Program, grouping: Grouping, places: Places, isKept: int -> bool) =
    let entries = program.Entries
    let inputs = Expression.Parameter(typeof<nativeint>, "inputs")
    let outputs = Expression.Parameter(typeof<nativeint>, "outputs")
    let numbers = Expression.Parameter(typeof<nativeint>, "numbers")
    let table = Expression.Parameter(typeof<nativeint>, "table")
    let variables = List<ParameterExpression>()
    let preamble = List<Expression>()
    let mutable statements = List<Expression>()
    let locals = Dictionary<int, ParameterExpression>()
    let bases = Dictionary<struct (Address * int), ParameterExpression>()
    let wide = Dictionary<struct (int * int64), ParameterExpression>()
    // in a loop over examples: which one it is at, and what is done once for each
    let at = Expression.Variable(typeof<int64>, "example")
    let perExample = List<Expression>()
    let starts = Dictionary<struct (int * int * int), ParameterExpression>()
    let shared = Dictionary<struct (int * int * int), ParameterExpression>()

    let call (method: MethodInfo) (xs: Expression list) : Expression = upcast Expression.Call(method, xs)
    let int (i: int) : Expression = upcast Expression.Constant i
    let number (x: float) : Expression = upcast Expression.Constant x

    let declare (t: Type) =
        let variable = Expression.Variable t
        variables.Add variable
        variable

    let assign (into: List<Expression>) (t: Type) (value: Expression) =
        let variable = declare t
        into.Add(Expression.Assign(variable, value))
        variable

    /// The address of element i of an array, fetched once for the whole piece.
    let baseOf (address: Address) (i: int) : Expression =
        match bases.TryGetValue(struct (address, i)) with
        | true, variable -> upcast variable
        | _ ->
            let start: Expression =
                match address with
                | InInputs offset -> call CellMethods.at [ inputs; int (offset + i) ]
                | InOutputs offset -> call CellMethods.at [ outputs; int (offset + i) ]
                | InTable index -> call CellMethods.at [ call CellMethods.getAddress [ table; int index ]; int i ]

            let variable = assign preamble typeof<nativeint> start
            bases[struct (address, i)] <- variable
            upcast variable

    /// The number that an entry holds.
    let read place : Expression =
        match locals.TryGetValue place, grouping.Uniform place with
        | (true, local), _ -> upcast local
        | _, ValueSome x -> number x
        | _ ->
            let cell: Expression =
                match grouping.Roles[place] with
                | Given ->
                    match places.Address place with
                    | InInputs offset -> call CellMethods.get [ inputs; int offset ]
                    | _ -> invalidOp "A number is never in an array of its own."
                | _ -> call CellMethods.get [ numbers; int (places.Number place) ]

            let local = assign statements typeof<float> cell
            locals[place] <- local
            upcast local

    /// Keeps a number for whoever reads it in another piece.
    let keep place (value: Expression) =
        locals[place] <- assign statements typeof<float> value

        if isKept place then
            statements.Add(call CellMethods.set [ numbers; int (places.Number place); locals[place] ])

    let write (entry: Entry) (xs: Expression[]) : Expression =
        match entry.Primitive.Kernel with
        | Unary map -> map.Write xs[0]
        | Binary map -> map.Write(xs[0], xs[1])
        | Ternary map -> map.Write(xs[0], xs[1], xs[2])
        | _ -> xs[0]

    let rounded (entry: Entry) (x: Expression) : Expression =
        if entry.Precision = Precision.Single then
            upcast Expression.Convert(Expression.Convert(x, typeof<float32>), typeof<float>)
        else
            x

    let lay place (indices: int[]) =
        let start = baseOf (places.Address place) 0
        let sums = Dictionary<int, Expression>()

        Array.iter2
            (fun index operand ->
                let term = read (grouping.Root operand)

                sums[index] <-
                    (match sums.TryGetValue index with
                     | true, sum -> Expression.Add(sum, term)
                     | _ -> Expression.Add(number 0.0, term)))
            indices
            entries[place].Operands

        if sums.Count < entries[place].Shape.Size then
            statements.Add(call CellMethods.clear [ start; int entries[place].Shape.Size ])

        for sum in sums do
            statements.Add(call CellMethods.set [ start; int sum.Key; sum.Value ])

    /// A number eight times, made once before the loop; kind 0 is a constant, 1 an entry's.
    let repeated kind (key: int64) (value: unit -> Expression) : Expression =
        match wide.TryGetValue(struct (kind, key)) with
        | true, variable -> upcast variable
        | _ ->
            let variable = assign statements typeof<Vector512<float>> (call CellMethods.repeat [ value () ])
            wide[struct (kind, key)] <- variable
            upcast variable

    /// Where an array begins for a loop: in a loop over examples, for the one it is at.
    let startOf place from stride : Expression =
        let start = baseOf (places.Address place) from

        match starts.TryGetValue(struct (place, from, stride)) with
        | _ when stride = 0 -> start
        | true, variable -> upcast variable
        | _ ->
            let variable = assign perExample typeof<nativeint> (call CellMethods.example [ start; at; int stride ])
            starts[struct (place, from, stride)] <- variable
            upcast variable

    /// A number of the example that a loop is at, eight times.
    let ofExample place from stride : Expression =
        match shared.TryGetValue(struct (place, from, stride)) with
        | true, variable -> upcast variable
        | _ ->
            let value = call CellMethods.repeat [ call CellMethods.get [ startOf place from stride; int 0 ] ]
            let variable = assign perExample typeof<Vector512<float>> value
            shared[struct (place, from, stride)] <- variable
            upcast variable

    /// What is needed before a loop for it to read an operand.
    let prepare access =
        match access with
        | Literal x -> repeated 0 (BitConverter.DoubleToInt64Bits x) (fun () -> number x) |> ignore
        | Broadcast place -> repeated 1 (int64 place) (fun () -> read place) |> ignore
        | Memory(place, from, 0, stride) -> ofExample place from stride |> ignore
        | Memory(place, from, _, stride) -> startOf place from stride |> ignore
        | Register _ -> ()

    /// How far the examples of a result of a loop lie apart, where each has its own loop.
    let strideOf place =
        let size = grouping.LoopOf place
        if size.Examples = 1 then 0 else size.Elements

    /// Keeps the sum of a loop: in a loop over examples, the one of the example it is at.
    let keepTotal place (value: Expression) =
        if (grouping.LoopOf place).Examples = 1 then
            keep place value
        else
            statements.Add(call CellMethods.set [ startOf place 0 1; int 0; value ])

    /// One pass over eight elements, or over the part of them that is left.
    let body (group: int[]) (i: Expression) (part: int) (sum: int -> Expression -> Expression) : Expression =
        let lines = List<Expression>()
        let locals = List<ParameterExpression>()
        let registers = Dictionary<int, Expression>()
        let loads = Dictionary<struct (int * int * int * int), Expression>()

        let local (value: Expression) : Expression =
            let variable = Expression.Variable typeof<Vector512<float>>
            locals.Add variable
            lines.Add(Expression.Assign(variable, value))
            upcast variable

        let load place from step stride =
            match loads.TryGetValue(struct (place, from, step, stride)) with
            | true, register -> register
            | _ ->
                let start = startOf place from stride

                let value =
                    if step <> 1 then call CellMethods.gather [ start; i; int step; int (if part = 0 then 8 else part) ]
                    elif part = 0 then call CellMethods.load [ start; i ]
                    else call CellMethods.loadPart [ start; i; int part ]

                let register = local value
                loads[struct (place, from, step, stride)] <- register
                register

        let store (x: Expression) (start: Expression) step =
            lines.Add(
                if step <> 1 then
                    call CellMethods.scatter [ x; start; i; int step; int (if part = 0 then 8 else part) ]
                elif part = 0 then
                    call CellMethods.store [ x; start; i ]
                else
                    call CellMethods.storePart [ x; start; i; int part ]
            )

        let operand place o =
            match grouping.Access(place, o) with
            | Literal x -> repeated 0 (BitConverter.DoubleToInt64Bits x) (fun () -> number x)
            | Broadcast number -> repeated 1 (int64 number) (fun () -> read number)
            | Register root -> registers[root]
            | Memory(root, from, 0, stride) -> ofExample root from stride
            | Memory(root, from, step, stride) -> load root from step stride

        /// What a part of a result is added to at these elements: zeros outside the part.
        let within place offset (o: int) =
            let size = int entries[o].Shape.Extent.Size

            match grouping.Access(place, o) with
            | Register root -> registers[root]
            | Memory(root, from, _, stride) -> call CellMethods.loadWithin [ startOf root from stride; i; int offset; size ]
            | _ -> call CellMethods.repeatWithin [ operand place o; i; int offset; size ]

        let valueOf place (entry: Entry) =
            match grouping.Roles[place] with
            | Added offsets ->
                Array.fold2
                    (fun (sum: Expression) offset o -> Expression.Add(sum, within place offset o) :> Expression)
                    (repeated 0 0L (fun () -> number 0.0))
                    offsets
                    entry.Operands
            | _ -> write entry (entry.Operands |> Array.map (operand place))

        for place in group do
            let entry = entries[place]

            match grouping.Roles[place] with
            | Total -> lines.Add(sum place (operand place entry.Operands[0]))
            | Interleaved views ->
                Array.iter2
                    (fun (view: View) o -> store (operand place o) (baseOf (places.Address place) view.Offset) view.RowStride)
                    views
                    entry.Operands
            | _ ->
                let y = local (valueOf place entry)
                registers[place] <- y

                if isKept place then
                    store y (startOf place 0 (strideOf place)) 1

        upcast Expression.Block(locals, lines)

    let eights (i: ParameterExpression) (limit: Expression) (step: Expression) : Expression =
        let exit = Expression.Label()

        upcast
            Expression.Loop(
                Expression.IfThenElse(
                    Expression.LessThan(i, limit),
                    Expression.Block(step, Expression.AddAssign(i, Expression.Constant 8L)),
                    Expression.Break exit
                ),
                exit
            )

    /// Where the blocks of a sum are kept until all are there.
    let blocks (size: int) (totals: int[]) =
        let perSum = (size + 255) / 256
        let room = InTable places.Slots.Count
        places.Slots.Add(Room(Precision.Double, perSum * totals.Length))
        totals |> Array.mapi (fun k total -> struct (total, baseOf room (k * perSum)))

    /// A loop with sums: by blocks of 256, as a sum by itself is.
    let summing (group: int[]) (size: int) (totals: int[]) =
        let i, full, block = declare typeof<int64>, declare typeof<int64>, declare typeof<int>
        let lanes = totals |> Array.map (fun _ -> declare typeof<Vector512<float>>)
        let rests = totals |> Array.map (fun _ -> declare typeof<float>)
        let index total = Array.IndexOf(totals, total)
        let constant (x: int64) : Expression = upcast Expression.Constant x
        let add (total: int) (x: Expression) : Expression = upcast Expression.AddAssign(lanes[index total], x)
        let left = size % 8

        let rest (total: int) (x: Expression) : Expression =
            upcast Expression.Assign(rests[index total], call CellMethods.rest [ x; int left ])

        let kept = if size > 256 then blocks size totals else [||]
        let perBlock = List<Expression>()

        for k in 0 .. totals.Length - 1 do
            perBlock.Add(Expression.Assign(lanes[k], Expression.Default typeof<Vector512<float>>))
            perBlock.Add(Expression.Assign(rests[k], number 0.0))

        perBlock.Add(
            Expression.Assign(
                full,
                Expression.Condition(
                    Expression.LessThan(Expression.Add(i, constant 256L), constant (int64 (size - left))),
                    Expression.Add(i, constant 256L),
                    constant (int64 (size - left))
                )
            )
        )

        perBlock.Add(eights i full (body group i 0 add))

        // what is left belongs to the last block, and is one by itself where the others are full
        let isLast: Expression =
            if (size - left) % 256 = 0 then
                upcast Expression.Equal(block, int (size / 256))
            else
                upcast Expression.Equal(i, constant (int64 (size - left)))

        if left > 0 then
            perBlock.Add(Expression.IfThen(isLast, Expression.Block(body group i left rest, Expression.Assign(i, constant (int64 size)))))

        let folded k = call CellMethods.fold [ lanes[k]; rests[k] ]
        statements.Add(Expression.Assign(i, constant 0L))

        if size <= 256 then
            statements.AddRange perBlock
            totals |> Array.iteri (fun k total -> keepTotal total (folded k))
        else
            statements.Add(Expression.Assign(block, int 0))
            let exit = Expression.Label()

            kept |> Array.iteri (fun k (struct (_, start)) -> perBlock.Add(call CellMethods.set [ start; block; folded k ]))

            perBlock.Add(Expression.PreIncrementAssign block)

            statements.Add(
                Expression.Loop(
                    Expression.IfThenElse(Expression.LessThan(i, constant (int64 size)), Expression.Block perBlock, Expression.Break exit),
                    exit
                )
            )

            for struct (total, start) in kept do
                keepTotal total (call CellMethods.total [ start; int size ])

    let plain (group: int[]) (size: int) =
        let i = declare typeof<int64>
        let left = size % 8
        let never _ _ : Expression = invalidOp "There is no sum in this loop."
        statements.Add(Expression.Assign(i, Expression.Constant 0L))

        if size >= 8 then
            statements.Add(eights i (Expression.Constant(int64 (size - left))) (body group i 0 never))

        if left > 0 then
            statements.Add(body group i left never)

    /// What is done for one example, for all of them.
    let overExamples (examples: int) run =
        let before = statements
        let body = List<Expression>()
        statements <- body
        run ()
        statements <- before
        let exit = Expression.Label()

        if not (variables.Contains at) then
            variables.Add at

        statements.Add(Expression.Assign(at, Expression.Constant 0L))

        statements.Add(
            Expression.Loop(
                Expression.IfThenElse(
                    Expression.LessThan(at, Expression.Constant(int64 examples)),
                    Expression.Block(
                        Seq.concat [ seq perExample; seq body; Seq.singleton (Expression.PreIncrementAssign at :> Expression) ]
                    ),
                    Expression.Break exit
                ),
                exit
            )
        )

        perExample.Clear()

    /// How many statements there are so far.
    member _.Length = statements.Count

    /// A number, an element or an array laid out from numbers.
    member _.Number(place: int) =
        let entry = entries[place]

        match grouping.Roles[place] with
        | Element(source, index) -> keep place (call CellMethods.get [ baseOf (places.Address source) 0; int index ])
        | Laid indices -> lay place indices
        | _ -> keep place (rounded entry (write entry (entry.Operands |> Array.map (fun o -> read (grouping.Root o)))))

    /// A loop over entries of one size.
    member _.Loop(group: int[], size: LoopSize) =
        starts.Clear()
        shared.Clear()

        for place in group do
            for operand in entries[place].Operands do
                prepare (grouping.Access(place, operand))

        let totals =
            group
            |> Array.filter (fun place ->
                match grouping.Roles[place] with
                | Total -> true
                | _ -> false)

        let run () = if totals.Length = 0 then plain group size.Elements else summing group size.Elements totals

        if size.Examples = 1 then run () else overExamples size.Examples run

    /// Copies a number into the numbers of the frame, for a call.
    member _.Keep(place: int) = statements.Add(call CellMethods.set [ numbers; int (places.Number place); read place ])

    /// Writes a number among the outputs.
    member _.Output(place: int, offset: int) = statements.Add(call CellMethods.set [ outputs; int offset; read place ])

    member _.Compile() : Segment =
        let body = Expression.Block(variables, Seq.append preamble statements)
        Expression.Lambda<Segment>(Expression.Block(body, Expression.Empty()), inputs, outputs, numbers, table).Compile()

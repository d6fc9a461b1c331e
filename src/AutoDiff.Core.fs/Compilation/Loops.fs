namespace AutoDiff

open System
open System.Collections.Generic
open System.Linq.Expressions
open System.Runtime.Intrinsics
open AutoDiff.Kernels
open Emit

/// Loops of one piece of code.
[<Sealed>]
type internal Loops(program: Program, grouping: Grouping, places: Places, isKept: int -> bool, code: Code) =
    let entries = program.Entries
    let wide = Dictionary<struct (int * int64), ParameterExpression>()
    // in a loop over examples: which one it is at, and what is done once for each
    let at = lazy (code.Declare typeof<int64>)
    let perExample = List<Expression>()
    let starts = Dictionary<struct (int * int * int), ParameterExpression>()
    let shared = Dictionary<struct (int * int * int), ParameterExpression>()

    let oncePerExample (t: Type) (value: Expression) =
        let variable = code.Declare t
        perExample.Add(Expression.Assign(variable, value))
        variable

    /// A number eight times, made once before the loop; kind 0 is a constant, 1 an entry's.
    let repeated kind (key: int64) (value: unit -> Expression) : Expression =
        match wide.TryGetValue(struct (kind, key)) with
        | true, variable -> upcast variable
        | _ ->
            let variable = code.Assign(typeof<Vector512<float>>, call CellMethods.repeat [ value () ])
            wide[struct (kind, key)] <- variable
            upcast variable

    /// Where an array begins for a loop: in a loop over examples, for the one it is at.
    let startOf place from stride : Expression =
        let start = code.Base(places.Address place, from)

        match starts.TryGetValue(struct (place, from, stride)) with
        | _ when stride = 0 -> start
        | true, variable -> upcast variable
        | _ ->
            let variable = oncePerExample typeof<nativeint> (call CellMethods.example [ start; at.Value; int stride ])
            starts[struct (place, from, stride)] <- variable
            upcast variable

    /// A number of the example that a loop is at, eight times.
    let ofExample place from stride : Expression =
        match shared.TryGetValue(struct (place, from, stride)) with
        | true, variable -> upcast variable
        | _ ->
            let value = call CellMethods.repeat [ call CellMethods.get [ startOf place from stride; int 0 ] ]
            let variable = oncePerExample typeof<Vector512<float>> value
            shared[struct (place, from, stride)] <- variable
            upcast variable

    /// What is needed before a loop for it to read an operand.
    let rec prepare access =
        match access with
        | Literal x -> repeated 0 (BitConverter.DoubleToInt64Bits x) (fun () -> number x) |> ignore
        | Broadcast place -> repeated 1 (int64 place) (fun () -> code.Read place) |> ignore
        | Memory(place, from, 0, stride) -> ofExample place from stride |> ignore
        | Memory(place, from, _, stride) -> startOf place from stride |> ignore
        | Again root ->
            for operand in entries[root].Operands do
                match grouping.Access(root, operand) with
                | Register register -> prepare (Again register)
                | access -> prepare access
        | Register _ -> ()

    let zeros () = repeated 0 0L (fun () -> number 0.0)

    /// How far the examples of a result of a loop lie apart, where each has its own loop.
    let strideOf place =
        let size = grouping.LoopOf place
        if size.Examples = 1 then 0 else size.Elements

    /// Keeps the sum of a loop: in a loop over examples, the one of the example it is at.
    let keepTotal place (value: Expression) =
        if (grouping.LoopOf place).Examples = 1 then
            code.Keep(place, value)
        else
            code.Add(call CellMethods.set [ startOf place 0 1; int 0; value ])

    /// One pass over eight elements, or over the part of them that is left; whether all of them are inside all parts that are added.
    let body (group: int[]) (i: Expression) (part: int) (isInside: bool) (sum: int -> Expression -> Expression) : Expression =
        let lines = List<Expression>()
        let locals = List<ParameterExpression>()
        let registers = Dictionary<int, Expression>()
        let loads = Dictionary<struct (int * int * int * int), Expression>()
        let shifted = Dictionary<struct (int * int), Expression>()

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
            | Broadcast number -> repeated 1 (int64 number) (fun () -> code.Read number)
            | Register root -> registers[root]
            | Memory(root, from, 0, stride) -> ofExample root from stride
            | Memory(root, from, step, stride) -> load root from step stride
            | Again _ -> invalidOp "Only a part that is added is computed again."

        let loadWithin place from stride offset (size: int) =
            if isInside then
                call CellMethods.load [ startOf place from stride; Expression.Subtract(i, long (int64 offset)) ]
            else
                call CellMethods.loadWithin [ startOf place from stride; i; int offset; int size ]

        let repeatWithin x offset (size: int) = if isInside then x else call CellMethods.repeatWithin [ x; i; int offset; int size ]

        /// An entry of another loop at the elements that lie so far before these.
        let rec again root offset (size: int) : Expression =
            match shifted.TryGetValue(struct (root, offset)) with
            | true, register -> register
            | _ ->
                let operandOf o =
                    match grouping.Access(root, o) with
                    | Register register -> again register offset size
                    | Memory(place, from, step, stride) when step <> 0 -> local (loadWithin place from stride offset size)
                    | _ -> operand root o

                let register = local (code.Write(entries[root], entries[root].Operands |> Array.map operandOf))
                shifted[struct (root, offset)] <- register
                register

        /// What a part of a result is added to at these elements: zeros outside the part.
        let within place offset (o: int) =
            let size = entries[o].Shape.Extent.Size

            match grouping.Access(place, o) with
            | Register root -> registers[root]
            | Again root -> repeatWithin (again root offset size) offset size
            | Memory(root, from, _, stride) -> loadWithin root from stride offset size
            | _ -> repeatWithin (operand place o) offset size

        let valueOf place (entry: Entry) =
            match grouping.Roles[place] with
            | Added offsets ->
                Array.fold2
                    (fun (sum: Expression) offset o -> Expression.Add(sum, within place offset o) :> Expression)
                    (zeros ())
                    offsets
                    entry.Operands
            | _ -> code.Write(entry, entry.Operands |> Array.map (operand place))

        for place in group do
            let entry = entries[place]

            match grouping.Roles[place] with
            | Total -> lines.Add(sum place (operand place entry.Operands[0]))
            | Interleaved views ->
                Array.iter2
                    (fun (view: View) o -> store (operand place o) (code.Base(places.Address place, view.Offset)) view.RowStride)
                    views
                    entry.Operands
            | _ ->
                let y = local (valueOf place entry)
                registers[place] <- y

                if isKept place then
                    store y (startOf place 0 (strideOf place)) 1

        upcast Expression.Block(locals, lines)

    /// A step for every eight elements.
    let eights (i: ParameterExpression) (limit: Expression) (step: Expression) : Expression =
        loop i limit (Expression.Block(step, Expression.AddAssign(i, long 8L)))

    /// Where the blocks of a sum are kept until all are there.
    let blocks (size: int) (totals: int[]) =
        let perSum = (size + 255) / 256
        let room = InTable places.Slots.Count
        places.Slots.Add(Room(Precision.Double, perSum * totals.Length))
        totals |> Array.mapi (fun k total -> struct (total, code.Base(room, k * perSum)))

    /// A loop with sums: by blocks of 256, as a sum by itself is.
    let summing (group: int[]) (size: int) (totals: int[]) =
        let i, full, block = code.Declare typeof<int64>, code.Declare typeof<int64>, code.Declare typeof<int>
        let lanes = totals |> Array.map (fun _ -> code.Declare typeof<Vector512<float>>)
        let rests = totals |> Array.map (fun _ -> code.Declare typeof<float>)
        let index total = Array.IndexOf(totals, total)
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
                    Expression.LessThan(Expression.Add(i, long 256L), long (int64 (size - left))),
                    Expression.Add(i, long 256L),
                    long (int64 (size - left))
                )
            )
        )

        perBlock.Add(eights i full (body group i 0 false add))

        // what is left belongs to the last block, and is one by itself where the others are full
        let isLast: Expression =
            if (size - left) % 256 = 0 then
                upcast Expression.Equal(block, int (size / 256))
            else
                upcast Expression.Equal(i, long (int64 (size - left)))

        if left > 0 then
            perBlock.Add(Expression.IfThen(isLast, Expression.Block(body group i left false rest, Expression.Assign(i, long (int64 size)))))

        let folded k = call CellMethods.fold [ lanes[k]; rests[k] ]
        code.Add(Expression.Assign(i, long 0L))

        if size <= 256 then
            perBlock |> Seq.iter code.Add
            totals |> Array.iteri (fun k total -> keepTotal total (folded k))
        else
            code.Add(Expression.Assign(block, int 0))
            kept |> Array.iteri (fun k (struct (_, start)) -> perBlock.Add(call CellMethods.set [ start; block; folded k ]))

            perBlock.Add(Expression.PreIncrementAssign block)

            code.Add(loop i (long (int64 size)) (Expression.Block perBlock))

            for struct (total, start) in kept do
                keepTotal total (call CellMethods.total [ start; int size ])

    /// From where to where all parts that a loop adds are, in whole registers.
    let inside (group: int[]) (full: int) =
        let mutable first, last = 0, full

        for place in group do
            match grouping.Roles[place] with
            | Added offsets ->
                for k in 0 .. offsets.Length - 1 do
                    first <- max first offsets[k]
                    last <- min last (offsets[k] + entries[entries[place].Operands[k]].Shape.Extent.Size)
            | _ -> ()

        let first = min full ((first + 7) / 8 * 8)
        struct (first, first + max 0 (last - first) / 8 * 8)

    let plain (group: int[]) (size: int) =
        let i = code.Declare typeof<int64>
        let left = size % 8
        let never _ _ : Expression = invalidOp "There is no sum in this loop."
        let struct (first, last) = inside group (size - left)
        code.Add(Expression.Assign(i, long 0L))

        let until limit isInside = code.Add(eights i (long (int64 limit)) (body group i 0 isInside never))

        if first > 0 then
            until first false

        if last > first then
            until last true

        if size - left > last then
            until (size - left) false

        if left > 0 then
            code.Add(body group i left false never)

    /// What is done for one example, for all of them.
    let overExamples (examples: int) run =
        let body = code.Apart run
        let next: Expression = upcast Expression.PreIncrementAssign at.Value
        code.Add(Expression.Assign(at.Value, long 0L))
        code.Add(loop at.Value (long (int64 examples)) (Expression.Block(Seq.concat [ List.ofSeq perExample; body; [ next ] ])))
        perExample.Clear()

    /// A loop over entries of one size.
    member _.Write(group: int[], size: LoopSize) =
        starts.Clear()
        shared.Clear()

        for place in group do
            for operand in entries[place].Operands do
                prepare (grouping.Access(place, operand))

            match grouping.Roles[place] with
            | Added _ -> zeros () |> ignore
            | _ -> ()

        let totals =
            group
            |> Array.filter (fun place ->
                match grouping.Roles[place] with
                | Total -> true
                | _ -> false)

        let run () = if totals.Length = 0 then plain group size.Elements else summing group size.Elements totals

        if size.Examples = 1 then run () else overExamples size.Examples run

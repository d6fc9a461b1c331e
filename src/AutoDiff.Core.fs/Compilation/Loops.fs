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
    let body = LoopBody(program, grouping, places, isKept, code)
    let nowhere = Homes()
    /// Rooms for a block of one entry, which all loops of the piece share.
    let rooms = List<int>()

    /// Keeps the sum of a loop: in a loop over examples, the one of the example it is at.
    let keepTotal place (value: Expression) =
        if (grouping.LoopOf place).Examples = 1 then
            code.Keep(place, value)
        else
            code.Add(call CellMethods.set [ body.StartOf(place, 0, 1); int 0; value ])

    /// A step for every eight elements.
    let eights (i: ParameterExpression) (limit: Expression) (step: Expression) : Expression =
        loop i limit (Expression.Block(step, Expression.AddAssign(i, long 8L)))

    /// Where the blocks of a sum are kept until all are there.
    let blocks (size: int) (totals: int[]) =
        let perSum = (size + 255) / 256
        let room = InTable places.Slots.Count
        places.Slots.Add(Room(Precision.Double, perSum * totals.Length))
        totals |> Array.mapi (fun k total -> struct (total, code.Base(room, k * perSum)))

    let room k =
        if k = rooms.Count then
            rooms.Add places.Slots.Count
            places.Slots.Add(Room(Precision.Double, 256))

        code.Base(InTable rooms[k], 0)

    /// Where the entries are that one stage leaves for another: in their own arrays, if they have some, or in rooms that move along with the blocks.
    let homes (stages: Stage[]) (start: Expression) (perBlock: List<Expression>) =
        let homes = Homes()
        let moving = List<ParameterExpression>()

        let addHome place =
            if not (homes.ContainsKey place) then
                if isKept place then
                    homes[place] <- body.StartOfResult place
                else
                    let home = code.Declare typeof<nativeint>
                    perBlock.Add(Expression.Assign(home, call CellMethods.along [ room moving.Count; start; int -1 ]))
                    moving.Add home
                    homes[place] <- home

        for stage in stages do
            Array.iter addHome stage.Called

            for place in stage.Called do
                Seq.iter addHome (Stages.registers entries grouping place)

            let written = HashSet stage.Written

            for place in stage.Written do
                Stages.registers entries grouping place |> Seq.filter (written.Contains >> not) |> Seq.iter addHome

        homes

    /// The loops of functions over so many elements of the block from an element on.
    let callAll (homes: Homes) (called: int[]) (start: Expression) (count: Expression) (perBlock: List<Expression>) =
        let from address = call CellMethods.along [ address; start; int 1 ]
        let result place = from homes[place]

        let source place k =
            match grouping.Access(place, entries[place].Operands[k]) with
            | Register root -> struct (root, -1, 0)
            | Memory(source, offset, _, stride) -> struct (source, offset, stride)
            | _ -> invalidOp "A function that is called has arrays as operands."

        let operand place k =
            match source place k with
            | struct (root, -1, _) -> from homes[root]
            | struct (source, offset, stride) -> from (body.StartOf(source, offset, stride))

        let both f g =
            match entries[f].Primitive.Kernel, entries[g].Primitive.Kernel with
            | Unary map, Unary other when source f 0 = source g 0 ->
                map.WriteLoopWith(other, operand f 0, result f, result g, count) |> Option.ofObj
            | _ -> None

        let alone place : Expression =
            match entries[place].Primitive.Kernel with
            | Unary map -> map.WriteLoop(operand place 0, result place, count)
            | Binary map -> map.WriteLoop(operand place 0, operand place 1, result place, count)
            | _ -> invalidOp "A function that is called has one or two operands."

        /// The first with the other of its pair, if that is called too; then the others.
        let rec callEach places =
            match places with
            | [] -> ()
            | place :: others ->
                match
                    others
                    |> List.tryPick (fun other ->
                        both place other |> Option.orElse (both other place) |> Option.map (fun both -> other, both))
                with
                | Some(other, both) ->
                    perBlock.Add both
                    callEach (List.except [ other ] others)
                | None ->
                    perBlock.Add(alone place)
                    callEach others

        callEach (List.ofArray called)

    /// A loop by blocks of 256, as a sum by itself is, with its sums and stages.
    let byBlocks (stages: Stage[]) (size: int) (totals: int[]) =
        let i, full, block = code.Declare typeof<int64>, code.Declare typeof<int64>, code.Declare typeof<int>
        let start, isLast = code.Declare typeof<int64>, code.Declare typeof<bool>
        let lanes = totals |> Array.map (fun _ -> code.Declare typeof<Vector512<float>>)
        let rests = totals |> Array.map (fun _ -> code.Declare typeof<float>)
        let index total = Array.IndexOf(totals, total)
        let add (total: int) (x: Expression) : Expression = upcast Expression.AddAssign(lanes[index total], x)
        let left = size % 8

        let rest (total: int) (x: Expression) : Expression =
            upcast Expression.Assign(rests[index total], call CellMethods.rest [ x; int left ])

        let kept = if size > 256 then blocks size totals else [||]
        let perBlock = List<Expression>()
        let assign (variable: ParameterExpression) value = perBlock.Add(Expression.Assign(variable, value))

        for k in 0 .. totals.Length - 1 do
            assign lanes[k] (Expression.Default typeof<Vector512<float>>)
            assign rests[k] (number 0.0)

        let whole = long (int64 (size - left))
        let next = Expression.Add(start, long 256L)
        assign start i
        assign full (Expression.Condition(Expression.LessThan(next, whole), next, whole))

        // what is left belongs to the last block, and is one by itself where the others are full
        assign isLast (Expression.Equal((if (size - left) % 256 = 0 then start else full), whole))

        let homes = if stages.Length = 1 && stages[0].Called.Length = 0 then nowhere else homes stages start perBlock
        let upTo: Expression = if left = 0 then upcast full else Expression.Condition(isLast, long (int64 size), full)

        stages
        |> Array.iteri (fun k stage ->
            if k > 0 then
                assign i start

            if stage.Written.Length > 0 then
                perBlock.Add(eights i full (body.Write(homes, stage.Written, i, 0, false, add)))

                if left > 0 then
                    perBlock.Add(Expression.IfThen(isLast, body.Write(homes, stage.Written, i, left, false, rest)))

            callAll homes stage.Called start (Expression.Convert(Expression.Subtract(upTo, start), typeof<int>)) perBlock)

        assign i upTo
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

        let until limit isInside = code.Add(eights i (long (int64 limit)) (body.Write(nowhere, group, i, 0, isInside, never)))

        if first > 0 then
            until first false

        if last > first then
            until last true

        if size - left > last then
            until (size - left) false

        if left > 0 then
            code.Add(body.Write(nowhere, group, i, left, false, never))

    /// What is done for one example, for all of them.
    let overExamples (examples: int) run =
        let each = code.Apart run
        let next: Expression = upcast Expression.PreIncrementAssign body.At
        code.Add(Expression.Assign(body.At, long 0L))
        code.Add(loop body.At (long (int64 examples)) (Expression.Block(Seq.concat [ body.TakePerExample(); each; [ next ] ])))

    let isTotal place =
        match grouping.Roles[place] with
        | Total -> true
        | _ -> false

    /// A loop over entries of one size.
    member _.Write(group: int[], size: LoopSize) =
        body.Begin group
        let totals = group |> Array.filter isTotal

        let run () =
            match Stages.split program grouping group size.Elements with
            | [| { Called = [||] } |] when totals.Length = 0 -> plain group size.Elements
            | stages -> byBlocks stages size.Elements totals

        if size.Examples = 1 then run () else overExamples size.Examples run

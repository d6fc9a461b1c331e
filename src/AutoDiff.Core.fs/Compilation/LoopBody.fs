namespace AutoDiff

open System
open System.Collections.Generic
open System.Linq.Expressions
open System.Runtime.Intrinsics
open AutoDiff.Kernels
open Emit

/// Where elements of a block are between two passes over it: addresses for which the index counts from the loop's first element.
type internal Homes = Dictionary<int, Expression>

/// What a loop of a piece of code does with eight elements at a time, and what it needs for that beforehand.
[<Sealed>]
type internal LoopBody(program: Program, grouping: Grouping, places: Places, isKept: int -> bool, code: Code) =
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
            let variable = oncePerExample typeof<nativeint> (call CellMethods.along [ start; at.Value; int stride ])
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
        | Literal x -> repeated 0 (BitConverter.DoubleToInt64Bits x) (fun () -> code.Literal x) |> ignore
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

    /// One pass over eight elements, or over the part of them that is left; whether all of them are inside all parts that are added.
    let write
        (homes: Homes)
        (group: int[])
        (i: Expression)
        (part: int)
        (isInside: bool)
        (sum: int -> Expression -> Expression)
        : Expression =
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

        let loadAt (start: Expression) step =
            local (
                if step <> 1 then call CellMethods.gather [ start; i; int step; int (if part = 0 then 8 else part) ]
                elif part = 0 then call CellMethods.load [ start; i ]
                else call CellMethods.loadPart [ start; i; int part ]
            )

        let load place from step stride =
            match loads.TryGetValue(struct (place, from, step, stride)) with
            | true, register -> register
            | _ ->
                let register = loadAt (startOf place from stride) step
                loads[struct (place, from, step, stride)] <- register
                register

        /// A register of this pass, or what an earlier pass over the block has left.
        let registerOf place =
            match registers.TryGetValue place with
            | true, register -> register
            | _ ->
                let register = loadAt homes[place] 1
                registers[place] <- register
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
            | Literal x -> repeated 0 (BitConverter.DoubleToInt64Bits x) (fun () -> code.Literal x)
            | Broadcast number -> repeated 1 (int64 number) (fun () -> code.Read number)
            | Register root -> registerOf root
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
            | Register root -> registerOf root
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

                match homes.TryGetValue place with
                | true, home -> store y home 1
                | _ when isKept place -> store y (startOf place 0 (strideOf place)) 1
                | _ -> ()

        upcast Expression.Block(locals, lines)

    /// Begins with another loop: what is done once for each of its examples is its own.
    member _.Begin(group: int[]) =
        starts.Clear()
        shared.Clear()

        for place in group do
            for operand in entries[place].Operands do
                prepare (grouping.Access(place, operand))

            match grouping.Roles[place] with
            | Added _ -> zeros () |> ignore
            | _ -> ()

    /// The number of the example that a loop over examples is at.
    member _.At = at.Value

    /// What is done once for each example of the loop, with nothing left to do.
    member _.TakePerExample() : Expression list =
        let once = List.ofSeq perExample
        perExample.Clear()
        once

    /// Where an array begins, for the example that the loop is at.
    member _.StartOf(place: int, from: int, stride: int) = startOf place from stride

    /// Where a result of the loop begins, for the example that it is at.
    member _.StartOfResult(place: int) = startOf place 0 (strideOf place)

    /// One pass over eight elements from i on, or over the part of them that is left; whether all of them are inside all parts that are added.
    member _.Write(homes, group, i, part, isInside, sum) = write homes group i part isInside sum

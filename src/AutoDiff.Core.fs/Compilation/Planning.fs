namespace AutoDiff

open System
open System.Collections.Generic

[<RequireQualifiedAccess>]
module internal Planning =
    /// Up to how many numbers an array is laid out by code; more by a call.
    let private few = 64

    /// From how many numbers on a program's numbers are played back.
    let private most = 10_000

    /// From how many pieces of code on those that differ in nothing but what they read and write are one.
    let private fewestShared = 16

    let private isNumber (entry: Entry) =
        entry.Shape.Size = 1
        && match entry.Primitive.Kernel with
           | Unary _
           | Binary _
           | Ternary _ -> true
           | _ -> false

    let private kernelCall (program: Program) place (operands: Cell[]) (target: Cell) : unit -> FrameCall =
        let entry = program.Entries[place]
        let shapes = entry.Operands |> Array.map (fun operand -> program.Entries[operand].Shape)

        match entry.Primitive.Kernel, operands, target with
        | Convert _, [| ArrayAt source |], ArrayAt target -> fun () -> ConvertCall(source, target)
        | kernel, _, _ when entry.Precision = Precision.Single ->
            fun () -> KernelCall<float32>(kernel, entry.Shape, shapes, operands, target)
        | kernel, _, _ -> fun () -> KernelCall<float>(kernel, entry.Shape, shapes, operands, target)

    /// A plan while it is made.
    [<Sealed>]
    type private Maker(program: Program, inputs: Port[], outputs: Port[], emit: bool) =
        let entries = program.Entries
        // very many numbers are played back: emitting code for them takes longer than it saves
        let plays = not emit || program.Count isNumber > most
        let grouping = Grouping(program, emit, (if plays then 0 else few))
        let needs = Needs(program, grouping)
        let places = Places(program, grouping, inputs, outputs)
        let units = Pieces.units plays (Pieces.inOrder program grouping needs)
        let unit = Pieces.unitOf entries.Length units
        let shared = Pieces.shared program grouping needs unit
        let lastRead = Pieces.lastRead program grouping needs unit units.Length

        do
            for output in 0 .. outputs.Length - 1 do
                if outputs[output] = Kept then
                    shared[grouping.Root program.Outputs[output]] <- true

        let isCode pieces =
            match pieces with
            | [| Piece.Call _ |] -> false
            | [| Piece.Numbers _ |] -> not plays
            | _ -> true

        // a few pieces have little to share, and run faster with all indices written into them
        let isShared = (units |> Seq.filter isCode |> Seq.length) >= fewestShared
        let segments = Segments()
        let steps = List<PlanStep>()
        let calls = List<unit -> FrameCall>()
        let copied = HashSet<int>()
        let isSingle place = entries[place].Shape.Size = 1
        let bytes place = int64 entries[place].Shape.Size * (if entries[place].Precision = Precision.Single then 4L else 8L)

        let isKept place = if isSingle place then plays || shared[place] else needs.IsInMemory place

        let isInputNumber place = place < program.Inputs && isSingle place

        /// The array that a call reads an operand from.
        let arrayOf root =
            match places.Address root with
            | InTable index -> index
            | address ->
                let index = places.Copy root

                if root < program.Inputs && copied.Add root then
                    steps.Add(MoveStep(address, InTable index, bytes root))

                index

        let cell operand =
            let root = grouping.Root operand
            if isSingle root then NumberAt(places.Number root) else ArrayAt(arrayOf root)

        let addCall place (call: unit -> FrameCall) =
            steps.Add(CallStep(calls.Count, entries[place].Primitive.Name))
            calls.Add call

        /// A call, and the way of its result to where it belongs.
        let call place =
            let operands = entries[place].Operands |> Array.map cell

            if isSingle place then
                addCall place (kernelCall program place operands (NumberAt(places.Number place)))
            else
                let target, address =
                    match places.Address place with
                    | InTable index -> index, ValueNone
                    | address -> places.Copy place, ValueSome address

                match Laying.indices program place with
                | ValueSome indices ->
                    let numbers = entries[place].Operands |> Array.map (fun operand -> places.Number(grouping.Root operand))
                    addCall place (fun () -> LaidCall(indices, numbers, target))
                | ValueNone -> addCall place (kernelCall program place operands (ArrayAt target))

                match address with
                | ValueSome address -> steps.Add(MoveStep(InTable target, address, bytes place))
                | ValueNone -> ()

        let numberOutputs k =
            [|
                for output in 0 .. outputs.Length - 1 do
                    let root = grouping.Root program.Outputs[output]

                    match outputs[output] with
                    | Flat offset when isSingle root && unit[root] = k -> struct (root, offset)
                    | _ -> ()
            |]

        let emitUnit k (pieces: Piece[]) =
            let code = Code(program, grouping, places, isKept, isShared)
            let loops = Loops(program, grouping, places, isKept, code)

            for piece in pieces do
                match piece with
                | Piece.Numbers group -> group |> Array.iter code.Number
                | Piece.Loop(group, size) -> loops.Write(group, size)
                | Piece.Call _ -> ()

            for struct (root, offset) in numberOutputs k do
                code.Output(root, offset)

            let lambda = code.Lambda()
            let segment = if isShared then segments.Compile lambda else lambda.Compile()
            steps.Add(CodeStep(segment, code.Listed))

        let instruction place : Instruction =
            let entry = entries[place]
            let operand i = if i < entry.Operands.Length then places.Number(grouping.Root entry.Operands[i]) else 0

            {
                Kernel = entry.Primitive.Kernel
                IsSingle = (entry.Precision = Precision.Single)
                Target = places.Number place
                X = operand 0
                Z = operand 1
                W = operand 2
            }

        let playNumbers (group: int[]) =
            let play start until =
                if until > start then
                    steps.Add(PlaybackStep(Array.map instruction group[start .. until - 1]))

            let mutable start = 0

            for k in 0 .. group.Length - 1 do
                match grouping.Roles[group[k]] with
                | Element(source, index) ->
                    play start k
                    steps.Add(ElementStep(places.Address source, index, places.Number group[k]))
                    start <- k + 1
                | _ -> ()

            play start group.Length

        /// The number of the frame that a kept output is.
        let kept output =
            match outputs[output] with
            | Kept -> places.Number(grouping.Root program.Outputs[output])
            | _ -> -1

        /// Numbers that no code of the plan's own computes: inputs that calls read, and outputs that calls made.
        let carry isIn (pairs: struct (int * int)[]) =
            if pairs.Length > 0 then
                let offsets = pairs |> Array.map (fun (struct (_, offset)) -> offset)
                steps.Add(NumbersStep(isIn, offsets, pairs |> Array.map (fun (struct (root, _)) -> places.Number root)))

        let takeIn () =
            carry
                true
                [|
                    for place in 0 .. program.Inputs - 1 do
                        match inputs[place] with
                        | Flat offset when isInputNumber place && (shared[place] || plays) -> struct (place, offset)
                        | _ -> ()
                |]

        let isMadeByCode root =
            unit[root] >= 0
            && not (Pieces.isCall grouping needs root)
            && (not plays
                || match grouping.Roles[root] with
                   | Total -> true
                   | _ -> false)

        let handOut () =
            for output in 0 .. outputs.Length - 1 do
                let root = grouping.Root program.Outputs[output]

                match outputs[output] with
                | Flat offset when isSingle root ->
                    if not (isMadeByCode root) then
                        if isInputNumber root then
                            steps.Add(MoveStep(places.Address root, InOutputs offset, 8L))
                        else
                            carry false [| struct (root, offset) |]
                | Kept -> ()
                | _ when places.IsClaimed output -> ()
                | Flat offset -> steps.Add(MoveStep(places.Address root, InOutputs offset, bytes root))
                | Own ->
                    let index = places.Slots.Count
                    places.Slots.Add(OfOutput output)
                    steps.Add(MoveStep(places.Address root, InTable index, bytes root))

        member _.Make() : Plan =
            takeIn ()

            units
            |> Array.iteri (fun k pieces ->
                match pieces with
                | [| Piece.Call place |] -> call place
                | [| Piece.Numbers group |] when plays -> playNumbers group
                | _ -> emitUnit k pieces

                Array.iter places.Free lastRead[k])

            handOut ()
            let kept = Array.init outputs.Length kept
            let results = program.Outputs |> Array.map (fun place -> struct (entries[place].Shape, entries[place].Precision))

            Plan(
                steps.ToArray(),
                places.Slots.ToArray(),
                places.Numbers,
                places.Constants.ToArray(),
                calls.ToArray(),
                kept,
                inputs,
                outputs,
                results
            )

    /// Ports for values that come or go in arrays of their own unless they are one number.
    let ports (shapes: Shape[]) : Port[] =
        let mutable offset = -1

        shapes
        |> Array.map (fun shape ->
            if shape.Size = 1 then
                offset <- offset + 1
                Flat offset
            else
                Own)

    /// Makes a program ready to run; emit says whether code may be generated for it.
    let make (program: Program) (inputs: Port[]) (outputs: Port[]) (emit: bool) : Plan =
        Maker((if emit then Unrolling.apply program else program), inputs, outputs, emit).Make()

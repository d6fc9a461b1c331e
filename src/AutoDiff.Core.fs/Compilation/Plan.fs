namespace AutoDiff

open System
open System.Runtime.InteropServices

/// Room for the numbers of a plan that needs no frame.
[<Struct; StructLayout(LayoutKind.Sequential, Size = 64)>]
type internal FewNumbers =
    /// How many there is room for.
    static member Count = 8

/// A program made ready to run: steps in order, and the frames they run on. Any number of threads may run it at once.
[<Sealed>]
type internal Plan
    (
        steps: PlanStep[],
        slots: Slot[],
        numbers: int,
        constants: struct (int * float)[],
        calls: (unit -> FrameCall)[],
        kept: int[],
        inputs: Port[],
        outputs: Port[],
        results: struct (Shape * Precision)[]
    ) =
    let flats ports =
        ports
        |> Array.fold
            (fun count port ->
                match port with
                | Flat offset -> max count (offset + 1)
                | _ -> count)
            0

    let held =
        slots
        |> Array.map (function
            | Held(:? (float[]) as data) -> Plan.Pinned data
            | Held(:? (float32[]) as data) -> Plan.Pinned data
            | _ -> Array.Empty<float>() :> Array)

    let make () =
        let arrays =
            Array.map2
                (fun slot (held: Array) ->
                    match slot with
                    | Room(Precision.Single, size) -> GC.AllocateUninitializedArray<float32>(size, pinned = true) :> Array
                    | Room(_, size) -> GC.AllocateUninitializedArray<float>(size, pinned = true) :> Array
                    | _ -> held)
                slots
                held

        let frame = Frame(numbers, flats inputs, flats outputs, arrays, calls |> Array.map (fun call -> call ()))

        for k in 0 .. arrays.Length - 1 do
            if arrays[k].Length > 0 then
                frame.Addresses[k] <- Marshal.UnsafeAddrOfPinnedArrayElement(arrays[k], 0)

        for struct (index, number) in constants do
            frame.Numbers[index] <- number

        frame

    let room =
        slots
        |> Array.sumBy (function
            | Room(_, size) -> int64 size
            | _ -> 0L)

    // large frames are not kept by the dozen
    let pool = FramePool(make, (if room > 1_000_000L then 2 else 16))

    static member private Pinned<'T>(data: 'T[]) : Array =
        let copy = GC.AllocateUninitializedArray<'T>(data.Length, pinned = true)
        Array.Copy(data, copy, data.Length)
        upcast copy

    /// The one piece of emitted code that is all of it, where it needs no arrays; null where it is more.
    member val Alone: Segment | null =
        (match steps with
         | [| :? CodeStep as code |] when slots.Length = 0 && numbers <= FewNumbers.Count && constants.Length = 0 -> code.Segment
         | _ -> null)

    /// How many elements a frame has room for, beside inputs, outputs and constants.
    member _.Room = room
    member _.Slots = slots
    /// For each output the number of the frame that it is, where it is kept there.
    member _.Kept = kept
    member _.Steps = steps
    member _.Rent() = pool.Rent()
    member _.Return(frame: Frame) = pool.Return frame

    /// A new array for an output of this precision and size.
    static member NewArray (precision: Precision) (size: int) : Array =
        if precision = Precision.Single then
            upcast GC.AllocateUninitializedArray<float32> size
        else
            upcast GC.AllocateUninitializedArray<float> size

    /// Runs all steps on values, each in an array of its own unless it is one number, and hands the frame to check; results, in arrays
    /// that rent gives, where that holds, null where it does not.
    member plan.Evaluate(xs: Value[], check: Frame -> bool, rent: Precision -> int -> Array) : Value[] | null =
        let frame = plan.Rent()

        try
            for i in 0 .. inputs.Length - 1 do
                match inputs[i] with
                | Flat offset -> frame.Inputs[offset] <- xs[i].Number
                | _ -> ()

            for k in 0 .. slots.Length - 1 do
                match slots[k] with
                | OfInput input -> frame.Pin(k, nonNull xs[input].Data)
                | OfOutput output -> let struct (shape, precision) = results[output] in frame.Pin(k, rent precision shape.Size)
                | _ -> ()

            plan.Run(
                frame,
                Marshal.UnsafeAddrOfPinnedArrayElement(frame.Inputs, 0),
                Marshal.UnsafeAddrOfPinnedArrayElement(frame.Outputs, 0)
            )

            if check frame then plan.Results frame else null
        finally
            frame.Unpin()
            plan.Return frame

    /// The same, each result in a new array.
    member plan.Evaluate(xs: Value[], check: Frame -> bool) : Value[] | null = plan.Evaluate(xs, check, Plan.NewArray)

    member private _.Results(frame: Frame) : Value[] =
        let ys = Array.zeroCreate<Value> outputs.Length

        for k in 0 .. slots.Length - 1 do
            match slots[k] with
            | OfOutput output -> ys[output] <- { Number = 0.0; Data = frame.Arrays[k] }
            | _ -> ()

        for i in 0 .. outputs.Length - 1 do
            match outputs[i] with
            | Flat offset -> ys[i] <- Compute.numberOf frame.Outputs[offset]
            | _ -> ()

        ys

    /// The shapes and precisions of the outputs.
    member _.ResultKinds = results

    /// Runs all steps.
    member _.Run(frame: Frame, inputs: nativeint, outputs: nativeint) =
        for k in 0 .. steps.Length - 1 do
            steps[k].Run(frame, inputs, outputs)

namespace AutoDiff

open System
open System.Runtime.InteropServices
open AutoDiff.Kernels

/// One step of a plan on a frame. Inputs and outputs say where those begin that lie one after the other.
[<AbstractClass>]
type internal PlanStep() =
    abstract Run: frame: Frame * inputs: nativeint * outputs: nativeint -> unit

/// Emitted code, and the indices that it looks up.
[<Sealed>]
type internal CodeStep(segment: Segment, indices: int[]) =
    inherit PlanStep()
    let pinned = GC.AllocateUninitializedArray<int>(indices.Length, pinned = true)
    do Array.Copy(indices, pinned, indices.Length)
    let address = if indices.Length = 0 then 0n else Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0)
    member _.Segment = segment
    /// Kept, since the code reads it by its address.
    member _.Indices = pinned

    override _.Run(frame, inputs, outputs) = segment.Invoke(inputs, outputs, frame.NumbersAddress, frame.AddressesAddress, address)

/// A kernel's call.
[<Sealed>]
type internal CallStep(index: int, name: string) =
    inherit PlanStep()
    /// The primitive that is called.
    member _.Name = name
    override _.Run(frame, _, _) = frame.Calls[index].Run frame

/// Elements from one place to another.
[<Sealed>]
type internal MoveStep(source: Address, target: Address, bytes: int64) =
    inherit PlanStep()

    override _.Run(frame, inputs, outputs) =
        let at address =
            match address with
            | InInputs offset -> Cells.At(inputs, offset)
            | InOutputs offset -> Cells.At(outputs, offset)
            | InTable index -> frame.Addresses[index]

        Cells.Copy(at source, at target, bytes)

/// One number, computed from numbers of a frame: how it is done where no code is emitted.
[<Struct; NoEquality; NoComparison>]
type internal Instruction = { Kernel: Kernel; IsSingle: bool; Target: int; X: int; Z: int; W: int }

/// Numbers, one after the other.
[<Sealed>]
type internal PlaybackStep(instructions: Instruction[]) =
    inherit PlanStep()

    override _.Run(frame, _, _) =
        let numbers = frame.Numbers

        for k in 0 .. instructions.Length - 1 do
            let i = &instructions[k]

            let y =
                match i.Kernel with
                | Unary map -> map.Apply numbers[i.X]
                | Binary map -> map.Apply(numbers[i.X], numbers[i.Z])
                | Ternary map -> map.Apply(numbers[i.X], numbers[i.Z], numbers[i.W])
                | _ -> numbers[i.X]

            numbers[i.Target] <- if i.IsSingle then float (float32 y) else y

/// An element of an array.
[<Sealed>]
type internal ElementStep(source: Address, index: int, target: int) =
    inherit PlanStep()

    override _.Run(frame, inputs, outputs) =
        frame.Numbers[target] <-
            match source with
            | InInputs offset -> Cells.Get(inputs, offset + index)
            | InOutputs offset -> Cells.Get(outputs, offset + index)
            | InTable array -> Cells.Get(frame.Addresses[array], index)

/// Numbers from among the inputs into a frame, or from it among the outputs.
[<Sealed>]
type internal NumbersStep(isIn: bool, offsets: int[], numbers: int[]) =
    inherit PlanStep()

    override _.Run(frame, inputs, outputs) =
        for k in 0 .. offsets.Length - 1 do
            if isIn then
                frame.Numbers[numbers[k]] <- Cells.Get(inputs, offsets[k])
            else
                Cells.Set(outputs, offsets[k], frame.Numbers[numbers[k]])

/// An array laid out from very many numbers.
[<Sealed>]
type internal LaidCall(indices: int[], numbers: int[], target: int) =
    inherit FrameCall()

    override _.Run(frame) =
        let y: float[] = downcast frame.Arrays[target]
        Array.Clear y

        for k in 0 .. indices.Length - 1 do
            y[indices[k]] <- y[indices[k]] + frame.Numbers[numbers[k]]

namespace AutoDiff

open System
open System.Numerics
open System.Runtime.InteropServices
open System.Threading
open AutoDiff.Kernels

/// Where a call finds an operand, or leaves its result, in a frame.
[<Struct>]
type internal Cell =
    /// A number, by its index.
    | NumberAt of number: int
    /// An array, by its index.
    | ArrayAt of array: int

/// The memory of one run of a plan: numbers, arrays, and the addresses of the arrays for emitted code. Used by one run at a time.
[<Sealed>]
type internal Frame(numbers: int, inputs: int, outputs: int, arrays: Array[], calls: FrameCall[]) =
    let numbers = GC.AllocateArray<float>(max numbers 1, pinned = true)
    let addresses = GC.AllocateArray<nativeint>(max arrays.Length 1, pinned = true)
    let pins: GCHandle[] = Array.zeroCreate arrays.Length
    let inputs = GC.AllocateArray<float>(max inputs 1, pinned = true)
    let outputs = GC.AllocateArray<float>(max outputs 1, pinned = true)
    let numbersAddress = Marshal.UnsafeAddrOfPinnedArrayElement(numbers, 0)
    let addressesAddress = Marshal.UnsafeAddrOfPinnedArrayElement(addresses, 0)

    member _.Numbers = numbers
    member _.NumbersAddress = numbersAddress
    member _.Arrays = arrays
    /// Where the arrays begin; all of them are pinned while the frame is in use.
    member _.Addresses = addresses
    member _.AddressesAddress = addressesAddress
    member _.Calls = calls
    /// Inputs that lie one after the other.
    member _.Inputs = inputs
    /// Outputs that lie one after the other.
    member _.Outputs = outputs

    /// Takes in an array for one run. Handles are kept, because making one takes longer than small plans do.
    member _.Pin(index: int, array: Array) =
        if pins[index].IsAllocated then
            pins[index].Target <- array
        else
            pins[index] <- GCHandle.Alloc(array, GCHandleType.Pinned)

        arrays[index] <- array
        addresses[index] <- pins[index].AddrOfPinnedObject()

    /// Lets go of the arrays that were taken in.
    member _.Unpin() =
        for index in 0 .. pins.Length - 1 do
            if pins[index].IsAllocated then
                pins[index].Target <- null
                arrays[index] <- Array.Empty<float>()

    override _.Finalize() =
        for pin in pins do
            if pin.IsAllocated then
                pin.Free()

/// A kernel bound to the cells of a frame.
and [<AbstractClass>] internal FrameCall() =
    abstract Run: Frame -> unit

/// A primitive's kernel on cells of a frame. It is set up once, so that running it allocates nothing.
[<Sealed>]
type internal KernelCall<'T
    when 'T: unmanaged and 'T: struct and 'T: (new: unit -> 'T) and 'T :> ValueType and 'T :> IBinaryFloatingPointIeee754<'T>>
    (kernel: Kernel, result: Shape, shapes: Shape[], operands: Cell[], target: Cell) =
    inherit FrameCall()

    let xs: Operand<'T>[] = Array.zeroCreate shapes.Length
    let single: 'T[] = Array.zeroCreate 1

    let numbers: 'T[][] =
        operands
        |> Array.map (function
            | NumberAt _ -> Array.zeroCreate 1
            | ArrayAt _ -> [||])

    let data (frame: Frame) i : 'T[] =
        match operands[i] with
        | ArrayAt k -> downcast frame.Arrays[k]
        | NumberAt k ->
            numbers[i][0] <- Numbers.From frame.Numbers[k]
            numbers[i]

    override _.Run(frame) =
        for i in 0 .. xs.Length - 1 do
            xs[i] <- Compute.operand kernel result shapes[i] (data frame i)

        match target with
        | ArrayAt k -> Compute.into kernel result shapes xs (downcast frame.Arrays[k])
        | NumberAt k ->
            Compute.into kernel result shapes xs single
            frame.Numbers[k] <- Numbers.To single[0]

/// The numbers of one array in another precision, or merely copied.
[<Sealed>]
type internal ConvertCall(source: int, target: int) =
    inherit FrameCall()

    override _.Run(frame) =
        match frame.Arrays[source], frame.Arrays[target] with
        | (:? (float[]) as x), (:? (float32[]) as y) ->
            for i in 0 .. y.Length - 1 do
                y[i] <- float32 x[i]
        | (:? (float32[]) as x), (:? (float[]) as y) ->
            for i in 0 .. y.Length - 1 do
                y[i] <- float x[i]
        | x, y -> Array.Copy(x, y, y.Length)

/// Frames that are not in use. Each slot is taken and given back in one atomic step, so that no two runs ever share a frame; what finds
/// no free slot is left to the garbage collector.
[<Sealed>]
type internal FramePool(make: unit -> Frame, count: int) =
    let slots: (Frame | null)[] = Array.zeroCreate count

    member _.Rent() : Frame =
        let start = Environment.CurrentManagedThreadId
        let mutable found: Frame | null = null
        let mutable i = 0

        while isNull found && i < slots.Length do
            let slot = (start + i) % slots.Length

            if not (isNull slots[slot]) then
                found <- Interlocked.Exchange(&slots[slot], null)

            i <- i + 1

        match found with
        | null -> make ()
        | frame -> frame

    member _.Return(frame: Frame) =
        let start = Environment.CurrentManagedThreadId
        let mutable held = false
        let mutable i = 0

        while not held && i < slots.Length do
            let slot = (start + i) % slots.Length
            held <- isNull (Interlocked.CompareExchange(&slots[slot], frame, null))
            i <- i + 1

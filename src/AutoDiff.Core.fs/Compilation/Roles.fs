namespace AutoDiff

open AutoDiff.Kernels

/// How a plan computes an entry.
[<NoEquality; NoComparison>]
type internal Role =
    /// It is an input or a constant.
    | Given
    /// Its numbers are those of another entry.
    | Alias of alias: int
    /// One number, from numbers.
    | Number
    /// One number: an element of an array in memory.
    | Element of source: int * index: int
    /// An array laid out from numbers.
    | Laid of indices: int[]
    /// A function of the elements of arrays of its own size, in a loop.
    | Loop
    /// Zeros, with arrays added from these elements on, in a loop over the result.
    | Added of offsets: int[]
    /// A sum over an array, in the loop over that array: for each example, where there are examples.
    | Total
    /// Elements of an array in memory: of each example from an offset on, every so many.
    | Window of array: int * offset: int * step: int * stride: int
    /// One number, at every element.
    | Repeated of repeated: int
    /// An array of the elements of others, each where these say, in the loop over them.
    | Interleaved of views: View[]
    /// The call of a kernel.
    | Call

/// How a loop reads an operand.
[<Struct; NoEquality; NoComparison>]
type internal Access =
    /// A number that is the same everywhere.
    | Literal of float
    /// The number that an entry holds.
    | Broadcast of broadcast: int
    /// A register of the same loop.
    | Register of register: int
    /// An entry of another loop, computed once more.
    | Again of again: int
    /// An array in memory: from an offset on, every so many elements; the stride leads from one example to the next.
    | Memory of memory: int * from: int * step: int * stride: int

/// What a loop runs over: so many elements of each of so many examples.
[<Struct>]
type internal LoopSize = { Examples: int; Elements: int }

module internal Laying =
    /// Where an entry adds which number, if that is all it does.
    let indices (program: Program) (place: int) : int[] voption =
        let entry = program.Entries[place]

        match entry.Primitive.Kernel with
        | Whole { Evaluate = evaluate } when
            entry.Shape.Count = 1
            && entry.Precision <> Precision.Single
            && entry.Operands |> Array.forall (fun operand -> program.Entries[operand].Shape.Size = 1)
            ->
            match evaluate.Fusion with
            | Scatter views -> ValueSome(views |> Array.map _.Offset)
            | _ -> ValueNone
        | _ -> ValueNone

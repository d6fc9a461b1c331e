namespace AutoDiff

open System
open System.Numerics
open AutoDiff.Kernels

/// The numbers of a value: one number, or an array of float or float32 (examples one after the other, each column by column).
[<Struct; NoEquality; NoComparison>]
type internal Value =
    {
        /// The number, where there is exactly one element.
        Number: float
        /// The elements, where there are none or several; not to be written to once the value is seen by anyone.
        Data: Array | null
    }

/// One operand of a whole-matrix kernel, for all examples.
[<Struct; NoEquality; NoComparison>]
type internal Operand<'T> =
    {
        Data: 'T[]
        /// From one example to the next; 0 where all examples share it.
        Stride: int
        Extent: Extent
    }

    member x.At(example: int) = ReadOnlySpan<'T>(x.Data, example * x.Stride, x.Extent.Size)

/// What a compiled loop may make of a kernel.
type internal Fusion =
    /// Nothing: it is called.
    | Opaque
    /// Its elements are elements of its one operand: where each is found.
    | Gather of View
    /// It is the pairwise sum of all elements of its one operand.
    | Total
    /// It is zeros, with each operand added where these say.
    | Scatter of View[]
    /// Its elements are those of its operands, each operand where these say; they cover it.
    | Interleave of View[]
    /// Its elements are those of its one operand, rows and columns exchanged.
    | Transposition

/// What was made of the key that was asked for last.
[<Sealed>]
type internal Last<'Key, 'Made when 'Key: equality>(make: 'Key -> 'Made) =
    let mutable last: ('Key * 'Made) option = None

    member _.For(key: 'Key) : 'Made =
        match last with
        | Some(known, made) when known = key -> made
        | _ ->
            let made = make key
            last <- Some(key, made)
            made

/// What every example of a result is computed by. Both precisions are one definition.
[<AbstractClass>]
type internal WholeKernel() =
    /// Where the elements of a result are found in an operand, once they were looked up.
    let mutable moves: Last<struct (Extent * Extent), int[]> | null = null

    /// What a compiled loop may make of it.
    abstract Fusion: Fusion

    default _.Fusion = Opaque

    /// Whether each element of a result is an element of the one operand, or zero, whatever the numbers.
    abstract IsRearrangement: bool

    default kernel.IsRearrangement =
        match kernel.Fusion with
        | Gather _
        | Transposition -> true
        | _ -> false

    /// Computes one example.
    abstract Example<'T
        when 'T: unmanaged and 'T: struct and 'T: (new: unit -> 'T) and 'T :> ValueType and 'T :> IBinaryFloatingPointIeee754<'T>> :
        example: int * xs: Operand<'T>[] * y: Span<'T> -> unit

    /// Computes all examples; a kernel overrides it where it has a better way than one after the other.
    abstract Examples<'T
        when 'T: unmanaged and 'T: struct and 'T: (new: unit -> 'T) and 'T :> ValueType and 'T :> IBinaryFloatingPointIeee754<'T>> :
        count: int * xs: Operand<'T>[] * extent: Extent * y: 'T[] -> unit

    /// Whether there are many small examples, for which a kernel looks up once where elements go.
    static member AreMany(count: int, extent: Extent) = count > 1 && extent.Size <= 64

    default kernel.Examples(count, xs, extent, y) =
        // longer examples are moved by windows, which is faster than one by one
        if kernel.IsRearrangement && WholeKernel.AreMany(count, extent) then
            let map = kernel.MovesOf(xs[0].Extent, extent)
            Moves.Gather(ReadOnlySpan map, ReadOnlySpan xs[0].Data, xs[0].Stride, count, Span(y, 0, count * extent.Size))
        else
            kernel.OneByOne(count, xs, extent, y)

    /// Computes all examples, one after the other.
    member kernel.OneByOne<'T
        when 'T: unmanaged and 'T: struct and 'T: (new: unit -> 'T) and 'T :> ValueType and 'T :> IBinaryFloatingPointIeee754<'T>>
        (count: int, xs: Operand<'T>[], extent: Extent, y: 'T[])
        =
        for example in 0 .. count - 1 do
            kernel.Example(example, xs, Span(y, example * extent.Size, extent.Size))

    /// Computes all examples of what adds each element of its operands to one of the result, where there are many small ones: the places
    /// of the elements of each operand.
    static member AddUp<'T
        when 'T: unmanaged and 'T: struct and 'T: (new: unit -> 'T) and 'T :> ValueType and 'T :> IBinaryFloatingPointIeee754<'T>>
        (places: int[][], count: int, xs: Operand<'T>[], extent: Extent, y: 'T[])
        =
        let y = Span(y, 0, count * extent.Size)
        y.Clear()

        for k in 0 .. xs.Length - 1 do
            Moves.Add(ReadOnlySpan places[k], ReadOnlySpan xs[k].Data, xs[k].Stride, count, y, extent.Size)

    member private kernel.MovesOf(source: Extent, result: Extent) : int[] =
        let known =
            match moves with
            | null ->
                let lookup = Last kernel.LookUp
                moves <- lookup
                lookup
            | known -> known

        known.For(struct (source, result))

    /// Where numbered elements go in one example.
    member private kernel.LookUp(struct (source: Extent, result: Extent)) : int[] =
        let numbers = Array.init source.Size (fun i -> float (i + 1))
        let first = Array.zeroCreate<float> result.Size
        kernel.Example(0, [| { Data = numbers; Stride = 0; Extent = source } |], Span first)
        first |> Array.map (fun number -> int number - 1)

/// What a primitive computes. Each case says no more than it must: shapes, batching and evaluation follow.
type internal Kernel =
    /// Given, not computed: a constant or an input.
    | Leaf
    /// One scalar function at every element.
    | Unary of UnaryMap
    /// One scalar function at every pair of elements; a scalar stretches to fit.
    | Binary of BinaryMap
    /// One scalar function at every triple of elements, likewise.
    | Ternary of TernaryMap
    /// The operand's own numbers, under the shape that this gives.
    | Same of (Shape -> Shape)
    /// The operand in another precision.
    | Convert of Precision
    /// One example of the operands to one example of the result; the engine sees to batches.
    | Whole of Whole
    /// Batch extents themselves, added up or repeated.
    | Across of Across

/// A kernel that is not elementwise.
and [<ReferenceEquality>] internal Whole =
    {
        /// The extent of the result, or why the operands do not fit.
        Infer: Extent[] -> Result<Extent, string>
        Evaluate: WholeKernel
        /// Whether it can fail on its numbers: then it is computed as it is built, so that the exception comes from the user's line.
        CanFail: bool
    }

/// A kernel over batch extents.
and [<ReferenceEquality>] internal Across =
    {
        /// The shape of the result.
        Result: Shape -> Shape
        /// The operand seen anew, as a number of examples of an extent.
        Fold: Shape -> int * Extent
        Evaluate: WholeKernel
    }

/// The one derivative rule of a primitive, of the strongest class that is true; both modes follow from it.
/// xs are the operands, y is the result, a rule that gives cotangents gives one for each operand.
and internal Derivative =
    /// Nowhere sensitive to its operands.
    | Constant
    /// Linear in all operands at once: the cotangents of the operands.
    | Linear of transpose: (Node[] -> Node -> Node list)
    /// Linear in all operands after the first one, which chooses and has no derivative: the cotangents of the others.
    | LinearGiven of transpose: (Node[] -> Node -> Node list)
    /// Linear in each operand by itself: the cotangents of the operands. The tangent of an operand goes through the primitive that is
    /// named first, given the operand's place: the same function, but zero where the tangent is zero.
    | Multilinear of strong: (int -> Primitive) * transpose: (Node[] -> Node -> Node list)
    /// Elementwise: the slopes with respect to the operands.
    | Partials of (Node[] -> Node -> Node list)
    /// Anything else: the tangent of the result, linear in the tangents of the operands; the cotangents are its transpose.
    | Tangent of (Node[] -> Node -> Node[] -> Node)
    /// The same where the tangent is written with the primitive itself, as for the solution of equations, so that transposing it would
    /// not end: the tangent, and the cotangents of the operands, each computed only where it is wanted.
    | Both of tangent: (Node[] -> Node -> Node[] -> Node) * cotangents: (Node[] -> Node -> Node -> (unit -> Node) list)

/// Where an operand of a primitive may be drawn from, as large as it can be: outside, the value is NaN or an exception.
and internal Domain =
    /// Every number.
    | Reals
    /// Every number but zero.
    | NonZero
    /// Numbers above a bound, which is not part of it.
    | Above of float
    /// Numbers from a bound on.
    | AtLeast of float
    /// Numbers between two bounds, which are not part of it.
    | Between of float * float
    /// Numbers between two bounds, which are part of it.
    | Within of float * float
    /// Zeros and ones.
    | Mask
    /// Matrices that have an inverse; none of their elements on the diagonal is 0.
    | Invertible
    /// Matrices whose columns are linearly independent: at least as many rows as columns.
    | FullColumnRank
    /// Matrices whose symmetric part is positive definite.
    | PositiveDefinite
    /// Matrices whose singular values differ from each other and from 0, and so do the eigenvalues of their symmetric part.
    | Distinct
    /// Not drawn, but computed: this primitive of the first operand. It moves with that operand.
    | Derived of Primitive

/// One differentiable operation, with everything the engine will ever ask of it.
and [<ReferenceEquality>] internal Primitive =
    {
        Name: string
        /// What tells apart the primitives of one name, compared by Equals; null where there is only one.
        Parameters: obj | null
        Doc: string
        /// How it is written in text, formulas and source.
        Notation: Notation
        /// Where each operand may be drawn from; the last entry serves all further operands.
        Domain: Domain list
        /// Points that the tests add to random ones, a number for each operand: zeros, ties, ends of the domain, infinities.
        Special: float list list
        Kernel: Kernel
        Derivative: Derivative
    }

/// A node of the immutable expression graph. Only its value is ever set, once; one that was lent is forgotten, once.
and [<Sealed>] internal Node(primitive: Primitive, operands: Node[], shape: Shape, precision: Precision, trace: Trace | null) =
    let mutable number = 0.0
    let mutable data: Array | null = null

    [<VolatileField>]
    let mutable computed = false

    let hash =
        let mutable hash = primitive.Name.Length * 31 + int primitive.Name[0]

        for operand in operands do
            hash <- hash * 31 + operand.Hash

        hash

    member _.Primitive = primitive
    member _.Operands = operands
    member _.Shape = shape
    member _.Precision = precision
    /// The differentiations, variables and recordings it depends on; null for a plain constant.
    member _.Trace = trace
    /// What the graph below it looks like, by names alone: graphs of one structure have one hash.
    member _.Hash: int = hash
    /// Whether its numbers are known.
    member _.HasValue = computed

    member _.Value: Value = { Number = number; Data = data }

    /// Remembers its numbers. Threads that race here bring the same bits; the flag is written last.
    member _.Keep(value: Value) =
        number <- value.Number
        data <- value.Data
        computed <- true

    /// Forgets its numbers, which were lent and are taken back.
    member _.Forget() =
        computed <- false
        data <- null

    /// The walk that has visited this node, and its place in that walk: see Positions.
    member val Walk = 0L with get, set

    member val Position = 0 with get, set

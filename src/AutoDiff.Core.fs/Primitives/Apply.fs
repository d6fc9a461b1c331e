/// Building nodes: constants, inputs, and primitives applied to operands.
[<RequireQualifiedAccess; CompilationRepresentation(CompilationRepresentationFlags.ModuleSuffix)>]
module internal AutoDiff.Node

open System

let private leaf name doc : Primitive =
    {
        Name = name
        Parameters = null
        Doc = doc
        Notation = Notation.byName
        Domain = []
        Special = []
        Kernel = Leaf
        Derivative = Constant
    }

let private constant' = leaf "constant" "Given numbers."
let private input' = leaf "input" "A value that has a shape and no number."

/// A constant of this shape, holding the value as it is.
let ofValue (shape: Shape) precision (value: Value) =
    let node = Node(constant', [||], shape, precision, null)
    node.Keep value
    node

/// A scalar constant.
let number precision (value: float) = ofValue Shape.Scalar precision (Compute.numberOf (Precision.round precision value))

/// A constant that keeps the array as its own.
let ofFloats (extent: Extent) (elements: float[]) = ofValue (Shape.one extent) Precision.Double (Compute.ofElements elements)

/// A constant that keeps the array as its own.
let ofSingles (extent: Extent) (elements: float32[]) = ofValue (Shape.one extent) Precision.Single (Compute.ofElements elements)

/// A plain number, which takes the precision of what it meets.
let plain (value: float) = number Precision.Weak value

/// A plain number as what it is about to meet takes it.
let beside (x: Node) (value: float) = number x.Precision value

/// An input without a number, that carries these tokens.
let input shape precision trace = Node(input', [||], shape, precision, trace)

/// Whether a node depends on the argument of a differentiation or recording.
let dependsOn (token: Token) (node: Node) =
    match node.Trace with
    | null -> false
    | trace -> trace.Contains token

/// A constant of zeros.
let zeros (shape: Shape) precision =
    ofValue
        shape
        precision
        (if precision = Precision.Single then
             Compute.ofElements (Array.zeroCreate<float32> shape.Size)
         else
             Compute.ofElements (Array.zeroCreate<float> shape.Size))

let private zeroOf = [| for p in [ Precision.Weak; Precision.Single; Precision.Double ] -> number p 0.0 |]
let private oneOf = [| for p in [ Precision.Weak; Precision.Single; Precision.Double ] -> number p 1.0 |]

/// The engine's own zero: exact, so it may be simplified away.
let zero (precision: Precision) = zeroOf[int precision]

/// The engine's own one, likewise.
let one (precision: Precision) = oneOf[int precision]

/// Whether a node is the engine's own zero.
let isZero (node: Node) = obj.ReferenceEquals(node, zeroOf[int node.Precision])

/// Whether a node is the engine's own one.
let isOne (node: Node) = obj.ReferenceEquals(node, oneOf[int node.Precision])

let private describe (operands: Node[]) = String.Join(" and ", operands |> Array.map (fun x -> Extent.describe x.Shape.Extent))

/// Raises the error of operands that do not fit.
let private misfit (primitive: Primitive) operands reason =
    raise (ShapeException(primitive.Name + ": " + reason + " (operands: " + describe operands + ")."))

let private elementwiseExtent primitive (operands: Node[]) =
    let mutable extent = operands[0].Shape.Extent

    for operand in operands do
        match Shape.broadcastExtent extent operand.Shape.Extent with
        | ValueSome wider -> extent <- wider
        | ValueNone ->
            misfit
                primitive
                operands
                "elementwise operations need operands of one shape, or a scalar; to add or scale by row or column, use AddToRows, AddToColumns, ScaleRows or ScaleColumns"

    extent

let private batchOf primitive (operands: Node[]) =
    let mutable batch = operands[0].Shape.Batch

    for i in 1 .. operands.Length - 1 do
        match Shape.broadcastBatch batch operands[i].Shape.Batch with
        | ValueSome wider -> batch <- wider
        | ValueNone ->
            misfit primitive operands ("batches of " + string operands[0].Shape + " and " + string operands[i].Shape + " do not fit")

    batch

let private isSameShape (operands: Node[]) =
    let shape = operands[0].Shape
    let mutable same = true

    for operand in operands do
        same <- same && obj.ReferenceEquals(operand.Shape, shape)

    same

let private shapeOf (primitive: Primitive) (operands: Node[]) : Shape =
    match primitive.Kernel with
    | Leaf
    | Convert _ -> operands[0].Shape
    | Same shape -> shape operands[0].Shape
    | Across across -> across.Result operands[0].Shape
    | Unary _ -> operands[0].Shape
    | Binary _
    | Ternary _ -> // no guard on two cases: the compiler would write the path of this file into the assembly
        if isSameShape operands then
            operands[0].Shape
        else
            Shape.batched (batchOf primitive operands) (elementwiseExtent primitive operands)
    | Whole whole ->
        match whole.Infer(operands |> Array.map _.Shape.Extent) with
        | Ok extent -> Shape.batched (batchOf primitive operands) extent
        | Error reason -> misfit primitive operands reason

let private unify (primitive: Primitive) (operands: Node[]) =
    let mutable precision = operands[0].Precision

    for operand in operands do
        match Precision.unify precision operand.Precision with
        | ValueSome common -> precision <- common
        | ValueNone ->
            raise (
                PrecisionException(
                    primitive.Name + ": one operand is float32 and another float64; convert one of them with ToFloat64() or ToFloat32()."
                )
            )

    precision

/// An operand in the precision of what it met, where it is a plain number.
let private settled precision (x: Node) = if x.Precision = precision then x else number precision x.Value.Number

/// Operands in one precision.
let private settle (primitive: Primitive) (operands: Node[]) : struct (Precision * Node[]) =
    let precision = operands[0].Precision
    let mutable mixed = false

    for operand in operands do
        mixed <- mixed || operand.Precision <> precision

    if not mixed then
        struct (precision, operands)
    else
        let precision = unify primitive operands
        struct (precision, Array.map (settled precision) operands)

let private traceOf (operands: Node[]) : Trace | null =
    let mutable trace = Trace.live operands[0].Trace

    for i in 1 .. operands.Length - 1 do
        trace <- Trace.union trace (Trace.live operands[i].Trace)

    trace

let private computeNow primitive (operands: Node[]) shape precision =
    let values = operands |> Array.map Interpreter.force
    let value = Compute.apply primitive shape precision operands values null
    // a constant is there to stay, also where it shows the numbers of what was kept from a differentiation
    ofValue shape precision (if Trace.isLent operands[0].Trace then Compute.copied value else value)

let private canFail (primitive: Primitive) =
    match primitive.Kernel with
    | Whole whole -> whole.CanFail
    | _ -> false

/// A primitive applied to operands. Fails here, not later, where shapes or precisions do not fit. Where nothing among the operands is open
/// to a differentiation it is computed at once, and the result is a constant without history.
let apply (primitive: Primitive) (operands: Node[]) : Node =
    let struct (precision, operands) =
        match primitive.Kernel with
        | Convert precision -> struct (precision, operands)
        | _ -> settle primitive operands

    let shape = shapeOf primitive operands

    match traceOf operands with
    | null -> computeNow primitive operands shape precision
    | trace ->
        let node = Node(primitive, operands, shape, precision, trace)

        if canFail primitive && Interpreter.isComputable node then
            Interpreter.force node |> ignore

        node

/// A primitive that has one operand.
let apply1 primitive (x: Node) = apply primitive [| x |]

let private isPlainScalar (x: Node) = isNull (box x.Trace) && obj.ReferenceEquals(x.Shape, Shape.Scalar)

/// A primitive that has two operands. Numbers without history take the short way: scalar code makes millions of them.
let apply2 (primitive: Primitive) (x: Node) (z: Node) =
    match primitive.Kernel with
    | Binary map when x.Precision = z.Precision && isPlainScalar x && isPlainScalar z ->
        number x.Precision (map.Apply(x.Value.Number, z.Value.Number))
    | _ ->
        match Precision.unify x.Precision z.Precision with
        | ValueSome precision -> apply primitive [| settled precision x; settled precision z |]
        | ValueNone -> apply primitive [| x; z |]

/// A primitive that has three operands.
let apply3 primitive (x: Node) (z: Node) (w: Node) = apply primitive [| x; z; w |]

/// Computes what a graph says, node by node, each once.
module internal AutoDiff.Interpreter

open System

/// Nothing below a known value is needed.
let private isUnknown (node: Node) = not node.HasValue

let private withoutNumber (node: Node) =
    TracedValueException(
        "This value has a shape ("
        + Extent.describe node.Shape.Extent
        + (if isNull (Trace.live node.Trace) then
               ") but no number: it is an input of a function that was recorded - the body of a loop, one example of a batch, a compiled "
               + "function - and was kept from it, or captured by a rule of WithGradient or WithTangent. Make it a part of the argument."
           else
               ") but no number yet: it is an input of a function that is being recorded. "
               + "To branch on it, use Diff.If or Maths.Where instead of if.")
    )

let private takenBack (node: Node) =
    TracedValueException(
        "This value ("
        + Extent.describe node.Shape.Extent
        + ") belongs to a point that Minimize has left, whose numbers it has used again: it was kept from a call of the function. Keep "
        + "StopGradient(x) instead, which has numbers of its own."
    )

let private compute (node: Node) (inputs: Value[]) target =
    if node.Primitive.Kernel.IsLeaf then
        raise (if node.Primitive.Name = "constant" then takenBack node else withoutNumber node)

    Compute.apply node.Primitive node.Shape node.Precision node.Operands inputs target

/// Where the result of a place goes: nowhere for one number, over a dying operand, into the operand's own buffer, or a new one.
let private target (buffers: Buffers) (values: Value[]) (node: Node) place : Array | null =
    match node.Primitive.Kernel with
    | _ when node.Shape.Size = 1 -> null
    | Same _ ->
        buffers.Share place
        null
    // nothing to convert: the operand's own array goes on
    | Convert precision when (precision = Precision.Single) = (node.Operands[0].Precision = Precision.Single) ->
        buffers.Share place
        null
    | Leaf
    | Convert _ -> null
    | Unary _
    | Binary _
    | Ternary _ ->
        match buffers.TryOverwrite place with
        | -1 -> buffers.Rent place
        | link -> values[link].Data
    | Whole _
    | Across _ -> buffers.Rent place

/// The operands' values at a place, from this run or from before it.
let private inputs (schedule: Schedule) (values: Value[]) place : Value[] =
    let operands = schedule[place].Operands
    let links = schedule.Links place
    let inputs = Array.zeroCreate operands.Length

    for i in 0 .. operands.Length - 1 do
        inputs[i] <- if links[i] >= 0 then values[links[i]] else operands[i].Value

    inputs

/// The number at the place of an elementwise primitive whose result is one number: the short way, for scalar code has millions of them.
let private number (schedule: Schedule) (values: Value[]) place : Value =
    let node = schedule[place]
    let operands = node.Operands
    let links = schedule.Links place
    let mutable x = 0.0
    let mutable z = 0.0
    let mutable w = 0.0

    for i in 0 .. operands.Length - 1 do
        let number = if links[i] >= 0 then values[links[i]].Number else operands[i].Value.Number

        if i = 0 then x <- number
        elif i = 1 then z <- number
        else w <- number

    Compute.number node.Primitive node.Precision x z w

/// The values of the roots. Numbers on the way live in a workspace and are gone afterwards.
let evaluate (roots: Node[]) : Value[] =
    let schedule = Schedule.ofRoots isUnknown roots
    let values = Array.zeroCreate<Value> schedule.Count
    let buffers = Buffers schedule

    for place in 0 .. values.Length - 1 do
        let node = schedule[place]

        values[place] <-
            if Compute.isNumber node.Primitive node.Shape then
                number schedule values place
            else
                compute node (inputs schedule values place) (target buffers values node place)

        buffers.Release(place, values)

    Array.map2 (fun (root: Node) place -> if place >= 0 then values[place] else root.Value) roots schedule.Roots

/// The value of a node. It and all that was computed for it stay with their nodes, to be asked for again.
let force (node: Node) : Value =
    if not node.HasValue then
        for node in (Schedule.ofRoots isUnknown [| node |]).ToArray() do
            node.Keep(compute node (node.Operands |> Array.map _.Value) null)

            match node.Primitive.Kernel with
            | Same _
            | Convert _ -> Trace.borrow node.Trace node
            | _ -> ()

    node.Value

/// Whether a node's numbers can be had: no input without a number lies below it.
let isComputable (node: Node) =
    node.HasValue
    || (Schedule.ofRoots isUnknown [| node |]).ToArray() |> Array.forall (fun node -> not node.Primitive.Kernel.IsLeaf)

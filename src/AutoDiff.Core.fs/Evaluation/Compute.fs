/// The value of one primitive at values of its operands.
module internal AutoDiff.Compute

open System
open AutoDiff.Kernels

/// The number that stands for elements of which there is just one.
let numberOf (number: float) : Value = { Number = number; Data = null }

/// The elements of a value as an array.
let elements (value: Value) : 'T[] =
    match value.Data with
    | null -> [| Numbers.From value.Number |]
    | data -> downcast data

/// An array as a value: of one element, its number.
let ofElements (elements: 'T[]) : Value =
    if elements.Length = 1 then numberOf (Numbers.To elements[0]) else { Number = 0.0; Data = elements }

/// The same numbers in an array of their own.
let copied (value: Value) : Value =
    match value.Data with
    | null -> value
    | data -> { value with Data = data.Clone() :?> Array }

/// Copies x, whose batch extents stretch to those of the result, into full batches.
let private stretch (batch: int[]) (shape: Shape) (x: 'T[]) : 'T[] =
    let size = shape.Extent.Size
    let y = Array.zeroCreate<'T>(Array.fold (*) size batch)

    for example in 0 .. y.Length / max size 1 - 1 do
        Array.Copy(x, Shape.exampleOf batch shape.Batch example * size, y, example * size, size)

    y

/// An operand of this shape for all examples of a result. Kernels over batch extents take it as it is.
let operand (kernel: Kernel) (result: Shape) (shape: Shape) (data: 'T[]) : Operand<'T> =
    if shape.Count = 1 then
        { Data = data; Stride = 0; Extent = shape.Extent }
    elif shape.Count = result.Count || kernel.IsAcross then
        { Data = data; Stride = shape.Extent.Size; Extent = shape.Extent }
    else
        { Data = stretch result.Batch shape data; Stride = shape.Extent.Size; Extent = shape.Extent }

/// One elementwise loop for all examples where that fits, one for each example where a scalar or a single example stretches.
let private elementwise kernel (result: Shape) (operands: Operand<'T>[]) (y: 'T[]) =
    let flat = operands |> Array.forall (fun x -> x.Data.Length = 1 || x.Data.Length = y.Length)
    let count = if flat then 1 else result.Count
    let size = if flat then y.Length else result.Extent.Size

    let xs =
        if flat then
            operands |> Array.map (fun x -> { x with Stride = 0; Extent = Extent.vector x.Data.Length })
        else
            operands

    for example in 0 .. count - 1 do
        let y = Span(y, example * size, size)

        match kernel with
        | Unary map -> map.Run(xs[0].At example, y)
        | Binary map -> map.Run(xs[0].At example, xs[1].At example, y)
        | Ternary map -> map.Run(xs[0].At example, xs[1].At example, xs[2].At example, y)
        | _ -> invalidOp "not an elementwise kernel"

/// Computes a kernel into an array; the operands are for all examples of the result.
let into (kernel: Kernel) (result: Shape) (shapes: Shape[]) (xs: Operand<'T>[]) (y: 'T[]) =
    match kernel with
    | Across across ->
        let count, extent = across.Fold shapes[0]
        let x = { xs[0] with Stride = extent.Size; Extent = extent }
        across.Evaluate.Examples(count, [| x |], Extent.vector (y.Length / max count 1), y)
    | Whole whole -> whole.Evaluate.Examples(result.Count, xs, result.Extent, y)
    | _ -> elementwise kernel result xs y

let private run (kernel: Kernel) (result: Shape) (operands: Node[]) (values: Value[]) (y: 'T[]) =
    let shapes = operands |> Array.map _.Shape
    let xs: Operand<'T>[] = Array.map2 (fun shape value -> operand kernel result shape (elements value)) shapes values
    into kernel result shapes xs y
    ofElements y

let private targetOf<'T> (size: int) (target: Array | null) : 'T[] =
    match target with
    // kernels write all of it
    | null -> GC.AllocateUninitializedArray<'T> size
    | target -> downcast target

/// Rounds one element, computed in float64, to the precision of the result.
let private single (precision: Precision) (number: float) = numberOf (Precision.round precision number)

let private converted (precision: Precision) (value: Value) : Value =
    match value.Data with
    | null -> single precision value.Number
    | :? (float[]) as data when precision = Precision.Single -> { Number = 0.0; Data = Array.map float32 data }
    | :? (float32[]) as data when precision <> Precision.Single -> { Number = 0.0; Data = Array.map float data }
    | _ -> value

/// Whether a result is one number, computed from one number of each operand.
let isNumber (primitive: Primitive) (result: Shape) =
    result.Size = 1
    && match primitive.Kernel with
       | Unary _
       | Binary _
       | Ternary _ -> true
       | _ -> false

/// The one number of an elementwise result; operands that it has not are not read.
let number (primitive: Primitive) (precision: Precision) (x: float) (z: float) (w: float) : Value =
    match primitive.Kernel with
    | Unary map -> single precision (map.Apply x)
    | Binary map -> single precision (map.Apply(x, z))
    | Ternary map -> single precision (map.Apply(x, z, w))
    | _ -> invalidOp (primitive.Name + " is not elementwise.")

/// The value of a primitive, for a result of this shape and precision. Numbers go into the target where one is given: an array of the
/// right kind and length, which may be that of an operand of an elementwise primitive.
let apply
    (primitive: Primitive)
    (result: Shape)
    (precision: Precision)
    (operands: Node[])
    (values: Value[])
    (target: Array | null)
    : Value =
    match primitive.Kernel with
    | Same _ -> values[0]
    | Convert precision -> converted precision values[0]
    | _ when isNumber primitive result ->
        let at i = if i < values.Length then values[i].Number else 0.0
        number primitive precision (at 0) (at 1) (at 2)
    | Leaf -> invalidOp (primitive.Name + " has no operands to compute it from.")
    | kernel when precision = Precision.Single -> run kernel result operands values (targetOf<float32> result.Size target)
    | kernel -> run kernel result operands values (targetOf<float> result.Size target)

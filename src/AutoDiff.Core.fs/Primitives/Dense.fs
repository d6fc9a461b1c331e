/// Dense square matrices, as numbers for kernels and as nodes for rules. Kernels that factor matrices compute in float64; results in
/// float32 are rounded once.
[<RequireQualifiedAccess>]
module internal AutoDiff.Dense

open System
open AutoDiff.Kernels

/// One example of an operand in float64, in a new array.
let floats (x: Operand<'T>) example : float[] =
    let source = x.At example
    let y = Array.zeroCreate<float> source.Length

    for i in 0 .. y.Length - 1 do
        y[i] <- Numbers.To source[i]

    y

/// Writes numbers to a part of a result, rounded to its precision.
let write (source: float[]) (offset: int) (y: Span<'T>) =
    for i in 0 .. source.Length - 1 do
        y[offset + i] <- Numbers.From source[i]

/// The distance from 1 to the next number of a precision.
let epsilon<'T when 'T: unmanaged> = if sizeof<'T> = 4 then 1.1920929e-7 else Double.BitIncrement 1.0 - 1.0

/// The largest absolute value; 0 where there are no numbers.
let largest (numbers: float[]) = Array.fold (fun largest (x: float) -> Math.Max(largest, Math.Abs x)) 0.0 numbers

/// (a + aᵀ) / 2
let symmetricPart (n: int) (a: float[]) : float[] = Array.init (n * n) (fun k -> 0.5 * (a[k] + a[k / n + k % n * n]))

/// One product of matrices in column order, either taken transposed.
let product left right rows columns inner (a: float[]) (b: float[]) : float[] =
    let y = Array.zeroCreate<float>(rows * columns)
    Product.Multiply(left, right, rows, columns, inner, ReadOnlySpan a, ReadOnlySpan b, Span y)
    y

/// The extent that this gives for a square matrix, or why the first operand is none.
let square (result: int -> Extent) (extents: Extent[]) : Result<Extent, string> =
    if extents[0].Rows = extents[0].Columns then
        Ok(result extents[0].Rows)
    else
        Error "needs a square matrix"

/// Raises the error of an operation on a matrix that must be square.
let requireSquare operation (x: Node) =
    let extent = x.Shape.Extent

    if extent.Rows <> extent.Columns then
        raise (ShapeException(operation + " needs a square matrix, and this is " + Extent.describe extent + "."))

/// Raises the error of an operation on a matrix with fewer rows than columns.
let requireTall operation (x: Node) =
    let extent = x.Shape.Extent

    if extent.Rows < extent.Columns then
        raise (ShapeException(operation + " needs at least as many rows as columns, and this is " + Extent.describe extent + "."))

/// A constant of a precision.
let constant precision (extent: Extent) (elements: float[]) : Node =
    Node.ofValue
        (Shape.one extent)
        (Precision.settled precision)
        (if precision = Precision.Single then
             Compute.ofElements (Array.map float32 elements)
         else
             Compute.ofElements elements)

/// The matrix of ones on the diagonal.
let identity precision n : Node =
    constant precision (Extent.matrix n n) (Array.init (n * n) (fun k -> if k % (n + 1) = 0 then 1.0 else 0.0))

/// (x + xᵀ) / 2, which is what the operations on symmetric matrices read.
let symmetric (x: Node) : Node = Arithmetic.multiply (Node.plain 0.5) (Arithmetic.add x (Indexing.transpose x))

/// The sum of the diagonal.
let trace (x: Node) : Node =
    requireSquare "Trace" x
    Reduction.sum (Indexing.read (Indexing.diagonal x.Shape.Extent) x)

/// The factorisation of a matrix by a primitive without derivative: a constant, shared by a value and its derivatives, whose rules
/// are with respect to the matrix.
let factor primitive (x: Node) : Node = Node.apply1 primitive (Marks.stopGradient x)

/// A cotangent of an operand like a factorisation: zero, below the batch extents of that of the result.
let noCotangent (x: Node) (ybar: Node) () : Node = Node.zeros (Shape.batched ybar.Shape.Batch x.Shape.Extent) ybar.Precision

/// Arithmetic on the flat vectors that solvers work with; every result is a new array.
[<RequireQualifiedAccess>]
module internal AutoDiff.Arrays

open System
open System.Numerics.Tensors
open AutoDiff.Kernels

let dot (x: float[]) (y: float[]) : float = Sums.Dot<float>(ReadOnlySpan x, ReadOnlySpan y)

/// The 2-norm, without overflow.
let norm (x: float[]) : float = Norms.Euclidean<float>(ReadOnlySpan x)

/// x + factor y
let addScaled (factor: float) (y: float[]) (x: float[]) : float[] =
    let result = Array.zeroCreate x.Length
    TensorPrimitives.MultiplyAdd(ReadOnlySpan y, factor, ReadOnlySpan x, Span result)
    result

/// x - y
let subtract (x: float[]) (y: float[]) : float[] =
    let result = Array.zeroCreate x.Length
    TensorPrimitives.Subtract(ReadOnlySpan x, ReadOnlySpan y, Span result)
    result

let scale (factor: float) (x: float[]) : float[] =
    let result = Array.zeroCreate x.Length
    TensorPrimitives.Multiply(ReadOnlySpan x, factor, Span result)
    result

let negate (x: float[]) : float[] = scale -1.0 x

/// A x for a matrix column by column, with as many columns as x has elements.
let multiply (a: float[]) (x: float[]) : float[] =
    let rows = if x.Length = 0 then 0 else a.Length / x.Length
    let y = Array.zeroCreate rows

    for j in 0 .. x.Length - 1 do
        let column = ReadOnlySpan(a, j * rows, rows)
        TensorPrimitives.MultiplyAdd(column, x[j], ReadOnlySpan y, Span y)

    y

/// Aᵀ x for a matrix column by column, with as many rows as x has elements.
let multiplyTransposed (a: float[]) (x: float[]) : float[] =
    let rows = x.Length
    Array.init (if rows = 0 then 0 else a.Length / rows) (fun j -> Sums.Dot<float>(ReadOnlySpan(a, j * rows, rows), ReadOnlySpan x))

let isFinite (x: float[]) : bool = Array.forall Double.IsFinite x

/// Arithmetic on the flat vectors that solvers work with; every result is a new array, or goes into one that is given.
[<RequireQualifiedAccess>]
module internal AutoDiff.Arrays

open System
open System.Numerics.Tensors
open AutoDiff.Kernels

let dot (x: float[]) (y: float[]) : float = Sums.Dot<float>(ReadOnlySpan x, ReadOnlySpan y)

/// The 2-norm, without overflow.
let norm (x: float[]) : float = Norms.Euclidean<float>(ReadOnlySpan x)

/// x + factor y, written to an array, which may be one of them.
let addScaledInto (result: float[]) (factor: float) (y: float[]) (x: float[]) : float[] =
    TensorPrimitives.MultiplyAdd(ReadOnlySpan y, factor, ReadOnlySpan x, Span result)
    result

/// x + factor y
let addScaled (factor: float) (y: float[]) (x: float[]) : float[] = addScaledInto (Array.zeroCreate x.Length) factor y x

/// Adds factor y to x; the inner product of x and z after that.
let addScaledAndDot (x: float[]) (factor: float) (y: float[]) (z: float[]) : float =
    Sums.AddScaledAndDot(Span x, factor, ReadOnlySpan y, ReadOnlySpan z)

/// x - y, written to an array, which may be one of them.
let subtractInto (result: float[]) (x: float[]) (y: float[]) : float[] =
    TensorPrimitives.Subtract(ReadOnlySpan x, ReadOnlySpan y, Span result)
    result

/// x - y
let subtract (x: float[]) (y: float[]) : float[] = subtractInto (Array.zeroCreate x.Length) x y

/// factor x, written to an array, which may be x.
let scaleInto (result: float[]) (factor: float) (x: float[]) : float[] =
    TensorPrimitives.Multiply(ReadOnlySpan x, factor, Span result)
    result

let scale (factor: float) (x: float[]) : float[] = scaleInto (Array.zeroCreate x.Length) factor x

let negate (x: float[]) : float[] = scale -1.0 x

/// A x for a matrix column by column, with as many columns as x has elements, written to an array.
let multiplyInto (y: float[]) (a: float[]) (x: float[]) : float[] =
    Array.Clear y

    for j in 0 .. x.Length - 1 do
        let column = ReadOnlySpan(a, j * y.Length, y.Length)
        TensorPrimitives.MultiplyAdd(column, x[j], ReadOnlySpan y, Span y)

    y

/// A x for a matrix column by column, with as many columns as x has elements.
let multiply (a: float[]) (x: float[]) : float[] = multiplyInto (Array.zeroCreate (if x.Length = 0 then 0 else a.Length / x.Length)) a x

/// Aᵀ x for a matrix column by column, with as many rows as x has elements.
let multiplyTransposed (a: float[]) (x: float[]) : float[] =
    let rows = x.Length
    Array.init (if rows = 0 then 0 else a.Length / rows) (fun j -> Sums.Dot<float>(ReadOnlySpan(a, j * rows, rows), ReadOnlySpan x))

let isFinite (x: float[]) : bool = Array.forall Double.IsFinite x

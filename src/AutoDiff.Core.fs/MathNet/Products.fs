/// Products of real matrices as MathNet's linear-algebra providers compute them, by our kernels.
module internal AutoDiff.MathNetProducts

open System
open System.Buffers
open System.Numerics
open System.Numerics.Tensors
open MathNet.Numerics.Providers.LinearAlgebra
open AutoDiff.Kernels

let private require (name: string) (numbers: 'T[]) rows columns =
    ArgumentNullException.ThrowIfNull(numbers, name)

    if numbers.LongLength <> int64 rows * int64 columns then
        let sizes = string rows + " x " + string columns
        raise (ArgumentException("A matrix of " + sizes + " does not fit an array of " + string numbers.Length + ".", name))

/// c = beta c
let private scale (beta: 'T) (c: Span<'T>) : unit when 'T :> IBinaryFloatingPointIeee754<'T> =
    if 'T.IsZero beta then c.Clear() else TensorPrimitives.Multiply(Span.op_Implicit c, beta, c)

/// c = alpha y + c
let private add (alpha: 'T) (y: Span<'T>) (c: Span<'T>) : unit when 'T :> IBinaryFloatingPointIeee754<'T> =
    TensorPrimitives.MultiplyAdd(Span.op_Implicit y, alpha, Span.op_Implicit c, c)

/// c = alpha op(A) op(B) + beta c, where a is stored rowsA x columnsA and b rowsB x columnsB. A factor of 0 means that what it multiplies
/// is not read, as in BLAS; a conjugate transpose of real numbers is a transpose.
let update
    (opA: Transpose, opB: Transpose, alpha: 'T, a: 'T[], rowsA: int, columnsA: int, b: 'T[], rowsB: int, columnsB: int, beta: 'T, c: 'T[])
    : unit when 'T: unmanaged and 'T: struct and 'T: (new: unit -> 'T) and 'T :> ValueType and 'T :> IBinaryFloatingPointIeee754<'T> =
    let left, right = opA <> Transpose.DontTranspose, opB <> Transpose.DontTranspose
    let struct (m, k) = if left then struct (columnsA, rowsA) else struct (rowsA, columnsA)
    let struct (inner, n) = if right then struct (columnsB, rowsB) else struct (rowsB, columnsB)
    require (nameof a) a rowsA columnsA
    require (nameof b) b rowsB columnsB
    require (nameof c) c m n

    if k <> inner then
        raise (ArgumentException("The first factor has " + string k + " columns, the second " + string inner + " rows.", nameof b))

    if alpha = 'T.One && 'T.IsZero beta then
        Product.Multiply(left, right, m, n, k, ReadOnlySpan a, ReadOnlySpan b, Span c)
    else
        scale beta (Span c)

        if not ('T.IsZero alpha) then
            let buffer = ArrayPool<'T>.Shared.Rent c.Length
            let y = buffer.AsSpan(0, c.Length)
            Product.Multiply(left, right, m, n, k, ReadOnlySpan a, ReadOnlySpan b, y)
            add alpha y (Span c)
            ArrayPool<'T>.Shared.Return buffer

/// result = x y
let multiply
    (x: 'T[], rowsX: int, columnsX: int, y: 'T[], rowsY: int, columnsY: int, result: 'T[])
    : unit when 'T: unmanaged and 'T: struct and 'T: (new: unit -> 'T) and 'T :> ValueType and 'T :> IBinaryFloatingPointIeee754<'T> =
    let plain = Transpose.DontTranspose
    update (plain, plain, 'T.One, x, rowsX, columnsX, y, rowsY, columnsY, 'T.Zero, result)

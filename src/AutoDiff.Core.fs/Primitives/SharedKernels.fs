/// Whole-matrix kernels that more than one primitive uses.
[<RequireQualifiedAccess>]
module internal AutoDiff.SharedKernels

open System
open AutoDiff.Kernels

/// The sum of each row.
let rowSums =
    { new WholeKernel() with
        override _.Example(example, xs, y) = Sums.RowSums(xs[0].Extent.Rows, xs[0].Extent.Columns, xs[0].At example, y) }

/// So many copies of all elements, one after the other.
let repeatColumn columns =
    { new WholeKernel() with
        override _.Example(example, xs, y) = Layout.RepeatColumn(xs[0].Extent.Size, columns, xs[0].At example, y) }

/// Whether all elements of an example are 0.
let isZero (x: Operand<'T>) example =
    let zero: 'T = Numbers.From 0.0
    MemoryExtensions.IndexOfAnyExcept<'T>(span = x.At example, value = zero) < 0

/// Whole-matrix kernels that more than one primitive uses.
[<RequireQualifiedAccess>]
module internal AutoDiff.SharedKernels

open System
open System.Numerics
open AutoDiff.Kernels

/// The sum of each row.
let rowSums =
    { new WholeKernel() with
        override _.Example(example, xs, y) = Sums.RowSums(xs[0].Extent.Rows, xs[0].Extent.Columns, xs[0].At example, y)
    }

/// So many copies of all elements, one after the other.
let repeatColumn columns =
    { new WholeKernel() with
        override _.IsRearrangement = true
        override _.Example(example, xs, y) = Layout.RepeatColumn(xs[0].Extent.Size, columns, xs[0].At example, y)
    }

/// Whether all elements of an example are 0.
let isZero (x: Operand<'T>) example =
    let zero: 'T = Numbers.From 0.0
    MemoryExtensions.IndexOfAnyExcept<'T>(span = x.At example, value = zero) < 0

/// Column j of an example.
let column (x: Operand<'T>) example j : ReadOnlySpan<'T> = (x.At example).Slice(j * x.Extent.Rows, x.Extent.Rows)

/// A kernel that treats every column by itself, many of them at once: to one number, or to a column of its own length.
[<AbstractClass>]
type ByColumns() =
    inherit WholeKernel()

    /// Computes the columns, the results one after the other.
    abstract Columns<'T
        when 'T: unmanaged and 'T: struct and 'T: (new: unit -> 'T) and 'T :> ValueType and 'T :> IBinaryFloatingPointIeee754<'T>> :
        x: ColumnBatch<'T> * y: Span<'T> -> unit

    override kernel.Example(example, xs, y) =
        let extent = xs[0].Extent
        kernel.Columns(ColumnBatch(extent.Rows, extent.Columns, ColumnOperand(xs[0].Data, example * xs[0].Stride, 0)), y)

    /// The columns of all examples lie one after the other.
    override kernel.Examples(count, xs, extent, y) =
        if xs[0].Stride = 0 && count <> 1 then
            kernel.OneByOne(count, xs, extent, y)
        else
            let columns = count * xs[0].Extent.Columns
            kernel.Columns(ColumnBatch(xs[0].Extent.Rows, columns, ColumnOperand(xs[0].Data, 0, 0)), Span(y, 0, count * extent.Size))

/// The same where columns gain nothing from being computed together.
[<AbstractClass>]
type ByColumn() =
    inherit ByColumns()

    /// Computes one column.
    abstract Column<'T
        when 'T: unmanaged and 'T: struct and 'T: (new: unit -> 'T) and 'T :> ValueType and 'T :> IBinaryFloatingPointIeee754<'T>> :
        x: ReadOnlySpan<'T> * y: Span<'T> -> unit

    override kernel.Columns(x, y) =
        let size = if x.Count = 0 then 0 else y.Length / x.Count

        for j in 0 .. x.Count - 1 do
            kernel.Column(x.Column(0, j), y.Slice(j * size, size))

/// A function of a column of a matrix that gives a number.
let toRow (kernel: WholeKernel) : Kernel = Whole { Infer = (fun xs -> Ok(Extent.vector xs[0].Columns)); CanFail = false; Evaluate = kernel }

/// The same where an empty column has no value.
let toRowOfSome what (kernel: WholeKernel) : Kernel =
    let infer (extents: Extent[]) =
        if extents[0].Rows = 0 then
            Error("there are no elements to take " + what + " of")
        else
            Ok(Extent.vector extents[0].Columns)

    Whole { Infer = infer; CanFail = false; Evaluate = kernel }

/// A function of a column of a matrix that gives a column of the same length.
let toColumns (kernel: WholeKernel) : Kernel = Whole { Infer = (fun xs -> Ok xs[0]); CanFail = false; Evaluate = kernel }

/// An index that is a value, as a number below a count; anything else is an error of the operation.
let position operation (index: Operand<'T>) example count : int =
    let cell = index.At example
    let number = Numbers.To cell[0]

    if not (number >= 0.0 && number < float count && Math.Floor number = number) then
        raise (
            ArgumentOutOfRangeException(
                "index",
                operation + ": the index " + string number + " is not a whole number from 0 to " + string (count - 1) + "."
            )
        )

    int number

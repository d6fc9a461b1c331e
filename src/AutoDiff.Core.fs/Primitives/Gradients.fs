/// Gradients of functions of columns, with all their derivatives: G0, G1, G2 … of a column x and of columns d1 … dk beside it, each the
/// derivative of the one before along one more. The derivatives of a scalar are symmetric in their directions, so one rule serves all.
[<RequireQualifiedAccess>]
module internal AutoDiff.Gradients

open System
open System.Numerics
open AutoDiff.Kernels

/// A kernel that computes columns of such a derivative: the first operand's, moved along those of the others.
[<AbstractClass>]
type Along() =
    inherit WholeKernel()

    abstract Columns<'T
        when 'T: unmanaged and 'T: struct and 'T: (new: unit -> 'T) and 'T :> ValueType and 'T :> IBinaryFloatingPointIeee754<'T>> :
        x: ColumnBatch<'T> * y: Span<'T> -> unit

    /// Computes examples of which no direction is zero as a whole; that of the others is zero.
    member private kernel.Some(examples: int[], xs: Operand<'T>[], y: Span<'T>) =
        let isZero example = xs |> Array.skip 1 |> Array.exists (fun d -> SharedKernels.isZero d example)
        let moved = examples |> Array.filter (isZero >> not)

        if moved.Length < examples.Length then
            y.Clear()

        let operands = xs |> Array.map (fun x -> ColumnOperand(x.Data, 0, x.Stride))
        let extent = xs[0].Extent

        kernel.Columns(
            ColumnBatch(extent.Rows, extent.Columns, operands[0], ReadOnlySpan(operands, 1, xs.Length - 1), ReadOnlySpan moved),
            y
        )

    override kernel.Example(example, xs, y) =
        let one = xs |> Array.map (fun x -> { x with Data = (x.At example).ToArray(); Stride = 0 })
        kernel.Some([| 0 |], one, y)

    override kernel.Examples(count, xs, extent, y) = kernel.Some(Array.init count id, xs, Span(y, 0, count * extent.Size))

/// The primitive Gk of a family of them.
let primitive (family: int -> Primitive) name doc (kernel: Along) k : Primitive =
    let further (xs: Node[]) direction = Node.apply (family (k + 1)) (Array.append xs [| direction |])
    let replaced (xs: Node[]) i x = Node.apply (family k) (Array.updateAt i x xs)

    {
        Name = name
        Parameters = box k
        Doc = doc
        Notation = Notation.byName
        Domain = [ Reals ]
        Special = []
        Kernel = Whole { Infer = (fun xs -> Ok xs[0]); CanFail = false; Evaluate = kernel }
        Derivative =
            Both(
                (fun xs _ dxs -> List.fold Arithmetic.add (further xs dxs[0]) [ for i in 1..k -> replaced xs i dxs[i] ]),
                (fun xs _ ybar ->
                    [
                        fun () -> further xs ybar
                        for i in 1..k do
                            fun () -> replaced xs i ybar
                    ])
            )
    }

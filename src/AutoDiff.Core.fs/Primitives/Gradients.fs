/// Gradients of functions of columns, with all their derivatives: G0, G1, G2 … of a column x and of columns d1 … dk beside it, each the
/// derivative of the one before along one more. The derivatives of a scalar are symmetric in their directions, so one rule serves all.
[<RequireQualifiedAccess>]
module internal AutoDiff.Gradients

open System
open System.Numerics
open AutoDiff.Kernels

/// A kernel that computes one column of such a derivative; the directions are given one after the other.
[<AbstractClass>]
type Along() =
    inherit WholeKernel()

    abstract Column<'T
        when 'T: unmanaged and 'T: struct and 'T: (new: unit -> 'T) and 'T :> ValueType and 'T :> IBinaryFloatingPointIeee754<'T>> :
        x: ReadOnlySpan<'T> * directions: ReadOnlySpan<float> * y: Span<'T> -> unit

    override kernel.Example(example, xs, y) =
        let rows = xs[0].Extent.Rows
        let directions = Array.zeroCreate<float>((xs.Length - 1) * rows)

        if xs |> Seq.skip 1 |> Seq.exists (fun d -> SharedKernels.isZero d example) then
            y.Clear()
        else
            for j in 0 .. xs[0].Extent.Columns - 1 do
                for k in 1 .. xs.Length - 1 do
                    let direction = SharedKernels.column xs[k] example j

                    for i in 0 .. rows - 1 do
                        directions[(k - 1) * rows + i] <- Numbers.To direction[i]

                kernel.Column(SharedKernels.column xs[0] example j, ReadOnlySpan directions, y.Slice(j * rows, rows))

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
        Kernel = Whole { Infer = (fun xs -> Ok xs.Head); CanFail = false; Evaluate = kernel }
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

/// Products of the elements down to each, of every column, with all their derivatives. In a rule, xs are the operands.
[<RequireQualifiedAccess>]
module internal rec AutoDiff.RunningProducts

open AutoDiff.Kernels

type private Loops = AutoDiff.Kernels.RunningProducts

/// The products of the elements down to each.
let cumulativeProduct (x: Node) : Node = Node.apply1 (cumulativeProduct' 0) x

/// The derivative of these products along k directions, the operands after the first.
let private cumulativeProduct' k =
    {
        Name = "cumulativeProduct"
        Parameters = box k
        Doc = "for each element the product of the column down to it, and the derivatives of that along directions; right at zeros"
        Notation = Notation.byName
        Domain = [ Reals ]
        Special = if k = 0 then [ [ 0.0 ]; [ -1.0 ] ] else []
        Kernel =
            whole
                { new Gradients.Along() with
                    override _.Columns(x, y) = Loops.Along(x, y)
                }
        Derivative =
            Both(
                (fun xs _ dxs ->
                    let each = [ for i in 1..k -> Node.apply (cumulativeProduct' k) (Array.updateAt i dxs[i] xs) ]
                    List.fold Arithmetic.add (Node.apply (cumulativeProduct' (k + 1)) (Array.append xs [| dxs[0] |])) each),
                (fun xs _ ybar ->
                    let gradient directions =
                        Node.apply (productGradient' (Array.length directions)) (Array.append [| xs[0]; ybar |] directions)

                    [
                        fun () -> gradient xs[1..]
                        for i in 1..k do
                            fun () -> gradient (Array.removeAt (i - 1) xs[1..])
                    ])
            )
    }

/// The gradient of the products down to each, weighted by the second operand and added up, moved along k directions, those after it.
let private productGradient' k =
    {
        Name = "productGradient"
        Parameters = box k
        Doc = "the gradient of a weighted sum of running products of each column, and its derivatives along directions; right at zeros"
        Notation = Notation.byName
        Domain = [ Reals ]
        Special = []
        Kernel =
            whole
                { new Gradients.Along() with
                    override _.Columns(x, y) = Loops.Gradient(x, y)
                }
        Derivative =
            Both(
                (fun xs _ dxs ->
                    let each = [ for i in 1 .. k + 1 -> Node.apply (productGradient' k) (Array.updateAt i dxs[i] xs) ]
                    List.fold Arithmetic.add (further xs k dxs[0]) each),
                (fun xs _ ybar ->
                    [
                        fun () -> further xs k ybar
                        fun () -> Node.apply (cumulativeProduct' (k + 1)) (Array.append (Array.removeAt 1 xs) [| ybar |])
                        for i in 2 .. k + 1 do
                            fun () -> Node.apply (productGradient' k) (Array.updateAt i ybar xs)
                    ])
            )
    }

let private further xs k direction = Node.apply (productGradient' (k + 1)) (Array.append xs [| direction |])

let private whole kernel = Whole { Infer = (fun (xs: Extent[]) -> Ok xs[0]); CanFail = false; Evaluate = kernel }

/// The product of each column; 1 of an empty one.
let product (x: Node) : Node =
    let extent = x.Shape.Extent

    if extent.Rows = 0 then
        Reduction.fill (Extent.vector extent.Columns) (Node.one (Precision.settled x.Precision))
    else
        Columns.row (extent.Rows - 1) (cumulativeProduct x)

/// The primitives of this file. Last, so that all of them exist.
let primitives () =
    [
        for k in 0..2 do
            Family.whole (cumulativeProduct' k) (fun n m _ -> List.replicate (k + 1) (Extent.matrix n m))
            Family.whole (productGradient' k) (fun n m _ -> List.replicate (k + 2) (Extent.matrix n m))
    ]

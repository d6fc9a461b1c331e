/// Sorting every column, and quantiles. In a rule, xs are the operands, dxs are the tangents.
[<RequireQualifiedAccess>]
module internal rec AutoDiff.Sorting

open System
open AutoDiff.Kernels

/// Each column in ascending order.
let sort (x: Node) : Node = Node.apply1 sort' x

let private sort' =
    {
        Name = "sort"
        Parameters = null
        Doc = "each column in ascending order, NaN last; equal elements share their derivatives equally"
        Notation = Notation.byName
        Domain = [ Reals ]
        // at a tie of three the convention is not the centre of two sides: such points are in the reference table
        Special = []
        Kernel =
            SharedKernels.toColumns
                { new SharedKernels.ByColumn() with
                    override _.Column(x, y) = Ordering.Sort(x, y)
                }
        Derivative = Tangent(fun xs _ dxs -> sortLike xs[0] dxs[0])
    }

let private ofOneExtent (extents: Extent[]) = if extents[0] = extents[1] then Ok extents[0] else Error "both operands must have one shape"

/// The columns of z in the order that sorts those of x; where elements of x are equal, the mean of what stands there.
let sortLike (x: Node) (z: Node) : Node = Node.apply2 sortLike' x z

let private sortLike' =
    {
        Name = "sortLike"
        Parameters = null
        Doc = "the columns of z in the order that sorts those of x; where elements of x are equal, the mean of what stands there"
        Notation = Notation.byName
        Domain = [ Reals; Reals ]
        Special = []
        Kernel =
            Whole
                {
                    Infer = ofOneExtent
                    CanFail = false
                    Evaluate =
                        { new WholeKernel() with
                            override _.Example(example, xs, y) =
                                let rows = xs[0].Extent.Rows

                                for j in 0 .. xs[0].Extent.Columns - 1 do
                                    Ordering.SortLike(
                                        SharedKernels.column xs[0] example j,
                                        SharedKernels.column xs[1] example j,
                                        y.Slice(j * rows, rows)
                                    )
                        }
                }
        Derivative = LinearGiven(fun xs ybar -> [ unsortLike xs[0] ybar ])
    }

/// The columns of z, in the order that sorts those of x, put back; where elements of x are equal, the mean of what stands there.
let unsortLike (x: Node) (z: Node) : Node = Node.apply2 unsortLike' x z

let private unsortLike' =
    {
        Name = "unsortLike"
        Parameters = null
        Doc = "the columns of z, in the order that sorts those of x, put back: the transpose of sortLike"
        Notation = Notation.byName
        Domain = [ Reals; Reals ]
        Special = []
        Kernel =
            Whole
                {
                    Infer = ofOneExtent
                    CanFail = false
                    Evaluate =
                        { new WholeKernel() with
                            override _.Example(example, xs, y) =
                                let rows = xs[0].Extent.Rows

                                for j in 0 .. xs[0].Extent.Columns - 1 do
                                    Ordering.UnsortLike(
                                        SharedKernels.column xs[0] example j,
                                        SharedKernels.column xs[1] example j,
                                        y.Slice(j * rows, rows)
                                    )
                        }
                }
        Derivative = LinearGiven(fun xs ybar -> [ sortLike xs[0] ybar ])
    }

/// The quantile of each column for a probability from 0 to 1: between the two sorted elements next to (n - 1) probability, by linear
/// interpolation (type 7 of Hyndman and Fan, Sample quantiles in statistical packages, The American Statistician 50, 1996). NaN where an
/// element is.
let quantile (probability: float) (x: Node) : Node =
    let extent = x.Shape.Extent

    if not (probability >= 0.0 && probability <= 1.0) then
        raise (ArgumentOutOfRangeException("probability", "Quantile: the probability " + string probability + " is not between 0 and 1."))

    if extent.Rows = 0 then
        raise (ShapeException("quantile: there are no elements to take a quantile of (operand: " + Extent.describe extent + ")."))

    let sorted = sort x
    let at = float (extent.Rows - 1) * probability
    let index = int (floor at)
    let part = at - floor at
    let lower = Columns.row index sorted

    let value =
        if part = 0.0 then
            lower
        else
            Arithmetic.add
                (Arithmetic.multiply (Node.plain (1.0 - part)) lower)
                (Arithmetic.multiply (Node.plain part) (Columns.row (index + 1) sorted))

    let last = Columns.row (extent.Rows - 1) sorted
    Selection.where (Selection.notEqual last last) last value

/// The primitives of this file. Last, so that all of them exist.
let primitives () =
    [
        Family.whole sort' (fun n m _ -> [ Extent.matrix n m ])
        Family.whole sortLike' (fun n m _ -> [ Extent.matrix n m; Extent.matrix n m ])
        Family.whole unsortLike' (fun n m _ -> [ Extent.matrix n m; Extent.matrix n m ])
    ]

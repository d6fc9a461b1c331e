/// The largest and smallest elements of every column. In a rule, xs are the operands, dxs are the tangents.
[<RequireQualifiedAccess>]
module internal rec AutoDiff.Extrema

open AutoDiff.Kernels

/// The largest element of each column.
let maximum (x: Node) : Node = Node.apply1 maximum' x

let private maximum' =
    {
        Name = "maximum"
        Parameters = null
        Doc = "the largest element of each column, NaN where one is; k equal ones share the slope equally"
        Notation = Notation.byName
        Domain = [ Reals ]
        // at a tie of three the convention is not the centre of two sides: such points are in the reference table
        Special = []
        Kernel =
            SharedKernels.toRowOfSome
                "the maximum"
                { new SharedKernels.ByColumn() with
                    override _.Column(x, y) = y[0] <- Extremes.Maximum x
                }
        Derivative = Tangent(fun xs _ dxs -> Columns.weigh (maximumShares xs[0]) dxs[0])
    }

/// 1/k at each of k equal largest elements of a column, 0 elsewhere: the slope of maximum.
let maximumShares (x: Node) : Node = Node.apply1 maximumShares' x

let private maximumShares' =
    {
        Name = "maximumShares"
        Parameters = null
        Doc = "1/k at each of k equal largest elements of a column, 0 elsewhere: the slope of maximum"
        Notation = Notation.byName
        Domain = [ Reals ]
        Special = [ [ 0.0 ] ]
        Kernel =
            SharedKernels.toColumns
                { new SharedKernels.ByColumn() with
                    override _.Column(x, y) = Extremes.MaximumShares(x, y)
                }
        Derivative = Constant
    }

/// The smallest element of each column, NaN where one is; k equal ones share the slope equally.
let minimum (x: Node) : Node =
    if x.Shape.Extent.Rows = 0 then
        raise (ShapeException("minimum: there are no elements to take the minimum of (operand: " + Extent.describe x.Shape.Extent + ")."))

    Arithmetic.negate (maximum (Arithmetic.negate x))

/// The primitives of this file. Last, so that all of them exist.
let primitives () =
    [
        Family.whole maximum' (fun n m _ -> [ Extent.matrix (n + 1) m ])
        Family.whole maximumShares' (fun n m _ -> [ Extent.matrix n m ])
    ]

/// log Σ exp of every column and its relatives. In a rule, xs are the operands, y is the result, dxs are the tangents.
[<RequireQualifiedAccess>]
module internal rec AutoDiff.Exponentials

open AutoDiff.Kernels

type private Loops = AutoDiff.Kernels.Exponentials

/// The logarithm of the sum of the exponentials of each column.
let logSumExp (x: Node) : Node = Node.apply1 logSumExp' x

let private logSumExp' =
    {
        Name = "logSumExp"
        Parameters = null
        Doc = "log Σ exp of each column, without overflow; -inf where all elements are, with slopes 1/n"
        Notation = Notation.Routine("\\operatorname{lse}", Routines.logSumExp)
        Domain = [ Reals ]
        Special = [ [ 0.0 ] ]
        Kernel =
            SharedKernels.toRow
                { new SharedKernels.ByColumns() with
                    override _.Columns(x, y) = Loops.LogSumExp(x, y)
                }
        Derivative = Tangent(fun xs _ dxs -> Columns.weigh (softmax xs[0]) dxs[0])
    }

/// exp x, divided by its sum down the column.
let softmax (x: Node) : Node = Node.apply1 softmax' x

let private softmax' =
    {
        Name = "softmax"
        Parameters = null
        Doc = "exp x / Σ exp x down each column; infinite elements count as limits, of which equal ones share"
        Notation = Notation.Routine("\\operatorname{softmax}", Routines.softmax)
        Domain = [ Reals ]
        Special = [ [ 0.0 ] ]
        Kernel =
            SharedKernels.toColumns
                { new SharedKernels.ByColumns() with
                    override _.Columns(x, y) = Loops.Softmax(x, y)
                }
        Derivative = Tangent(fun xs _ dxs -> slope xs[0] dxs[0])
    }

/// The logarithm of softmax.
let logSoftmax (x: Node) : Node = Node.apply1 logSoftmax' x

let private logSoftmax' =
    {
        Name = "logSoftmax"
        Parameters = null
        Doc = "x - log Σ exp x down each column, accurate near 0 and in the tails"
        Notation = Notation.Routine(null, ColumnRoutines.logSoftmax)
        Domain = [ Reals ]
        Special = [ [ 0.0 ] ]
        Kernel =
            SharedKernels.toColumns
                { new SharedKernels.ByColumns() with
                    override _.Columns(x, y) = Loops.LogSoftmax(x, y)
                }
        Derivative = Tangent(fun xs _ dxs -> deviations xs[0] dxs[0])
    }

/// 1 - softmax: what the others have.
let shareOfOthers (x: Node) : Node = Node.apply1 shareOfOthers' x

let private shareOfOthers' =
    {
        Name = "shareOfOthers"
        Parameters = null
        Doc = "1 - exp x / Σ exp x down each column, accurate near 0"
        Notation = Notation.Routine(null, ColumnRoutines.shareOfOthers)
        Domain = [ Reals ]
        Special = [ [ 0.0 ] ]
        Kernel =
            SharedKernels.toColumns
                { new SharedKernels.ByColumns() with
                    override _.Columns(x, y) = Loops.ShareOfOthers(x, y)
                }
        Derivative = Tangent(fun xs _ dxs -> Arithmetic.negate (slope xs[0] dxs[0]))
    }

/// dx less its mean with the softmax y of x for weights. As (1 - y) dx - Σ y[j] dx[j] over the others it loses no digits where a y is close
/// to 1.
let private deviations (x: Node) (dx: Node) : Node =
    Arithmetic.subtract (Arithmetic.strongMultiply (shareOfOthers x) dx) (Scanning.sumOfOthers (Arithmetic.strongMultiply (softmax x) dx))

/// The tangent of the softmax of x.
let private slope (x: Node) (dx: Node) : Node = Node.apply2 (softmaxDerivative' 1) x dx

/// The derivative of softmax along so many directions.
let private softmaxDerivative' k =
    { Gradients.primitive
          softmaxDerivative'
          "softmaxDerivative"
          "the derivative of softmax along directions, without loss of digits where a share is close to 0, 1/2 or 1"
          { new Gradients.Along() with
              override _.Columns(x, y) = SoftmaxDerivatives.Along(x, y)
          }
          k with
        Notation = (if k = 1 then Notation.Routine(null, ColumnRoutines.softmaxSlope) else Notation.byName)
    }

/// The primitives of this file. Last, so that all of them exist.
let primitives () =
    [
        for p in [ logSumExp'; softmax'; logSoftmax'; shareOfOthers' ] -> Family.whole p (fun n m _ -> [ Extent.matrix (n + 1) m ])
        for k in [ 1; 2 ] -> Family.whole (softmaxDerivative' k) (fun n m _ -> List.replicate (k + 1) (Extent.matrix (n + 1) m))
    ]

/// Sums over the elements up to, from or other than each, down every column. In a rule, xs are the operands.
[<RequireQualifiedAccess>]
module internal rec AutoDiff.Scanning

open AutoDiff.Kernels

/// The sums of the elements down to each.
let cumulativeSum (x: Node) : Node = Node.apply1 cumulativeSum' x

let private cumulativeSum' =
    {
        Name = "cumulativeSum"
        Parameters = null
        Doc = "for each element the sum of the column down to it"
        Notation = Notation.Routine(null, ColumnRoutines.cumulativeSum)
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ -1e200 ] ]
        Kernel =
            SharedKernels.toColumns
                { new SharedKernels.ByColumns() with
                    override _.Columns(x, y) = Scans.CumulativeSum(x, y)
                }
        Derivative = Linear(fun _ ybar -> [ cumulativeSumFromEnd ybar ])
    }

/// The sums of the elements from each on.
let cumulativeSumFromEnd (x: Node) : Node = Node.apply1 cumulativeSumFromEnd' x

let private cumulativeSumFromEnd' =
    {
        Name = "cumulativeSumFromEnd"
        Parameters = null
        Doc = "for each element the sum of the column from it on"
        Notation = Notation.Routine(null, ColumnRoutines.cumulativeSumFromEnd)
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ -1e200 ] ]
        Kernel =
            SharedKernels.toColumns
                { new SharedKernels.ByColumns() with
                    override _.Columns(x, y) = Scans.CumulativeSumFromEnd(x, y)
                }
        Derivative = Linear(fun _ ybar -> [ cumulativeSum ybar ])
    }

/// For each element the sum of all others of its column. It is how slopes are written that would read 1 - y where the y of a column add
/// up to 1: nothing cancels.
let sumOfOthers (x: Node) : Node = Node.apply1 sumOfOthers' x

let private sumOfOthers' =
    {
        Name = "sumOfOthers"
        Parameters = null
        Doc = "for each element the sum of all others of its column"
        Notation = Notation.Routine(null, ColumnRoutines.sumOfOthers)
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ -1e200 ] ]
        Kernel =
            SharedKernels.toColumns
                { new SharedKernels.ByColumns() with
                    override _.Columns(x, y) = Scans.SumOfOthers(x, y)
                }
        Derivative = Linear(fun _ ybar -> [ sumOfOthers ybar ])
    }

/// The elements less the mean of their column.
let centre (x: Node) : Node = Node.apply1 centre' x

let private centre' =
    {
        Name = "centre"
        Parameters = null
        Doc = "the elements less the mean of their column; zeros, and not rounding errors, where a column is constant"
        Notation = Notation.byName
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ 0.1 ]; [ 1e200 ] ]
        Kernel =
            SharedKernels.toColumns
                { new SharedKernels.ByColumns() with
                    override _.Columns(x, y) = Centring.Centre(x, y)
                }
        Derivative = Linear(fun _ ybar -> [ centre ybar ])
    }

/// The primitives of this file. Last, so that all of them exist.
let primitives () =
    [ cumulativeSum'; cumulativeSumFromEnd'; sumOfOthers'; centre' ]
    |> List.map (fun p -> Family.whole p (fun n m _ -> [ Extent.matrix n m ]))

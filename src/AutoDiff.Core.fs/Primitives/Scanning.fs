/// Sums over the elements up to, from or other than each, and running products, down every column. In a rule, xs are the operands.
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
        Domain = [ Reals ]
        Special = [ [ 0.0 ] ]
        Kernel =
            SharedKernels.toColumns
                { new SharedKernels.ByColumn() with
                    override _.Column(x, y) = Scans.CumulativeSum(x, y)
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
        Domain = [ Reals ]
        Special = [ [ 0.0 ] ]
        Kernel =
            SharedKernels.toColumns
                { new SharedKernels.ByColumn() with
                    override _.Column(x, y) = Scans.CumulativeSumFromEnd(x, y)
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
        Domain = [ Reals ]
        Special = [ [ 0.0 ] ]
        Kernel =
            SharedKernels.toColumns
                { new SharedKernels.ByColumn() with
                    override _.Column(x, y) = Scans.SumOfOthers(x, y)
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
        Domain = [ Reals ]
        Special = [ [ 0.0 ]; [ 0.1 ] ]
        Kernel =
            SharedKernels.toColumns
                { new SharedKernels.ByColumn() with
                    override _.Column(x, y) = Centring.Centre(x, y)
                }
        Derivative = Linear(fun _ ybar -> [ centre ybar ])
    }

/// The products of the elements down to each, by doubling strides: log n products, whose derivatives need no division.
let cumulativeProduct (x: Node) : Node = doubled 1 x

let private doubled stride (x: Node) : Node =
    let extent = x.Shape.Extent
    let count = extent.Rows - stride

    if count <= 0 then
        x
    else
        let views = [| Indexing.part extent 0 stride 0 extent.Columns; Indexing.part extent stride count 0 extent.Columns |]
        let longer = Arithmetic.multiply (Columns.rows stride count x) (Columns.rows 0 count x)
        doubled (2 * stride) (Indexing.assemble extent views [| Columns.rows 0 stride x; longer |])

/// The product of each column, half by half: n products in log n nodes, whose derivatives need no division and so are right at zeros.
let product (x: Node) : Node =
    let extent = x.Shape.Extent

    if extent.Rows = 0 then
        Reduction.fill (Extent.vector extent.Columns) (Node.one (Precision.settled x.Precision))
    else
        halved x None

let private halved (x: Node) (rest: Node option) : Node =
    let rows = x.Shape.Extent.Rows

    let withRest (y: Node) =
        match rest with
        | Some rest -> Arithmetic.multiply y rest
        | None -> y

    if rows = 1 then
        withRest (Columns.row 0 x)
    else
        let half = rows / 2
        let pairs = Arithmetic.multiply (Columns.rows 0 half x) (Columns.rows half half x)
        halved pairs (if rows % 2 = 1 then Some(withRest (Columns.row (rows - 1) x)) else rest)

/// The primitives of this file. Last, so that all of them exist.
let primitives () =
    [ cumulativeSum'; cumulativeSumFromEnd'; sumOfOthers'; centre' ]
    |> List.map (fun p -> Family.whole p (fun n m _ -> [ Extent.matrix n m ]))

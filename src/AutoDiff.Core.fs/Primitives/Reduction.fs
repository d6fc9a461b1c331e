/// Sums over an example, and their transposes, which repeat. In a rule, xs are the operands.
[<RequireQualifiedAccess>]
module internal rec AutoDiff.Reduction

open AutoDiff.Kernels

let private one (f: Extent -> Extent) (extents: Extent[]) : Result<Extent, string> = Ok(f extents[0])

/// The sum of all elements.
let sum (x: Node) : Node = if x.Shape.Extent.IsScalar then x else Node.apply1 sum' x

let private sum' =
    {
        Name = "sum"
        Parameters = null
        Doc = "the sum of all elements; 0 where there are none"
        Notation = Notation.Scatter(fun _ x -> View(0, 0, 0, x.Rows, x.Columns))
        Domain = [ Reals ]
        Special = [ [ 0.0 ] ]
        Kernel =
            Whole
                {
                    Infer = one (fun _ -> Extent.scalar)
                    CanFail = false
                    Evaluate =
                        { new WholeKernel() with
                            override _.Fusion = Total
                            override _.Example(example, xs, y) = y[0] <- Sums.Sum(xs[0].At example)
                        }
                }
        Derivative = Linear(fun xs ybar -> [ fill xs[0].Shape.Extent ybar ])
    }

/// The mean of each column, which must have elements: that of all elements, of one column, is `Columns.reduceAll means`.
let means (x: Node) : Node = Node.apply1 means' x

let private means' =
    {
        Name = "mean"
        Parameters = null
        Doc = "the mean of each column; finite where the sum overflows and the mean does not"
        Notation = Notation.Routine("\\operatorname{mean}", Routines.mean)
        Domain = [ Reals ]
        Special = [ [ 0.0 ] ]
        Kernel =
            SharedKernels.toRowOfSome
                "a mean"
                { new SharedKernels.ByColumn() with
                    override _.Column(x, y) = y[0] <- Sums.Mean x
                }
        Derivative =
            Linear(fun xs ybar ->
                let rows = xs[0].Shape.Extent.Rows
                [ repeatRow rows (Arithmetic.divide ybar (Node.plain (float rows))) ])
    }

/// A scalar, copied to every element of an extent.
let fill extent (x: Node) : Node = if extent = Extent.scalar then x else Node.apply1 (fill' extent) x

let private fill' extent =
    {
        Name = "fill"
        Parameters = box extent
        Doc = "a scalar, copied to every element"
        Notation = Notation.Gather(fun _ -> View(0, 0, 0, extent.Rows, extent.Columns))
        Domain = [ Reals ]
        Special = [ [ 0.0 ] ]
        Kernel =
            Whole
                {
                    Infer = one (fun _ -> extent)
                    CanFail = false
                    Evaluate =
                        { new WholeKernel() with
                            override _.Fusion = Gather(View(0, 0, 0, extent.Rows, extent.Columns))
                            override _.Example(example, xs, y) = y.Fill((xs[0].At example)[0])
                        }
                }
        Derivative = Linear(fun _ ybar -> [ sum ybar ])
    }

/// The sum of each row, as a vector.
let rowSums (x: Node) : Node = Node.apply1 rowSums' x

let private rowSums' =
    {
        Name = "rowSums"
        Parameters = null
        Doc = "the sum of each row, as a vector"
        Notation = Notation.Scatter(fun _ x -> View(0, 1, 0, x.Rows, x.Columns))
        Domain = [ Reals ]
        Special = [ [ 0.0 ] ]
        Kernel = Whole { Infer = one (fun x -> Extent.vector x.Rows); CanFail = false; Evaluate = SharedKernels.rowSums }
        Derivative = Linear(fun xs ybar -> [ repeatColumn xs[0].Shape.Extent.Columns ybar ])
    }

/// A matrix of so many columns, each the same vector.
let repeatColumn columns (x: Node) : Node = Node.apply1 (repeatColumn' columns) x

let private repeatColumn' columns =
    {
        Name = "repeatColumn"
        Parameters = box columns
        Doc = "a matrix whose columns are all the same vector"
        Notation = Notation.Gather(fun x -> View(0, 1, 0, x.Rows, columns))
        Domain = [ Reals ]
        Special = [ [ 0.0 ] ]
        Kernel =
            Whole
                {
                    Infer = one (fun x -> Extent.matrix x.Rows columns)
                    CanFail = false
                    Evaluate = SharedKernels.repeatColumn columns
                }
        Derivative = Linear(fun _ ybar -> [ rowSums ybar ])
    }

/// The sum of each column, as a vector.
let columnSums (x: Node) : Node = Node.apply1 columnSums' x

let private columnSums' =
    {
        Name = "columnSums"
        Parameters = null
        Doc = "the sum of each column, as a vector"
        Notation = Notation.Scatter(fun _ x -> View(0, 0, 1, x.Rows, x.Columns))
        Domain = [ Reals ]
        Special = [ [ 0.0 ] ]
        Kernel =
            Whole
                {
                    Infer = one (fun x -> Extent.vector x.Columns)
                    CanFail = false
                    Evaluate =
                        { new WholeKernel() with
                            override _.Example(example, xs, y) =
                                Sums.ColumnSums(xs[0].Extent.Rows, xs[0].Extent.Columns, xs[0].At example, y)
                        }
                }
        Derivative = Linear(fun xs ybar -> [ repeatRow xs[0].Shape.Extent.Rows ybar ])
    }

/// A matrix of so many rows, each the same vector.
let repeatRow rows (x: Node) : Node = Node.apply1 (repeatRow' rows) x

let private repeatRow' rows =
    {
        Name = "repeatRow"
        Parameters = box rows
        Doc = "a matrix whose rows are all the same vector"
        Notation = Notation.Gather(fun x -> View(0, 0, 1, rows, x.Rows))
        Domain = [ Reals ]
        Special = [ [ 0.0 ] ]
        Kernel =
            Whole
                {
                    Infer = one (fun x -> Extent.matrix rows x.Rows)
                    CanFail = false
                    Evaluate =
                        { new WholeKernel() with
                            override _.IsRearrangement = true
                            override _.Example(example, xs, y) = Layout.RepeatRow(rows, xs[0].Extent.Rows, xs[0].At example, y)
                        }
                }
        Derivative = Linear(fun _ ybar -> [ columnSums ybar ])
    }

/// The primitives of this file. Last, so that all of them exist.
let primitives () =
    [
        Family.whole sum' (fun n m _ -> [ Extent.matrix n m ])
        Family.whole means' (fun n m _ -> [ Extent.matrix (n + 1) m ])
        Family.parameterised "fill" (fun n m _ -> fill' (Extent.matrix n m), [ Extent.scalar ])
        Family.whole rowSums' (fun n m _ -> [ Extent.matrix n m ])
        Family.parameterised "repeatColumn" (fun n m _ -> repeatColumn' m, [ Extent.vector n ])
        Family.whole columnSums' (fun n m _ -> [ Extent.matrix n m ])
        Family.parameterised "repeatRow" (fun n m _ -> repeatRow' n, [ Extent.vector m ])
    ]

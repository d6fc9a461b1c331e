/// Reading a window of a matrix, and laying windows out in one: the transposes of each other. In a rule, xs are the operands.
[<RequireQualifiedAccess>]
module internal rec AutoDiff.Indexing

open System
open AutoDiff.Kernels

let private extentOf (view: View) = Extent.matrix view.Rows view.Columns

/// Primitives that read one element: code over scalars makes many, mostly again what it has made before. One takes another's place here.
let private known: (Primitive | null)[] = Array.zeroCreate 1024

let private reading (view: View) : Primitive =
    let make place =
        let primitive = read' view
        known[place] <- primitive
        primitive

    if view.Rows <> 1 || view.Columns <> 1 then
        read' view
    else
        let place = (view.Offset + 31 * view.ColumnStride) &&& (known.Length - 1)

        match known[place] with
        | null -> make place
        | primitive when view.Equals primitive.Parameters -> primitive
        | _ -> make place

/// The elements of a window.
let read (view: View) (x: Node) : Node = Node.apply1 (reading view) x

let private read' view =
    // the transpose
    let laying = Last(fun extent -> assemble' extent [| view |])

    {
        Name = "read"
        Parameters = box view
        Doc = "the elements of a window: rows, columns, parts, the diagonal"
        Notation = Notation.Gather(fun _ -> view)
        Domain = [ Reals ]
        Special = []
        Kernel =
            Whole
                {
                    Infer = fun _ -> Ok(extentOf view)
                    CanFail = false
                    Evaluate =
                        { new WholeKernel() with
                            override _.Fusion = Gather view
                            override _.Example(example, xs, y) = Layout.Read(view, xs[0].At example, y)
                        }
                }
        Derivative = Linear(fun xs ybar -> [ Node.apply1 (laying.For xs[0].Shape.Extent) ybar ])
    }

/// Zeros of an extent, with each operand added on its window.
let assemble extent (views: View[]) (xs: Node[]) : Node =
    if xs.Length = 0 then
        Node.zeros (Shape.one extent) Precision.Double
    else
        Node.apply (assemble' extent views) xs

/// The places of the elements of a window, column by column.
let private targets (view: View) : int[] =
    Array.init (view.Rows * view.Columns) (fun i -> view.Offset + i % view.Rows * view.RowStride + i / view.Rows * view.ColumnStride)

let private assemble' extent views =
    let places = lazy (Array.map targets views)

    {
        Name = "assemble"
        Parameters = box views
        Doc = "zeros, with each operand added on its window: vectors and matrices made of parts"
        Notation = Notation.Scatter(fun i _ -> views[i])
        Domain = [ Reals ]
        Special = []
        Kernel =
            Whole
                {
                    Infer = fun _ -> Ok extent
                    CanFail = false
                    Evaluate =
                        { new WholeKernel() with
                            override _.Fusion = Scatter views

                            override _.Example(example, xs, y) =
                                y.Clear()

                                for i in 0 .. xs.Length - 1 do
                                    Layout.Add(views[i], xs[i].At example, y)

                            override kernel.Examples(count, xs, extent, y) =
                                if WholeKernel.AreMany(count, extent) then
                                    WholeKernel.AddUp(places.Value, count, xs, extent, y)
                                else
                                    kernel.OneByOne(count, xs, extent, y)
                        }
                }
        Derivative = Linear(fun _ ybar -> [ for view in views -> read view ybar ])
    }

/// A matrix as the columns of its transpose.
let transpose (x: Node) : Node = Node.apply1 transpose' x

let private transpose' =
    {
        Name = "transpose"
        Parameters = null
        Doc = "rows become columns"
        Notation = Notation.Gather(fun x -> View(0, x.Rows, 1, x.Columns, x.Rows))
        Domain = [ Reals ]
        Special = []
        Kernel =
            Whole
                {
                    Infer = fun xs -> Ok(Extent.matrix xs[0].Columns xs[0].Rows)
                    CanFail = false
                    Evaluate =
                        { new WholeKernel() with
                            override _.Fusion = Transposition

                            override _.Example(example, xs, y) =
                                Layout.Transpose(xs[0].Extent.Rows, xs[0].Extent.Columns, xs[0].At example, y)
                        }
                }
        Derivative = Linear(fun _ ybar -> [ transpose ybar ])
    }

/// The elements of vectors of one length: by turns, the first of each, then the second of each; otherwise one vector after the other.
let interleave byTurns (xs: Node[]) : Node =
    let count = xs[0].Shape.Extent.Rows
    let view k = if byTurns then View(k, xs.Length, 0, count, 1) else View(k * count, 1, 0, count, 1)
    Node.apply (interleave' byTurns (Array.init xs.Length view)) xs

let private interleave' byTurns (views: View[]) =
    {
        Name = "interleave"
        Parameters = box (struct (byTurns, views.Length))
        Doc = "the elements of vectors of one length, by turns or one vector after the other"
        Notation = Notation.Scatter(fun i _ -> views[i])
        Domain = [ Reals ]
        Special = []
        Kernel =
            Whole
                {
                    Infer = fun xs -> Ok(Extent.vector (views.Length * xs[0].Rows))
                    CanFail = false
                    Evaluate =
                        { new WholeKernel() with
                            override _.Fusion = Interleave views

                            override _.Example(example, xs, y) =
                                for k in 0 .. views.Length - 1 do
                                    let x = xs[k].At example

                                    for i in 0 .. x.Length - 1 do
                                        y[views[k].Offset + i * views[k].RowStride] <- x[i]
                        }
                }
        Derivative = Linear(fun _ ybar -> [ for view in views -> read view ybar ])
    }

/// The window of one element.
let element (extent: Extent) row column = View(row + column * extent.Rows, 1, extent.Rows, 1, 1)

/// The window of a part of a matrix.
let part (extent: Extent) row rows column columns = View(row + column * extent.Rows, 1, extent.Rows, rows, columns)

/// The window of the main diagonal, as a column.
let diagonal (extent: Extent) = View(0, extent.Rows + 1, 0, min extent.Rows extent.Columns, 1)

let private viewsOf (node: Node) : View[] =
    match node.Primitive.Parameters with
    | :? (View[]) as views -> views
    | _ -> [||]

/// One element, as a scalar.
let item row column (x: Node) : Node =
    let extent = x.Shape.Extent

    match x.Value.Data with
    | :? (float[]) as data when isNull x.Trace -> Node.number x.Precision data[row + column * extent.Rows]
    | _ -> read (element extent row column) x

/// Whether a node reads a window.
let isRead (node: Node) = node.Primitive.Parameters :? View

/// The window that such a node reads.
let windowOf (node: Node) : View =
    match node.Primitive.Parameters with
    | :? View as view -> view
    | _ -> invalidArg (nameof node) "It reads no window."

/// What a cotangent of such a node is to its operand: zeros around the window.
let unread (node: Node) (ybar: Node) : Node =
    match node.Primitive.Derivative with
    | Linear transpose -> List.head (transpose node.Operands ybar)
    | _ -> invalidArg (nameof node) "It reads no window."

/// Whether a node lays windows out.
let isAssembled (node: Node) = node.Primitive.Parameters :? (View[])

/// The windows on which such a node lays out its operands.
let windows (node: Node) : View[] = viewsOf node

/// The primitives of this file. Last, so that all of them exist.
let primitives () =
    [
        Family.parameterised "read" (fun n m k ->
            let extent = Extent.matrix (n + 1) (m + k)
            read' (part extent 1 n k m), [ extent ])
        Family.parameterised "assemble" (fun n m _ ->
            let extent = Extent.matrix (n + 1) (m + 1)
            let views = [| part extent 0 n 0 m; part extent 1 n 1 m; element extent 0 0 |]
            assemble' extent views, [ Extent.matrix n m; Extent.matrix n m; Extent.scalar ])
        Family.whole transpose' (fun n m _ -> [ Extent.matrix n m ])
        Family.parameterised "interleave" (fun n _ _ ->
            let views = [| for k in 0..2 -> View(k, 3, 0, n, 1) |]
            interleave' true views, [ Extent.vector n; Extent.vector n; Extent.vector n ])
    ]

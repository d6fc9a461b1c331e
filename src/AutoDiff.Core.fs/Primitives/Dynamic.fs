/// Rows at an index that is a value: reading one, and placing one among zeros; the transposes of each other. In a rule, xs are the operands.
[<RequireQualifiedAccess>]
module internal rec AutoDiff.Dynamic

open System
open AutoDiff.Kernels

/// Row i of a matrix as a vector, element i of a vector as a scalar.
let rowAt (i: Node) (x: Node) : Node = Node.apply2 rowAt' i x

let private rowAt' =
    {
        Name = "rowAt"
        Parameters = null
        Doc = "the row of a matrix, or the element of a vector, at an index that is a value"
        Notation = Notation.byName
        Domain = [ Mask; Reals ]
        Special = []
        Kernel =
            Whole
                {
                    Infer = fun xs -> if xs[0].IsScalar then Ok(Extent.vector xs[1].Columns) else Error "the index must be a scalar"
                    CanFail = true
                    Evaluate =
                        { new WholeKernel() with
                            override _.Example(example, xs, y) =
                                let extent = xs[1].Extent
                                let i = SharedKernels.position "At" xs[0] example extent.Rows
                                Layout.Read(Indexing.part extent i 1 0 extent.Columns, xs[1].At example, y)

                            override _.Examples(count, xs, _, y) =
                                let rows, columns = xs[1].Extent.Rows, xs[1].Extent.Columns

                                for example in 0 .. count - 1 do
                                    let i = SharedKernels.position "At" xs[0] example rows

                                    for j in 0 .. columns - 1 do
                                        y[example * columns + j] <- xs[1].Data[example * xs[1].Stride + i + j * rows]
                        }
                }
        Derivative = LinearGiven(fun xs ybar -> [ placeRow xs[1].Shape.Extent xs[0] ybar ])
    }

/// Zeros of an extent, with a row placed at an index.
let placeRow extent (i: Node) (row: Node) : Node = Node.apply2 (placeRow' extent) i row

let private placeRow' (extent: Extent) =
    {
        Name = "placeRow"
        Parameters = box extent
        Doc = "zeros, with a row at an index that is a value"
        Notation = Notation.byName
        Domain = [ Mask; Reals ]
        Special = []
        Kernel =
            Whole
                {
                    Infer = fun xs -> if xs[0].IsScalar then Ok extent else Error "the index must be a scalar"
                    CanFail = true
                    Evaluate =
                        { new WholeKernel() with
                            override _.Example(example, xs, y) =
                                y.Clear()
                                let i = SharedKernels.position "At" xs[0] example extent.Rows
                                Layout.Add(Indexing.part extent i 1 0 extent.Columns, xs[1].At example, y)

                            override _.Examples(count, xs, _, y) =
                                let rows, columns = extent.Rows, extent.Columns
                                Array.Clear(y, 0, count * extent.Size)

                                for example in 0 .. count - 1 do
                                    let i = SharedKernels.position "At" xs[0] example rows

                                    for j in 0 .. columns - 1 do
                                        y[example * extent.Size + i + j * rows] <- xs[1].Data[example * xs[1].Stride + j]
                        }
                }
        Derivative = LinearGiven(fun xs ybar -> [ rowAt xs[0] ybar ])
    }

/// The primitives of this file. Last, so that all of them exist.
let primitives () =
    [
        Family.whole rowAt' (fun n m _ -> [ Extent.scalar; Extent.matrix (n + 2) m ])
        Family.parameterised "placeRow" (fun n m _ -> placeRow' (Extent.matrix (n + 2) m), [ Extent.scalar; Extent.vector m ])
    ]

/// The exponential of square matrices. In a rule, xs are the operands, dxs are the tangents.
[<RequireQualifiedAccess>]
module internal rec AutoDiff.MatrixExponential

open AutoDiff.Kernels

/// The exponential of a matrix: the sum of Aᵏ / k!.
let exponential (a: Node) : Node = Node.apply1 exponential' a

let private exponential' =
    {
        Name = "matrixExponential"
        Parameters = null
        Doc = "the exponential of a matrix, the sum of its powers, each divided by the factorial"
        Notation = Notation.byName
        Domain = [ Reals ]
        Special = []
        Kernel =
            Whole
                {
                    Infer = Dense.square (fun n -> Extent.matrix n n)
                    CanFail = false
                    Evaluate =
                        { new WholeKernel() with
                            override _.Example(example, xs, y) =
                                if y.Length > 0 then
                                    Dense.write (Pade.exponential xs[0].Extent.Rows (Dense.floats xs[0] example)) 0 y
                        }
                }
        Derivative = Tangent(fun xs _ dxs -> along xs[0] dxs[0])
    }

/// The derivative of the exponential at a along e: the part beside the diagonal of the exponential of [A E; 0 A].
let along (a: Node) (e: Node) : Node = Node.apply2 along' a e

/// [x beside; 0 x], of nodes.
let private block (x: Node) (beside: Node) =
    let n = x.Shape.Extent.Rows
    let extent = Extent.matrix (2 * n) (2 * n)
    let at i j = Indexing.part extent (i * n) n (j * n) n
    Indexing.assemble extent [| at 0 0; at 1 1; at 0 1 |] [| x; x; beside |]

let private along' =
    {
        Name = "matrixExponentialAlong"
        Parameters = null
        Doc = "the derivative of the exponential of the first matrix along the second"
        Notation = Notation.byName
        Domain = [ Reals; Reals ]
        Special = []
        Kernel =
            Whole
                {
                    Infer =
                        fun xs ->
                            if xs[0].Rows = xs[0].Columns && xs[0].Equals xs[1] then
                                Ok xs[0]
                            else
                                Error "needs two square matrices of one size"
                    CanFail = false
                    Evaluate =
                        { new WholeKernel() with
                            override _.Example(example, xs, y) =
                                Dense.write (Pade.along xs[0].Extent.Rows (Dense.floats xs[0] example) (Dense.floats xs[1] example)) 0 y
                        }
                }
        Derivative =
            Both(
                (fun xs _ dxs ->
                    let n = xs[0].Shape.Extent.Rows
                    let wide = Extent.matrix (2 * n) (2 * n)
                    let twice = Indexing.assemble wide [| Indexing.part wide 0 n 0 n; Indexing.part wide n n n n |] [| dxs[0]; dxs[0] |]
                    let moved = Indexing.read (Indexing.part wide 0 n n n) (along (block xs[0] xs[1]) twice)
                    Arithmetic.add moved (along xs[0] dxs[1])),
                (fun xs _ ybar ->
                    let n = xs[0].Shape.Extent.Rows
                    let wide = Extent.matrix (2 * n) (2 * n)
                    let corner = Indexing.assemble wide [| Indexing.part wide 0 n n n |] [| ybar |]

                    let abar () =
                        let bar = along (Indexing.transpose (block xs[0] xs[1])) corner
                        Arithmetic.add (Indexing.read (Indexing.part wide 0 n 0 n) bar) (Indexing.read (Indexing.part wide n n n n) bar)

                    [ abar; (fun () -> along (Indexing.transpose xs[0]) ybar) ])
            )
    }

/// The primitives of this file. Last, so that all of them exist.
let primitives () =
    [
        Family.whole exponential' (fun n _ _ -> [ Extent.matrix n n ])
        Family.whole along' (fun n _ _ -> [ Extent.matrix n n; Extent.matrix n n ])
    ]

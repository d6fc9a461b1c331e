/// The Cholesky factor, QR, and singular values with their vectors. In a rule, xs are the operands, y is the result, dxs are the tangents.
[<RequireQualifiedAccess>]
module internal rec AutoDiff.Factorisations

open AutoDiff.Kernels

/// The lower triangle L of L Lᵀ, the symmetric part of a matrix.
let cholesky (a: Node) : Node = Node.apply1 cholesky' a

let private cholesky' =
    {
        Name = "cholesky"
        Parameters = null
        Doc = "the lower triangle L of which L Lᵀ is the symmetric part of a matrix; an exception where that is not positive definite"
        Notation = Notation.byName
        Domain = [ PositiveDefinite ]
        Special = []
        Kernel =
            Whole
                {
                    Infer = Dense.square (fun n -> Extent.matrix n n)
                    CanFail = true
                    Evaluate =
                        { new WholeKernel() with
                            override _.Example(example, xs, y) =
                                let n = xs[0].Extent.Rows
                                Dense.write (Factors.cholesky n (Dense.symmetricPart n (Dense.floats xs[0] example))) 0 y
                        }
                }
        Derivative =
            Tangent(fun _ y dxs ->
                let half = Triangles.solve "Cholesky" true false y (Dense.symmetric dxs[0])
                let both = Triangles.solve "Cholesky" true false y (Indexing.transpose half)
                Products.strong false false y (Triangles.scale 1.0 0.5 0.0 both))
    }

/// The solution of equations with a positive definite matrix, given its Cholesky factor.
let solveCholesky (l: Node) (b: Node) : Node = Triangles.solve "Solve" true true l (Triangles.solve "Solve" true false l b)

/// The logarithm of the determinant of a positive definite matrix, given its Cholesky factor.
let logDeterminantCholesky (l: Node) : Node =
    Arithmetic.multiply (Node.plain 2.0) (Reduction.sum (Elementary.log (Indexing.read (Indexing.diagonal l.Shape.Extent) l)))

/// Q, with orthonormal columns, above R, an upper triangle with a positive diagonal.
let qr (a: Node) : Node = Node.apply1 qr' a

let private stacked (top: Node) (bottom: Node) : Node =
    let m, n, columns = top.Shape.Extent.Rows, bottom.Shape.Extent.Rows, top.Shape.Extent.Columns
    let extent = Extent.matrix (m + n) columns
    Indexing.assemble extent [| Indexing.part extent 0 m 0 columns; Indexing.part extent m n 0 columns |] [| top; bottom |]

/// Rows from a first one on.
let rows first count (x: Node) : Node = Indexing.read (Indexing.part x.Shape.Extent first count 0 x.Shape.Extent.Columns) x

let private qr' =
    {
        Name = "qr"
        Parameters = null
        Doc =
            "Q above R, with orthonormal columns and an upper triangle with a positive diagonal, whose product is the operand, of full column rank"
        Notation = Notation.byName
        Domain = [ FullColumnRank ]
        Special = []
        Kernel =
            Whole
                {
                    Infer =
                        fun xs ->
                            if xs[0].Rows < xs[0].Columns then
                                Error "needs at least as many rows as columns"
                            else
                                Ok(Extent.matrix (xs[0].Rows + xs[0].Columns) xs[0].Columns)
                    CanFail = true
                    Evaluate =
                        { new WholeKernel() with
                            override _.Example(example, xs, y) =
                                Dense.write (Factors.qr xs[0].Extent.Rows xs[0].Extent.Columns (Dense.floats xs[0] example)) 0 y
                        }
                }
        Derivative =
            Tangent(fun xs y dxs ->
                let m, n = xs[0].Shape.Extent.Rows, xs[0].Shape.Extent.Columns
                let q, r = rows 0 m y, rows m n y
                // dA R⁻¹, and what of it lies in the space of Q
                let moved = Indexing.transpose (Triangles.solve "QR" false true r (Indexing.transpose dxs[0]))
                let within = Products.strong true false q moved
                let lower = Triangles.scale 1.0 0.0 0.0 within
                let turn = Arithmetic.subtract lower (Indexing.transpose lower)
                let inside = Products.strong false false q turn
                let outside () = Arithmetic.subtract moved (Products.strong false false q within)

                stacked
                    (if m > n then Arithmetic.add inside (outside ()) else inside)
                    (Triangles.part false (Arithmetic.subtract (Products.strong true false q dxs[0]) (Products.strong false false turn r))))
    }

/// The least-squares solution, given Q above R.
let leastSquares (qr: Node) (b: Node) : Node =
    let n = qr.Shape.Extent.Columns
    let m = qr.Shape.Extent.Rows - n
    Triangles.solve "LeastSquares" false false (rows m n qr) (Products.product true false (rows 0 m qr) b)

/// The symmetric matrix with a and its transpose beside the diagonal, and zeros on it.
let private embed (a: Node) : Node =
    let m, n = a.Shape.Extent.Rows, a.Shape.Extent.Columns
    let extent = Extent.matrix (m + n) (m + n)
    Indexing.assemble extent [| Indexing.part extent 0 m m n; Indexing.part extent m n 0 m |] [| a; Indexing.transpose a |]

/// The singular values, descending: half the differences of the eigenvalues σ and -σ of the symmetric matrix with A beside the diagonal.
/// Equal ones share their slope, and that at 0 is 0.
let singularValues (a: Node) (svd: Node) : Node =
    let extent = a.Shape.Extent
    let count, size = min extent.Rows extent.Columns, extent.Rows + extent.Columns
    let eigenvalues = Spectral.eigenvalues (embed a) (Factors.embedding extent svd)
    let upper = Indexing.read (View(size - 1, -1, 0, count, 1)) eigenvalues
    let lower = Indexing.read (View(0, 1, 0, count, 1)) eigenvalues
    Arithmetic.multiply (Node.plain 0.5) (Arithmetic.subtract upper lower)

/// The sum of the singular values, with derivatives of every order also where they are equal.
let nuclearNorm (a: Node) (svd: Node) : Node =
    let extent = a.Shape.Extent
    let count, size = min extent.Rows extent.Columns, extent.Rows + extent.Columns

    let weights =
        Array.init size (fun i ->
            if i < count then -0.5
            elif i >= size - count then 0.5
            else 0.0)

    Spectral.weightedSum (embed a) (Factors.embedding extent svd) weights

/// The left singular vectors above the right ones, a column for each singular value.
let singularVectors (a: Node) (svd: Node) : Node = Node.apply2 singularVectors' a svd

let private singularVectors' =
    {
        Name = "singularVectors"
        Parameters = null
        Doc = "the left singular vectors above the right ones; the derivative is an exception where a singular value is repeated or 0"
        Notation = Notation.byName
        Domain = [ Distinct; Derived Factors.svd' ]
        Special = []
        Kernel =
            Whole
                {
                    Infer = fun xs -> Ok(Extent.matrix (xs[0].Rows + xs[0].Columns) (min xs[0].Rows xs[0].Columns))
                    CanFail = false
                    Evaluate =
                        { new WholeKernel() with
                            override _.Example(example, xs, y) =
                                let m, n = xs[0].Extent.Rows, xs[0].Extent.Columns
                                let count = min m n
                                let packed = xs[1].At example

                                for j in 0 .. count - 1 do
                                    packed.Slice(j * m, m).CopyTo(y.Slice(j * (m + n), m))
                                    packed.Slice(m * m + count + j * n, n).CopyTo(y.Slice(j * (m + n) + m, n))
                        }
                }
        Derivative =
            Tangent(fun xs y dxs ->
                let m, n = xs[0].Shape.Extent.Rows, xs[0].Shape.Extent.Columns
                let values = Spectral.requireDistinctSingularValues (singularValues xs[0] xs[1])
                let u, v = rows 0 m y, rows m n y
                let toV, toU = Products.strong false false dxs[0] v, Products.strong true false dxs[0] u
                let within = Products.strong true false u toV
                // turns of u and v together, and against each other
                let difference = Arithmetic.multiply (Spectral.reciprocalGaps -1.0 values) (Dense.symmetric within)
                let skew = Arithmetic.multiply (Node.plain 0.5) (Arithmetic.subtract within (Indexing.transpose within))
                let sum = Arithmetic.multiply (Spectral.reciprocalGaps 1.0 values) skew
                let outOf x moved = Arithmetic.subtract moved (Products.strong false false x (Products.strong true false x moved))
                let overValues x = Arithmetic.divide x (Reduction.repeatRow x.Shape.Extent.Rows values)

                let turned x turn moved rows =
                    let inner = Products.strong false false x turn
                    if rows > min m n then Arithmetic.add inner (overValues (outOf x moved)) else inner

                stacked (turned u (Arithmetic.add difference sum) toV m) (turned v (Arithmetic.subtract difference sum) toU n))
    }

/// The primitives of this file. Last, so that all of them exist.
let primitives () =
    [
        Family.whole cholesky' (fun n _ _ -> [ Extent.matrix n n ])
        Family.whole qr' (fun n m _ -> [ Extent.matrix (max n m) (min n m) ])
        Family.whole singularVectors' (fun n m _ -> [ Extent.matrix n m; Extent.vector (n * n + min n m + m * m) ])
    ]

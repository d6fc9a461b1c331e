/// Factorisations, by MathNet. LU, eigenvalues and singular values are primitives of which the results are packed into one array: operands of
/// the primitives that use them, beside the matrix. They have no derivative; the rules are with respect to the matrix.
[<RequireQualifiedAccess>]
module internal AutoDiff.Factors

open System
open System.Numerics
open AutoDiff.Kernels
open MathNet.Numerics.LinearAlgebra
open MathNet.Numerics.LinearAlgebra.Factorization
open MathNet.Numerics.Providers.LinearAlgebra

let private primitive name doc domain shape kernel : Primitive =
    {
        Name = name
        Parameters = null
        Doc = doc
        Notation = Notation.byName
        Domain = [ domain ]
        Special = []
        Kernel = Whole { Infer = shape; CanFail = true; Evaluate = kernel }
        Derivative = Constant
    }

let private luKernel =
    { new WholeKernel() with
        override _.Example(example, xs, y) =
            let n = xs[0].Extent.Rows

            if n > 0 then
                let a = Dense.floats xs[0] example
                let swaps = Array.zeroCreate<int> n
                LinearAlgebraControl.Provider.LUFactor(a, n, swaps)
                Dense.write a 0 y
                Dense.write (Array.map float swaps) (n * n) y
    }

/// L below the diagonal and U on and above it, with rows exchanged, and in one more column the row that each was exchanged with.
let lu' =
    primitive
        "lu"
        "the triangular factors of a matrix with its rows exchanged, and the exchanges"
        Invertible
        (Dense.square (fun n -> Extent.matrix n (n + 1)))
        luKernel

/// The factors of a matrix.
let lu (a: Node) : Node = Dense.factor lu' a

/// The extent of the factors of a singular value decomposition: U, the singular values, and V, one after the other.
let private svdExtent (a: Extent) = Extent.vector (a.Rows * a.Rows + min a.Rows a.Columns + a.Columns * a.Columns)

/// A factorisation of a matrix as numbers: all left vectors, the singular values in descending order, all right vectors.
[<Struct>]
type internal Svd = { Rows: int; Columns: int; U: float[]; Values: float[]; V: float[] }

/// The packed factors of a rows x columns matrix, as numbers.
let unpackSvd rows columns (packed: Operand<'T>) example : Svd =
    let numbers = Dense.floats packed example
    let count = min rows columns

    {
        Rows = rows
        Columns = columns
        U = numbers[.. rows * rows - 1]
        Values = Array.sub numbers (rows * rows) count
        V = numbers[rows * rows + count ..]
    }

/// Whether the largest element of a column, by its absolute value, is negative: then its sign is changed, so that signs depend on
/// the matrix alone and stay when it moves a little.
let private isTurned rows column (a: float[]) =
    let mutable largest = 0.0

    for i in column * rows .. (column + 1) * rows - 1 do
        // of nearly equal ones the first
        if Math.Abs a[i] > 1.0000001 * Math.Abs largest then
            largest <- a[i]

    largest < 0.0

let private turn rows column (a: float[]) =
    for i in column * rows .. (column + 1) * rows - 1 do
        a[i] <- -a[i]

let private transposed rows columns (a: float[]) =
    let y = Array.zeroCreate<float> a.Length
    Layout.Transpose(rows, columns, ReadOnlySpan a, Span y)
    y

let private svdKernel =
    { new WholeKernel() with
        override _.Example(example, xs, y) =
            let m, n = xs[0].Extent.Rows, xs[0].Extent.Columns
            let unit k = Array.init (k * k) (fun i -> if i % (k + 1) = 0 then 1.0 else 0.0)

            if m = 0 || n = 0 then
                Dense.write (Array.append (unit m) (unit n)) 0 y
            else
                let s, u, vt = Array.zeroCreate<float>(min m n), Array.zeroCreate<float>(m * m), Array.zeroCreate<float>(n * n)
                LinearAlgebraControl.Provider.SingularValueDecomposition(true, Dense.floats xs[0] example, m, n, s, u, vt)
                let v = transposed n n vt

                for k in 0 .. max m n - 1 do
                    if (if k < m then isTurned m k u else isTurned n k v) then
                        if k < m then
                            turn m k u

                        if k < n then
                            turn n k v

                Dense.write u 0 y
                Dense.write s (m * m) y
                Dense.write v (m * m + s.Length) y
    }

/// All left singular vectors, the singular values in descending order, and all right singular vectors.
let svd' =
    primitive
        "svd"
        "the singular values of a matrix, in descending order, between its left and right singular vectors"
        Distinct
        (fun xs -> Ok(svdExtent xs[0]))
        svdKernel

/// The singular value decomposition of a matrix.
let svd (a: Node) : Node = Dense.factor svd' a

let private eigenKernel =
    { new WholeKernel() with
        override _.Example(example, xs, y) =
            let n = xs[0].Extent.Rows

            if n > 0 then
                let a = Dense.symmetricPart n (Dense.floats xs[0] example)

                if Array.forall Double.IsFinite a then
                    let vectors, values = Array.zeroCreate<float>(n * n), Array.zeroCreate<Complex> n
                    LinearAlgebraControl.Provider.EigenDecomp(true, n, a, vectors, values, Array.zeroCreate (n * n))

                    for k in 0 .. n - 1 do
                        if isTurned n k vectors then
                            turn n k vectors

                    Dense.write vectors 0 y
                    Dense.write (values |> Array.map _.Real) (n * n) y
                else
                    y.Fill(Numbers.From nan)
    }

/// Orthonormal eigenvectors of the symmetric part as columns, and in one more column the eigenvalues, ascending.
let eigen' =
    primitive
        "eigen"
        "the eigenvectors of the symmetric part of a matrix, and its eigenvalues, ascending"
        Distinct
        (Dense.square (fun n -> Extent.matrix n (n + 1)))
        eigenKernel

/// The eigenvalue decomposition of the symmetric part of a matrix.
let eigen (a: Node) : Node = Dense.factor eigen' a

/// Eigenvectors [u; v]/√2 for σ, [u; -v]/√2 for -σ, and for the value 0 those that are left over of the longer side: where each element is
/// found among the packed factors, -1 for a zero, and what it is multiplied by.
let private embedded rows columns : struct (int[] * float[]) =
    let count, size = min rows columns, rows + columns
    let places = Array.create (size * (size + 1)) -1
    let weights = Array.zeroCreate<float> places.Length

    let put at place weight =
        places[at] <- place
        weights[at] <- weight

    let vectors column left right index =
        if index < rows then
            for i in 0 .. rows - 1 do
                put (column * size + i) (index * rows + i) left

        if index < columns then
            for i in 0 .. columns - 1 do
                put (column * size + rows + i) (rows * rows + count + index * columns + i) right

    let half = Math.Sqrt 0.5

    for k in 0 .. count - 1 do
        vectors k half -half k
        put (size * size + k) (rows * rows + k) -1.0
        vectors (size - 1 - k) half half k
        put (size * size + size - 1 - k) (rows * rows + k) 1.0

    for k in count .. max rows columns - 1 do
        vectors k 1.0 1.0 k

    struct (places, weights)

/// The eigenvalue decomposition of [0 A; Aᵀ 0] for a rows x columns matrix A, made of the singular values of A.
let private embedding' rows columns : Primitive =
    let table = lazy embedded rows columns

    { primitive
          "embedding"
          "the eigenvalues and eigenvectors of the symmetric matrix with A and its transpose beside the diagonal, from those of A"
          Reals
          (fun _ -> Ok(Extent.matrix (rows + columns) (rows + columns + 1)))
          { new WholeKernel() with
              override _.Example(example, xs, y) =
                  let struct (places, weights) = table.Value
                  let packed = xs[0].At example

                  for i in 0 .. y.Length - 1 do
                      y[i] <- Numbers.From(if places[i] < 0 then 0.0 else weights[i] * Numbers.To packed[places[i]])
          } with
        Parameters = box (struct (rows, columns))
    }

/// The eigenvalue decomposition of [0 A; Aᵀ 0], from the singular values of A.
let embedding (a: Extent) (svd: Node) : Node = Node.apply1 (embedding' a.Rows a.Columns) svd

/// The first pivot that is not positive.
let private failingPivot n (a: float[]) =
    let l = Array.copy a
    let mutable k = 0

    while k < n && l[k * (n + 1)] > 0.0 do
        let pivot = Math.Sqrt l[k * (n + 1)]

        for i in k .. n - 1 do
            l[i + k * n] <- l[i + k * n] / pivot

        for j in k + 1 .. n - 1 do
            for i in j .. n - 1 do
                l[i + j * n] <- l[i + j * n] - l[i + k * n] * l[j + k * n]

        k <- k + 1

    Math.Min(k, n - 1)

/// The factor of a symmetric matrix of numbers.
let cholesky n (a: float[]) : float[] =
    let l = Array.copy a

    if n > 0 then
        try
            LinearAlgebraControl.Provider.CholeskyFactor(l, n)
        with :? ArgumentException ->
            raise (NotPositiveDefiniteException("Cholesky", n, failingPivot n a))

    l

/// Q above R, of numbers. What orthogonalisation leaves of a column that depends on those before it is rounding, and counts as 0.
let qr m n (a: float[]) : float[] =
    let y = Array.zeroCreate<float>((m + n) * n)

    if n > 0 then
        let factors = Matrix<float>.Build.Dense(m, n, a).QR(QRMethod.Thin)
        let sign i = if factors.R[i, i] < 0.0 then -1.0 else 1.0

        for j in 0 .. n - 1 do
            for i in 0 .. m - 1 do
                y[j * (m + n) + i] <- sign j * factors.Q[i, j]

            for i in 0..j do
                y[j * (m + n) + m + i] <- sign i * factors.R[i, j]

            let diagonal = j * (m + n) + m + j

            if y[diagonal] <= float m * Math.ScaleB(1.0, -52) * factors.R.Column(j).L2Norm() then
                y[diagonal] <- 0.0

    y

/// The primitives of this file. They have no derivative, though their values vary: see above.
let primitives () =
    [
        Family.whole lu' (fun n _ _ -> [ Extent.matrix n n ])
        Family.whole svd' (fun n m _ -> [ Extent.matrix n m ])
        Family.whole eigen' (fun n _ _ -> [ Extent.matrix n n ])
        Family.parameterised "embedding" (fun n m _ -> embedding' n m, [ svdExtent (Extent.matrix n m) ])
    ]

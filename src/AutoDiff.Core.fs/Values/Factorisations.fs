namespace AutoDiff

/// The triangular factors of a square matrix, with its rows exchanged: computed once, for as many uses as one likes.
[<Sealed>]
type LUFactors internal (a: Node, lu: Node) =
    /// <summary>The solution of A x = b. Raises SingularMatrixException where a pivot is 0.</summary>
    /// <param name="b">The right-hand side, an element for each row.</param>
    /// <returns>The solution, an element for each column of A.</returns>
    /// <exception cref="T:AutoDiff.SingularMatrixException">a pivot is 0.</exception>
    member _.Solve(b: Vector) : Vector = Vector(Solving.solve false a lu b.Node)

    /// <summary>The solutions of A X = B, one for each column. Raises SingularMatrixException where a pivot is 0.</summary>
    /// <param name="b">The right-hand sides, one a column.</param><returns>The solutions, one a column.</returns>
    /// <exception cref="T:AutoDiff.SingularMatrixException">a pivot is 0.</exception>
    member _.Solve(b: Matrix) : Matrix = Matrix(Solving.solve false a lu b.Node)

    /// <summary>The solution of Aᵀ x = b. Raises SingularMatrixException where a pivot is 0.</summary>
    /// <param name="b">The right-hand side, an element for each row.</param><returns>The solution.</returns>
    /// <exception cref="T:AutoDiff.SingularMatrixException">a pivot is 0.</exception>
    member _.SolveTransposed(b: Vector) : Vector = Vector(Solving.solve true a lu b.Node)

    /// <summary>The solutions of Aᵀ X = B, one for each column. Raises SingularMatrixException where a pivot is 0.</summary>
    /// <param name="b">The right-hand sides, one a column.</param><returns>The solutions, one a column.</returns>
    /// <exception cref="T:AutoDiff.SingularMatrixException">a pivot is 0.</exception>
    member _.SolveTransposed(b: Matrix) : Matrix = Matrix(Solving.solve true a lu b.Node)

    /// <summary>The inverse of A. Raises SingularMatrixException where a pivot is 0.</summary>
    /// <returns>A matrix of the same shape.</returns><exception cref="T:AutoDiff.SingularMatrixException">a pivot is 0.</exception>
    member _.Inverse() : Matrix = Matrix(Solving.inverse "Inverse" a lu)

    /// The determinant of A. Its derivatives hold for singular matrices too.
    member _.Determinant: Scalar = Scalar(Determinants.determinant a lu)

    /// The logarithm of the absolute value of the determinant: -inf for a singular A, where its derivative raises SingularMatrixException.
    member _.LogDeterminant: Scalar = Scalar(Determinants.logAbsDeterminant a lu)

    /// -1, 0 or 1 by the sign of the determinant; slope 0.
    member _.SignOfDeterminant: Scalar = Scalar(Determinants.signOfDeterminant a lu)

/// The Cholesky factor of a positive definite matrix: computed once, for as many uses as one likes.
[<Sealed>]
type CholeskyFactors internal (l: Node) =
    /// The lower triangle L, with positive diagonal, of which L Lᵀ is the matrix.
    member _.Factor: Matrix = Matrix l

    /// <summary>The solution of A x = b.</summary><param name="b">The right-hand side, an element for each row.</param>
    /// <returns>The solution, an element for each column of A.</returns>
    member _.Solve(b: Vector) : Vector = Vector(Factorisations.solveCholesky l b.Node)

    /// <summary>The solutions of A X = B, one for each column.</summary><param name="b">The right-hand sides, one a column.</param>
    /// <returns>The solutions, one a column.</returns>
    member _.Solve(b: Matrix) : Matrix = Matrix(Factorisations.solveCholesky l b.Node)

    /// The logarithm of the determinant.
    member _.DeterminantLn: Scalar = Scalar(Factorisations.logDeterminantCholesky l)

    /// The determinant.
    member x.Determinant: Scalar = Scalar.Exp x.DeterminantLn

/// A matrix of full column rank, with at least as many rows as columns, as Q R.
[<Sealed>]
type QRFactors internal (qr: Node) =
    let n = qr.Shape.Extent.Columns
    let m = qr.Shape.Extent.Rows - n

    /// Orthonormal columns, as many as A has: the thin Q.
    member _.Q: Matrix = Matrix(Factorisations.rows 0 m qr)

    /// An upper triangle with a positive diagonal, which makes both factors unique.
    member _.R: Matrix = Matrix(Factorisations.rows m n qr)

    /// <summary>The x for which A x is closest to b. Raises SingularMatrixException where a pivot is 0.</summary>
    /// <param name="b">The right-hand side, an element for each row.</param>
    /// <returns>The solution, an element for each column of A.</returns>
    /// <exception cref="T:AutoDiff.SingularMatrixException">a pivot is 0.</exception>
    member _.Solve(b: Vector) : Vector = Vector(Factorisations.leastSquares qr b.Node)

    /// <summary>The X for which A X is closest to B, column by column. Raises SingularMatrixException where a pivot is 0.</summary>
    /// <param name="b">The right-hand sides, one a column.</param><returns>The solutions, one a column.</returns>
    /// <exception cref="T:AutoDiff.SingularMatrixException">a pivot is 0.</exception>
    member _.Solve(b: Matrix) : Matrix = Matrix(Factorisations.leastSquares qr b.Node)

/// The singular values of a matrix, with their vectors: A = U diag(S) VT.
[<Sealed>]
type SvdFactors internal (a: Node, svd: Node) =
    let m, n = a.Shape.Extent.Rows, a.Shape.Extent.Columns

    /// The singular values, descending: min(rows, columns) of them. Equal ones share their slope, and that at 0 is 0, so symmetric functions of
    /// them have right gradients there. A second derivative there raises RepeatedEigenvalueException, but for NuclearNorm.
    member _.S: Vector = Vector(Factorisations.singularValues a svd)

    /// The left singular vectors, a column for each singular value, its largest element positive. The derivative raises RepeatedEigenvalueException where a
    /// singular value is repeated or 0.
    member _.U: Matrix = Matrix(Factorisations.rows 0 m (Factorisations.singularVectors a svd))

    /// The right singular vectors, a row for each singular value. The derivative raises RepeatedEigenvalueException where a
    /// singular value is repeated or 0.
    member _.VT: Matrix = Matrix(Indexing.transpose (Factorisations.rows m n (Factorisations.singularVectors a svd)))

    /// The sum of the singular values.
    member _.NuclearNorm: Scalar = Scalar(Factorisations.nuclearNorm a svd)

/// The eigenvalues of the symmetric part of a matrix, with their vectors.
[<Sealed>]
type EvdFactors internal (a: Node, eigen: Node) =
    /// The eigenvalues, ascending. Equal ones share their slope, so symmetric functions of them have right gradients there. A second
    /// derivative there, of anything but their sum, raises RepeatedEigenvalueException; functions of the whole matrix, such as SquareRoot,
    /// Power and MatrixExponential, have derivatives of every order.
    member _.EigenValues: Vector = Vector(Spectral.eigenvalues a eigen)

    /// Orthonormal eigenvectors, a column for each eigenvalue, its largest element positive. The derivative raises
    /// RepeatedEigenvalueException where a repeated eigenvalue's vectors are used; the gradient with respect to those of other eigenvalues is
    /// right there, its own derivatives raise the same.
    member _.EigenVectors: Matrix = Matrix(Spectral.eigenvectors a eigen)

namespace AutoDiff

open System.Runtime.CompilerServices
open System.Runtime.InteropServices

/// Linear algebra of dense matrices. What is said of symmetric matrices reads the symmetric part (A + Aᵀ)/2 of any, so that gradients are
/// symmetric, as if both triangles varied freely.
[<Extension; AbstractClass; Sealed>]
type MatrixExtensions =
    /// <summary>The triangular factors of a square matrix, to be used many times.</summary><param name="a">The matrix.</param>
    /// <returns>The factors.</returns>
    [<Extension>]
    static member LU(a: Matrix) : LUFactors =
        Dense.requireSquare "LU" a.Node
        LUFactors(a.Node, Factors.lu a.Node)

    /// <summary>The inverse of a square matrix. Raises SingularMatrixException where a pivot is 0, ShapeException where it is not
    /// square.</summary>
    /// <param name="a">The matrix.</param><returns>A matrix of the same shape.</returns>
    /// <exception cref="T:AutoDiff.SingularMatrixException">a pivot is 0.</exception>
    /// <exception cref="T:AutoDiff.ShapeException">It is not square.</exception>
    [<Extension>]
    static member Inverse(a: Matrix) : Matrix =
        Dense.requireSquare "Inverse" a.Node
        a.LU().Inverse()

    /// <summary>The solution of A x = b, A square. Raises SingularMatrixException where a pivot is 0; for other shapes see
    /// LeastSquares.</summary>
    /// <param name="a">The matrix.</param><param name="b">The right-hand side, an element for each row.</param>
    /// <returns>The solution, an element for each column of A.</returns>
    /// <exception cref="T:AutoDiff.SingularMatrixException">a pivot is 0.</exception>
    [<Extension>]
    static member Solve(a: Matrix, b: Vector) : Vector =
        Dense.requireSquare "Solve" a.Node
        a.LU().Solve b

    /// <summary>The solutions of A X = B, A square, one for each column. Raises SingularMatrixException where a pivot is 0.</summary>
    /// <param name="a">The matrix.</param><param name="b">The right-hand sides, one a column.</param>
    /// <returns>The solutions, one a column.</returns><exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    /// <exception cref="T:AutoDiff.SingularMatrixException">a pivot is 0.</exception>
    [<Extension>]
    static member Solve(a: Matrix, b: Matrix) : Matrix =
        Dense.requireSquare "Solve" a.Node
        a.LU().Solve b

    /// <summary>The solution of L x = b, or of Lᵀ x = b, L the lower triangle of A. Raises SingularMatrixException where its diagonal has
    /// a 0.</summary>
    /// <param name="a">The matrix.</param><param name="b">The right-hand side, an element for each row.</param>
    /// <param name="transposed">Whether the triangle is taken transposed.</param><returns>The solution.</returns>
    /// <exception cref="T:AutoDiff.SingularMatrixException">Its diagonal has a 0.</exception>
    [<Extension>]
    static member SolveLowerTriangular(a: Matrix, b: Vector, [<Optional; DefaultParameterValue(false)>] transposed: bool) : Vector =
        Vector(Triangles.solve "SolveLowerTriangular" true transposed a.Node b.Node)

    /// <summary>The solutions of L X = B, or of Lᵀ X = B, L the lower triangle of A. Raises SingularMatrixException where its diagonal has
    /// a 0.</summary>
    /// <param name="a">The matrix.</param><param name="b">The right-hand sides, one a column.</param>
    /// <param name="transposed">Whether the triangle is taken transposed.</param><returns>The solutions, one a column.</returns>
    /// <exception cref="T:AutoDiff.SingularMatrixException">Its diagonal has a 0.</exception>
    [<Extension>]
    static member SolveLowerTriangular(a: Matrix, b: Matrix, [<Optional; DefaultParameterValue(false)>] transposed: bool) : Matrix =
        Matrix(Triangles.solve "SolveLowerTriangular" true transposed a.Node b.Node)

    /// <summary>The solution of U x = b, or of Uᵀ x = b, U the upper triangle of A. Raises SingularMatrixException where its diagonal has
    /// a 0.</summary>
    /// <param name="a">The matrix.</param><param name="b">The right-hand side, an element for each row.</param>
    /// <param name="transposed">Whether the triangle is taken transposed.</param><returns>The solution.</returns>
    /// <exception cref="T:AutoDiff.SingularMatrixException">Its diagonal has a 0.</exception>
    [<Extension>]
    static member SolveUpperTriangular(a: Matrix, b: Vector, [<Optional; DefaultParameterValue(false)>] transposed: bool) : Vector =
        Vector(Triangles.solve "SolveUpperTriangular" false transposed a.Node b.Node)

    /// <summary>The solutions of U X = B, or of Uᵀ X = B, U the upper triangle of A. Raises SingularMatrixException where its diagonal has
    /// a 0.</summary>
    /// <param name="a">The matrix.</param><param name="b">The right-hand sides, one a column.</param>
    /// <param name="transposed">Whether the triangle is taken transposed.</param><returns>The solutions, one a column.</returns>
    /// <exception cref="T:AutoDiff.SingularMatrixException">Its diagonal has a 0.</exception>
    [<Extension>]
    static member SolveUpperTriangular(a: Matrix, b: Matrix, [<Optional; DefaultParameterValue(false)>] transposed: bool) : Matrix =
        Matrix(Triangles.solve "SolveUpperTriangular" false transposed a.Node b.Node)

    /// <summary>The x for which A x is closest to b; A must have full column rank. Raises SingularMatrixException where a pivot is 0,
    /// ShapeException where there are fewer rows than columns.</summary>
    /// <param name="a">The matrix.</param><param name="b">The right-hand side, an element for each row.</param>
    /// <returns>The solution, an element for each column of A.</returns>
    /// <exception cref="T:AutoDiff.SingularMatrixException">a pivot is 0.</exception>
    /// <exception cref="T:AutoDiff.ShapeException">There are fewer rows than columns.</exception>
    [<Extension>]
    static member LeastSquares(a: Matrix, b: Vector) : Vector =
        Dense.requireTall "LeastSquares" a.Node
        a.QR().Solve b

    /// <summary>The X for which A X is closest to B, column by column; A must have full column rank. Raises as for one right-hand
    /// side.</summary>
    /// <param name="a">The matrix.</param><param name="b">The right-hand sides, one a column.</param>
    /// <returns>The solutions, one a column.</returns><exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    [<Extension>]
    static member LeastSquares(a: Matrix, b: Matrix) : Matrix =
        Dense.requireTall "LeastSquares" a.Node
        a.QR().Solve b

    /// <summary>The determinant of a square matrix, 1 of an empty one. Its derivatives, of any order, hold for singular matrices
    /// too.</summary>
    /// <param name="a">The matrix.</param><returns>A single number.</returns>
    [<Extension>]
    static member Determinant(a: Matrix) : Scalar =
        Dense.requireSquare "Determinant" a.Node
        a.LU().Determinant

    /// <summary>The logarithm of the absolute value of the determinant of a square matrix: -inf for a singular one, where its derivative
    /// raises SingularMatrixException. For positive definite matrices Cholesky().DeterminantLn is cheaper.</summary>
    /// <param name="a">The matrix.</param><returns>A single number.</returns>
    /// <exception cref="T:AutoDiff.SingularMatrixException">The derivative of a singular matrix is asked for.</exception>
    [<Extension>]
    static member LogDeterminant(a: Matrix) : Scalar =
        Dense.requireSquare "LogDeterminant" a.Node
        a.LU().LogDeterminant

    /// <summary>-1, 0 or 1 by the sign of the determinant of a square matrix; slope 0.</summary><param name="a">The matrix.</param>
    /// <returns>A single number.</returns>
    [<Extension>]
    static member SignOfDeterminant(a: Matrix) : Scalar =
        Dense.requireSquare "SignOfDeterminant" a.Node
        a.LU().SignOfDeterminant

    /// <summary>The sum of the diagonal of a square matrix.</summary><param name="a">The matrix.</param><returns>The sum.</returns>
    [<Extension>]
    static member Trace(a: Matrix) : Scalar = Scalar(Dense.trace a.Node)

    /// <summary>A square matrix to a whole power; a negative one is of the inverse, and raises SingularMatrixException where there is
    /// none.</summary>
    /// <param name="a">The matrix.</param><param name="exponent">The power; below 0 of the inverse.</param>
    /// <returns>A matrix of the same shape.</returns><exception cref="T:AutoDiff.SingularMatrixException">There is none.</exception>
    [<Extension>]
    static member Power(a: Matrix, exponent: int) : Matrix = Matrix(Solving.power exponent a.Node)

    /// <summary>The Cholesky factor of the symmetric part. Raises NotPositiveDefiniteException where that is not positive
    /// definite.</summary>
    /// <param name="a">The matrix.</param><returns>The factor.</returns>
    /// <exception cref="T:AutoDiff.NotPositiveDefiniteException">That is not positive definite.</exception>
    [<Extension>]
    static member Cholesky(a: Matrix) : CholeskyFactors =
        Dense.requireSquare "Cholesky" a.Node
        CholeskyFactors(Factorisations.cholesky a.Node)

    /// <summary>A as Q R, Q with orthonormal columns, R an upper triangle with a positive diagonal. Raises ShapeException where there are
    /// fewer rows than columns; the derivative raises SingularMatrixException where a pivot is 0.</summary>
    /// <param name="a">The matrix.</param><returns>The factors.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">There are fewer rows than columns.</exception>
    /// <exception cref="T:AutoDiff.SingularMatrixException">a pivot is 0.</exception>
    [<Extension>]
    static member QR(a: Matrix) : QRFactors =
        Dense.requireTall "QR" a.Node
        QRFactors(Factorisations.qr a.Node)

    /// <summary>The singular values and vectors of a matrix of any shape.</summary><param name="a">The matrix.</param>
    /// <returns>The factors.</returns>
    [<Extension>]
    static member Svd(a: Matrix) : SvdFactors = SvdFactors(a.Node, Factors.svd a.Node)

    /// <summary>The sum of the singular values; the slope is 0 in the directions in which there are none.</summary>
    /// <param name="a">The matrix.</param><returns>A single number.</returns>
    [<Extension>]
    static member NuclearNorm(a: Matrix) : Scalar = a.Svd().NuclearNorm

    /// <summary>The eigenvalues and eigenvectors of the symmetric part of a square matrix.</summary><param name="a">The matrix.</param>
    /// <returns>Eigenvalues and eigenvectors.</returns>
    [<Extension>]
    static member Evd(a: Matrix) : EvdFactors =
        Dense.requireSquare "Evd" a.Node
        EvdFactors(a.Node, Factors.eigen a.Node)

    /// <summary>The exponential of any square matrix: the sum of Aᵏ/k!.</summary><param name="a">The matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    [<Extension>]
    static member MatrixExponential(a: Matrix) : Matrix =
        Dense.requireSquare "MatrixExponential" a.Node
        Matrix(MatrixExponential.exponential a.Node)

    /// <summary>The exponential of the symmetric part, by its eigenvalues.</summary><param name="a">The matrix.</param>
    /// <returns>A matrix of the same shape.</returns>
    [<Extension>]
    static member SymmetricExponential(a: Matrix) : Matrix =
        Matrix(MatrixFunctions.ofMatrix "SymmetricExponential" MatrixFunctions.exp' a.Node)

    /// <summary>The logarithm of the symmetric part. Raises NotPositiveDefiniteException where an eigenvalue is not positive.</summary>
    /// <param name="a">The matrix.</param><returns>A matrix of the same shape.</returns>
    /// <exception cref="T:AutoDiff.NotPositiveDefiniteException">An eigenvalue is not positive.</exception>
    [<Extension>]
    static member SymmetricLogarithm(a: Matrix) : Matrix = Matrix(MatrixFunctions.ofMatrix "SymmetricLogarithm" MatrixFunctions.log' a.Node)

    /// <summary>The symmetric square root of the symmetric part; its slope where two eigenvalues are 0 is infinite. Raises
    /// NotPositiveDefiniteException where an eigenvalue is negative.</summary>
    /// <param name="a">The matrix.</param><returns>A matrix of the same shape.</returns>
    /// <exception cref="T:AutoDiff.NotPositiveDefiniteException">An eigenvalue is negative.</exception>
    [<Extension>]
    static member SquareRoot(a: Matrix) : Matrix = Matrix(MatrixFunctions.ofMatrix "SquareRoot" MatrixFunctions.sqrt' a.Node)

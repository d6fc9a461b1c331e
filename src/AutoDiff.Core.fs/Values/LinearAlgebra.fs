namespace AutoDiff

open System.Runtime.CompilerServices
open System.Runtime.InteropServices

/// Linear algebra of dense matrices. What is said of symmetric matrices reads the symmetric part (A + Aᵀ)/2 of any, so that gradients are
/// symmetric, as if both triangles varied freely.
[<Extension; AbstractClass; Sealed>]
type MatrixExtensions =
    /// The triangular factors of a square matrix, to be used many times.
    [<Extension>]
    static member LU(a: Matrix) : LUFactors =
        Dense.requireSquare "LU" a.Node
        LUFactors(a.Node, Factors.lu a.Node)

    /// The inverse of a square matrix. Raises SingularMatrixException where a pivot is 0, ShapeException where it is not square.
    [<Extension>]
    static member Inverse(a: Matrix) : Matrix =
        Dense.requireSquare "Inverse" a.Node
        a.LU().Inverse()

    /// The solution of A x = b, A square. Raises SingularMatrixException where a pivot is 0; for other shapes see LeastSquares.
    [<Extension>]
    static member Solve(a: Matrix, b: Vector) : Vector =
        Dense.requireSquare "Solve" a.Node
        a.LU().Solve b

    /// The solutions of A X = B, A square, one for each column. Raises SingularMatrixException where a pivot is 0.
    [<Extension>]
    static member Solve(a: Matrix, b: Matrix) : Matrix =
        Dense.requireSquare "Solve" a.Node
        a.LU().Solve b

    /// The solution of L x = b, or of Lᵀ x = b, L the lower triangle of A. Raises SingularMatrixException where its diagonal has a 0.
    [<Extension>]
    static member SolveLowerTriangular(a: Matrix, b: Vector, [<Optional; DefaultParameterValue(false)>] transposed: bool) : Vector =
        Vector(Triangles.solve "SolveLowerTriangular" true transposed a.Node b.Node)

    /// The solutions of L X = B, or of Lᵀ X = B, L the lower triangle of A. Raises SingularMatrixException where its diagonal has a 0.
    [<Extension>]
    static member SolveLowerTriangular(a: Matrix, b: Matrix, [<Optional; DefaultParameterValue(false)>] transposed: bool) : Matrix =
        Matrix(Triangles.solve "SolveLowerTriangular" true transposed a.Node b.Node)

    /// The solution of U x = b, or of Uᵀ x = b, U the upper triangle of A. Raises SingularMatrixException where its diagonal has a 0.
    [<Extension>]
    static member SolveUpperTriangular(a: Matrix, b: Vector, [<Optional; DefaultParameterValue(false)>] transposed: bool) : Vector =
        Vector(Triangles.solve "SolveUpperTriangular" false transposed a.Node b.Node)

    /// The solutions of U X = B, or of Uᵀ X = B, U the upper triangle of A. Raises SingularMatrixException where its diagonal has a 0.
    [<Extension>]
    static member SolveUpperTriangular(a: Matrix, b: Matrix, [<Optional; DefaultParameterValue(false)>] transposed: bool) : Matrix =
        Matrix(Triangles.solve "SolveUpperTriangular" false transposed a.Node b.Node)

    /// The x for which A x is closest to b; A must have full column rank. Raises SingularMatrixException where a pivot is 0, ShapeException
    /// where there are fewer rows than columns.
    [<Extension>]
    static member LeastSquares(a: Matrix, b: Vector) : Vector =
        Dense.requireTall "LeastSquares" a.Node
        a.QR().Solve b

    /// The X for which A X is closest to B, column by column; A must have full column rank. Raises as for one right-hand side.
    [<Extension>]
    static member LeastSquares(a: Matrix, b: Matrix) : Matrix =
        Dense.requireTall "LeastSquares" a.Node
        a.QR().Solve b

    /// The determinant of a square matrix, 1 of an empty one. Its derivatives, of any order, hold for singular matrices too.
    [<Extension>]
    static member Determinant(a: Matrix) : Scalar =
        Dense.requireSquare "Determinant" a.Node
        a.LU().Determinant

    /// The logarithm of the absolute value of the determinant of a square matrix: -inf for a singular one, where its derivative raises
    /// SingularMatrixException. For positive definite matrices Cholesky().DeterminantLn is cheaper.
    [<Extension>]
    static member LogDeterminant(a: Matrix) : Scalar =
        Dense.requireSquare "LogDeterminant" a.Node
        a.LU().LogDeterminant

    /// -1, 0 or 1 by the sign of the determinant of a square matrix; slope 0.
    [<Extension>]
    static member SignOfDeterminant(a: Matrix) : Scalar =
        Dense.requireSquare "SignOfDeterminant" a.Node
        a.LU().SignOfDeterminant

    /// The sum of the diagonal of a square matrix.
    [<Extension>]
    static member Trace(a: Matrix) : Scalar = Scalar(Dense.trace a.Node)

    /// A square matrix to a whole power; a negative one is of the inverse, and raises SingularMatrixException where there is none.
    [<Extension>]
    static member Power(a: Matrix, exponent: int) : Matrix = Matrix(Solving.power exponent a.Node)

    /// The Cholesky factor of the symmetric part. Raises NotPositiveDefiniteException where that is not positive definite.
    [<Extension>]
    static member Cholesky(a: Matrix) : CholeskyFactors =
        Dense.requireSquare "Cholesky" a.Node
        CholeskyFactors(Factorisations.cholesky a.Node)

    /// A as Q R, Q with orthonormal columns, R an upper triangle with a positive diagonal. Raises ShapeException where there are fewer rows than
    /// columns; the derivative raises SingularMatrixException where a pivot is 0.
    [<Extension>]
    static member QR(a: Matrix) : QRFactors =
        Dense.requireTall "QR" a.Node
        QRFactors(Factorisations.qr a.Node)

    /// The singular values and vectors of a matrix of any shape.
    [<Extension>]
    static member Svd(a: Matrix) : SvdFactors = SvdFactors(a.Node, Factors.svd a.Node)

    /// The sum of the singular values; the slope is 0 in the directions in which there are none.
    [<Extension>]
    static member NuclearNorm(a: Matrix) : Scalar = a.Svd().NuclearNorm

    /// The eigenvalues and eigenvectors of the symmetric part of a square matrix.
    [<Extension>]
    static member Evd(a: Matrix) : EvdFactors =
        Dense.requireSquare "Evd" a.Node
        EvdFactors(a.Node, Factors.eigen a.Node)

    /// The exponential of any square matrix: the sum of Aᵏ/k!.
    [<Extension>]
    static member MatrixExponential(a: Matrix) : Matrix =
        Dense.requireSquare "MatrixExponential" a.Node
        Matrix(MatrixExponential.exponential a.Node)

    /// The exponential of the symmetric part, by its eigenvalues.
    [<Extension>]
    static member SymmetricExponential(a: Matrix) : Matrix =
        Matrix(MatrixFunctions.ofMatrix "SymmetricExponential" MatrixFunctions.exp' a.Node)

    /// The logarithm of the symmetric part. Raises NotPositiveDefiniteException where an eigenvalue is not positive.
    [<Extension>]
    static member SymmetricLogarithm(a: Matrix) : Matrix = Matrix(MatrixFunctions.ofMatrix "SymmetricLogarithm" MatrixFunctions.log' a.Node)

    /// The symmetric square root of the symmetric part; its slope where two eigenvalues are 0 is infinite. Raises
    /// NotPositiveDefiniteException where an eigenvalue is negative.
    [<Extension>]
    static member SquareRoot(a: Matrix) : Matrix = Matrix(MatrixFunctions.ofMatrix "SquareRoot" MatrixFunctions.sqrt' a.Node)

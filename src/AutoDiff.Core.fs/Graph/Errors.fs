namespace AutoDiff

open System

/// Shapes do not fit the operation; the message names both and what to do instead.
[<Sealed>]
type ShapeException
    /// <summary>An exception that says what is wrong.</summary><param name="message">What is wrong, and what to do instead.</param>
    (message: string) =
    inherit ArgumentException(message)

/// float32 and float64 meet in one operation.
[<Sealed>]
type PrecisionException
    /// <summary>An exception that says what is wrong.</summary><param name="message">What is wrong, and what to do instead.</param>
    (message: string) =
    inherit ArgumentException(message)

/// A number was asked of a value that has none to give: it depends on the argument of a running differentiation.
[<Sealed>]
type TracedValueException
    /// <summary>An exception that says what is wrong.</summary><param name="message">What is wrong, and what to do instead.</param>
    (message: string) =
    inherit InvalidOperationException(message)

/// A derivative was asked with respect to something that the result was not computed from.
[<Sealed>]
type UnconnectedGradientException
    /// <summary>An exception that says what is wrong.</summary><param name="message">What is wrong, and what to do instead.</param>
    (message: string) =
    inherit InvalidOperationException(message)

/// A gradient was asked of a result that is not a scalar.
[<Sealed>]
type NonScalarResultException
    /// <summary>An exception that says what is wrong.</summary><param name="message">What is wrong, and what to do instead.</param>
    (message: string) =
    inherit ArgumentException(message)

/// A structure holds no value to differentiate, does not match another, or cannot be rebuilt.
[<Sealed>]
type StructureException
    /// <summary>An exception that says what is wrong.</summary><param name="message">What is wrong, and what to do instead.</param>
    /// <param name="inner">What caused it; null where nothing did.</param>
    (message: string, inner: exn | null) =
    inherit ArgumentException(message, inner)
    /// <summary>An exception that says what is wrong.</summary><param name="message">What is wrong, and what to do instead.</param>
    new(message: string) = StructureException(message, null)

/// A matrix that must have an inverse, or independent columns, has not: a pivot of its factorisation is exactly 0.
[<Sealed>]
type SingularMatrixException
    /// <summary>An exception that names the operation, the size and the place.</summary><param name="operation">The operation.</param>
    /// <param name="size">The number of columns.</param><param name="pivot">The pivot that is 0, counted from 0.</param>
    (operation: string, size: int, pivot: int) =
    inherit
        ArithmeticException(
            operation
            + ": the matrix of "
            + string size
            + " columns is singular: pivot "
            + string pivot
            + " of its factorisation, counted from 0, is 0."
        )

    /// The operation that was asked for.
    member _.Operation: string = operation
    /// The number of columns of the matrix.
    member _.Size: int = size
    /// The first pivot that is 0, counted from 0.
    member _.Pivot: int = pivot

/// A matrix that must be positive definite is not.
[<Sealed>]
type NotPositiveDefiniteException
    /// <summary>An exception that names the operation, the size and the place.</summary><param name="operation">The operation.</param>
    /// <param name="size">The number of columns.</param><param name="pivot">The pivot that is not positive, counted from 0.</param>
    (operation: string, size: int, pivot: int) =
    inherit
        ArithmeticException(
            operation
            + ": the symmetric part of the "
            + string size
            + "x"
            + string size
            + " matrix is not positive definite: its pivot or eigenvalue "
            + string pivot
            + ", counted from 0, is not positive. For a matrix that is merely invertible use Solve, Inverse or LogDeterminant."
        )

    /// The operation that was asked for.
    member _.Operation: string = operation
    /// The number of rows and columns of the matrix.
    member _.Size: int = size
    /// The first pivot, or the eigenvalue, that is not positive, counted from 0.
    member _.Pivot: int = pivot

/// The derivative of an eigenvector or singular vector was asked for that has none: its value is repeated, so that its direction is not
/// determined. Or a second derivative of a function of the separate values there, which their slopes, shared equally, do not determine.
[<Sealed>]
type RepeatedEigenvalueException
    /// <summary>An exception that names the operation, the size and the place.</summary><param name="operation">The operation.</param>
    /// <param name="size">The number of values.</param><param name="index">The repeated value, counted from 0.</param>
    (operation: string, size: int, index: int) =
    inherit
        ArithmeticException(
            operation
            + ": value "
            + string index
            + " of "
            + string size
            + ", counted from 0, is repeated (or, of a singular value, 0), so what belongs to it alone is not determined: its vector has no derivative, "
            + "nor have functions of the separate values a second one. "
            + "Sums of eigenvalues, and functions of the whole matrix such as SquareRoot and MatrixExponential, have derivatives here."
        )

    /// The operation whose derivative was asked for.
    member _.Operation: string = operation
    /// The number of eigenvalues or singular values.
    member _.Size: int = size
    /// The first repeated value, counted from 0.
    member _.Index: int = index

/// An equation was not solved: the iteration did not come to a solution, or what was given as one is none.
[<Sealed>]
type NoSolutionException
    /// <summary>An exception that says what is wrong.</summary><param name="message">What is wrong, and what to do instead.</param>
    (message: string) =
    inherit ArithmeticException(message)

/// A loop did not end within the steps that it was allowed.
[<Sealed>]
type StepLimitException
    /// <summary>An exception that names the loop and its limit.</summary><param name="operation">The loop.</param>
    /// <param name="limit">The largest number of steps.</param>
    (operation: string, limit: int) =
    inherit
        InvalidOperationException(
            operation
            + ": the condition still holds after "
            + string limit
            + " steps. Allow more steps, or check that it becomes 0."
        )

    /// The loop.
    member _.Operation: string = operation
    /// The largest number of steps that it was allowed.
    member _.Limit: int = limit

/// A program holds an operation that has no source of its own.
[<Sealed>]
type SourceException
    /// <summary>An exception that says what is wrong.</summary><param name="message">What is wrong, and what to do instead.</param>
    (message: string) =
    inherit NotSupportedException(message)

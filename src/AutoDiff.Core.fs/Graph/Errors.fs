namespace AutoDiff

open System

/// Shapes do not fit the operation; the message names both and what to do instead.
[<Sealed>]
type ShapeException(message: string) =
    inherit ArgumentException(message)

/// float32 and float64 meet in one operation.
[<Sealed>]
type PrecisionException(message: string) =
    inherit ArgumentException(message)

/// A number was asked of a value that has none to give: it depends on the argument of a running differentiation.
[<Sealed>]
type TracedValueException(message: string) =
    inherit InvalidOperationException(message)

/// A derivative was asked with respect to something that the result was not computed from.
[<Sealed>]
type UnconnectedGradientException(message: string) =
    inherit InvalidOperationException(message)

/// A gradient was asked of a result that is not a scalar.
[<Sealed>]
type NonScalarResultException(message: string) =
    inherit ArgumentException(message)

/// A structure holds no value to differentiate, does not match another, or cannot be rebuilt.
[<Sealed>]
type StructureException(message: string, inner: exn | null) =
    inherit ArgumentException(message, inner)
    new(message: string) = StructureException(message, null)

/// A matrix that must have an inverse, or independent columns, has not: a pivot of its factorisation is exactly 0.
[<Sealed>]
type SingularMatrixException(operation: string, size: int, pivot: int) =
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
type NotPositiveDefiniteException(operation: string, size: int, pivot: int) =
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
type RepeatedEigenvalueException(operation: string, size: int, index: int) =
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
type NoSolutionException(message: string) =
    inherit ArithmeticException(message)

/// A loop did not end within the steps that it was allowed.
[<Sealed>]
type StepLimitException(operation: string, limit: int) =
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

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

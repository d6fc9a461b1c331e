namespace AutoDiff

/// The floating-point format in which a value is held and computed.
type internal Precision =
    /// A plain number that has not met a precision yet; computed in float64 until it does.
    | Weak = 0uy
    /// float32
    | Single = 1uy
    /// float64
    | Double = 2uy

module internal Precision =
    /// The name that messages and printed programs use.
    let name (precision: Precision) =
        match precision with
        | Precision.Single -> "float32"
        | Precision.Double -> "float64"
        | _ -> "a plain number"

    /// The precision of a result of operands of these two; None where float32 meets float64.
    let unify (left: Precision) (right: Precision) =
        if left = right || right = Precision.Weak then ValueSome left
        elif left = Precision.Weak then ValueSome right
        else ValueNone

    /// What a plain number becomes where a precision is wanted and none is given.
    let settled (precision: Precision) = if precision = Precision.Weak then Precision.Double else precision

    /// A number as this precision holds it.
    let round (precision: Precision) (number: float) = if precision = Precision.Single then float (float32 number) else number

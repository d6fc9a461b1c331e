/// The operators of vector calculus.
[<RequireQualifiedAccess>]
module internal AutoDiff.VectorCalculus

let private refuse name wanted (j: Matrix) =
    raise (
        ShapeException(
            name
            + ": needs "
            + wanted
            + "; this function takes a vector of "
            + string j.ColumnCount
            + " and returns one of "
            + string j.RowCount
            + "."
        )
    )

/// The sum of the second derivatives with respect to each element: the trace of the Hessian.
let laplacian (f: 'T -> Scalar) (x: 'T) : Scalar = Scalar(Dense.trace (Derivatives.hessian f x).Node)

/// The sum of the derivatives of element i by element i: the trace of the Jacobian.
let divergence (f: Vector -> Vector) (x: Vector) : Scalar =
    let j = Derivatives.jacobian "Divergence" f x

    if j.RowCount = j.ColumnCount then
        Scalar(Dense.trace j.Node)
    else
        refuse "Divergence" "a function from vectors to vectors of the same length" j

/// The curl of a field in three dimensions.
let curl (f: Vector -> Vector) (x: Vector) : Vector =
    let j = Derivatives.jacobian "Curl" f x

    if j.RowCount = 3 && j.ColumnCount = 3 then
        Vector [| j[2, 1] - j[1, 2]; j[0, 2] - j[2, 0]; j[1, 0] - j[0, 1] |]
    else
        refuse "Curl" "a function from vectors of 3 to vectors of 3" j

namespace AutoDiff

/// Elementary functions of Scalars, and of Vectors and Matrices element by element. F#'s own sin, exp, abs … work on values too; here are
/// those that F# has not, and all of them by one name.
[<RequireQualifiedAccess; CompilationRepresentation(CompilationRepresentationFlags.ModuleSuffix)>]
module Maths =
    /// The absolute value; slope 0 at 0.
    let inline abs (x: ^T) : ^T = FSharp.Core.Operators.abs x

    /// -1, 0 or 1 by the sign.
    let inline sign (x: ^T) : ^T = (^T: (static member Sign: ^T -> ^T) x)

    /// The square root.
    let inline sqrt (x: ^T) : ^T = FSharp.Core.Operators.sqrt x

    /// e to the x.
    let inline exp (x: ^T) : ^T = FSharp.Core.Operators.exp x

    /// The natural logarithm.
    let inline log (x: ^T) : ^T = FSharp.Core.Operators.log x

    /// exp x - 1, accurate near 0.
    let inline expm1 (x: ^T) : ^T = (^T: (static member Expm1: ^T -> ^T) x)

    /// log(1 + x), accurate near 0.
    let inline log1p (x: ^T) : ^T = (^T: (static member Log1p: ^T -> ^T) x)

    /// 1 / (1 + exp(-x)).
    let inline sigmoid (x: ^T) : ^T = (^T: (static member Sigmoid: ^T -> ^T) x)

    /// log(1 + exp x).
    let inline softplus (x: ^T) : ^T = (^T: (static member Softplus: ^T -> ^T) x)

    /// 2 to the x.
    let inline exp2 (x: ^T) : ^T = (^T: (static member Exp2: ^T -> ^T) x)

    /// The logarithm to the base 2; slope +inf at 0.
    let inline log2 (x: ^T) : ^T = (^T: (static member Log2: ^T -> ^T) x)

    /// The logarithm to the base 10; slope +inf at 0.
    let inline log10 (x: ^T) : ^T = FSharp.Core.Operators.log10 x

    /// The cube root; slope +inf at 0.
    let inline cbrt (x: ^T) : ^T = (^T: (static member Cbrt: ^T -> ^T) x)

    /// 1 / sqrt x; slope -inf at 0.
    let inline reciprocalSqrt (x: ^T) : ^T = (^T: (static member ReciprocalSqrt: ^T -> ^T) x)

    /// x times x.
    let inline square (x: ^T) : ^T = (^T: (static member Square: ^T -> ^T) x)

    /// The logarithm of sigmoid x.
    let inline logSigmoid (x: ^T) : ^T = (^T: (static member LogSigmoid: ^T -> ^T) x)

    /// The larger of x and 0; slope 0 at 0, by convention.
    let inline relu (x: ^T) : ^T = (^T: (static member Relu: ^T -> ^T) x)

    /// x sigmoid x.
    let inline silu (x: ^T) : ^T = (^T: (static member Silu: ^T -> ^T) x)

    /// x normalCdf x.
    let inline gelu (x: ^T) : ^T = (^T: (static member Gelu: ^T -> ^T) x)

    /// sin(x)/x, and 1 at 0.
    let inline sinc (x: ^T) : ^T = (^T: (static member Sinc: ^T -> ^T) x)

    /// The largest whole number that is not above x; slope 0.
    let inline floor (x: ^T) : ^T = FSharp.Core.Operators.floor x

    /// The smallest whole number that is not below x; slope 0.
    let inline ceiling (x: ^T) : ^T = FSharp.Core.Operators.ceil x

    /// The nearest whole number, the even one of two; slope 0.
    let inline round (x: ^T) : ^T = FSharp.Core.Operators.round x

    /// The error function.
    let inline erf (x: ^T) : ^T = (^T: (static member Erf: ^T -> ^T) x)

    /// 1 - erf x, accurate in the upper tail.
    let inline erfc (x: ^T) : ^T = (^T: (static member Erfc: ^T -> ^T) x)

    /// The logarithm of |Γ(x)|; +inf at its poles.
    let inline logGamma (x: ^T) : ^T = (^T: (static member LogGamma: ^T -> ^T) x)

    /// The slope of logGamma.
    let inline digamma (x: ^T) : ^T = (^T: (static member Digamma: ^T -> ^T) x)

    /// The second derivative of logGamma.
    let inline trigamma (x: ^T) : ^T = (^T: (static member Trigamma: ^T -> ^T) x)

    /// The density of the standard normal distribution.
    let inline normalPdf (x: ^T) : ^T = (^T: (static member NormalPdf: ^T -> ^T) x)

    /// The standard normal distribution, accurate in the lower tail.
    let inline normalCdf (x: ^T) : ^T = (^T: (static member NormalCdf: ^T -> ^T) x)

    /// The logarithm of normalCdf x, finite where that underflows.
    let inline normalLogCdf (x: ^T) : ^T = (^T: (static member NormalLogCdf: ^T -> ^T) x)

    /// The inverse of normalCdf; slope +inf at 0 and 1.
    let inline normalQuantile (x: ^T) : ^T = (^T: (static member NormalQuantile: ^T -> ^T) x)

    /// The n-th derivative of digamma, n from 0 on.
    let inline polygamma (n: int) (x: ^T) : ^T = (^T: (static member Polygamma: int * ^T -> ^T) (n, x))

    /// The sine.
    let inline sin (x: ^T) : ^T = FSharp.Core.Operators.sin x

    /// The cosine.
    let inline cos (x: ^T) : ^T = FSharp.Core.Operators.cos x

    /// The tangent.
    let inline tan (x: ^T) : ^T = FSharp.Core.Operators.tan x

    /// The arc sine.
    let inline asin (x: ^T) : ^T = FSharp.Core.Operators.asin x

    /// The arc cosine.
    let inline acos (x: ^T) : ^T = FSharp.Core.Operators.acos x

    /// The arc tangent.
    let inline atan (x: ^T) : ^T = FSharp.Core.Operators.atan x

    /// The hyperbolic sine.
    let inline sinh (x: ^T) : ^T = FSharp.Core.Operators.sinh x

    /// The hyperbolic cosine.
    let inline cosh (x: ^T) : ^T = FSharp.Core.Operators.cosh x

    /// The hyperbolic tangent.
    let inline tanh (x: ^T) : ^T = FSharp.Core.Operators.tanh x

    /// The inverse of sinh.
    let inline asinh (x: ^T) : ^T = (^T: (static member Asinh: ^T -> ^T) x)

    /// The inverse of cosh.
    let inline acosh (x: ^T) : ^T = (^T: (static member Acosh: ^T -> ^T) x)

    /// The inverse of tanh.
    let inline atanh (x: ^T) : ^T = (^T: (static member Atanh: ^T -> ^T) x)

    /// The larger; a tie shares its slope equally.
    let inline max (x: ^A) (y: ^B) : ^C = ((^A or ^B): (static member Max: ^A * ^B -> ^C) (x, y))

    /// The smaller; a tie shares its slope equally.
    let inline min (x: ^A) (y: ^B) : ^C = ((^A or ^B): (static member Min: ^A * ^B -> ^C) (x, y))

    /// The angle of the point (x, y), given y and x.
    let inline atan2 (y: ^T) (x: ^T) : ^T = FSharp.Core.Operators.atan2 y x

    /// The square root of x² + y², without overflow.
    let inline hypot (x: ^A) (y: ^B) : ^C = ((^A or ^B): (static member Hypot: ^A * ^B -> ^C) (x, y))

    /// log(exp x + exp y), without overflow.
    let inline logAddExp (x: ^A) (y: ^B) : ^C = ((^A or ^B): (static member LogAddExp: ^A * ^B -> ^C) (x, y))

    /// x log y, and 0 where x = 0, also for y = 0.
    let inline xlogy (x: ^A) (y: ^B) : ^C = ((^A or ^B): (static member Xlogy: ^A * ^B -> ^C) (x, y))

    /// x - y floor(x / y), which has the sign of y.
    let inline modulo (x: ^A) (y: ^B) : ^C = ((^A or ^B): (static member Modulo: ^A * ^B -> ^C) (x, y))

    /// Γ(x) Γ(y) / Γ(x + y), for x, y > 0.
    let inline beta (x: ^A) (y: ^B) : ^C = ((^A or ^B): (static member Beta: ^A * ^B -> ^C) (x, y))

    /// The logarithm of beta x y, accurate for large x and y.
    let inline logBeta (x: ^A) (y: ^B) : ^C = ((^A or ^B): (static member LogBeta: ^A * ^B -> ^C) (x, y))

    /// x, but not below low and not above high; at a bound x and the bound have slope 1/2 each.
    let inline clip (x: ^T) (low: Scalar) (high: Scalar) : ^T = (^T: (static member Clip: ^T * Scalar * Scalar -> ^T) (x, low, high))

    /// 1 where x > y, else 0.
    let inline greater (x: ^A) (y: ^B) : ^C = ((^A or ^B): (static member Greater: ^A * ^B -> ^C) (x, y))

    /// 1 where x >= y, else 0.
    let inline greaterOrEqual (x: ^A) (y: ^B) : ^C = ((^A or ^B): (static member GreaterOrEqual: ^A * ^B -> ^C) (x, y))

    /// 1 where x < y, else 0.
    let inline less (x: ^A) (y: ^B) : ^C = ((^A or ^B): (static member Less: ^A * ^B -> ^C) (x, y))

    /// 1 where x <= y, else 0.
    let inline lessOrEqual (x: ^A) (y: ^B) : ^C = ((^A or ^B): (static member LessOrEqual: ^A * ^B -> ^C) (x, y))

    /// 1 where x = y, else 0.
    let inline equalTo (x: ^A) (y: ^B) : ^C = ((^A or ^B): (static member EqualTo: ^A * ^B -> ^C) (x, y))

    /// 1 where x <> y, else 0.
    let inline notEqualTo (x: ^A) (y: ^B) : ^C = ((^A or ^B): (static member NotEqualTo: ^A * ^B -> ^C) (x, y))

    /// x to a power.
    let inline pow (x: ^A) (exponent: ^B) : ^A = x ** exponent

    /// x where the mask is not 0, else y; what is not chosen has no influence, not even as NaN.
    let inline where (mask: ^M) (x: ^A) (y: ^B) : ^M = (^M: (static member Where: ^M * ^A * ^B -> ^M) (mask, x, y))

    /// The sum of all elements.
    let inline sum (x: ^T) : Scalar = (^T: (member Sum: unit -> Scalar) x)

    /// The mean of all elements.
    let inline mean (x: ^T) : Scalar = (^T: (member Mean: unit -> Scalar) x)

    /// The product of all elements; derivatives are right at zeros.
    let inline product (x: ^T) : Scalar = (^T: (member Product: unit -> Scalar) x)

    /// The largest element; equal ones share the slope equally.
    let inline maximum (x: ^T) : Scalar = (^T: (member Maximum: unit -> Scalar) x)

    /// The smallest element; equal ones share the slope equally.
    let inline minimum (x: ^T) : Scalar = (^T: (member Minimum: unit -> Scalar) x)

    /// The variance of a sample, with n - 1 for n elements.
    let inline variance (x: ^T) : Scalar = (^T: (member Variance: unit -> Scalar) x)

    /// The standard deviation of a sample; slope 0 where all elements are equal.
    let inline standardDeviation (x: ^T) : Scalar = (^T: (member StandardDeviation: unit -> Scalar) x)

    /// log Σ exp of all elements, without overflow.
    let inline logSumExp (x: ^T) : Scalar = (^T: (member LogSumExp: unit -> Scalar) x)

    /// The exponentials of all elements, divided by their sum.
    let inline softmax (x: ^T) : ^T = (^T: (member Softmax: unit -> ^T) x)

    /// The logarithm of softmax, accurate in the tails.
    let inline logSoftmax (x: ^T) : ^T = (^T: (member LogSoftmax: unit -> ^T) x)

    /// The elements of a vector in ascending order; equal ones share their derivatives equally.
    let sort (v: Vector) : Vector = v.Sort()

    /// The median of a vector.
    let median (v: Vector) : Scalar = v.Median()

    /// The quantile of a vector for a probability from 0 to 1, linearly interpolated.
    let quantile (probability: float) (v: Vector) : Scalar = v.Quantile probability

    /// For each element of a vector the sum of the elements up to it.
    let cumulativeSum (v: Vector) : Vector = v.CumulativeSum()

    /// For each element of a vector the product of the elements up to it.
    let cumulativeProduct (v: Vector) : Vector = v.CumulativeProduct()

    /// The sum of the absolute values of a vector.
    let l1Norm (v: Vector) : Scalar = v.L1Norm()

    /// The largest absolute value of a vector.
    let infinityNorm (v: Vector) : Scalar = v.InfinityNorm()

    /// The norm of order p of a vector, for p from 1 to infinity.
    let pNorm (p: float) (v: Vector) : Scalar = v.Norm p

    /// The square root of the sum of squares of a vector; slope 0 at 0.
    let norm (v: Vector) : Scalar = v.L2Norm()

    /// The sum of the products of the elements, side by side.
    let dot (v: Vector) (w: Vector) : Scalar = v.DotProduct w

    /// The sum of the elements on the main diagonal of a square matrix.
    let trace (m: Matrix) : Scalar = m.Trace()

    /// A block for each element of m: n times that element.
    let kroneckerProduct (m: Matrix) (n: Matrix) : Matrix = m.KroneckerProduct n

    /// Vectors, one after the other.
    let concatenate (vectors: Vector seq) : Vector = Vector.Concatenate(Seq.toArray vectors)

    /// Element (i, j) is v[i] w[j].
    let outerProduct (v: Vector) (w: Vector) : Matrix = Matrix(Products.outer v.Node w.Node)

/// max and min that differentiate, for who opens it: F#'s own are branches, which give a tie to one side.
module Operators =
    /// The larger; a tie shares its slope equally.
    let inline max (x: ^A) (y: ^B) : ^C = Maths.max x y

    /// The smaller; a tie shares its slope equally.
    let inline min (x: ^A) (y: ^B) : ^C = Maths.min x y

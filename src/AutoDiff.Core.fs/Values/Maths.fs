namespace AutoDiff

/// Elementary functions of Scalars, and of Vectors and Matrices element by element. F#'s own sin, exp, abs … work on values too; here are
/// those that F# has not, and all of them by one name.
[<RequireQualifiedAccess; CompilationRepresentation(CompilationRepresentationFlags.ModuleSuffix)>]
module Maths =
    /// <summary>The absolute value; slope 0 at 0.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline abs (x: ^T) : ^T = FSharp.Core.Operators.abs x

    /// <summary>-1, 0 or 1 by the sign.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline sign (x: ^T) : ^T = (^T: (static member Sign: ^T -> ^T) x)

    /// <summary>The square root.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline sqrt (x: ^T) : ^T = FSharp.Core.Operators.sqrt x

    /// <summary>e to the x.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline exp (x: ^T) : ^T = FSharp.Core.Operators.exp x

    /// <summary>The natural logarithm.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline log (x: ^T) : ^T = FSharp.Core.Operators.log x

    /// <summary>exp x - 1, accurate near 0.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline expm1 (x: ^T) : ^T = (^T: (static member Expm1: ^T -> ^T) x)

    /// <summary>log(1 + x), accurate near 0.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline log1p (x: ^T) : ^T = (^T: (static member Log1p: ^T -> ^T) x)

    /// <summary>1 / (1 + exp(-x)).</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline sigmoid (x: ^T) : ^T = (^T: (static member Sigmoid: ^T -> ^T) x)

    /// <summary>log(1 + exp x).</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline softplus (x: ^T) : ^T = (^T: (static member Softplus: ^T -> ^T) x)

    /// <summary>2 to the x.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline exp2 (x: ^T) : ^T = (^T: (static member Exp2: ^T -> ^T) x)

    /// <summary>The logarithm to the base 2; slope +inf at 0.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline log2 (x: ^T) : ^T = (^T: (static member Log2: ^T -> ^T) x)

    /// <summary>The logarithm to the base 10; slope +inf at 0.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline log10 (x: ^T) : ^T = FSharp.Core.Operators.log10 x

    /// <summary>The cube root; slope +inf at 0.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline cbrt (x: ^T) : ^T = (^T: (static member Cbrt: ^T -> ^T) x)

    /// <summary>1 / sqrt x; slope -inf at 0.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline reciprocalSqrt (x: ^T) : ^T = (^T: (static member ReciprocalSqrt: ^T -> ^T) x)

    /// <summary>x times x.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline square (x: ^T) : ^T = (^T: (static member Square: ^T -> ^T) x)

    /// <summary>The logarithm of sigmoid x.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline logSigmoid (x: ^T) : ^T = (^T: (static member LogSigmoid: ^T -> ^T) x)

    /// <summary>The larger of x and 0; slope 0 at 0, by convention.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline relu (x: ^T) : ^T = (^T: (static member Relu: ^T -> ^T) x)

    /// <summary>x sigmoid x.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline silu (x: ^T) : ^T = (^T: (static member Silu: ^T -> ^T) x)

    /// <summary>x normalCdf x.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline gelu (x: ^T) : ^T = (^T: (static member Gelu: ^T -> ^T) x)

    /// <summary>sin(x)/x, and 1 at 0.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline sinc (x: ^T) : ^T = (^T: (static member Sinc: ^T -> ^T) x)

    /// <summary>The largest whole number that is not above x; slope 0.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline floor (x: ^T) : ^T = FSharp.Core.Operators.floor x

    /// <summary>The smallest whole number that is not below x; slope 0.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline ceiling (x: ^T) : ^T = FSharp.Core.Operators.ceil x

    /// <summary>The nearest whole number, the even one of two; slope 0.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline round (x: ^T) : ^T = FSharp.Core.Operators.round x

    /// <summary>The error function.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline erf (x: ^T) : ^T = (^T: (static member Erf: ^T -> ^T) x)

    /// <summary>1 - erf x, accurate in the upper tail.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline erfc (x: ^T) : ^T = (^T: (static member Erfc: ^T -> ^T) x)

    /// <summary>The number w ≥ -1 with w exp(w) = x, the principal branch of Lambert's W; slope +inf at -1/e, NaN below.</summary>
    /// <typeparam name="T">Scalar, Vector or Matrix.</typeparam><param name="x">A Scalar, Vector or Matrix.</param>
    /// <returns>A value of the same shape.</returns>
    let inline lambertW (x: ^T) : ^T = (^T: (static member LambertW: ^T -> ^T) x)

    /// <summary>The logarithm of |Γ(x)|; +inf at its poles.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline logGamma (x: ^T) : ^T = (^T: (static member LogGamma: ^T -> ^T) x)

    /// <summary>The slope of logGamma.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline digamma (x: ^T) : ^T = (^T: (static member Digamma: ^T -> ^T) x)

    /// <summary>The second derivative of logGamma.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline trigamma (x: ^T) : ^T = (^T: (static member Trigamma: ^T -> ^T) x)

    /// <summary>The density of the standard normal distribution.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline normalPdf (x: ^T) : ^T = (^T: (static member NormalPdf: ^T -> ^T) x)

    /// <summary>The standard normal distribution, accurate in the lower tail.</summary>
    /// <typeparam name="T">Scalar, Vector or Matrix.</typeparam><param name="x">A Scalar, Vector or Matrix.</param>
    /// <returns>A value of the same shape.</returns>
    let inline normalCdf (x: ^T) : ^T = (^T: (static member NormalCdf: ^T -> ^T) x)

    /// <summary>The logarithm of normalCdf x, finite where that underflows.</summary>
    /// <typeparam name="T">Scalar, Vector or Matrix.</typeparam><param name="x">A Scalar, Vector or Matrix.</param>
    /// <returns>A value of the same shape.</returns>
    let inline normalLogCdf (x: ^T) : ^T = (^T: (static member NormalLogCdf: ^T -> ^T) x)

    /// <summary>The inverse of normalCdf; slope +inf at 0 and 1.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline normalQuantile (x: ^T) : ^T = (^T: (static member NormalQuantile: ^T -> ^T) x)

    /// <summary>The n-th derivative of digamma, n from 0 on.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="n">Which derivative, from 0 on.</param><param name="x">A Scalar, Vector or Matrix.</param>
    /// <returns>A value of the shape that fits the operands.</returns>
    let inline polygamma (n: int) (x: ^T) : ^T = (^T: (static member Polygamma: int * ^T -> ^T) (n, x))

    /// <summary>The sine.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline sin (x: ^T) : ^T = FSharp.Core.Operators.sin x

    /// <summary>The cosine.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline cos (x: ^T) : ^T = FSharp.Core.Operators.cos x

    /// <summary>The tangent.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline tan (x: ^T) : ^T = FSharp.Core.Operators.tan x

    /// <summary>The arc sine.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline asin (x: ^T) : ^T = FSharp.Core.Operators.asin x

    /// <summary>The arc cosine.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline acos (x: ^T) : ^T = FSharp.Core.Operators.acos x

    /// <summary>The arc tangent.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline atan (x: ^T) : ^T = FSharp.Core.Operators.atan x

    /// <summary>The hyperbolic sine.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline sinh (x: ^T) : ^T = FSharp.Core.Operators.sinh x

    /// <summary>The hyperbolic cosine.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline cosh (x: ^T) : ^T = FSharp.Core.Operators.cosh x

    /// <summary>The hyperbolic tangent.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline tanh (x: ^T) : ^T = FSharp.Core.Operators.tanh x

    /// <summary>The inverse of sinh.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline asinh (x: ^T) : ^T = (^T: (static member Asinh: ^T -> ^T) x)

    /// <summary>The inverse of cosh.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline acosh (x: ^T) : ^T = (^T: (static member Acosh: ^T -> ^T) x)

    /// <summary>The inverse of tanh.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline atanh (x: ^T) : ^T = (^T: (static member Atanh: ^T -> ^T) x)

    /// <summary>The larger; a tie shares its slope equally.</summary><typeparam name="A">A value or a plain number.</typeparam>
    /// <typeparam name="B">A value or a plain number.</typeparam><typeparam name="C">The kind of value that results.</typeparam>
    /// <param name="x">A value or a plain number.</param><param name="y">A value or a plain number.</param>
    /// <returns>A value of the shape that fits the operands.</returns>
    let inline max (x: ^A) (y: ^B) : ^C = ((^A or ^B): (static member Max: ^A * ^B -> ^C) (x, y))

    /// <summary>The smaller; a tie shares its slope equally.</summary><typeparam name="A">A value or a plain number.</typeparam>
    /// <typeparam name="B">A value or a plain number.</typeparam><typeparam name="C">The kind of value that results.</typeparam>
    /// <param name="x">A value or a plain number.</param><param name="y">A value or a plain number.</param>
    /// <returns>A value of the shape that fits the operands.</returns>
    let inline min (x: ^A) (y: ^B) : ^C = ((^A or ^B): (static member Min: ^A * ^B -> ^C) (x, y))

    /// <summary>The angle of the point (x, y), given y and x.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="y">A value of the same kind.</param><param name="x">A Scalar, Vector or Matrix.</param>
    /// <returns>A value of the shape that fits the operands.</returns>
    let inline atan2 (y: ^T) (x: ^T) : ^T = FSharp.Core.Operators.atan2 y x

    /// <summary>The square root of x² + y², without overflow.</summary><typeparam name="A">A value or a plain number.</typeparam>
    /// <typeparam name="B">A value or a plain number.</typeparam><typeparam name="C">The kind of value that results.</typeparam>
    /// <param name="x">A value or a plain number.</param><param name="y">A value or a plain number.</param>
    /// <returns>A value of the shape that fits the operands.</returns>
    let inline hypot (x: ^A) (y: ^B) : ^C = ((^A or ^B): (static member Hypot: ^A * ^B -> ^C) (x, y))

    /// <summary>log(exp x + exp y), without overflow.</summary><typeparam name="A">A value or a plain number.</typeparam>
    /// <typeparam name="B">A value or a plain number.</typeparam><typeparam name="C">The kind of value that results.</typeparam>
    /// <param name="x">A value or a plain number.</param><param name="y">A value or a plain number.</param>
    /// <returns>A value of the shape that fits the operands.</returns>
    let inline logAddExp (x: ^A) (y: ^B) : ^C = ((^A or ^B): (static member LogAddExp: ^A * ^B -> ^C) (x, y))

    /// <summary>x log y, and 0 where x = 0, also for y = 0.</summary><typeparam name="A">A value or a plain number.</typeparam>
    /// <typeparam name="B">A value or a plain number.</typeparam><typeparam name="C">The kind of value that results.</typeparam>
    /// <param name="x">A value or a plain number.</param><param name="y">A value or a plain number.</param>
    /// <returns>A value of the shape that fits the operands.</returns>
    let inline xlogy (x: ^A) (y: ^B) : ^C = ((^A or ^B): (static member Xlogy: ^A * ^B -> ^C) (x, y))

    /// <summary>x - y floor(x / y), which has the sign of y.</summary><typeparam name="A">A value or a plain number.</typeparam>
    /// <typeparam name="B">A value or a plain number.</typeparam><typeparam name="C">The kind of value that results.</typeparam>
    /// <param name="x">A value or a plain number.</param><param name="y">A value or a plain number.</param>
    /// <returns>A value of the shape that fits the operands.</returns>
    let inline modulo (x: ^A) (y: ^B) : ^C = ((^A or ^B): (static member Modulo: ^A * ^B -> ^C) (x, y))

    /// <summary>Γ(x) Γ(y) / Γ(x + y), for x, y &gt; 0.</summary><typeparam name="A">A value or a plain number.</typeparam>
    /// <typeparam name="B">A value or a plain number.</typeparam><typeparam name="C">The kind of value that results.</typeparam>
    /// <param name="x">A value or a plain number.</param><param name="y">A value or a plain number.</param>
    /// <returns>A value of the shape that fits the operands.</returns>
    let inline beta (x: ^A) (y: ^B) : ^C = ((^A or ^B): (static member Beta: ^A * ^B -> ^C) (x, y))

    /// <summary>The logarithm of beta x y, accurate for large x and y.</summary><typeparam name="A">A value or a plain number.</typeparam>
    /// <typeparam name="B">A value or a plain number.</typeparam><typeparam name="C">The kind of value that results.</typeparam>
    /// <param name="x">A value or a plain number.</param><param name="y">A value or a plain number.</param>
    /// <returns>A value of the shape that fits the operands.</returns>
    let inline logBeta (x: ^A) (y: ^B) : ^C = ((^A or ^B): (static member LogBeta: ^A * ^B -> ^C) (x, y))

    /// <summary>x, but not below low and not above high; at a bound x and the bound have slope 1/2 each.</summary>
    /// <typeparam name="T">Scalar, Vector or Matrix.</typeparam><param name="x">A Scalar, Vector or Matrix.</param>
    /// <param name="low">The lower bound.</param><param name="high">The upper bound.</param>
    /// <returns>A value of the shape that fits the operands.</returns>
    let inline clip (x: ^T) (low: Scalar) (high: Scalar) : ^T = (^T: (static member Clip: ^T * Scalar * Scalar -> ^T) (x, low, high))

    /// <summary>1 where x &gt; y, else 0.</summary><typeparam name="A">A value or a plain number.</typeparam>
    /// <typeparam name="B">A value or a plain number.</typeparam><typeparam name="C">The kind of value that results.</typeparam>
    /// <param name="x">A value or a plain number.</param><param name="y">A value or a plain number.</param>
    /// <returns>A value of the shape that fits the operands.</returns>
    let inline greater (x: ^A) (y: ^B) : ^C = ((^A or ^B): (static member Greater: ^A * ^B -> ^C) (x, y))

    /// <summary>1 where x &gt;= y, else 0.</summary><typeparam name="A">A value or a plain number.</typeparam>
    /// <typeparam name="B">A value or a plain number.</typeparam><typeparam name="C">The kind of value that results.</typeparam>
    /// <param name="x">A value or a plain number.</param><param name="y">A value or a plain number.</param>
    /// <returns>A value of the shape that fits the operands.</returns>
    let inline greaterOrEqual (x: ^A) (y: ^B) : ^C = ((^A or ^B): (static member GreaterOrEqual: ^A * ^B -> ^C) (x, y))

    /// <summary>1 where x &lt; y, else 0.</summary><typeparam name="A">A value or a plain number.</typeparam>
    /// <typeparam name="B">A value or a plain number.</typeparam><typeparam name="C">The kind of value that results.</typeparam>
    /// <param name="x">A value or a plain number.</param><param name="y">A value or a plain number.</param>
    /// <returns>A value of the shape that fits the operands.</returns>
    let inline less (x: ^A) (y: ^B) : ^C = ((^A or ^B): (static member Less: ^A * ^B -> ^C) (x, y))

    /// <summary>1 where x &lt;= y, else 0.</summary><typeparam name="A">A value or a plain number.</typeparam>
    /// <typeparam name="B">A value or a plain number.</typeparam><typeparam name="C">The kind of value that results.</typeparam>
    /// <param name="x">A value or a plain number.</param><param name="y">A value or a plain number.</param>
    /// <returns>A value of the shape that fits the operands.</returns>
    let inline lessOrEqual (x: ^A) (y: ^B) : ^C = ((^A or ^B): (static member LessOrEqual: ^A * ^B -> ^C) (x, y))

    /// <summary>1 where x = y, else 0.</summary><typeparam name="A">A value or a plain number.</typeparam>
    /// <typeparam name="B">A value or a plain number.</typeparam><typeparam name="C">The kind of value that results.</typeparam>
    /// <param name="x">A value or a plain number.</param><param name="y">A value or a plain number.</param>
    /// <returns>A value of the shape that fits the operands.</returns>
    let inline equalTo (x: ^A) (y: ^B) : ^C = ((^A or ^B): (static member EqualTo: ^A * ^B -> ^C) (x, y))

    /// <summary>1 where x &lt;&gt; y, else 0.</summary><typeparam name="A">A value or a plain number.</typeparam>
    /// <typeparam name="B">A value or a plain number.</typeparam><typeparam name="C">The kind of value that results.</typeparam>
    /// <param name="x">A value or a plain number.</param><param name="y">A value or a plain number.</param>
    /// <returns>A value of the shape that fits the operands.</returns>
    let inline notEqualTo (x: ^A) (y: ^B) : ^C = ((^A or ^B): (static member NotEqualTo: ^A * ^B -> ^C) (x, y))

    /// <summary>x to a power.</summary><typeparam name="A">A value or a plain number.</typeparam>
    /// <typeparam name="B">A value or a plain number.</typeparam><param name="x">A value or a plain number.</param>
    /// <param name="exponent">The power, a value or a plain number.</param><returns>A value of the shape that fits the operands.</returns>
    let inline pow (x: ^A) (exponent: ^B) : ^A = x ** exponent

    /// <summary>x where the mask is not 0, else y; what is not chosen has no influence, not even as NaN.</summary>
    /// <typeparam name="M">The kind of the mask.</typeparam><typeparam name="A">A value or a plain number.</typeparam>
    /// <typeparam name="B">A value or a plain number.</typeparam><param name="mask">Where this is not 0 the first is chosen.</param>
    /// <param name="x">A value or a plain number.</param><param name="y">A value or a plain number.</param>
    /// <returns>A value of the shape that fits the operands.</returns>
    let inline where (mask: ^M) (x: ^A) (y: ^B) : ^M = (^M: (static member Where: ^M * ^A * ^B -> ^M) (mask, x, y))

    /// <summary>The sum of all elements.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A number.</returns>
    let inline sum (x: ^T) : Scalar = (^T: (member Sum: unit -> Scalar) x)

    /// <summary>The mean of all elements.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A number.</returns>
    let inline mean (x: ^T) : Scalar = (^T: (member Mean: unit -> Scalar) x)

    /// <summary>The product of all elements; derivatives are right at zeros.</summary>
    /// <typeparam name="T">Scalar, Vector or Matrix.</typeparam><param name="x">A Scalar, Vector or Matrix.</param>
    /// <returns>A number.</returns>
    let inline product (x: ^T) : Scalar = (^T: (member Product: unit -> Scalar) x)

    /// <summary>The largest element; equal ones share the slope equally.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A number.</returns>
    let inline maximum (x: ^T) : Scalar = (^T: (member Maximum: unit -> Scalar) x)

    /// <summary>The smallest element; equal ones share the slope equally.</summary>
    /// <typeparam name="T">Scalar, Vector or Matrix.</typeparam><param name="x">A Scalar, Vector or Matrix.</param>
    /// <returns>A number.</returns>
    let inline minimum (x: ^T) : Scalar = (^T: (member Minimum: unit -> Scalar) x)

    /// <summary>The variance of a sample, with n - 1 for n elements.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A number.</returns>
    let inline variance (x: ^T) : Scalar = (^T: (member Variance: unit -> Scalar) x)

    /// <summary>The standard deviation of a sample; slope 0 where all elements are equal.</summary>
    /// <typeparam name="T">Scalar, Vector or Matrix.</typeparam><param name="x">A Scalar, Vector or Matrix.</param>
    /// <returns>A number.</returns>
    let inline standardDeviation (x: ^T) : Scalar = (^T: (member StandardDeviation: unit -> Scalar) x)

    /// <summary>log Σ exp of all elements, without overflow.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A number.</returns>
    let inline logSumExp (x: ^T) : Scalar = (^T: (member LogSumExp: unit -> Scalar) x)

    /// <summary>The exponentials of all elements, divided by their sum.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline softmax (x: ^T) : ^T = (^T: (member Softmax: unit -> ^T) x)

    /// <summary>The logarithm of softmax, accurate in the tails.</summary><typeparam name="T">Scalar, Vector or Matrix.</typeparam>
    /// <param name="x">A Scalar, Vector or Matrix.</param><returns>A value of the same shape.</returns>
    let inline logSoftmax (x: ^T) : ^T = (^T: (member LogSoftmax: unit -> ^T) x)

    /// <summary>The elements of a vector in ascending order; equal ones share their derivatives equally.</summary>
    /// <param name="v">The vector.</param><returns>A vector of the same length.</returns>
    let sort (v: Vector) : Vector = v.Sort()

    /// <summary>The median of a vector.</summary><param name="v">The vector.</param><returns>The number.</returns>
    let median (v: Vector) : Scalar = v.Median()

    /// <summary>The quantile of a vector for a probability from 0 to 1, linearly interpolated.</summary>
    /// <param name="probability">The probability, from 0 to 1.</param><param name="v">The vector.</param><returns>The number.</returns>
    let quantile (probability: float) (v: Vector) : Scalar = v.Quantile probability

    /// <summary>For each element of a vector the sum of the elements up to it.</summary><param name="v">The vector.</param>
    /// <returns>A vector of the same length.</returns>
    let cumulativeSum (v: Vector) : Vector = v.CumulativeSum()

    /// <summary>For each element of a vector the product of the elements up to it.</summary><param name="v">The vector.</param>
    /// <returns>A vector of the same length.</returns>
    let cumulativeProduct (v: Vector) : Vector = v.CumulativeProduct()

    /// <summary>The sum of the absolute values of a vector.</summary><param name="v">The vector.</param><returns>A single number.</returns>
    let l1Norm (v: Vector) : Scalar = v.L1Norm()

    /// <summary>The largest absolute value of a vector.</summary><param name="v">The vector.</param><returns>A single number.</returns>
    let infinityNorm (v: Vector) : Scalar = v.InfinityNorm()

    /// <summary>The norm of order p of a vector, for p from 1 to infinity.</summary>
    /// <param name="p">The order of the norm, from 1 to infinity.</param><param name="v">The vector.</param>
    /// <returns>A single number.</returns>
    let pNorm (p: float) (v: Vector) : Scalar = v.Norm p

    /// <summary>The square root of the sum of squares of a vector; slope 0 at 0.</summary><param name="v">The vector.</param>
    /// <returns>A single number.</returns>
    let norm (v: Vector) : Scalar = v.L2Norm()

    /// <summary>The sum of the products of the elements, side by side.</summary><param name="v">The vector.</param>
    /// <param name="w">The other vector.</param><returns>A single number.</returns>
    let dot (v: Vector) (w: Vector) : Scalar = v.DotProduct w

    /// <summary>The sum of the elements on the main diagonal of a square matrix.</summary><param name="m">The matrix.</param>
    /// <returns>The sum.</returns>
    let trace (m: Matrix) : Scalar = m.Trace()

    /// <summary>A block for each element of m: n times that element.</summary><param name="m">The matrix.</param>
    /// <param name="n">The other matrix.</param><returns>A matrix with a block for each element of the first.</returns>
    let kroneckerProduct (m: Matrix) (n: Matrix) : Matrix = m.KroneckerProduct n

    /// <summary>Vectors, one after the other.</summary><param name="vectors">The vectors, in order.</param>
    /// <returns>A vector as long as all together.</returns>
    let concatenate (vectors: Vector seq) : Vector = Vector.Concatenate(Seq.toArray vectors)

    /// <summary>Element (i, j) is v[i] w[j].</summary><param name="v">The vector.</param><param name="w">The other vector.</param>
    /// <returns>A matrix with a row for each element of the first and a column for each of the second.</returns>
    let outerProduct (v: Vector) (w: Vector) : Matrix = Matrix(Products.outer v.Node w.Node)

/// max and min that differentiate, for who opens it: F#'s own are branches, which give a tie to one side.
module Operators =
    /// <summary>The larger; a tie shares its slope equally.</summary><typeparam name="A">A value or a plain number.</typeparam>
    /// <typeparam name="B">A value or a plain number.</typeparam><typeparam name="C">The kind of value that results.</typeparam>
    /// <param name="x">A value or a plain number.</param><param name="y">A value or a plain number.</param>
    /// <returns>A value of the shape that fits the operands.</returns>
    let inline max (x: ^A) (y: ^B) : ^C = Maths.max x y

    /// <summary>The smaller; a tie shares its slope equally.</summary><typeparam name="A">A value or a plain number.</typeparam>
    /// <typeparam name="B">A value or a plain number.</typeparam><typeparam name="C">The kind of value that results.</typeparam>
    /// <param name="x">A value or a plain number.</param><param name="y">A value or a plain number.</param>
    /// <returns>A value of the shape that fits the operands.</returns>
    let inline min (x: ^A) (y: ^B) : ^C = Maths.min x y

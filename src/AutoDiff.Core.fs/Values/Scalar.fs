namespace AutoDiff

open System
open System.Collections
open System.Globalization
open System.Numerics
open System.Text
open AutoDiff.Kernels

/// A number that derivatives flow through. Its default is 0. Made from a plain number it is weak: it takes the precision of what it meets.
[<Struct; CustomEquality; CustomComparison; StructuredFormatDisplay "{Shown}">]
type Scalar =
    val private node: Node | null

    internal new(node: Node) = { node = node }

    /// <summary>A plain number as a value.</summary><param name="value">The number.</param>
    new(value: float) = { node = Node.plain value }

    member internal x.Node: Node =
        match x.node with
        | null -> Node.zero Precision.Weak
        | node -> node

    /// The number. Refused, with a TracedValueException, while the value depends on the argument of a running differentiation.
    member x.Value: float = (Read.value x.Node).Number

    /// <summary>A float32 value: what it meets is computed in float32.</summary><param name="value">The number.</param>
    /// <returns>A number in single precision.</returns>
    static member Float32(value: float32) : Scalar = Scalar(Node.number Precision.Single (float value))

    /// <summary>The same number in float32, rounded.</summary><returns>The same numbers in single precision.</returns>
    member x.ToFloat32() : Scalar = Scalar(Marks.convert Precision.Single x.Node)

    /// <summary>The same number in float64.</summary><returns>The same numbers in double precision.</returns>
    member x.ToFloat64() : Scalar = Scalar(Marks.convert Precision.Double x.Node)

    /// <summary>The number as a value.</summary><param name="value">The number.</param><returns>A number.</returns>
    static member op_Implicit(value: float) : Scalar = Scalar value
    /// <summary>The number, as Value gives it.</summary><param name="x">A number.</param><returns>The number.</returns>
    static member op_Explicit(x: Scalar) : float = x.Value
    /// <summary>The number, as Value gives it.</summary><param name="x">A number.</param><returns>The number in single precision.</returns>
    static member op_Explicit(x: Scalar) : float32 = float32 x.Value

    /// 0, which Seq.sum starts from.
    static member Zero: Scalar = Scalar(Node.zero Precision.Weak)

    /// 1
    static member One: Scalar = Scalar(Node.one Precision.Weak)

    /// <summary>x divided by a count, as Seq.average does.</summary><param name="x">A number.</param><param name="count">How many.</param>
    /// <returns>The quotient.</returns>
    static member DivideByInt(x: Scalar, count: int) : Scalar = x / float count

    /// <summary>The negative.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member (~-)(x: Scalar) : Scalar = Scalar(Arithmetic.negate x.Node)
    /// <summary>The same value.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member (~+)(x: Scalar) : Scalar = x
    /// <summary>The sum.</summary><param name="x">A number.</param><param name="y">A number.</param><returns>A number.</returns>
    static member (+)(x: Scalar, y: Scalar) : Scalar = Scalar(Arithmetic.add x.Node y.Node)
    /// <summary>The sum.</summary><param name="x">A number.</param><param name="y">A plain number, a constant.</param>
    /// <returns>A number.</returns>
    static member (+)(x: Scalar, y: float) : Scalar = Scalar(Arithmetic.add x.Node (Node.beside x.Node y))
    /// <summary>The sum.</summary><param name="x">A plain number, a constant.</param><param name="y">A number.</param>
    /// <returns>A number.</returns>
    static member (+)(x: float, y: Scalar) : Scalar = Scalar(Arithmetic.add (Node.beside y.Node x) y.Node)
    /// <summary>The difference.</summary><param name="x">A number.</param><param name="y">A number.</param><returns>A number.</returns>
    static member (-)(x: Scalar, y: Scalar) : Scalar = Scalar(Arithmetic.subtract x.Node y.Node)
    /// <summary>The difference.</summary><param name="x">A number.</param><param name="y">A plain number, a constant.</param>
    /// <returns>A number.</returns>
    static member (-)(x: Scalar, y: float) : Scalar = Scalar(Arithmetic.subtract x.Node (Node.beside x.Node y))
    /// <summary>The difference.</summary><param name="x">A plain number, a constant.</param><param name="y">A number.</param>
    /// <returns>A number.</returns>
    static member (-)(x: float, y: Scalar) : Scalar = Scalar(Arithmetic.subtract (Node.beside y.Node x) y.Node)
    /// <summary>The product.</summary><param name="x">A number.</param><param name="y">A number.</param><returns>A number.</returns>
    static member (*)(x: Scalar, y: Scalar) : Scalar = Scalar(Arithmetic.multiply x.Node y.Node)
    /// <summary>The product.</summary><param name="x">A number.</param><param name="y">A plain number, a constant.</param>
    /// <returns>A number.</returns>
    static member (*)(x: Scalar, y: float) : Scalar = Scalar(Arithmetic.multiply x.Node (Node.beside x.Node y))
    /// <summary>The product.</summary><param name="x">A plain number, a constant.</param><param name="y">A number.</param>
    /// <returns>A number.</returns>
    static member (*)(x: float, y: Scalar) : Scalar = Scalar(Arithmetic.multiply (Node.beside y.Node x) y.Node)
    /// <summary>The quotient.</summary><param name="x">A number.</param><param name="y">A number.</param><returns>A number.</returns>
    static member (/)(x: Scalar, y: Scalar) : Scalar = Scalar(Arithmetic.divide x.Node y.Node)
    /// <summary>The quotient.</summary><param name="x">A number.</param><param name="y">A plain number, a constant.</param>
    /// <returns>A number.</returns>
    static member (/)(x: Scalar, y: float) : Scalar = Scalar(Arithmetic.divide x.Node (Node.beside x.Node y))
    /// <summary>The quotient.</summary><param name="x">A plain number, a constant.</param><param name="y">A number.</param>
    /// <returns>A number.</returns>
    static member (/)(x: float, y: Scalar) : Scalar = Scalar(Arithmetic.divide (Node.beside y.Node x) y.Node)
    /// <summary>The remainder, with the sign of the first operand.</summary><param name="x">A number.</param>
    /// <param name="y">A number.</param><returns>A number.</returns>
    static member (%)(x: Scalar, y: Scalar) : Scalar = Scalar(Rounding.remainder x.Node y.Node)
    /// <summary>The remainder, with the sign of the first operand.</summary><param name="x">A number.</param>
    /// <param name="y">A plain number, a constant.</param><returns>A number.</returns>
    static member (%)(x: Scalar, y: float) : Scalar = Scalar(Rounding.remainder x.Node (Node.beside x.Node y))
    /// <summary>The remainder, with the sign of the first operand.</summary><param name="x">A plain number, a constant.</param>
    /// <param name="y">A number.</param><returns>A number.</returns>
    static member (%)(x: float, y: Scalar) : Scalar = Scalar(Rounding.remainder (Node.beside y.Node x) y.Node)
    /// <summary>One more.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member op_Increment(x: Scalar) : Scalar = x + 1.0
    /// <summary>One less.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member op_Decrement(x: Scalar) : Scalar = x - 1.0

    /// <summary>x to a real power; whole powers are exact for negative x and 1 with slope 0 for the power 0.</summary>
    /// <param name="x">A number.</param><param name="exponent">The power, a constant.</param><returns>A number.</returns>
    static member Pow(x: Scalar, exponent: float) : Scalar = Scalar(Elementary.power x.Node exponent)
    /// <summary>x to a power.</summary><param name="x">A number.</param>
    /// <param name="exponent">The power, which may be differentiated.</param><returns>A number.</returns>
    static member Pow(x: Scalar, exponent: Scalar) : Scalar = Scalar(Elementary.powerOf x.Node exponent.Node)
    /// <summary>The absolute value; slope 0 at 0.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member Abs(x: Scalar) : Scalar = Scalar(Arithmetic.abs x.Node)
    /// <summary>-1, 0 or 1 by the sign; slope 0.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member Sign(x: Scalar) : Scalar = Scalar(Arithmetic.sign x.Node)
    /// <summary>The square root; slope +inf at 0.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member Sqrt(x: Scalar) : Scalar = Scalar(Elementary.sqrt x.Node)
    /// <summary>e to the x.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member Exp(x: Scalar) : Scalar = Scalar(Elementary.exp x.Node)
    /// <summary>The natural logarithm; slope +inf at 0.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member Log(x: Scalar) : Scalar = Scalar(Elementary.log x.Node)

    /// That of two numbers which a function of both chooses; equal ones share the slope.
    static member private Chosen(choose: float -> float -> float, x: Scalar, y: Scalar) : Scalar =
        if Decide.equal x.Node y.Node then Scalar.Max(x, y)
        elif Decide.both (fun x y -> (choose x y).Equals x) x.Node y.Node then x
        else y

    /// <summary>exp(x) - 1, accurate near 0.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member Expm1(x: Scalar) : Scalar = Scalar(Elementary.expm1 x.Node)
    /// <summary>log(1 + x), accurate near 0.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member Log1p(x: Scalar) : Scalar = Scalar(Elementary.log1p x.Node)
    /// <summary>1 / (1 + exp(-x)).</summary><param name="x">A number.</param><returns>A number.</returns>
    static member Sigmoid(x: Scalar) : Scalar = Scalar(Elementary.sigmoid x.Node)
    /// <summary>log(1 + exp(x)).</summary><param name="x">A number.</param><returns>A number.</returns>
    static member Softplus(x: Scalar) : Scalar = Scalar(Elementary.softplus x.Node)
    /// <summary>2 to the x.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member Exp2(x: Scalar) : Scalar = Scalar(Logarithms.exp2 x.Node)
    /// <summary>The logarithm to the base 2; slope +inf at 0.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member Log2(x: Scalar) : Scalar = Scalar(Logarithms.log2 x.Node)
    /// <summary>The logarithm to the base 10; slope +inf at 0.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member Log10(x: Scalar) : Scalar = Scalar(Logarithms.log10 x.Node)
    /// <summary>The cube root; slope +inf at 0.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member Cbrt(x: Scalar) : Scalar = Scalar(Elementary.cbrt x.Node)
    /// <summary>1 / sqrt(x); slope -inf at 0.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member ReciprocalSqrt(x: Scalar) : Scalar = Scalar(Elementary.reciprocalSqrt x.Node)
    /// <summary>x times x.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member Square(x: Scalar) : Scalar = Scalar(Elementary.powInteger 2 x.Node)
    /// <summary>The logarithm of Sigmoid(x).</summary><param name="x">A number.</param><returns>A number.</returns>
    static member LogSigmoid(x: Scalar) : Scalar = Scalar(Activations.logSigmoid x.Node)
    /// <summary>The larger of x and 0; slope 0 at 0, by convention.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member Relu(x: Scalar) : Scalar = Scalar(Activations.relu x.Node)
    /// <summary>x Sigmoid(x).</summary><param name="x">A number.</param><returns>A number.</returns>
    static member Silu(x: Scalar) : Scalar = Scalar(Activations.silu x.Node)
    /// <summary>x NormalCdf(x).</summary><param name="x">A number.</param><returns>A number.</returns>
    static member Gelu(x: Scalar) : Scalar = Scalar(Activations.gelu x.Node)
    /// <summary>sin(x)/x, and 1 at 0.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member Sinc(x: Scalar) : Scalar = Scalar(Trigonometric.sinc x.Node)
    /// <summary>The largest whole number that is not above x; slope 0.</summary><param name="x">A number.</param>
    /// <returns>A number.</returns>
    static member Floor(x: Scalar) : Scalar = Scalar(Rounding.floor x.Node)
    /// <summary>The smallest whole number that is not below x; slope 0.</summary><param name="x">A number.</param>
    /// <returns>A number.</returns>
    static member Ceiling(x: Scalar) : Scalar = Scalar(Rounding.ceiling x.Node)
    /// <summary>The nearest whole number, the even one of two; slope 0.</summary><param name="x">A number.</param>
    /// <returns>A number.</returns>
    static member Round(x: Scalar) : Scalar = Scalar(Rounding.round x.Node)
    /// <summary>The error function.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member Erf(x: Scalar) : Scalar = Scalar(Normal.erf x.Node)
    /// <summary>1 - Erf(x), accurate in the upper tail.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member Erfc(x: Scalar) : Scalar = Scalar(Normal.erfc x.Node)
    /// <summary>The number w ≥ -1 with w exp(w) = x, the principal branch of Lambert's W; slope +inf at -1/e, NaN below.</summary>
    /// <param name="x">A number.</param><returns>A number.</returns>
    static member LambertW(x: Scalar) : Scalar = Scalar(Logarithms.lambertW x.Node)
    /// <summary>The logarithm of |Γ(x)|; +inf at its poles.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member LogGamma(x: Scalar) : Scalar = Scalar(Gamma.logGamma x.Node)
    /// <summary>The slope of LogGamma.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member Digamma(x: Scalar) : Scalar = Scalar(Gamma.digamma x.Node)
    /// <summary>The second derivative of LogGamma.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member Trigamma(x: Scalar) : Scalar = Scalar(Gamma.polygamma 1 x.Node)
    /// <summary>The density of the standard normal distribution.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member NormalPdf(x: Scalar) : Scalar = Scalar(Normal.normalPdf x.Node)
    /// <summary>The standard normal distribution, accurate in the lower tail.</summary><param name="x">A number.</param>
    /// <returns>A number.</returns>
    static member NormalCdf(x: Scalar) : Scalar = Scalar(Normal.normalCdf x.Node)
    /// <summary>The logarithm of NormalCdf(x), finite where that underflows.</summary><param name="x">A number.</param>
    /// <returns>A number.</returns>
    static member NormalLogCdf(x: Scalar) : Scalar = Scalar(Normal.normalLogCdf x.Node)
    /// <summary>The inverse of NormalCdf; slope +inf at 0 and 1.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member NormalQuantile(x: Scalar) : Scalar = Scalar(Normal.normalQuantile x.Node)
    /// <summary>The n-th derivative of Digamma, n from 0 on.</summary><param name="n">Which derivative, from 0 on.</param>
    /// <param name="x">A number.</param><returns>A number.</returns>
    static member Polygamma(n: int, x: Scalar) : Scalar = Scalar(Gamma.polygamma n x.Node)
    /// <summary>The sine, of radians.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member Sin(x: Scalar) : Scalar = Scalar(Trigonometric.sin x.Node)
    /// <summary>The cosine, of radians.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member Cos(x: Scalar) : Scalar = Scalar(Trigonometric.cos x.Node)
    /// <summary>The tangent, of radians.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member Tan(x: Scalar) : Scalar = Scalar(Trigonometric.tan x.Node)
    /// <summary>The arc sine, in radians; slope +inf at -1 and 1.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member Asin(x: Scalar) : Scalar = Scalar(Trigonometric.asin x.Node)
    /// <summary>The arc cosine, in radians; slope -inf at -1 and 1.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member Acos(x: Scalar) : Scalar = Scalar(Trigonometric.acos x.Node)
    /// <summary>The arc tangent, in radians.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member Atan(x: Scalar) : Scalar = Scalar(Trigonometric.atan x.Node)
    /// <summary>The hyperbolic sine.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member Sinh(x: Scalar) : Scalar = Scalar(Trigonometric.sinh x.Node)
    /// <summary>The hyperbolic cosine.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member Cosh(x: Scalar) : Scalar = Scalar(Trigonometric.cosh x.Node)
    /// <summary>The hyperbolic tangent.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member Tanh(x: Scalar) : Scalar = Scalar(Trigonometric.tanh x.Node)
    /// <summary>The inverse of Sinh.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member Asinh(x: Scalar) : Scalar = Scalar(Trigonometric.asinh x.Node)
    /// <summary>The inverse of Cosh; slope +inf at 1.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member Acosh(x: Scalar) : Scalar = Scalar(Trigonometric.acosh x.Node)
    /// <summary>The inverse of Tanh; slope +inf at -1 and 1.</summary><param name="x">A number.</param><returns>A number.</returns>
    static member Atanh(x: Scalar) : Scalar = Scalar(Trigonometric.atanh x.Node)
    /// <summary>The larger; a tie shares its slope equally.</summary><param name="x">A number.</param><param name="y">A number.</param>
    /// <returns>A number.</returns>
    static member Max(x: Scalar, y: Scalar) : Scalar = Scalar(Arithmetic.max x.Node y.Node)
    /// <summary>The smaller; a tie shares its slope equally.</summary><param name="x">A number.</param><param name="y">A number.</param>
    /// <returns>A number.</returns>
    static member Min(x: Scalar, y: Scalar) : Scalar = Scalar(Arithmetic.min x.Node y.Node)
    /// <summary>The angle of the point (x, y), in radians; slopes 0 at the origin.</summary><param name="y">A number.</param>
    /// <param name="x">A number.</param><returns>A number.</returns>
    static member Atan2(y: Scalar, x: Scalar) : Scalar = Scalar(Plane.atan2 y.Node x.Node)
    /// <summary>The square root of x² + y² without overflow; slopes 0 at the origin.</summary><param name="x">A number.</param>
    /// <param name="y">A number.</param><returns>A number.</returns>
    static member Hypot(x: Scalar, y: Scalar) : Scalar = Scalar(Plane.hypot x.Node y.Node)
    /// <summary>log(exp(x) + exp(y)), without overflow.</summary><param name="x">A number.</param><param name="y">A number.</param>
    /// <returns>A number.</returns>
    static member LogAddExp(x: Scalar, y: Scalar) : Scalar = Scalar(Logarithms.logAddExp x.Node y.Node)
    /// <summary>x log(y), and 0 where x = 0, also for y = 0.</summary><param name="x">A number.</param><param name="y">A number.</param>
    /// <returns>A number.</returns>
    static member Xlogy(x: Scalar, y: Scalar) : Scalar = Scalar(Logarithms.xlogy x.Node y.Node)
    /// <summary>x - y floor(x / y), which has the sign of y.</summary><param name="x">A number.</param><param name="y">A number.</param>
    /// <returns>A number.</returns>
    static member Modulo(x: Scalar, y: Scalar) : Scalar = Scalar(Rounding.modulo x.Node y.Node)
    /// <summary>Γ(x) Γ(y) / Γ(x + y), for x, y &gt; 0.</summary><param name="x">A number.</param><param name="y">A number.</param>
    /// <returns>A number.</returns>
    static member Beta(x: Scalar, y: Scalar) : Scalar = Scalar(Gamma.beta x.Node y.Node)
    /// <summary>The logarithm of Beta(x, y), accurate for large x and y.</summary><param name="x">A number.</param>
    /// <param name="y">A number.</param><returns>A number.</returns>
    static member LogBeta(x: Scalar, y: Scalar) : Scalar = Scalar(Gamma.logBeta x.Node y.Node)
    /// <summary>x, but not below low and not above high; at a bound x and the bound have slope 1/2 each.</summary>
    /// <param name="x">A number.</param><param name="low">The lower bound.</param><param name="high">The upper bound.</param>
    /// <returns>A number.</returns>
    static member Clip(x: Scalar, low: Scalar, high: Scalar) : Scalar = Scalar(Rounding.clip x.Node low.Node high.Node)
    /// <summary>1 where x &gt; y, else 0.</summary><param name="x">A number.</param><param name="y">A number.</param>
    /// <returns>A number.</returns>
    static member Greater(x: Scalar, y: Scalar) : Scalar = Scalar(Selection.greater x.Node y.Node)
    /// <summary>1 where x &gt;= y, else 0.</summary><param name="x">A number.</param><param name="y">A number.</param>
    /// <returns>A number.</returns>
    static member GreaterOrEqual(x: Scalar, y: Scalar) : Scalar = Scalar(Selection.greaterOrEqual x.Node y.Node)
    /// <summary>1 where x &lt; y, else 0.</summary><param name="x">A number.</param><param name="y">A number.</param>
    /// <returns>A number.</returns>
    static member Less(x: Scalar, y: Scalar) : Scalar = Scalar(Selection.less x.Node y.Node)
    /// <summary>1 where x &lt;= y, else 0.</summary><param name="x">A number.</param><param name="y">A number.</param>
    /// <returns>A number.</returns>
    static member LessOrEqual(x: Scalar, y: Scalar) : Scalar = Scalar(Selection.lessOrEqual x.Node y.Node)
    /// <summary>1 where x = y, else 0.</summary><param name="x">A number.</param><param name="y">A number.</param>
    /// <returns>A number.</returns>
    static member EqualTo(x: Scalar, y: Scalar) : Scalar = Scalar(Selection.equal x.Node y.Node)
    /// <summary>1 where x &lt;&gt; y, else 0.</summary><param name="x">A number.</param><param name="y">A number.</param>
    /// <returns>A number.</returns>
    static member NotEqualTo(x: Scalar, y: Scalar) : Scalar = Scalar(Selection.notEqual x.Node y.Node)
    /// <summary>x where the mask is not 0, else y; what is not chosen has no influence, not even as NaN.</summary>
    /// <param name="mask">Where this is not 0 the first is chosen.</param><param name="x">A number.</param>
    /// <param name="y">A number.</param><returns>A number.</returns>
    static member Where(mask: Scalar, x: Scalar, y: Scalar) : Scalar = Scalar(Selection.where mask.Node x.Node y.Node)

    // Comparisons read the number, by IEEE's rules: NaN is not equal to anything and neither less nor greater.
    /// <summary>Compares the numbers, by IEEE's rules: NaN is not equal to anything and neither less nor greater.</summary>
    /// <param name="x">A number.</param><param name="y">A number.</param><returns>Whether it is so.</returns>
    static member op_Equality(x: Scalar, y: Scalar) : bool = Decide.equal x.Node y.Node
    /// <summary>Compares the numbers, by IEEE's rules: NaN is not equal to anything and neither less nor greater.</summary>
    /// <param name="x">A number.</param><param name="y">A number.</param><returns>Whether it is so.</returns>
    static member op_Inequality(x: Scalar, y: Scalar) : bool = Decide.notEqual x.Node y.Node
    /// <summary>Compares the numbers, by IEEE's rules: NaN is not equal to anything and neither less nor greater.</summary>
    /// <param name="x">A number.</param><param name="y">A number.</param><returns>Whether it is so.</returns>
    static member op_LessThan(x: Scalar, y: Scalar) : bool = Decide.less x.Node y.Node
    /// <summary>Compares the numbers, by IEEE's rules: NaN is not equal to anything and neither less nor greater.</summary>
    /// <param name="x">A number.</param><param name="y">A number.</param><returns>Whether it is so.</returns>
    static member op_LessThanOrEqual(x: Scalar, y: Scalar) : bool = Decide.lessOrEqual x.Node y.Node
    /// <summary>Compares the numbers, by IEEE's rules: NaN is not equal to anything and neither less nor greater.</summary>
    /// <param name="x">A number.</param><param name="y">A number.</param><returns>Whether it is so.</returns>
    static member op_GreaterThan(x: Scalar, y: Scalar) : bool = Decide.greater x.Node y.Node
    /// <summary>Compares the numbers, by IEEE's rules: NaN is not equal to anything and neither less nor greater.</summary>
    /// <param name="x">A number.</param><param name="y">A number.</param><returns>Whether it is so.</returns>
    static member op_GreaterThanOrEqual(x: Scalar, y: Scalar) : bool = Decide.greaterOrEqual x.Node y.Node

    member internal x.Number: float = (Read.peek x.Node).Number

    /// <summary>Compares the numbers; NaN equals NaN and sorts first, as in double.CompareTo.</summary>
    /// <param name="other">Another number.</param><returns>Below 0, 0 or above 0.</returns>
    member x.CompareTo(other: Scalar) : int = Decide.compare x.Node other.Node

    /// <summary>Whether the numbers are equal; NaN equals NaN, as in double.Equals.</summary><param name="other">Another number.</param>
    /// <returns>Whether the numbers are equal.</returns>
    member x.Equals(other: Scalar) : bool = Decide.same x.Node other.Node

    override x.Equals(other: obj | null) : bool =
        match other with
        | :? Scalar as other -> x.Equals other
        | _ -> false

    /// <inheritdoc/>
    override x.GetHashCode() : int = x.Number.GetHashCode()

    /// What F# Interactive and %A show.
    member internal x.Shown: string = x.ToString()

    /// <summary>The number as text, with the digits of its precision, whatever the culture.</summary><returns>The text.</returns>
    override x.ToString() : string = x.ToString(null, null)

    /// <summary>The number as text.</summary><param name="format">A .NET format for every number.</param><returns>The text.</returns>
    member x.ToString(format: string | null) : string = x.ToString(format, null)

    /// <summary>The number as text.</summary><param name="format">A .NET format for every number.</param>
    /// <param name="provider">The culture; the invariant one where it is null.</param><returns>The text.</returns>
    member x.ToString(format: string | null, provider: IFormatProvider | null) : string =
        match Read.text x.Node format provider with
        | Some text -> text[0]
        | None -> "Scalar without a number"

    interface IFormattable with
        member x.ToString(format, provider) = x.ToString(format, provider)

    interface IEquatable<Scalar> with
        member x.Equals other = x.Equals other

    interface IComparable<Scalar> with
        member x.CompareTo other = x.CompareTo other

    interface IComparable with
        member x.CompareTo other =
            match other with
            | :? Scalar as other -> x.CompareTo other
            | null -> 1
            | _ -> raise (ArgumentException("A Scalar compares with a Scalar.", nameof other))

    // F#'s operators come through these two: the comparer knows what they do with NaN.
    interface IStructuralComparable with
        member x.CompareTo(other, comparer) =
            match other with
            | :? Scalar as other -> Decide.by comparer x.Node other.Node
            | _ -> 1

    interface IStructuralEquatable with
        member x.Equals(other, comparer) =
            match other with
            | :? Scalar as other -> Decide.both (fun x z -> comparer.Equals(x, z)) x.Node other.Node
            | _ -> false

        member x.GetHashCode(_: IEqualityComparer) = x.GetHashCode()

    // .NET's generic math, so that a method written for any T of these interfaces is differentiable as it stands.

    interface IAdditionOperators<Scalar, Scalar, Scalar> with
        static member (+)(x: Scalar, y: Scalar) : Scalar = Scalar(Arithmetic.add x.Node y.Node)

    interface ISubtractionOperators<Scalar, Scalar, Scalar> with
        static member (-)(x: Scalar, y: Scalar) : Scalar = Scalar(Arithmetic.subtract x.Node y.Node)

    interface IMultiplyOperators<Scalar, Scalar, Scalar> with
        static member (*)(x: Scalar, y: Scalar) : Scalar = Scalar(Arithmetic.multiply x.Node y.Node)

    interface IDivisionOperators<Scalar, Scalar, Scalar> with
        static member (/)(x: Scalar, y: Scalar) : Scalar = Scalar(Arithmetic.divide x.Node y.Node)

    interface IModulusOperators<Scalar, Scalar, Scalar> with
        static member (%)(x: Scalar, y: Scalar) : Scalar = Scalar(Rounding.remainder x.Node y.Node)

    interface IUnaryNegationOperators<Scalar, Scalar> with
        static member (~-)(x: Scalar) : Scalar = Scalar(Arithmetic.negate x.Node)

    interface IUnaryPlusOperators<Scalar, Scalar> with
        static member (~+)(x: Scalar) : Scalar = x

    interface IIncrementOperators<Scalar> with
        static member op_Increment(x: Scalar) : Scalar = x + 1.0

    interface IDecrementOperators<Scalar> with
        static member op_Decrement(x: Scalar) : Scalar = x - 1.0

    interface IAdditiveIdentity<Scalar, Scalar> with
        static member AdditiveIdentity: Scalar = Scalar.Zero

    interface IMultiplicativeIdentity<Scalar, Scalar> with
        static member MultiplicativeIdentity: Scalar = Scalar.One

    interface IEqualityOperators<Scalar, Scalar, bool> with
        static member op_Equality(x: Scalar, y: Scalar) : bool = (Decide.equal x.Node y.Node)
        static member op_Inequality(x: Scalar, y: Scalar) : bool = (Decide.notEqual x.Node y.Node)

    interface IComparisonOperators<Scalar, Scalar, bool> with
        static member op_LessThan(x: Scalar, y: Scalar) : bool = (Decide.less x.Node y.Node)
        static member op_LessThanOrEqual(x: Scalar, y: Scalar) : bool = (Decide.lessOrEqual x.Node y.Node)
        static member op_GreaterThan(x: Scalar, y: Scalar) : bool = (Decide.greater x.Node y.Node)
        static member op_GreaterThanOrEqual(x: Scalar, y: Scalar) : bool = (Decide.greaterOrEqual x.Node y.Node)

    interface ISpanFormattable with
        member x.TryFormat
            (destination: Span<char>, written: byref<int>, format: ReadOnlySpan<char>, provider: IFormatProvider | null)
            : bool =
            let text = x.ToString(format.ToString(), provider)
            written <- if text.AsSpan().TryCopyTo destination then text.Length else 0
            written = text.Length

    interface IUtf8SpanFormattable with
        member x.TryFormat
            (destination: Span<byte>, written: byref<int>, format: ReadOnlySpan<char>, provider: IFormatProvider | null)
            : bool =
            Encoding.UTF8.TryGetBytes(x.ToString(format.ToString(), provider), destination, &written)

    interface IParsable<Scalar> with
        static member Parse(text: string, provider: IFormatProvider | null) : Scalar = Scalar(Double.Parse(text, provider))

        static member TryParse(text: string | null, provider: IFormatProvider | null, result: byref<Scalar>) : bool =
            let mutable number = 0.0
            let parsed = Double.TryParse(text, provider, &number)
            result <- Scalar number
            parsed

    interface ISpanParsable<Scalar> with
        static member Parse(text: ReadOnlySpan<char>, provider: IFormatProvider | null) : Scalar = Scalar(Double.Parse(text, provider))

        static member TryParse(text: ReadOnlySpan<char>, provider: IFormatProvider | null, result: byref<Scalar>) : bool =
            let mutable number = 0.0
            let parsed = Double.TryParse(text, provider, &number)
            result <- Scalar number
            parsed

    interface IUtf8SpanParsable<Scalar> with
        static member Parse(text: ReadOnlySpan<byte>, provider: IFormatProvider | null) : Scalar = Scalar(Double.Parse(text, provider))

        static member TryParse(text: ReadOnlySpan<byte>, provider: IFormatProvider | null, result: byref<Scalar>) : bool =
            let mutable number = 0.0
            let parsed = Double.TryParse(text, provider, &number)
            result <- Scalar number
            parsed

    interface INumberBase<Scalar> with
        static member One: Scalar = Scalar.One
        static member Zero: Scalar = Scalar.Zero
        static member Radix: int = 2
        static member Abs(x: Scalar) : Scalar = Scalar.Abs x
        static member IsCanonical(_: Scalar) : bool = true
        static member IsComplexNumber(_: Scalar) : bool = false
        static member IsImaginaryNumber(_: Scalar) : bool = false
        static member IsEvenInteger(x: Scalar) : bool = Decide.is Double.IsEvenInteger x.Node
        static member IsFinite(x: Scalar) : bool = Decide.is Double.IsFinite x.Node
        static member IsInfinity(x: Scalar) : bool = Decide.is Double.IsInfinity x.Node
        static member IsInteger(x: Scalar) : bool = Decide.is Double.IsInteger x.Node
        static member IsNaN(x: Scalar) : bool = Decide.is Double.IsNaN x.Node
        static member IsNegative(x: Scalar) : bool = Decide.is Double.IsNegative x.Node
        static member IsNegativeInfinity(x: Scalar) : bool = Decide.is Double.IsNegativeInfinity x.Node
        static member IsNormal(x: Scalar) : bool = Decide.is Double.IsNormal x.Node
        static member IsOddInteger(x: Scalar) : bool = Decide.is Double.IsOddInteger x.Node
        static member IsPositive(x: Scalar) : bool = Decide.is Double.IsPositive x.Node
        static member IsPositiveInfinity(x: Scalar) : bool = Decide.is Double.IsPositiveInfinity x.Node
        static member IsRealNumber(x: Scalar) : bool = Decide.is Double.IsRealNumber x.Node
        static member IsSubnormal(x: Scalar) : bool = Decide.is Double.IsSubnormal x.Node
        static member IsZero(x: Scalar) : bool = Decide.is (fun x -> x = 0.0) x.Node

        static member MaxMagnitude(x: Scalar, y: Scalar) : Scalar = Scalar.Chosen((fun x y -> Double.MaxMagnitude(x, y)), x, y)

        static member MaxMagnitudeNumber(x: Scalar, y: Scalar) : Scalar = Scalar.Chosen((fun x y -> Double.MaxMagnitudeNumber(x, y)), x, y)

        static member MinMagnitude(x: Scalar, y: Scalar) : Scalar = Scalar.Chosen((fun x y -> Double.MinMagnitude(x, y)), x, y)

        static member MinMagnitudeNumber(x: Scalar, y: Scalar) : Scalar = Scalar.Chosen((fun x y -> Double.MinMagnitudeNumber(x, y)), x, y)

        static member Parse(text: string, style: NumberStyles, provider: IFormatProvider | null) : Scalar =
            Scalar(Double.Parse(text, style, provider))

        static member Parse(text: ReadOnlySpan<char>, style: NumberStyles, provider: IFormatProvider | null) : Scalar =
            Scalar(Double.Parse(text, style, provider))

        static member Parse(text: ReadOnlySpan<byte>, style: NumberStyles, provider: IFormatProvider | null) : Scalar =
            Scalar(Double.Parse(text, style, provider))

        static member TryParse(text: string | null, style: NumberStyles, provider: IFormatProvider | null, result: byref<Scalar>) : bool =
            let mutable number = 0.0
            let parsed = Double.TryParse(text, style, provider, &number)
            result <- Scalar number
            parsed

        static member TryParse
            (text: ReadOnlySpan<char>, style: NumberStyles, provider: IFormatProvider | null, result: byref<Scalar>)
            : bool =
            let mutable number = 0.0
            let parsed = Double.TryParse(text, style, provider, &number)
            result <- Scalar number
            parsed

        static member TryParse
            (text: ReadOnlySpan<byte>, style: NumberStyles, provider: IFormatProvider | null, result: byref<Scalar>)
            : bool =
            let mutable number = 0.0
            let parsed = Double.TryParse(text, style, provider, &number)
            result <- Scalar number
            parsed

        static member TryConvertFromChecked<'O when 'O :> INumberBase<'O>>(value: 'O, result: byref<Scalar>) : bool =
            result <- Scalar(Double.CreateChecked value)
            true

        static member TryConvertToChecked<'O when 'O :> INumberBase<'O>>(x: Scalar, result: byref<'O>) : bool =
            Numbers.TryToChecked(x.Value, &result)

        static member TryConvertFromSaturating<'O when 'O :> INumberBase<'O>>(value: 'O, result: byref<Scalar>) : bool =
            result <- Scalar(Double.CreateSaturating value)
            true

        static member TryConvertToSaturating<'O when 'O :> INumberBase<'O>>(x: Scalar, result: byref<'O>) : bool =
            Numbers.TryToSaturating(x.Value, &result)

        static member TryConvertFromTruncating<'O when 'O :> INumberBase<'O>>(value: 'O, result: byref<Scalar>) : bool =
            result <- Scalar(Double.CreateTruncating value)
            true

        static member TryConvertToTruncating<'O when 'O :> INumberBase<'O>>(x: Scalar, result: byref<'O>) : bool =
            Numbers.TryToTruncating(x.Value, &result)

    interface INumber<Scalar> with
        static member Max(x: Scalar, y: Scalar) : Scalar = Scalar.Max(x, y)
        static member Min(x: Scalar, y: Scalar) : Scalar = Scalar.Min(x, y)

        static member MaxNumber(x: Scalar, y: Scalar) : Scalar =
            if Decide.is Double.IsNaN x.Node then y
            elif Decide.is Double.IsNaN y.Node then x
            else Scalar.Max(x, y)

        static member MinNumber(x: Scalar, y: Scalar) : Scalar =
            if Decide.is Double.IsNaN x.Node then y
            elif Decide.is Double.IsNaN y.Node then x
            else Scalar.Min(x, y)

        static member Clamp(x: Scalar, low: Scalar, high: Scalar) : Scalar =
            if Decide.greater low.Node high.Node then
                raise (ArgumentException("Clamp: the lower bound " + low.ToString() + " is above the upper bound " + high.ToString() + "."))

            Scalar.Min(Scalar.Max(x, low), high)

        static member CopySign(x: Scalar, sign: Scalar) : Scalar =
            if Decide.is Double.IsNegative x.Node = Decide.is Double.IsNegative sign.Node then x else -x

        static member Sign(x: Scalar) : int = Read.decide (fun x _ -> Math.Sign x) x.Node x.Node

    interface ISignedNumber<Scalar> with
        static member NegativeOne: Scalar = Scalar -1.0

    interface IFloatingPointConstants<Scalar> with
        static member E: Scalar = Scalar Math.E
        static member Pi: Scalar = Scalar Math.PI
        static member Tau: Scalar = Scalar Math.Tau

    interface IRootFunctions<Scalar> with
        static member Sqrt(x: Scalar) : Scalar = Scalar.Sqrt x
        static member Cbrt(x: Scalar) : Scalar = Scalar.Cbrt x
        static member Hypot(x: Scalar, y: Scalar) : Scalar = Scalar.Hypot(x, y)
        static member RootN(x: Scalar, n: int) : Scalar = Scalar(Elementary.root n x.Node)

    interface IExponentialFunctions<Scalar> with
        static member Exp(x: Scalar) : Scalar = Scalar.Exp x
        static member Exp2(x: Scalar) : Scalar = Scalar.Exp2 x
        static member Exp10(x: Scalar) : Scalar = Scalar(Elementary.pow (Node.plain 10.0) x.Node)
        static member ExpM1(x: Scalar) : Scalar = Scalar.Expm1 x

    interface ILogarithmicFunctions<Scalar> with
        static member Log(x: Scalar) : Scalar = Scalar.Log x
        static member Log(x: Scalar, newBase: Scalar) : Scalar = Scalar.Log x / Scalar.Log newBase
        static member Log2(x: Scalar) : Scalar = Scalar.Log2 x
        static member Log10(x: Scalar) : Scalar = Scalar.Log10 x
        static member LogP1(x: Scalar) : Scalar = Scalar.Log1p x

    interface IPowerFunctions<Scalar> with
        static member Pow(x: Scalar, y: Scalar) : Scalar = Scalar.Pow(x, y)

    interface IHyperbolicFunctions<Scalar> with
        static member Sinh(x: Scalar) : Scalar = Scalar.Sinh x
        static member Cosh(x: Scalar) : Scalar = Scalar.Cosh x
        static member Tanh(x: Scalar) : Scalar = Scalar.Tanh x
        static member Asinh(x: Scalar) : Scalar = Scalar.Asinh x
        static member Acosh(x: Scalar) : Scalar = Scalar.Acosh x
        static member Atanh(x: Scalar) : Scalar = Scalar.Atanh x

    interface ITrigonometricFunctions<Scalar> with
        static member Sin(x: Scalar) : Scalar = Scalar.Sin x
        static member SinPi(x: Scalar) : Scalar = Scalar(Trigonometric.sinPi x.Node)
        static member Cos(x: Scalar) : Scalar = Scalar.Cos x
        static member CosPi(x: Scalar) : Scalar = Scalar(Trigonometric.cosPi x.Node)
        static member Tan(x: Scalar) : Scalar = Scalar.Tan x
        static member TanPi(x: Scalar) : Scalar = Scalar(Trigonometric.tanPi x.Node)
        static member Asin(x: Scalar) : Scalar = Scalar.Asin x
        static member AsinPi(x: Scalar) : Scalar = Scalar.Asin x / Math.PI
        static member Acos(x: Scalar) : Scalar = Scalar.Acos x
        static member AcosPi(x: Scalar) : Scalar = Scalar.Acos x / Math.PI
        static member Atan(x: Scalar) : Scalar = Scalar.Atan x
        static member AtanPi(x: Scalar) : Scalar = Scalar.Atan x / Math.PI
        static member SinCos(x: Scalar) : struct (Scalar * Scalar) = struct (Scalar.Sin x, Scalar.Cos x)

        static member SinCosPi(x: Scalar) : struct (Scalar * Scalar) =
            struct (Scalar(Trigonometric.sinPi x.Node), Scalar(Trigonometric.cosPi x.Node))

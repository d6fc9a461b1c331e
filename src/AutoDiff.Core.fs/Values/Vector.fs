namespace AutoDiff

open System
open System.Collections
open System.Collections.Generic
open System.Runtime.CompilerServices
open MathNet.Numerics.LinearAlgebra

/// A column of numbers that derivatives flow through. Its default is empty.
[<Struct; NoComparison; CustomEquality; CollectionBuilder(typeof<Vector>, "Create")>]
type Vector =
    val private node: Node | null

    internal new(node: Node) = { node = node }

    /// A float64 vector of these numbers, copied.
    new(values: float[]) = { node = Node.ofFloats (Extent.vector (Parts.given values).Length) (Array.copy values) }

    /// A float32 vector of these numbers, copied.
    new(values: float32[]) = { node = Node.ofSingles (Extent.vector (Parts.given values).Length) (Array.copy values) }

    /// A vector of these scalars, of one precision.
    new(values: Scalar[]) = { node = Parts.vector [| for x in Parts.given values -> x.Node |] }

    /// A vector of these scalars, of one precision.
    static member Create(values: ReadOnlySpan<Scalar>) : Vector = Vector(values.ToArray())

    /// These vectors, one after the other.
    static member Concatenate([<ParamArray>] vectors: Vector[]) : Vector = Vector(Rearrange.concatenate [| for v in vectors -> v.Node |])

    member internal x.Node: Node =
        match x.node with
        | null -> Parts.emptyVector
        | node -> node

    /// The number of elements.
    member v.Count: int = v.Node.Shape.Extent.Rows

    /// Element i, counted from 0.
    member v.Item
        with get (i: int): Scalar = Scalar(Parts.element v.Node i 0)

    /// The element at an index that is a value, such as that of a loop.
    member v.At(i: Scalar) : Scalar = Scalar(Dynamic.rowAt i.Node v.Node)

    /// So many elements from a start on: what v[1..^1] calls.
    member v.Slice(start: int, length: int) : Vector = Vector(Parts.part v.Node start length 0 1)

    /// So many elements from an index on.
    member v.SubVector(index: int, count: int) : Vector = v.Slice(index, count)

    /// A copy of the numbers, in float64.
    member v.ToArray() : float[] = Read.floats (Read.value v.Node)

    /// A copy of the numbers in float32; float64 is rounded.
    member v.ToArraySingle() : float32[] = Read.singles (Read.value v.Node)

    /// A copy of the numbers as a vector of MathNet's.
    member v.ToMathNet() : Vector<float> = Vector<float>.Build.Dense(v.ToArray())

    /// A copy of the numbers as a float32 vector of MathNet's; float64 is rounded.
    member v.ToMathNetSingle() : Vector<float32> = Vector<float32>.Build.Dense(v.ToArraySingle())

    /// The same numbers in float32, rounded.
    member v.ToFloat32() : Vector = Vector(Marks.convert Precision.Single v.Node)

    /// The same numbers in float64.
    member v.ToFloat64() : Vector = Vector(Marks.convert Precision.Double v.Node)

    /// The sum of the elements; 0 where there are none.
    member v.Sum() : Scalar = Scalar(Reduction.sum v.Node)

    /// The mean of the elements.
    member v.Mean() : Scalar = Scalar(Parts.mean v.Node)

    /// The product of all elements, 1 where there are none; derivatives are right at zeros.
    member v.Product() : Scalar = Scalar(Columns.reduceAll RunningProducts.product v.Node)

    /// The largest element, NaN where one is; equal ones share the slope equally.
    member v.Maximum() : Scalar = Scalar(Columns.reduceAll Extrema.maximum v.Node)

    /// The smallest element, NaN where one is; equal ones share the slope equally.
    member v.Minimum() : Scalar = Scalar(Columns.reduceAll Extrema.minimum v.Node)

    /// The logarithm of the sum of the exponentials of all elements, without overflow.
    member v.LogSumExp() : Scalar = Scalar(Columns.reduceAll Exponentials.logSumExp v.Node)

    /// The exponentials of all elements, divided by their sum.
    member v.Softmax() : Vector = Vector(Columns.mapAll Exponentials.softmax v.Node)

    /// The logarithm of the softmax of all elements, accurate in the tails.
    member v.LogSoftmax() : Vector = Vector(Columns.mapAll Exponentials.logSoftmax v.Node)

    /// The variance of a sample of two elements or more: squares of the deviations from the mean, added up and divided by n - 1.
    member v.Variance() : Scalar = Scalar(Columns.reduceAll PowerNorms.variances v.Node)

    /// The standard deviation of a sample of two elements or more; slope 0 where all are equal.
    member v.StandardDeviation() : Scalar = Scalar(Columns.reduceAll PowerNorms.standardDeviations v.Node)

    /// The square root of the sum of squares; slope 0 where all elements are 0.
    member v.L2Norm() : Scalar = Scalar(Norms.euclidean v.Node)

    /// The sum of the products of the elements, side by side.
    member v.DotProduct(other: Vector) : Scalar = Scalar(Products.dot v.Node other.Node)

    /// The product, element by element.
    member v.PointwiseMultiply(other: Vector) : Vector = Vector(Arithmetic.multiply v.Node other.Node)

    /// The quotient, element by element.
    member v.PointwiseDivide(other: Vector) : Vector = Vector(Arithmetic.divide v.Node other.Node)

    /// Each element to a real power.
    member v.PointwisePower(exponent: float) : Vector = Vector.Pow(v, exponent)

    /// Each element to a power.
    member v.PointwisePower(exponent: Scalar) : Vector = Vector.Pow(v, exponent)

    /// Each element to the power of the other's.
    member v.PointwisePower(exponent: Vector) : Vector = Vector(Elementary.pow v.Node exponent.Node)

    /// The same numbers as a value, copied.
    static member op_Implicit(values: float[]) : Vector = Vector values
    /// The same numbers as a value, copied.
    static member op_Implicit(values: int[]) : Vector = Vector(Array.map float (Parts.given values))
    /// The same numbers as a value, copied.
    static member op_Implicit(values: float32[]) : Vector = Vector values
    /// The same numbers as a value, copied.
    static member op_Implicit(values: Scalar[]) : Vector = Vector values
    /// The same numbers as a value, copied.
    static member op_Implicit(values: Vector<float>) : Vector = Vector((Parts.given values).ToArray())
    /// The same numbers as a value, copied.
    static member op_Implicit(values: Vector<float32>) : Vector = Vector((Parts.given values).ToArray())

    /// 0, which stretches to any vector: what Seq.sum starts from.
    static member Zero: Vector = Vector(Node.zero Precision.Weak)

    /// The dot product.
    static member (*)(x: Vector, y: Vector) : Scalar = Scalar(Products.dot x.Node y.Node)

    /// The negative.
    static member (~-)(x: Vector) : Vector = Vector(Arithmetic.negate x.Node)
    /// The same value.
    static member (~+)(x: Vector) : Vector = x
    /// The sum, element by element.
    static member (+)(x: Vector, y: Vector) : Vector = Vector(Arithmetic.add x.Node y.Node)
    /// The difference, element by element.
    static member (-)(x: Vector, y: Vector) : Vector = Vector(Arithmetic.subtract x.Node y.Node)
    /// The sum, the scalar with every element.
    static member (+)(x: Vector, y: Scalar) : Vector = Vector(Arithmetic.add x.Node y.Node)
    /// The sum, the scalar with every element.
    static member (+)(x: Scalar, y: Vector) : Vector = Vector(Arithmetic.add x.Node y.Node)
    /// The sum, the scalar with every element.
    static member (+)(x: Vector, y: float) : Vector = Vector(Arithmetic.add x.Node (Node.plain y))
    /// The sum, the scalar with every element.
    static member (+)(x: float, y: Vector) : Vector = Vector(Arithmetic.add (Node.plain x) y.Node)
    /// The difference, the scalar with every element.
    static member (-)(x: Vector, y: Scalar) : Vector = Vector(Arithmetic.subtract x.Node y.Node)
    /// The difference, the scalar with every element.
    static member (-)(x: Scalar, y: Vector) : Vector = Vector(Arithmetic.subtract x.Node y.Node)
    /// The difference, the scalar with every element.
    static member (-)(x: Vector, y: float) : Vector = Vector(Arithmetic.subtract x.Node (Node.plain y))
    /// The difference, the scalar with every element.
    static member (-)(x: float, y: Vector) : Vector = Vector(Arithmetic.subtract (Node.plain x) y.Node)
    /// The product, the scalar with every element.
    static member (*)(x: Vector, y: Scalar) : Vector = Vector(Arithmetic.multiply x.Node y.Node)
    /// The product, the scalar with every element.
    static member (*)(x: Scalar, y: Vector) : Vector = Vector(Arithmetic.multiply x.Node y.Node)
    /// The product, the scalar with every element.
    static member (*)(x: Vector, y: float) : Vector = Vector(Arithmetic.multiply x.Node (Node.plain y))
    /// The product, the scalar with every element.
    static member (*)(x: float, y: Vector) : Vector = Vector(Arithmetic.multiply (Node.plain x) y.Node)
    /// The quotient, the scalar with every element.
    static member (/)(x: Vector, y: Scalar) : Vector = Vector(Arithmetic.divide x.Node y.Node)
    /// The quotient, the scalar with every element.
    static member (/)(x: Scalar, y: Vector) : Vector = Vector(Arithmetic.divide x.Node y.Node)
    /// The quotient, the scalar with every element.
    static member (/)(x: Vector, y: float) : Vector = Vector(Arithmetic.divide x.Node (Node.plain y))
    /// The quotient, the scalar with every element.
    static member (/)(x: float, y: Vector) : Vector = Vector(Arithmetic.divide (Node.plain x) y.Node)
    /// The product, element by element.
    static member (.*)(x: Vector, y: Vector) : Vector = Vector(Arithmetic.multiply x.Node y.Node)
    /// The quotient, element by element.
    static member (./)(x: Vector, y: Vector) : Vector = Vector(Arithmetic.divide x.Node y.Node)
    /// Each element to a power.
    static member (.^)(x: Vector, exponent: float) : Vector = Vector.Pow(x, exponent)
    /// Each element to a power.
    static member (.^)(x: Vector, exponent: Scalar) : Vector = Vector.Pow(x, exponent)

    /// Each element to a real power; whole powers are exact for negative x and 1 with slope 0 for the power 0.
    static member Pow(x: Vector, exponent: float) : Vector = Vector(Elementary.power x.Node exponent)
    /// Each element to a power.
    static member Pow(x: Vector, exponent: Scalar) : Vector = Vector(Elementary.powerOf x.Node exponent.Node)
    /// The absolute value; slope 0 at 0, element by element.
    static member Abs(x: Vector) : Vector = Vector(Arithmetic.abs x.Node)
    /// -1, 0 or 1 by the sign; slope 0, element by element.
    static member Sign(x: Vector) : Vector = Vector(Arithmetic.sign x.Node)
    /// The square root; slope +inf at 0, element by element.
    static member Sqrt(x: Vector) : Vector = Vector(Elementary.sqrt x.Node)
    /// e to the x, element by element.
    static member Exp(x: Vector) : Vector = Vector(Elementary.exp x.Node)
    /// The natural logarithm; slope +inf at 0, element by element.
    static member Log(x: Vector) : Vector = Vector(Elementary.log x.Node)
    /// exp(x) - 1, accurate near 0, element by element.
    static member Expm1(x: Vector) : Vector = Vector(Elementary.expm1 x.Node)
    /// log(1 + x), accurate near 0, element by element.
    static member Log1p(x: Vector) : Vector = Vector(Elementary.log1p x.Node)
    /// 1 / (1 + exp(-x)), element by element.
    static member Sigmoid(x: Vector) : Vector = Vector(Elementary.sigmoid x.Node)
    /// log(1 + exp(x)), element by element.
    static member Softplus(x: Vector) : Vector = Vector(Elementary.softplus x.Node)
    /// 2 to the x, element by element.
    static member Exp2(x: Vector) : Vector = Vector(Logarithms.exp2 x.Node)
    /// The logarithm to the base 2; slope +inf at 0, element by element.
    static member Log2(x: Vector) : Vector = Vector(Logarithms.log2 x.Node)
    /// The logarithm to the base 10; slope +inf at 0, element by element.
    static member Log10(x: Vector) : Vector = Vector(Logarithms.log10 x.Node)
    /// The cube root; slope +inf at 0, element by element.
    static member Cbrt(x: Vector) : Vector = Vector(Elementary.cbrt x.Node)
    /// 1 / sqrt(x); slope -inf at 0, element by element.
    static member ReciprocalSqrt(x: Vector) : Vector = Vector(Elementary.reciprocalSqrt x.Node)
    /// x times x, element by element.
    static member Square(x: Vector) : Vector = Vector(Elementary.powInteger 2 x.Node)
    /// The logarithm of Sigmoid(x), element by element.
    static member LogSigmoid(x: Vector) : Vector = Vector(Activations.logSigmoid x.Node)
    /// The larger of x and 0; slope 0 at 0, by convention, element by element.
    static member Relu(x: Vector) : Vector = Vector(Activations.relu x.Node)
    /// x Sigmoid(x), element by element.
    static member Silu(x: Vector) : Vector = Vector(Activations.silu x.Node)
    /// x NormalCdf(x), element by element.
    static member Gelu(x: Vector) : Vector = Vector(Activations.gelu x.Node)
    /// sin(x)/x, and 1 at 0, element by element.
    static member Sinc(x: Vector) : Vector = Vector(Trigonometric.sinc x.Node)
    /// The largest whole number that is not above x; slope 0, element by element.
    static member Floor(x: Vector) : Vector = Vector(Rounding.floor x.Node)
    /// The smallest whole number that is not below x; slope 0, element by element.
    static member Ceiling(x: Vector) : Vector = Vector(Rounding.ceiling x.Node)
    /// The nearest whole number, the even one of two; slope 0, element by element.
    static member Round(x: Vector) : Vector = Vector(Rounding.round x.Node)
    /// The error function, element by element.
    static member Erf(x: Vector) : Vector = Vector(Normal.erf x.Node)
    /// 1 - Erf(x), accurate in the upper tail, element by element.
    static member Erfc(x: Vector) : Vector = Vector(Normal.erfc x.Node)
    /// The logarithm of |Γ(x)|; +inf at its poles, element by element.
    static member LogGamma(x: Vector) : Vector = Vector(Gamma.logGamma x.Node)
    /// The slope of LogGamma, element by element.
    static member Digamma(x: Vector) : Vector = Vector(Gamma.digamma x.Node)
    /// The second derivative of LogGamma, element by element.
    static member Trigamma(x: Vector) : Vector = Vector(Gamma.polygamma 1 x.Node)
    /// The density of the standard normal distribution, element by element.
    static member NormalPdf(x: Vector) : Vector = Vector(Normal.normalPdf x.Node)
    /// The standard normal distribution, accurate in the lower tail, element by element.
    static member NormalCdf(x: Vector) : Vector = Vector(Normal.normalCdf x.Node)
    /// The logarithm of NormalCdf(x), finite where that underflows, element by element.
    static member NormalLogCdf(x: Vector) : Vector = Vector(Normal.normalLogCdf x.Node)
    /// The inverse of NormalCdf; slope +inf at 0 and 1, element by element.
    static member NormalQuantile(x: Vector) : Vector = Vector(Normal.normalQuantile x.Node)
    /// The n-th derivative of Digamma, n from 0 on, element by element.
    static member Polygamma(n: int, x: Vector) : Vector = Vector(Gamma.polygamma n x.Node)
    /// The sine, of radians, element by element.
    static member Sin(x: Vector) : Vector = Vector(Trigonometric.sin x.Node)
    /// The cosine, of radians, element by element.
    static member Cos(x: Vector) : Vector = Vector(Trigonometric.cos x.Node)
    /// The tangent, of radians, element by element.
    static member Tan(x: Vector) : Vector = Vector(Trigonometric.tan x.Node)
    /// The arc sine, in radians; slope +inf at -1 and 1, element by element.
    static member Asin(x: Vector) : Vector = Vector(Trigonometric.asin x.Node)
    /// The arc cosine, in radians; slope -inf at -1 and 1, element by element.
    static member Acos(x: Vector) : Vector = Vector(Trigonometric.acos x.Node)
    /// The arc tangent, in radians, element by element.
    static member Atan(x: Vector) : Vector = Vector(Trigonometric.atan x.Node)
    /// The hyperbolic sine, element by element.
    static member Sinh(x: Vector) : Vector = Vector(Trigonometric.sinh x.Node)
    /// The hyperbolic cosine, element by element.
    static member Cosh(x: Vector) : Vector = Vector(Trigonometric.cosh x.Node)
    /// The hyperbolic tangent, element by element.
    static member Tanh(x: Vector) : Vector = Vector(Trigonometric.tanh x.Node)
    /// The inverse of Sinh, element by element.
    static member Asinh(x: Vector) : Vector = Vector(Trigonometric.asinh x.Node)
    /// The inverse of Cosh; slope +inf at 1, element by element.
    static member Acosh(x: Vector) : Vector = Vector(Trigonometric.acosh x.Node)
    /// The inverse of Tanh; slope +inf at -1 and 1, element by element.
    static member Atanh(x: Vector) : Vector = Vector(Trigonometric.atanh x.Node)
    /// The larger; a tie shares its slope equally, element by element.
    static member Max(x: Vector, y: Vector) : Vector = Vector(Arithmetic.max x.Node y.Node)
    /// The larger; a tie shares its slope equally, element by element.
    static member Max(x: Vector, y: Scalar) : Vector = Vector(Arithmetic.max x.Node y.Node)
    /// The larger; a tie shares its slope equally, element by element.
    static member Max(x: Scalar, y: Vector) : Vector = Vector(Arithmetic.max x.Node y.Node)
    /// The smaller; a tie shares its slope equally, element by element.
    static member Min(x: Vector, y: Vector) : Vector = Vector(Arithmetic.min x.Node y.Node)
    /// The smaller; a tie shares its slope equally, element by element.
    static member Min(x: Vector, y: Scalar) : Vector = Vector(Arithmetic.min x.Node y.Node)
    /// The smaller; a tie shares its slope equally, element by element.
    static member Min(x: Scalar, y: Vector) : Vector = Vector(Arithmetic.min x.Node y.Node)
    /// The angle of the point (x, y), in radians; slopes 0 at the origin, element by element.
    static member Atan2(y: Vector, x: Vector) : Vector = Vector(Plane.atan2 y.Node x.Node)
    /// The angle of the point (x, y), in radians; slopes 0 at the origin, element by element.
    static member Atan2(y: Vector, x: Scalar) : Vector = Vector(Plane.atan2 y.Node x.Node)
    /// The angle of the point (x, y), in radians; slopes 0 at the origin, element by element.
    static member Atan2(y: Scalar, x: Vector) : Vector = Vector(Plane.atan2 y.Node x.Node)
    /// The square root of x² + y² without overflow; slopes 0 at the origin, element by element.
    static member Hypot(x: Vector, y: Vector) : Vector = Vector(Plane.hypot x.Node y.Node)
    /// The square root of x² + y² without overflow; slopes 0 at the origin, element by element.
    static member Hypot(x: Vector, y: Scalar) : Vector = Vector(Plane.hypot x.Node y.Node)
    /// The square root of x² + y² without overflow; slopes 0 at the origin, element by element.
    static member Hypot(x: Scalar, y: Vector) : Vector = Vector(Plane.hypot x.Node y.Node)
    /// log(exp(x) + exp(y)), without overflow, element by element.
    static member LogAddExp(x: Vector, y: Vector) : Vector = Vector(Logarithms.logAddExp x.Node y.Node)
    /// log(exp(x) + exp(y)), without overflow, element by element.
    static member LogAddExp(x: Vector, y: Scalar) : Vector = Vector(Logarithms.logAddExp x.Node y.Node)
    /// log(exp(x) + exp(y)), without overflow, element by element.
    static member LogAddExp(x: Scalar, y: Vector) : Vector = Vector(Logarithms.logAddExp x.Node y.Node)
    /// x log(y), and 0 where x = 0, also for y = 0, element by element.
    static member Xlogy(x: Vector, y: Vector) : Vector = Vector(Logarithms.xlogy x.Node y.Node)
    /// x log(y), and 0 where x = 0, also for y = 0, element by element.
    static member Xlogy(x: Vector, y: Scalar) : Vector = Vector(Logarithms.xlogy x.Node y.Node)
    /// x log(y), and 0 where x = 0, also for y = 0, element by element.
    static member Xlogy(x: Scalar, y: Vector) : Vector = Vector(Logarithms.xlogy x.Node y.Node)
    /// x - y floor(x / y), which has the sign of y, element by element.
    static member Modulo(x: Vector, y: Vector) : Vector = Vector(Rounding.modulo x.Node y.Node)
    /// x - y floor(x / y), which has the sign of y, element by element.
    static member Modulo(x: Vector, y: Scalar) : Vector = Vector(Rounding.modulo x.Node y.Node)
    /// x - y floor(x / y), which has the sign of y, element by element.
    static member Modulo(x: Scalar, y: Vector) : Vector = Vector(Rounding.modulo x.Node y.Node)
    /// Γ(x) Γ(y) / Γ(x + y), for x, y &gt; 0, element by element.
    static member Beta(x: Vector, y: Vector) : Vector = Vector(Gamma.beta x.Node y.Node)
    /// Γ(x) Γ(y) / Γ(x + y), for x, y &gt; 0, element by element.
    static member Beta(x: Vector, y: Scalar) : Vector = Vector(Gamma.beta x.Node y.Node)
    /// Γ(x) Γ(y) / Γ(x + y), for x, y &gt; 0, element by element.
    static member Beta(x: Scalar, y: Vector) : Vector = Vector(Gamma.beta x.Node y.Node)
    /// The logarithm of Beta(x, y), accurate for large x and y, element by element.
    static member LogBeta(x: Vector, y: Vector) : Vector = Vector(Gamma.logBeta x.Node y.Node)
    /// The logarithm of Beta(x, y), accurate for large x and y, element by element.
    static member LogBeta(x: Vector, y: Scalar) : Vector = Vector(Gamma.logBeta x.Node y.Node)
    /// The logarithm of Beta(x, y), accurate for large x and y, element by element.
    static member LogBeta(x: Scalar, y: Vector) : Vector = Vector(Gamma.logBeta x.Node y.Node)
    /// x, but not below low and not above high; at a bound x and the bound have slope 1/2 each, element by element.
    static member Clip(x: Vector, low: Scalar, high: Scalar) : Vector = Vector(Rounding.clip x.Node low.Node high.Node)
    /// 1 where x &gt; y, else 0, element by element.
    static member Greater(x: Vector, y: Vector) : Vector = Vector(Selection.greater x.Node y.Node)
    /// 1 where x &gt; y, else 0, element by element.
    static member Greater(x: Vector, y: Scalar) : Vector = Vector(Selection.greater x.Node y.Node)
    /// 1 where x &gt; y, else 0, element by element.
    static member Greater(x: Scalar, y: Vector) : Vector = Vector(Selection.greater x.Node y.Node)
    /// 1 where x &gt;= y, else 0, element by element.
    static member GreaterOrEqual(x: Vector, y: Vector) : Vector = Vector(Selection.greaterOrEqual x.Node y.Node)
    /// 1 where x &gt;= y, else 0, element by element.
    static member GreaterOrEqual(x: Vector, y: Scalar) : Vector = Vector(Selection.greaterOrEqual x.Node y.Node)
    /// 1 where x &gt;= y, else 0, element by element.
    static member GreaterOrEqual(x: Scalar, y: Vector) : Vector = Vector(Selection.greaterOrEqual x.Node y.Node)
    /// 1 where x &lt; y, else 0, element by element.
    static member Less(x: Vector, y: Vector) : Vector = Vector(Selection.less x.Node y.Node)
    /// 1 where x &lt; y, else 0, element by element.
    static member Less(x: Vector, y: Scalar) : Vector = Vector(Selection.less x.Node y.Node)
    /// 1 where x &lt; y, else 0, element by element.
    static member Less(x: Scalar, y: Vector) : Vector = Vector(Selection.less x.Node y.Node)
    /// 1 where x &lt;= y, else 0, element by element.
    static member LessOrEqual(x: Vector, y: Vector) : Vector = Vector(Selection.lessOrEqual x.Node y.Node)
    /// 1 where x &lt;= y, else 0, element by element.
    static member LessOrEqual(x: Vector, y: Scalar) : Vector = Vector(Selection.lessOrEqual x.Node y.Node)
    /// 1 where x &lt;= y, else 0, element by element.
    static member LessOrEqual(x: Scalar, y: Vector) : Vector = Vector(Selection.lessOrEqual x.Node y.Node)
    /// 1 where x = y, else 0, element by element.
    static member EqualTo(x: Vector, y: Vector) : Vector = Vector(Selection.equal x.Node y.Node)
    /// 1 where x = y, else 0, element by element.
    static member EqualTo(x: Vector, y: Scalar) : Vector = Vector(Selection.equal x.Node y.Node)
    /// 1 where x = y, else 0, element by element.
    static member EqualTo(x: Scalar, y: Vector) : Vector = Vector(Selection.equal x.Node y.Node)
    /// 1 where x &lt;&gt; y, else 0, element by element.
    static member NotEqualTo(x: Vector, y: Vector) : Vector = Vector(Selection.notEqual x.Node y.Node)
    /// 1 where x &lt;&gt; y, else 0, element by element.
    static member NotEqualTo(x: Vector, y: Scalar) : Vector = Vector(Selection.notEqual x.Node y.Node)
    /// 1 where x &lt;&gt; y, else 0, element by element.
    static member NotEqualTo(x: Scalar, y: Vector) : Vector = Vector(Selection.notEqual x.Node y.Node)
    /// x where the mask is not 0, else y, element by element; what is not chosen has no influence, not even as NaN.
    static member Where(mask: Vector, x: Vector, y: Vector) : Vector = Vector(Selection.where mask.Node x.Node y.Node)
    /// x where the mask is not 0, else y, element by element; what is not chosen has no influence, not even as NaN.
    static member Where(mask: Vector, x: Vector, y: Scalar) : Vector = Vector(Selection.where mask.Node x.Node y.Node)
    /// x where the mask is not 0, else y, element by element; what is not chosen has no influence, not even as NaN.
    static member Where(mask: Vector, x: Scalar, y: Vector) : Vector = Vector(Selection.where mask.Node x.Node y.Node)
    /// x where the mask is not 0, else y, element by element; what is not chosen has no influence, not even as NaN.
    static member Where(mask: Vector, x: Scalar, y: Scalar) : Vector = Vector(Selection.where mask.Node x.Node y.Node)

    /// Whether both hold the same numbers in the same order; NaN equals NaN.
    override v.Equals(other: obj | null) : bool =
        match other with
        | :? Vector as other -> Parts.equal v.Node other.Node
        | _ -> false

    override v.GetHashCode() : int = Parts.hash v.Node

    /// The numbers in brackets, whatever the culture.
    override v.ToString() : string = v.ToString(null, null)

    /// The numbers in brackets.
    member v.ToString(format: string | null) : string = v.ToString(format, null)

    /// The numbers in brackets.
    member v.ToString(format: string | null, provider: IFormatProvider | null) : string =
        match Read.text v.Node format provider with
        | Some elements -> "[" + String.Join(", ", elements) + "]"
        | None -> "Vector of " + string v.Count + " without numbers"

    /// The elements, one after the other.
    member v.GetEnumerator() : IEnumerator<Scalar> =
        let v = v
        (seq { for i in 0 .. v.Count - 1 -> v[i] }).GetEnumerator()

    interface IFormattable with
        member v.ToString(format, provider) = v.ToString(format, provider)

    interface IReadOnlyList<Scalar> with
        member v.Count = v.Count

        member v.Item
            with get i = v[i]

        member v.GetEnumerator() : IEnumerator<Scalar> = v.GetEnumerator()
        member v.GetEnumerator() : IEnumerator = v.GetEnumerator()

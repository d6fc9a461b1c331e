namespace AutoDiff

open System
open System.Collections
open System.Collections.Generic
open System.Runtime.CompilerServices
open MathNet.Numerics.LinearAlgebra

/// A column of numbers that derivatives flow through. Its default is empty.
[<Struct; NoComparison; CustomEquality; CollectionBuilder(typeof<Vector>, "Create"); StructuredFormatDisplay "{Shown}">]
type Vector =
    val private node: Node | null

    internal new(node: Node) = { node = node }

    /// <summary>A float64 vector of these numbers, copied.</summary><param name="values">The numbers, which are copied.</param>
    new(values: float[]) = { node = Node.ofFloats (Extent.vector (Parts.given values).Length) (Array.copy values) }

    /// <summary>A float32 vector of these numbers, copied.</summary><param name="values">The numbers, which are copied.</param>
    new(values: float32[]) = { node = Node.ofSingles (Extent.vector (Parts.given values).Length) (Array.copy values) }

    /// <summary>A vector of these scalars, of one precision.</summary><param name="values">The numbers, which are copied.</param>
    new(values: Scalar[]) = { node = Parts.vector [| for x in Parts.given values -> x.Node |] }

    /// <summary>A vector of these scalars, of one precision.</summary><param name="values">The numbers, which are copied.</param>
    /// <returns>The vector.</returns>
    static member Create(values: ReadOnlySpan<Scalar>) : Vector = Vector(values.ToArray())

    /// <summary>These vectors, one after the other.</summary><param name="vectors">The vectors, in order.</param>
    /// <returns>A vector as long as all together.</returns>
    static member Concatenate([<ParamArray>] vectors: Vector[]) : Vector = Vector(Rearrange.concatenate [| for v in vectors -> v.Node |])

    member internal x.Node: Node =
        match x.node with
        | null -> Parts.emptyVector
        | node -> node

    /// The number of elements.
    member v.Count: int = v.Node.Shape.Extent.Rows

    /// <summary>Element i, counted from 0.</summary><param name="i">The place, counted from 0.</param>
    /// <exception cref="T:System.ArgumentOutOfRangeException">There is no such element.</exception>
    member v.Item
        with get (i: int): Scalar = Scalar(Parts.element v.Node i 0)

    /// <summary>The element at an index that is a value, such as that of a loop.</summary>
    /// <param name="i">The place, counted from 0; a number of the graph may choose it.</param><returns>The element.</returns>
    member v.At(i: Scalar) : Scalar = Scalar(Dynamic.rowAt i.Node v.Node)

    /// <summary>So many elements from a start on: what v[1..^1] calls.</summary>
    /// <param name="start">The first place, counted from 0.</param><param name="length">How many elements.</param>
    /// <returns>A vector of length elements.</returns>
    member v.Slice(start: int, length: int) : Vector = Vector(Parts.part v.Node start length 0 1)

    /// <summary>So many elements from an index on.</summary><param name="index">The first place, counted from 0.</param>
    /// <param name="count">How many.</param><returns>A vector of count elements.</returns>
    member v.SubVector(index: int, count: int) : Vector = v.Slice(index, count)

    /// <summary>A copy of the numbers, in float64.</summary><returns>A new array.</returns>
    member v.ToArray() : float[] = Read.floats (Read.value v.Node)

    /// <summary>A copy of the numbers in float32; float64 is rounded.</summary><returns>A new array.</returns>
    member v.ToArraySingle() : float32[] = Read.singles (Read.value v.Node)

    /// <summary>A copy of the numbers as a vector of MathNet's.</summary><returns>A new value of MathNet.</returns>
    member v.ToMathNet() : Vector<float> = Vector<float>.Build.Dense(v.ToArray())

    /// <summary>A copy of the numbers as a float32 vector of MathNet's; float64 is rounded.</summary>
    /// <returns>A new value of MathNet.</returns>
    member v.ToMathNetSingle() : Vector<float32> = Vector<float32>.Build.Dense(v.ToArraySingle())

    /// <summary>The same numbers in float32, rounded.</summary><returns>The same numbers in single precision.</returns>
    member v.ToFloat32() : Vector = Vector(Marks.convert Precision.Single v.Node)

    /// <summary>The same numbers in float64.</summary><returns>The same numbers in double precision.</returns>
    member v.ToFloat64() : Vector = Vector(Marks.convert Precision.Double v.Node)

    /// <summary>The sum of the elements; 0 where there are none.</summary><returns>A single number.</returns>
    member v.Sum() : Scalar = Scalar(Reduction.sum v.Node)

    /// <summary>The mean of the elements.</summary><returns>A single number.</returns>
    member v.Mean() : Scalar = Scalar(Parts.mean v.Node)

    /// <summary>The product of all elements, 1 where there are none; derivatives are right at zeros.</summary>
    /// <returns>A single number.</returns>
    member v.Product() : Scalar = Scalar(Columns.reduceAll RunningProducts.product v.Node)

    /// <summary>The largest element, NaN where one is; equal ones share the slope equally.</summary><returns>A single number.</returns>
    member v.Maximum() : Scalar = Scalar(Columns.reduceAll Extrema.maximum v.Node)

    /// <summary>The smallest element, NaN where one is; equal ones share the slope equally.</summary><returns>A single number.</returns>
    member v.Minimum() : Scalar = Scalar(Columns.reduceAll Extrema.minimum v.Node)

    /// <summary>The logarithm of the sum of the exponentials of all elements, without overflow.</summary>
    /// <returns>A single number.</returns>
    member v.LogSumExp() : Scalar = Scalar(Columns.reduceAll Exponentials.logSumExp v.Node)

    /// <summary>The exponentials of all elements, divided by their sum.</summary><returns>A vector of the same length.</returns>
    member v.Softmax() : Vector = Vector(Columns.mapAll Exponentials.softmax v.Node)

    /// <summary>The logarithm of the softmax of all elements, accurate in the tails.</summary>
    /// <returns>A vector of the same length.</returns>
    member v.LogSoftmax() : Vector = Vector(Columns.mapAll Exponentials.logSoftmax v.Node)

    /// <summary>The variance of a sample of two elements or more: squares of the deviations from the mean, added up and divided by n -
    /// 1.</summary>
    /// <returns>A single number.</returns>
    member v.Variance() : Scalar = Scalar(Columns.reduceAll PowerNorms.variances v.Node)

    /// <summary>The standard deviation of a sample of two elements or more; slope 0 where all are equal.</summary>
    /// <returns>A single number.</returns>
    member v.StandardDeviation() : Scalar = Scalar(Columns.reduceAll PowerNorms.standardDeviations v.Node)

    /// <summary>The square root of the sum of squares; slope 0 where all elements are 0.</summary><returns>A single number.</returns>
    member v.L2Norm() : Scalar = Scalar(Norms.euclidean v.Node)

    /// <summary>The sum of the products of the elements, side by side.</summary>
    /// <param name="other">Another vector of the same length.</param><returns>A single number.</returns>
    member v.DotProduct(other: Vector) : Scalar = Scalar(Products.dot v.Node other.Node)

    /// <summary>The product, element by element.</summary><param name="other">Another vector of the same length.</param>
    /// <returns>A vector of the same length.</returns>
    member v.PointwiseMultiply(other: Vector) : Vector = Vector(Arithmetic.multiply v.Node other.Node)

    /// <summary>The quotient, element by element.</summary><param name="other">Another vector of the same length.</param>
    /// <returns>A vector of the same length.</returns>
    member v.PointwiseDivide(other: Vector) : Vector = Vector(Arithmetic.divide v.Node other.Node)

    /// <summary>Each element to a real power.</summary><param name="exponent">The power, a constant.</param>
    /// <returns>A vector of the same length.</returns>
    member v.PointwisePower(exponent: float) : Vector = Vector.Pow(v, exponent)

    /// <summary>Each element to a power.</summary><param name="exponent">The power, which may be differentiated.</param>
    /// <returns>A vector of the same length.</returns>
    member v.PointwisePower(exponent: Scalar) : Vector = Vector.Pow(v, exponent)

    /// <summary>Each element to the power of the other's.</summary><param name="exponent">The powers, of the same length.</param>
    /// <returns>A vector of the same length.</returns>
    member v.PointwisePower(exponent: Vector) : Vector = Vector(Elementary.pow v.Node exponent.Node)

    /// <summary>The same numbers as a value, copied.</summary><param name="values">The numbers, which are copied.</param>
    /// <returns>The vector.</returns>
    static member op_Implicit(values: float[]) : Vector = Vector values
    /// <summary>The same numbers as a value, copied.</summary><param name="values">The numbers, which are copied.</param>
    /// <returns>The vector.</returns>
    static member op_Implicit(values: int[]) : Vector = Vector(Array.map float (Parts.given values))
    /// <summary>The same numbers as a value, copied.</summary><param name="values">The numbers, which are copied.</param>
    /// <returns>The vector.</returns>
    static member op_Implicit(values: float32[]) : Vector = Vector values
    /// <summary>The same numbers as a value, copied.</summary><param name="values">The numbers, which are copied.</param>
    /// <returns>The vector.</returns>
    static member op_Implicit(values: Scalar[]) : Vector = Vector values
    /// <summary>The same numbers as a value, copied.</summary><param name="values">The numbers, which are copied.</param>
    /// <returns>The vector.</returns>
    static member op_Implicit(values: Vector<float>) : Vector = Vector((Parts.given values).ToArray())
    /// <summary>The same numbers as a value, copied.</summary><param name="values">The numbers, which are copied.</param>
    /// <returns>The vector.</returns>
    static member op_Implicit(values: Vector<float32>) : Vector = Vector((Parts.given values).ToArray())

    /// 0, which stretches to any vector: what Seq.sum starts from.
    static member Zero: Vector = Vector(Node.zero Precision.Weak)

    /// <summary>The dot product.</summary><param name="x">A vector.</param><param name="y">A vector.</param><returns>A number.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member (*)(x: Vector, y: Vector) : Scalar = Scalar(Products.dot x.Node y.Node)

    /// <summary>The negative.</summary><param name="x">A vector.</param><returns>A vector of the same length.</returns>
    static member (~-)(x: Vector) : Vector = Vector(Arithmetic.negate x.Node)
    /// <summary>The same value.</summary><param name="x">A vector.</param><returns>A vector of the same length.</returns>
    static member (~+)(x: Vector) : Vector = x
    /// <summary>The sum, element by element.</summary><param name="x">A vector.</param><param name="y">A vector of the same length.</param>
    /// <returns>A vector of the same length.</returns><exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member (+)(x: Vector, y: Vector) : Vector = Vector(Arithmetic.add x.Node y.Node)
    /// <summary>The difference, element by element.</summary><param name="x">A vector.</param>
    /// <param name="y">A vector of the same length.</param><returns>A vector of the same length.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member (-)(x: Vector, y: Vector) : Vector = Vector(Arithmetic.subtract x.Node y.Node)
    /// <summary>The sum, the scalar with every element.</summary><param name="x">A vector.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A vector of the same length.</returns>
    static member (+)(x: Vector, y: Scalar) : Vector = Vector(Arithmetic.add x.Node y.Node)
    /// <summary>The sum, the scalar with every element.</summary><param name="x">A number, the same for every element.</param>
    /// <param name="y">A vector.</param><returns>A vector of the same length.</returns>
    static member (+)(x: Scalar, y: Vector) : Vector = Vector(Arithmetic.add x.Node y.Node)
    /// <summary>The sum, the scalar with every element.</summary><param name="x">A vector.</param>
    /// <param name="y">A plain number, a constant.</param><returns>A vector of the same length.</returns>
    static member (+)(x: Vector, y: float) : Vector = Vector(Arithmetic.add x.Node (Node.plain y))
    /// <summary>The sum, the scalar with every element.</summary><param name="x">A plain number, a constant.</param>
    /// <param name="y">A vector.</param><returns>A vector of the same length.</returns>
    static member (+)(x: float, y: Vector) : Vector = Vector(Arithmetic.add (Node.plain x) y.Node)
    /// <summary>The difference, the scalar with every element.</summary><param name="x">A vector.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A vector of the same length.</returns>
    static member (-)(x: Vector, y: Scalar) : Vector = Vector(Arithmetic.subtract x.Node y.Node)
    /// <summary>The difference, the scalar with every element.</summary><param name="x">A number, the same for every element.</param>
    /// <param name="y">A vector.</param><returns>A vector of the same length.</returns>
    static member (-)(x: Scalar, y: Vector) : Vector = Vector(Arithmetic.subtract x.Node y.Node)
    /// <summary>The difference, the scalar with every element.</summary><param name="x">A vector.</param>
    /// <param name="y">A plain number, a constant.</param><returns>A vector of the same length.</returns>
    static member (-)(x: Vector, y: float) : Vector = Vector(Arithmetic.subtract x.Node (Node.plain y))
    /// <summary>The difference, the scalar with every element.</summary><param name="x">A plain number, a constant.</param>
    /// <param name="y">A vector.</param><returns>A vector of the same length.</returns>
    static member (-)(x: float, y: Vector) : Vector = Vector(Arithmetic.subtract (Node.plain x) y.Node)
    /// <summary>The product, the scalar with every element.</summary><param name="x">A vector.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A vector of the same length.</returns>
    static member (*)(x: Vector, y: Scalar) : Vector = Vector(Arithmetic.multiply x.Node y.Node)
    /// <summary>The product, the scalar with every element.</summary><param name="x">A number, the same for every element.</param>
    /// <param name="y">A vector.</param><returns>A vector of the same length.</returns>
    static member (*)(x: Scalar, y: Vector) : Vector = Vector(Arithmetic.multiply x.Node y.Node)
    /// <summary>The product, the scalar with every element.</summary><param name="x">A vector.</param>
    /// <param name="y">A plain number, a constant.</param><returns>A vector of the same length.</returns>
    static member (*)(x: Vector, y: float) : Vector = Vector(Arithmetic.multiply x.Node (Node.plain y))
    /// <summary>The product, the scalar with every element.</summary><param name="x">A plain number, a constant.</param>
    /// <param name="y">A vector.</param><returns>A vector of the same length.</returns>
    static member (*)(x: float, y: Vector) : Vector = Vector(Arithmetic.multiply (Node.plain x) y.Node)
    /// <summary>The quotient, the scalar with every element.</summary><param name="x">A vector.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A vector of the same length.</returns>
    static member (/)(x: Vector, y: Scalar) : Vector = Vector(Arithmetic.divide x.Node y.Node)
    /// <summary>The quotient, the scalar with every element.</summary><param name="x">A number, the same for every element.</param>
    /// <param name="y">A vector.</param><returns>A vector of the same length.</returns>
    static member (/)(x: Scalar, y: Vector) : Vector = Vector(Arithmetic.divide x.Node y.Node)
    /// <summary>The quotient, the scalar with every element.</summary><param name="x">A vector.</param>
    /// <param name="y">A plain number, a constant.</param><returns>A vector of the same length.</returns>
    static member (/)(x: Vector, y: float) : Vector = Vector(Arithmetic.divide x.Node (Node.plain y))
    /// <summary>The quotient, the scalar with every element.</summary><param name="x">A plain number, a constant.</param>
    /// <param name="y">A vector.</param><returns>A vector of the same length.</returns>
    static member (/)(x: float, y: Vector) : Vector = Vector(Arithmetic.divide (Node.plain x) y.Node)
    /// <summary>The product, element by element.</summary><param name="x">A vector.</param>
    /// <param name="y">A vector of the same length.</param><returns>A vector of the same length.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member (.*)(x: Vector, y: Vector) : Vector = Vector(Arithmetic.multiply x.Node y.Node)
    /// <summary>The quotient, element by element.</summary><param name="x">A vector.</param>
    /// <param name="y">A vector of the same length.</param><returns>A vector of the same length.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member (./)(x: Vector, y: Vector) : Vector = Vector(Arithmetic.divide x.Node y.Node)
    /// <summary>Each element to a power.</summary><param name="x">A vector.</param><param name="exponent">The power, a constant.</param>
    /// <returns>A vector of the same length.</returns>
    static member (.^)(x: Vector, exponent: float) : Vector = Vector.Pow(x, exponent)
    /// <summary>Each element to a power.</summary><param name="x">A vector.</param>
    /// <param name="exponent">The power, which may be differentiated.</param><returns>A vector of the same length.</returns>
    static member (.^)(x: Vector, exponent: Scalar) : Vector = Vector.Pow(x, exponent)

    /// <summary>Each element to a real power; whole powers are exact for negative x and 1 with slope 0 for the power 0.</summary>
    /// <param name="x">A vector.</param><param name="exponent">The power, a constant.</param>
    /// <returns>A vector of the same length.</returns>
    static member Pow(x: Vector, exponent: float) : Vector = Vector(Elementary.power x.Node exponent)
    /// <summary>Each element to a power.</summary><param name="x">A vector.</param>
    /// <param name="exponent">The power, which may be differentiated.</param><returns>A vector of the same length.</returns>
    static member Pow(x: Vector, exponent: Scalar) : Vector = Vector(Elementary.powerOf x.Node exponent.Node)
    /// <summary>The absolute value; slope 0 at 0, element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Abs(x: Vector) : Vector = Vector(Arithmetic.abs x.Node)
    /// <summary>-1, 0 or 1 by the sign; slope 0, element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Sign(x: Vector) : Vector = Vector(Arithmetic.sign x.Node)
    /// <summary>The square root; slope +inf at 0, element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Sqrt(x: Vector) : Vector = Vector(Elementary.sqrt x.Node)
    /// <summary>e to the x, element by element.</summary><param name="x">A vector.</param><returns>A vector of the same length.</returns>
    static member Exp(x: Vector) : Vector = Vector(Elementary.exp x.Node)
    /// <summary>The natural logarithm; slope +inf at 0, element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Log(x: Vector) : Vector = Vector(Elementary.log x.Node)
    /// <summary>exp(x) - 1, accurate near 0, element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Expm1(x: Vector) : Vector = Vector(Elementary.expm1 x.Node)
    /// <summary>log(1 + x), accurate near 0, element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Log1p(x: Vector) : Vector = Vector(Elementary.log1p x.Node)
    /// <summary>1 / (1 + exp(-x)), element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Sigmoid(x: Vector) : Vector = Vector(Elementary.sigmoid x.Node)
    /// <summary>log(1 + exp(x)), element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Softplus(x: Vector) : Vector = Vector(Elementary.softplus x.Node)
    /// <summary>2 to the x, element by element.</summary><param name="x">A vector.</param><returns>A vector of the same length.</returns>
    static member Exp2(x: Vector) : Vector = Vector(Logarithms.exp2 x.Node)
    /// <summary>The logarithm to the base 2; slope +inf at 0, element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Log2(x: Vector) : Vector = Vector(Logarithms.log2 x.Node)
    /// <summary>The logarithm to the base 10; slope +inf at 0, element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Log10(x: Vector) : Vector = Vector(Logarithms.log10 x.Node)
    /// <summary>The cube root; slope +inf at 0, element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Cbrt(x: Vector) : Vector = Vector(Elementary.cbrt x.Node)
    /// <summary>1 / sqrt(x); slope -inf at 0, element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member ReciprocalSqrt(x: Vector) : Vector = Vector(Elementary.reciprocalSqrt x.Node)
    /// <summary>x times x, element by element.</summary><param name="x">A vector.</param><returns>A vector of the same length.</returns>
    static member Square(x: Vector) : Vector = Vector(Elementary.powInteger 2 x.Node)
    /// <summary>The logarithm of Sigmoid(x), element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member LogSigmoid(x: Vector) : Vector = Vector(Activations.logSigmoid x.Node)
    /// <summary>The larger of x and 0; slope 0 at 0, by convention, element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Relu(x: Vector) : Vector = Vector(Activations.relu x.Node)
    /// <summary>x Sigmoid(x), element by element.</summary><param name="x">A vector.</param><returns>A vector of the same length.</returns>
    static member Silu(x: Vector) : Vector = Vector(Activations.silu x.Node)
    /// <summary>x NormalCdf(x), element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Gelu(x: Vector) : Vector = Vector(Activations.gelu x.Node)
    /// <summary>sin(x)/x, and 1 at 0, element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Sinc(x: Vector) : Vector = Vector(Trigonometric.sinc x.Node)
    /// <summary>The largest whole number that is not above x; slope 0, element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Floor(x: Vector) : Vector = Vector(Rounding.floor x.Node)
    /// <summary>The smallest whole number that is not below x; slope 0, element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Ceiling(x: Vector) : Vector = Vector(Rounding.ceiling x.Node)
    /// <summary>The nearest whole number, the even one of two; slope 0, element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Round(x: Vector) : Vector = Vector(Rounding.round x.Node)
    /// <summary>The error function, element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Erf(x: Vector) : Vector = Vector(Normal.erf x.Node)
    /// <summary>1 - Erf(x), accurate in the upper tail, element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Erfc(x: Vector) : Vector = Vector(Normal.erfc x.Node)
    /// <summary>The number w ≥ -1 with w exp(w) = x, the principal branch of Lambert's W; slope +inf at -1/e, NaN below, element by
    /// element.</summary>
    /// <param name="x">A vector.</param><returns>A vector of the same length.</returns>
    static member LambertW(x: Vector) : Vector = Vector(Logarithms.lambertW x.Node)
    /// <summary>The logarithm of |Γ(x)|; +inf at its poles, element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member LogGamma(x: Vector) : Vector = Vector(Gamma.logGamma x.Node)
    /// <summary>The slope of LogGamma, element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Digamma(x: Vector) : Vector = Vector(Gamma.digamma x.Node)
    /// <summary>The second derivative of LogGamma, element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Trigamma(x: Vector) : Vector = Vector(Gamma.polygamma 1 x.Node)
    /// <summary>The density of the standard normal distribution, element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member NormalPdf(x: Vector) : Vector = Vector(Normal.normalPdf x.Node)
    /// <summary>The standard normal distribution, accurate in the lower tail, element by element.</summary>
    /// <param name="x">A vector.</param><returns>A vector of the same length.</returns>
    static member NormalCdf(x: Vector) : Vector = Vector(Normal.normalCdf x.Node)
    /// <summary>The logarithm of NormalCdf(x), finite where that underflows, element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member NormalLogCdf(x: Vector) : Vector = Vector(Normal.normalLogCdf x.Node)
    /// <summary>The inverse of NormalCdf; slope +inf at 0 and 1, element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member NormalQuantile(x: Vector) : Vector = Vector(Normal.normalQuantile x.Node)
    /// <summary>The n-th derivative of Digamma, n from 0 on, element by element.</summary>
    /// <param name="n">Which derivative, from 0 on.</param><param name="x">A vector.</param><returns>A vector of the same length.</returns>
    static member Polygamma(n: int, x: Vector) : Vector = Vector(Gamma.polygamma n x.Node)
    /// <summary>The sine, of radians, element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Sin(x: Vector) : Vector = Vector(Trigonometric.sin x.Node)
    /// <summary>The cosine, of radians, element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Cos(x: Vector) : Vector = Vector(Trigonometric.cos x.Node)
    /// <summary>The tangent, of radians, element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Tan(x: Vector) : Vector = Vector(Trigonometric.tan x.Node)
    /// <summary>The arc sine, in radians; slope +inf at -1 and 1, element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Asin(x: Vector) : Vector = Vector(Trigonometric.asin x.Node)
    /// <summary>The arc cosine, in radians; slope -inf at -1 and 1, element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Acos(x: Vector) : Vector = Vector(Trigonometric.acos x.Node)
    /// <summary>The arc tangent, in radians, element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Atan(x: Vector) : Vector = Vector(Trigonometric.atan x.Node)
    /// <summary>The hyperbolic sine, element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Sinh(x: Vector) : Vector = Vector(Trigonometric.sinh x.Node)
    /// <summary>The hyperbolic cosine, element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Cosh(x: Vector) : Vector = Vector(Trigonometric.cosh x.Node)
    /// <summary>The hyperbolic tangent, element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Tanh(x: Vector) : Vector = Vector(Trigonometric.tanh x.Node)
    /// <summary>The inverse of Sinh, element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Asinh(x: Vector) : Vector = Vector(Trigonometric.asinh x.Node)
    /// <summary>The inverse of Cosh; slope +inf at 1, element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Acosh(x: Vector) : Vector = Vector(Trigonometric.acosh x.Node)
    /// <summary>The inverse of Tanh; slope +inf at -1 and 1, element by element.</summary><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Atanh(x: Vector) : Vector = Vector(Trigonometric.atanh x.Node)
    /// <summary>The larger; a tie shares its slope equally, element by element.</summary><param name="x">A vector.</param>
    /// <param name="y">A vector of the same length.</param><returns>A vector of the same length.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member Max(x: Vector, y: Vector) : Vector = Vector(Arithmetic.max x.Node y.Node)
    /// <summary>The larger; a tie shares its slope equally, element by element.</summary><param name="x">A vector.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A vector of the same length.</returns>
    static member Max(x: Vector, y: Scalar) : Vector = Vector(Arithmetic.max x.Node y.Node)
    /// <summary>The larger; a tie shares its slope equally, element by element.</summary>
    /// <param name="x">A number, the same for every element.</param><param name="y">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Max(x: Scalar, y: Vector) : Vector = Vector(Arithmetic.max x.Node y.Node)
    /// <summary>The smaller; a tie shares its slope equally, element by element.</summary><param name="x">A vector.</param>
    /// <param name="y">A vector of the same length.</param><returns>A vector of the same length.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member Min(x: Vector, y: Vector) : Vector = Vector(Arithmetic.min x.Node y.Node)
    /// <summary>The smaller; a tie shares its slope equally, element by element.</summary><param name="x">A vector.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A vector of the same length.</returns>
    static member Min(x: Vector, y: Scalar) : Vector = Vector(Arithmetic.min x.Node y.Node)
    /// <summary>The smaller; a tie shares its slope equally, element by element.</summary>
    /// <param name="x">A number, the same for every element.</param><param name="y">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Min(x: Scalar, y: Vector) : Vector = Vector(Arithmetic.min x.Node y.Node)
    /// <summary>The angle of the point (x, y), in radians; slopes 0 at the origin, element by element.</summary>
    /// <param name="y">A vector of the same length.</param><param name="x">A vector.</param><returns>A vector of the same length.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member Atan2(y: Vector, x: Vector) : Vector = Vector(Plane.atan2 y.Node x.Node)
    /// <summary>The angle of the point (x, y), in radians; slopes 0 at the origin, element by element.</summary>
    /// <param name="y">A vector.</param><param name="x">A number, the same for every element.</param>
    /// <returns>A vector of the same length.</returns>
    static member Atan2(y: Vector, x: Scalar) : Vector = Vector(Plane.atan2 y.Node x.Node)
    /// <summary>The angle of the point (x, y), in radians; slopes 0 at the origin, element by element.</summary>
    /// <param name="y">A number, the same for every element.</param><param name="x">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Atan2(y: Scalar, x: Vector) : Vector = Vector(Plane.atan2 y.Node x.Node)
    /// <summary>The square root of x² + y² without overflow; slopes 0 at the origin, element by element.</summary>
    /// <param name="x">A vector.</param><param name="y">A vector of the same length.</param><returns>A vector of the same length.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member Hypot(x: Vector, y: Vector) : Vector = Vector(Plane.hypot x.Node y.Node)
    /// <summary>The square root of x² + y² without overflow; slopes 0 at the origin, element by element.</summary>
    /// <param name="x">A vector.</param><param name="y">A number, the same for every element.</param>
    /// <returns>A vector of the same length.</returns>
    static member Hypot(x: Vector, y: Scalar) : Vector = Vector(Plane.hypot x.Node y.Node)
    /// <summary>The square root of x² + y² without overflow; slopes 0 at the origin, element by element.</summary>
    /// <param name="x">A number, the same for every element.</param><param name="y">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Hypot(x: Scalar, y: Vector) : Vector = Vector(Plane.hypot x.Node y.Node)
    /// <summary>log(exp(x) + exp(y)), without overflow, element by element.</summary><param name="x">A vector.</param>
    /// <param name="y">A vector of the same length.</param><returns>A vector of the same length.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member LogAddExp(x: Vector, y: Vector) : Vector = Vector(Logarithms.logAddExp x.Node y.Node)
    /// <summary>log(exp(x) + exp(y)), without overflow, element by element.</summary><param name="x">A vector.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A vector of the same length.</returns>
    static member LogAddExp(x: Vector, y: Scalar) : Vector = Vector(Logarithms.logAddExp x.Node y.Node)
    /// <summary>log(exp(x) + exp(y)), without overflow, element by element.</summary>
    /// <param name="x">A number, the same for every element.</param><param name="y">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member LogAddExp(x: Scalar, y: Vector) : Vector = Vector(Logarithms.logAddExp x.Node y.Node)
    /// <summary>x log(y), and 0 where x = 0, also for y = 0, element by element.</summary><param name="x">A vector.</param>
    /// <param name="y">A vector of the same length.</param><returns>A vector of the same length.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member Xlogy(x: Vector, y: Vector) : Vector = Vector(Logarithms.xlogy x.Node y.Node)
    /// <summary>x log(y), and 0 where x = 0, also for y = 0, element by element.</summary><param name="x">A vector.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A vector of the same length.</returns>
    static member Xlogy(x: Vector, y: Scalar) : Vector = Vector(Logarithms.xlogy x.Node y.Node)
    /// <summary>x log(y), and 0 where x = 0, also for y = 0, element by element.</summary>
    /// <param name="x">A number, the same for every element.</param><param name="y">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Xlogy(x: Scalar, y: Vector) : Vector = Vector(Logarithms.xlogy x.Node y.Node)
    /// <summary>x - y floor(x / y), which has the sign of y, element by element.</summary><param name="x">A vector.</param>
    /// <param name="y">A vector of the same length.</param><returns>A vector of the same length.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member Modulo(x: Vector, y: Vector) : Vector = Vector(Rounding.modulo x.Node y.Node)
    /// <summary>x - y floor(x / y), which has the sign of y, element by element.</summary><param name="x">A vector.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A vector of the same length.</returns>
    static member Modulo(x: Vector, y: Scalar) : Vector = Vector(Rounding.modulo x.Node y.Node)
    /// <summary>x - y floor(x / y), which has the sign of y, element by element.</summary>
    /// <param name="x">A number, the same for every element.</param><param name="y">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Modulo(x: Scalar, y: Vector) : Vector = Vector(Rounding.modulo x.Node y.Node)
    /// <summary>Γ(x) Γ(y) / Γ(x + y), for x, y &gt; 0, element by element.</summary><param name="x">A vector.</param>
    /// <param name="y">A vector of the same length.</param><returns>A vector of the same length.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member Beta(x: Vector, y: Vector) : Vector = Vector(Gamma.beta x.Node y.Node)
    /// <summary>Γ(x) Γ(y) / Γ(x + y), for x, y &gt; 0, element by element.</summary><param name="x">A vector.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A vector of the same length.</returns>
    static member Beta(x: Vector, y: Scalar) : Vector = Vector(Gamma.beta x.Node y.Node)
    /// <summary>Γ(x) Γ(y) / Γ(x + y), for x, y &gt; 0, element by element.</summary>
    /// <param name="x">A number, the same for every element.</param><param name="y">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member Beta(x: Scalar, y: Vector) : Vector = Vector(Gamma.beta x.Node y.Node)
    /// <summary>The logarithm of Beta(x, y), accurate for large x and y, element by element.</summary><param name="x">A vector.</param>
    /// <param name="y">A vector of the same length.</param><returns>A vector of the same length.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member LogBeta(x: Vector, y: Vector) : Vector = Vector(Gamma.logBeta x.Node y.Node)
    /// <summary>The logarithm of Beta(x, y), accurate for large x and y, element by element.</summary><param name="x">A vector.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A vector of the same length.</returns>
    static member LogBeta(x: Vector, y: Scalar) : Vector = Vector(Gamma.logBeta x.Node y.Node)
    /// <summary>The logarithm of Beta(x, y), accurate for large x and y, element by element.</summary>
    /// <param name="x">A number, the same for every element.</param><param name="y">A vector.</param>
    /// <returns>A vector of the same length.</returns>
    static member LogBeta(x: Scalar, y: Vector) : Vector = Vector(Gamma.logBeta x.Node y.Node)
    /// <summary>x, but not below low and not above high; at a bound x and the bound have slope 1/2 each, element by element.</summary>
    /// <param name="x">A vector.</param><param name="low">The lower bound.</param><param name="high">The upper bound.</param>
    /// <returns>A vector of the same length.</returns>
    static member Clip(x: Vector, low: Scalar, high: Scalar) : Vector = Vector(Rounding.clip x.Node low.Node high.Node)
    /// <summary>1 where x &gt; y, else 0, element by element.</summary><param name="x">A vector.</param>
    /// <param name="y">A vector of the same length.</param><returns>A vector of the same length.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member Greater(x: Vector, y: Vector) : Vector = Vector(Selection.greater x.Node y.Node)
    /// <summary>1 where x &gt; y, else 0, element by element.</summary><param name="x">A vector.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A vector of the same length.</returns>
    static member Greater(x: Vector, y: Scalar) : Vector = Vector(Selection.greater x.Node y.Node)
    /// <summary>1 where x &gt; y, else 0, element by element.</summary><param name="x">A number, the same for every element.</param>
    /// <param name="y">A vector.</param><returns>A vector of the same length.</returns>
    static member Greater(x: Scalar, y: Vector) : Vector = Vector(Selection.greater x.Node y.Node)
    /// <summary>1 where x &gt;= y, else 0, element by element.</summary><param name="x">A vector.</param>
    /// <param name="y">A vector of the same length.</param><returns>A vector of the same length.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member GreaterOrEqual(x: Vector, y: Vector) : Vector = Vector(Selection.greaterOrEqual x.Node y.Node)
    /// <summary>1 where x &gt;= y, else 0, element by element.</summary><param name="x">A vector.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A vector of the same length.</returns>
    static member GreaterOrEqual(x: Vector, y: Scalar) : Vector = Vector(Selection.greaterOrEqual x.Node y.Node)
    /// <summary>1 where x &gt;= y, else 0, element by element.</summary><param name="x">A number, the same for every element.</param>
    /// <param name="y">A vector.</param><returns>A vector of the same length.</returns>
    static member GreaterOrEqual(x: Scalar, y: Vector) : Vector = Vector(Selection.greaterOrEqual x.Node y.Node)
    /// <summary>1 where x &lt; y, else 0, element by element.</summary><param name="x">A vector.</param>
    /// <param name="y">A vector of the same length.</param><returns>A vector of the same length.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member Less(x: Vector, y: Vector) : Vector = Vector(Selection.less x.Node y.Node)
    /// <summary>1 where x &lt; y, else 0, element by element.</summary><param name="x">A vector.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A vector of the same length.</returns>
    static member Less(x: Vector, y: Scalar) : Vector = Vector(Selection.less x.Node y.Node)
    /// <summary>1 where x &lt; y, else 0, element by element.</summary><param name="x">A number, the same for every element.</param>
    /// <param name="y">A vector.</param><returns>A vector of the same length.</returns>
    static member Less(x: Scalar, y: Vector) : Vector = Vector(Selection.less x.Node y.Node)
    /// <summary>1 where x &lt;= y, else 0, element by element.</summary><param name="x">A vector.</param>
    /// <param name="y">A vector of the same length.</param><returns>A vector of the same length.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member LessOrEqual(x: Vector, y: Vector) : Vector = Vector(Selection.lessOrEqual x.Node y.Node)
    /// <summary>1 where x &lt;= y, else 0, element by element.</summary><param name="x">A vector.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A vector of the same length.</returns>
    static member LessOrEqual(x: Vector, y: Scalar) : Vector = Vector(Selection.lessOrEqual x.Node y.Node)
    /// <summary>1 where x &lt;= y, else 0, element by element.</summary><param name="x">A number, the same for every element.</param>
    /// <param name="y">A vector.</param><returns>A vector of the same length.</returns>
    static member LessOrEqual(x: Scalar, y: Vector) : Vector = Vector(Selection.lessOrEqual x.Node y.Node)
    /// <summary>1 where x = y, else 0, element by element.</summary><param name="x">A vector.</param>
    /// <param name="y">A vector of the same length.</param><returns>A vector of the same length.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member EqualTo(x: Vector, y: Vector) : Vector = Vector(Selection.equal x.Node y.Node)
    /// <summary>1 where x = y, else 0, element by element.</summary><param name="x">A vector.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A vector of the same length.</returns>
    static member EqualTo(x: Vector, y: Scalar) : Vector = Vector(Selection.equal x.Node y.Node)
    /// <summary>1 where x = y, else 0, element by element.</summary><param name="x">A number, the same for every element.</param>
    /// <param name="y">A vector.</param><returns>A vector of the same length.</returns>
    static member EqualTo(x: Scalar, y: Vector) : Vector = Vector(Selection.equal x.Node y.Node)
    /// <summary>1 where x &lt;&gt; y, else 0, element by element.</summary><param name="x">A vector.</param>
    /// <param name="y">A vector of the same length.</param><returns>A vector of the same length.</returns>
    /// <exception cref="T:AutoDiff.ShapeException">The shapes do not fit.</exception>
    static member NotEqualTo(x: Vector, y: Vector) : Vector = Vector(Selection.notEqual x.Node y.Node)
    /// <summary>1 where x &lt;&gt; y, else 0, element by element.</summary><param name="x">A vector.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A vector of the same length.</returns>
    static member NotEqualTo(x: Vector, y: Scalar) : Vector = Vector(Selection.notEqual x.Node y.Node)
    /// <summary>1 where x &lt;&gt; y, else 0, element by element.</summary><param name="x">A number, the same for every element.</param>
    /// <param name="y">A vector.</param><returns>A vector of the same length.</returns>
    static member NotEqualTo(x: Scalar, y: Vector) : Vector = Vector(Selection.notEqual x.Node y.Node)
    /// <summary>x where the mask is not 0, else y, element by element; what is not chosen has no influence, not even as NaN.</summary>
    /// <param name="mask">Where this is not 0 the first is chosen.</param><param name="x">A vector.</param>
    /// <param name="y">A vector.</param><returns>A vector of the same length.</returns>
    static member Where(mask: Vector, x: Vector, y: Vector) : Vector = Vector(Selection.where mask.Node x.Node y.Node)
    /// <summary>x where the mask is not 0, else y, element by element; what is not chosen has no influence, not even as NaN.</summary>
    /// <param name="mask">Where this is not 0 the first is chosen.</param><param name="x">A vector.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A vector of the same length.</returns>
    static member Where(mask: Vector, x: Vector, y: Scalar) : Vector = Vector(Selection.where mask.Node x.Node y.Node)
    /// <summary>x where the mask is not 0, else y, element by element; what is not chosen has no influence, not even as NaN.</summary>
    /// <param name="mask">Where this is not 0 the first is chosen.</param><param name="x">A number, the same for every element.</param>
    /// <param name="y">A vector.</param><returns>A vector of the same length.</returns>
    static member Where(mask: Vector, x: Scalar, y: Vector) : Vector = Vector(Selection.where mask.Node x.Node y.Node)
    /// <summary>x where the mask is not 0, else y, element by element; what is not chosen has no influence, not even as NaN.</summary>
    /// <param name="mask">Where this is not 0 the first is chosen.</param><param name="x">A number, the same for every element.</param>
    /// <param name="y">A number, the same for every element.</param><returns>A vector of the same length.</returns>
    static member Where(mask: Vector, x: Scalar, y: Scalar) : Vector = Vector(Selection.where mask.Node x.Node y.Node)

    /// <summary>Whether both hold the same numbers in the same order; NaN equals NaN.</summary>
    /// <param name="other">What it is compared with.</param><returns>Whether the numbers are equal.</returns>
    override v.Equals(other: obj | null) : bool =
        match other with
        | :? Vector as other -> Parts.equal v.Node other.Node
        | _ -> false

    /// <inheritdoc/>
    override v.GetHashCode() : int = Parts.hash v.Node

    /// What F# Interactive and %A show: of a long vector the beginning, the end and the count.
    member internal v.Shown: string =
        if v.Count <= 20 then
            v.ToString()
        else
            let head = v.SubVector(0, 10).ToString()
            head.Substring(0, head.Length - 1) + ", ..., " + v[v.Count - 1].ToString() + "] (" + string v.Count + " elements)"

    /// <summary>The numbers in brackets, whatever the culture.</summary><returns>The text.</returns>
    override v.ToString() : string = v.ToString(null, null)

    /// <summary>The numbers in brackets.</summary><param name="format">A .NET format for every number.</param><returns>The text.</returns>
    member v.ToString(format: string | null) : string = v.ToString(format, null)

    /// <summary>The numbers in brackets.</summary><param name="format">A .NET format for every number.</param>
    /// <param name="provider">The culture; the invariant one where it is null.</param><returns>The text.</returns>
    member v.ToString(format: string | null, provider: IFormatProvider | null) : string =
        match Read.text v.Node format provider with
        | Some elements -> "[" + String.Join(", ", elements) + "]"
        | None -> "Vector of " + string v.Count + " without numbers"

    /// <summary>The elements, one after the other.</summary><returns>The enumerator.</returns>
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

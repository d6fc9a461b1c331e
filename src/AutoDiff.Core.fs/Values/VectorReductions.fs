namespace AutoDiff

open System.Runtime.CompilerServices

/// What a vector reduces to, running totals, and its order.
[<Extension; AbstractClass; Sealed>]
type VectorReductions =
    /// <summary>The sum of the absolute values; slope 0 at 0.</summary><param name="v">The vector.</param>
    /// <returns>A single number.</returns>
    [<Extension>]
    static member L1Norm(v: Vector) : Scalar = Scalar(Columns.reduceAll (PowerNorms.norms 1.0) v.Node)

    /// <summary>The largest absolute value, 0 of an empty vector; equal ones share the slope equally, and it is 0 where all are
    /// 0.</summary>
    /// <param name="v">The vector.</param><returns>A single number.</returns>
    [<Extension>]
    static member InfinityNorm(v: Vector) : Scalar = Scalar(Columns.reduceAll (PowerNorms.norms infinity) v.Node)

    /// <summary>The p-th root of the sum of the p-th powers of the absolute values, for p from 1 to infinity; slope 0 where all are 0. A
    /// smaller p throws an ArgumentOutOfRangeException.</summary>
    /// <param name="v">The vector.</param><param name="p">The order of the norm, from 1 to infinity.</param>
    /// <returns>A single number.</returns><exception cref="T:System.ArgumentOutOfRangeException">p is below 1.</exception>
    [<Extension>]
    static member Norm(v: Vector, p: float) : Scalar = Scalar(Columns.reduceAll (PowerNorms.norms p) v.Node)

    /// <summary>For each element the sum of the elements up to it.</summary><param name="v">The vector.</param>
    /// <returns>A vector of the same length.</returns>
    [<Extension>]
    static member CumulativeSum(v: Vector) : Vector = Vector(Scanning.cumulativeSum v.Node)

    /// <summary>For each element the product of the elements up to it; derivatives are right at zeros.</summary>
    /// <param name="v">The vector.</param><returns>A vector of the same length.</returns>
    [<Extension>]
    static member CumulativeProduct(v: Vector) : Vector = Vector(RunningProducts.cumulativeProduct v.Node)

    /// <summary>The elements in ascending order, NaN last; equal ones share their derivatives equally.</summary>
    /// <param name="v">The vector.</param><returns>A vector of the same length.</returns>
    [<Extension>]
    static member Sort(v: Vector) : Vector = Vector(Sorting.sort v.Node)

    /// <summary>The middle element in ascending order, or the mean of the two in the middle; NaN where an element is.</summary>
    /// <param name="v">The vector.</param><returns>A single number.</returns>
    [<Extension>]
    static member Median(v: Vector) : Scalar = Scalar(Sorting.quantile 0.5 v.Node)

    /// <summary>The element at (n - 1) probability in ascending order, by linear interpolation between neighbours (type 7 of Hyndman and
    /// Fan); NaN where an element is. A probability outside 0 to 1 throws an ArgumentOutOfRangeException, an empty vector a
    /// ShapeException.</summary>
    /// <param name="v">The vector.</param><param name="probability">The probability, from 0 to 1.</param>
    /// <returns>A single number.</returns>
    /// <exception cref="T:System.ArgumentOutOfRangeException">The probability is not between 0 and 1.</exception>
    /// <exception cref="T:AutoDiff.ShapeException">The vector is empty.</exception>
    [<Extension>]
    static member Quantile(v: Vector, probability: float) : Scalar = Scalar(Sorting.quantile probability v.Node)

using System.Runtime.CompilerServices;

namespace AutoDiff;

public static partial class Diff
{
    /// <summary>
    /// The value of a function of a scalar and its derivatives up to an order, from one truncated power series: the time is polynomial in
    /// the order. Element k is derivative k; divided by k! it is the Taylor coefficient.
    /// </summary>
    /// <param name="f">The function.</param>
    /// <param name="x">The point.</param>
    /// <param name="order">The highest derivative wanted, 0 or more.</param>
    /// <returns>The value and the derivatives: one more than <paramref name="order"/> scalars.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> is null.</exception>
    /// <exception cref="TracedValueException">When the result is called: <paramref name="f"/> reads a number of its argument.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="order"/> is negative.</exception>
    /// <example>
    /// <code>
    /// Console.WriteLine(string.Join(" ", Diff.Taylor(x => 1 / (1 - x), 0, 4))); // 1 1 2 6 24
    /// </code>
    /// </example>
    public static IReadOnlyList<Scalar> Taylor(Func<Scalar, Scalar> f, Scalar x, int order)
    {
        ArgumentNullException.ThrowIfNull(f);
        return AutoDiff.Taylor.derivatives("Taylor", f.ToCore(), x, order);
    }

    /// <inheritdoc cref="Laplacian{T}(Func{T, Scalar})"/>
    [OverloadResolutionPriority(3)]
    public static Func<Scalar, Scalar> Laplacian(Func<Scalar, Scalar> f) => Laplacian<Scalar>(f);

    /// <inheritdoc cref="Laplacian{T}(Func{T, Scalar})"/>
    [OverloadResolutionPriority(2)]
    public static Func<Vector, Scalar> Laplacian(Func<Vector, Scalar> f) => Laplacian<Vector>(f);

    /// <inheritdoc cref="Laplacian{T}(Func{T, Scalar})"/>
    [OverloadResolutionPriority(1)]
    public static Func<Matrix, Scalar> Laplacian(Func<Matrix, Scalar> f) => Laplacian<Matrix>(f);

    /// <summary>The Laplacian of a scalar function: the sum of its second derivatives with respect to each element of its argument.</summary>
    /// <typeparam name="T">The structure.</typeparam>
    /// <param name="f">The function.</param>
    /// <returns>The function that gives the Laplacian at a point.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> is null.</exception>
    /// <exception cref="TracedValueException">When the result is called: <paramref name="f"/> reads a number of its argument.</exception>
    /// <example>
    /// <code>
    /// Console.WriteLine(Diff.Laplacian((Vector v) => v * v)([1, 2, 3])); // 6
    /// </code>
    /// </example>
    public static Func<T, Scalar> Laplacian<T>(Func<T, Scalar> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return x => VectorCalculus.laplacian(f.ToCore(), x);
    }

    /// <summary>The divergence of a vector field: the sum of the derivatives of element i by element i of the argument.</summary>
    /// <param name="f">The field, from vectors to vectors of the same length.</param>
    /// <returns>The function that gives the divergence at a point. It throws a <see cref="ShapeException"/> where the lengths differ.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> is null.</exception>
    /// <exception cref="ShapeException">When the result is called: the result has another length than its argument.</exception>
    /// <exception cref="TracedValueException">When the result is called: <paramref name="f"/> reads a number of its argument.</exception>
    /// <example>
    /// <code>
    /// Console.WriteLine(Diff.Divergence(v => v * 2.0)([1, 2, 3])); // 6
    /// </code>
    /// </example>
    public static Func<Vector, Scalar> Divergence(Func<Vector, Vector> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return x => VectorCalculus.divergence(f.ToCore(), x);
    }

    /// <summary>The curl of a vector field in three dimensions.</summary>
    /// <param name="f">The field, from vectors of 3 to vectors of 3.</param>
    /// <returns>The function that gives the curl at a point. It throws a <see cref="ShapeException"/> for other lengths.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> is null.</exception>
    /// <exception cref="ShapeException">When the result is called: the field has not three dimensions.</exception>
    /// <exception cref="TracedValueException">When the result is called: <paramref name="f"/> reads a number of its argument.</exception>
    /// <example>
    /// <code>
    /// Console.WriteLine(Diff.Curl(v => new Scalar[] { -v[1], v[0], 0 })([1, 2, 3])); // [0, 0, 2]
    /// </code>
    /// </example>
    public static Func<Vector, Vector> Curl(Func<Vector, Vector> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return x => VectorCalculus.curl(f.ToCore(), x);
    }
}

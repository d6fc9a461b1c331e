namespace AutoDiff;

/// <summary>Sums and means of sequences of values, beside those that LINQ has for plain numbers.</summary>
public static class SequenceExtensions
{
    /// <summary>The sum of scalars; 0 where there are none.</summary>
    /// <param name="source">The scalars.</param>
    /// <returns>A number.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is null.</exception>
    public static Scalar Sum(this IEnumerable<Scalar> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Aggregate(Scalar.Zero, (sum, x) => sum + x);
    }

    /// <summary>The sum of vectors of one length; where there are none <see cref="Vector.Zero"/>, which stretches to any length.</summary>
    /// <param name="source">The vectors.</param>
    /// <returns>A vector of their length.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is null.</exception>
    /// <exception cref="ShapeException">The lengths differ.</exception>
    public static Vector Sum(this IEnumerable<Vector> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Aggregate(Vector.Zero, (sum, x) => sum + x);
    }

    /// <summary>The sum of matrices of one shape; where there are none <see cref="Matrix.Zero"/>, which stretches to any shape.</summary>
    /// <param name="source">The matrixs.</param>
    /// <returns>A matrix of their shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is null.</exception>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    public static Matrix Sum(this IEnumerable<Matrix> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Aggregate(Matrix.Zero, (sum, x) => sum + x);
    }

    /// <summary>The sum of a scalar computed from each element; 0 where there are none.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <param name="source">The elements.</param>
    /// <param name="selector">From an element to what is added up.</param>
    /// <returns>A number.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> or <paramref name="selector"/> is null.</exception>
    public static Scalar Sum<T>(this IEnumerable<T> source, Func<T, Scalar> selector) => Sum(source.Select(selector));

    /// <summary>The sum of a vector computed from each element, all of one length.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <param name="source">The elements.</param>
    /// <param name="selector">From an element to what is added up.</param>
    /// <returns>A vector of their length.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> or <paramref name="selector"/> is null.</exception>
    /// <exception cref="ShapeException">The lengths differ.</exception>
    public static Vector Sum<T>(this IEnumerable<T> source, Func<T, Vector> selector) => Sum(source.Select(selector));

    /// <summary>The sum of a matrix computed from each element, all of one shape.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <param name="source">The elements.</param>
    /// <param name="selector">From an element to what is added up.</param>
    /// <returns>A matrix of their shape.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> or <paramref name="selector"/> is null.</exception>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    public static Matrix Sum<T>(this IEnumerable<T> source, Func<T, Matrix> selector) => Sum(source.Select(selector));

    /// <summary>The mean of scalars.</summary>
    /// <param name="source">The scalars.</param>
    /// <returns>A number.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is null.</exception>
    /// <exception cref="InvalidOperationException">There are none.</exception>
    public static Scalar Average(this IEnumerable<Scalar> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Scalar[] all = [.. source];
        return all.Length > 0 ? Sum(all) / all.Length : throw new InvalidOperationException("Average: the sequence has no elements.");
    }

    /// <summary>The mean of a scalar computed from each element.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <param name="source">The elements.</param>
    /// <param name="selector">From an element to what is added up.</param>
    /// <returns>A number.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> or <paramref name="selector"/> is null.</exception>
    /// <exception cref="InvalidOperationException">There are no elements.</exception>
    public static Scalar Average<T>(this IEnumerable<T> source, Func<T, Scalar> selector) => Average(source.Select(selector));
}

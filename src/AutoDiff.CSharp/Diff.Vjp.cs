using System.Runtime.CompilerServices;

namespace AutoDiff;

public static partial class Diff
{
    /// <inheritdoc cref="Vjp{T, TResult}(Func{T, TResult}, T)"/>
    [OverloadResolutionPriority(3)]
    public static (TResult Value, Func<TResult, Scalar> Pullback) Vjp<TResult>(Func<Scalar, TResult> f, Scalar x) => Vjp<Scalar, TResult>(f, x);

    /// <inheritdoc cref="Vjp{T, TResult}(Func{T, TResult}, T)"/>
    [OverloadResolutionPriority(2)]
    public static (TResult Value, Func<TResult, Vector> Pullback) Vjp<TResult>(Func<Vector, TResult> f, Vector x) => Vjp<Vector, TResult>(f, x);

    /// <inheritdoc cref="Vjp{T, TResult}(Func{T, TResult}, T)"/>
    [OverloadResolutionPriority(1)]
    public static (TResult Value, Func<TResult, Matrix> Pullback) Vjp<TResult>(Func<Matrix, TResult> f, Matrix x) => Vjp<Matrix, TResult>(f, x);

    /// <summary>
    /// The value of a function at a point, and its pullback: from a cotangent of the result to that of the argument (the transposed
    /// Jacobian times the cotangent). The function runs once.
    /// </summary>
    /// <typeparam name="T">The structure that the function takes.</typeparam>
    /// <typeparam name="TResult">The structure that it returns.</typeparam>
    /// <param name="f">The function.</param>
    /// <param name="x">The point.</param>
    /// <returns>The value, and the pullback, which may be called many times and from many threads; it throws a <see cref="ShapeException"/>
    /// where its argument does not have the shapes of the value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> or <paramref name="x"/> is null.</exception>
    /// <exception cref="TracedValueException"><paramref name="f"/> reads a number of its argument.</exception>
    /// <exception cref="StructureException">The point holds no value.</exception>
    /// <example>
    /// <code>
    /// var (value, pullback) = Diff.Vjp((Vector v) => v.PointwiseMultiply(v), [1, 2]);
    /// Console.WriteLine($"{value} {pullback([1, 0])} {pullback([0, 1])}"); // [1, 4] [2, 0] [0, 4]
    /// </code>
    /// </example>
    public static (TResult Value, Func<TResult, T> Pullback) Vjp<T, TResult>(Func<T, TResult> f, T x)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(x);
        var (value, pullback) = Derivatives.vjp(f.ToCore(), x);
        return (value, pullback.Invoke);
    }

    /// <inheritdoc cref="Linearize{T, TResult}(Func{T, TResult}, T)"/>
    [OverloadResolutionPriority(3)]
    public static (TResult Value, Func<Scalar, TResult> Pushforward) Linearize<TResult>(Func<Scalar, TResult> f, Scalar x) =>
        Linearize<Scalar, TResult>(f, x);

    /// <inheritdoc cref="Linearize{T, TResult}(Func{T, TResult}, T)"/>
    [OverloadResolutionPriority(2)]
    public static (TResult Value, Func<Vector, TResult> Pushforward) Linearize<TResult>(Func<Vector, TResult> f, Vector x) =>
        Linearize<Vector, TResult>(f, x);

    /// <inheritdoc cref="Linearize{T, TResult}(Func{T, TResult}, T)"/>
    [OverloadResolutionPriority(1)]
    public static (TResult Value, Func<Matrix, TResult> Pushforward) Linearize<TResult>(Func<Matrix, TResult> f, Matrix x) =>
        Linearize<Matrix, TResult>(f, x);

    /// <summary>
    /// The value of a function at a point, and its pushforward: from a tangent of the argument to that of the result (the Jacobian times
    /// the tangent). The function runs once.
    /// </summary>
    /// <typeparam name="T">The structure that the function takes.</typeparam>
    /// <typeparam name="TResult">The structure that it returns.</typeparam>
    /// <param name="f">The function.</param>
    /// <param name="x">The point.</param>
    /// <returns>The value, and the pushforward, which may be called many times and from many threads; it throws a <see cref="ShapeException"/>
    /// where its argument does not have the shapes of the point.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> or <paramref name="x"/> is null.</exception>
    /// <exception cref="TracedValueException"><paramref name="f"/> reads a number of its argument.</exception>
    /// <exception cref="StructureException">The point holds no value.</exception>
    /// <example>
    /// <code>
    /// var (value, pushforward) = Diff.Linearize((Vector v) => v * v, [1, 2]);
    /// Console.WriteLine($"{value} {pushforward([1, 0])} {pushforward([0, 1])}"); // 5 2 4
    /// </code>
    /// </example>
    public static (TResult Value, Func<T, TResult> Pushforward) Linearize<T, TResult>(Func<T, TResult> f, T x)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(x);
        var (value, pushforward) = Derivatives.linearize(f.ToCore(), x);
        return (value, pushforward.Invoke);
    }
}

using System.Runtime.CompilerServices;

namespace AutoDiff;

public static partial class Diff
{
    /// <inheritdoc cref="WithGradient{T, TResult}(Func{T, TResult}, Func{T, TResult, TResult, T})"/>
    [OverloadResolutionPriority(3)]
    public static Func<Scalar, Scalar> WithGradient(Func<Scalar, Scalar> f, Func<Scalar, Scalar, Scalar, Scalar> pullback) =>
        WithGradient<Scalar, Scalar>(f, pullback);

    /// <inheritdoc cref="WithGradient{T, TResult}(Func{T, TResult}, Func{T, TResult, TResult, T})"/>
    [OverloadResolutionPriority(2)]
    public static Func<Vector, Scalar> WithGradient(Func<Vector, Scalar> f, Func<Vector, Scalar, Scalar, Vector> pullback) =>
        WithGradient<Vector, Scalar>(f, pullback);

    /// <inheritdoc cref="WithGradient{T, TResult}(Func{T, TResult}, Func{T, TResult, TResult, T})"/>
    [OverloadResolutionPriority(1)]
    public static Func<Vector, Vector> WithGradient(Func<Vector, Vector> f, Func<Vector, Vector, Vector, Vector> pullback) =>
        WithGradient<Vector, Vector>(f, pullback);

    /// <summary>
    /// A function with a derivative of its own: the pullback, from the argument, the result and the cotangent of the result to the
    /// cotangent of the argument. Both modes and every order follow from it, for it is run on values; the function itself may do anything,
    /// such as call another library with the numbers of its argument.
    /// </summary>
    /// <typeparam name="T">The structure that the function takes.</typeparam>
    /// <typeparam name="TResult">The structure that it returns.</typeparam>
    /// <param name="f">The function. It must not capture values that a running differentiation varies.</param>
    /// <param name="pullback">The rule, linear in its last argument. It reads no numbers; what it returns has the structure and the shapes of
    /// the argument, else the derivative throws a <see cref="ShapeException"/>.</param>
    /// <returns>The function with its derivative. <see cref="CheckGradient{T}(Func{T, Scalar}, T)"/> tells whether the two agree.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ShapeException">When the result is differentiated: what the rule gives has another shape.</exception>
    /// <example>
    /// <code>
    /// // the slope of sqrt, but never above 1
    /// var root = Diff.WithGradient(x => Sqrt(x), (x, y, ybar) => ybar * Min(0.5 / y, 1));
    /// Console.WriteLine($"{root(4)} {Diff.Grad(root)(4)} {Diff.Grad(root)(0)}"); // 2 0.25 1
    /// </code>
    /// </example>
    public static Func<T, TResult> WithGradient<T, TResult>(Func<T, TResult> f, Func<T, TResult, TResult, T> pullback)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(pullback);
        return x => Rules.withGradient(f.ToCore(), pullback.ToCore(), x);
    }

    /// <inheritdoc cref="WithTangent{T, TResult}(Func{T, TResult}, Func{T, TResult, T, TResult})"/>
    [OverloadResolutionPriority(3)]
    public static Func<Scalar, Scalar> WithTangent(Func<Scalar, Scalar> f, Func<Scalar, Scalar, Scalar, Scalar> pushforward) =>
        WithTangent<Scalar, Scalar>(f, pushforward);

    /// <inheritdoc cref="WithTangent{T, TResult}(Func{T, TResult}, Func{T, TResult, T, TResult})"/>
    [OverloadResolutionPriority(2)]
    public static Func<Vector, Scalar> WithTangent(Func<Vector, Scalar> f, Func<Vector, Scalar, Vector, Scalar> pushforward) =>
        WithTangent<Vector, Scalar>(f, pushforward);

    /// <inheritdoc cref="WithTangent{T, TResult}(Func{T, TResult}, Func{T, TResult, T, TResult})"/>
    [OverloadResolutionPriority(1)]
    public static Func<Vector, Vector> WithTangent(Func<Vector, Vector> f, Func<Vector, Vector, Vector, Vector> pushforward) =>
        WithTangent<Vector, Vector>(f, pushforward);

    /// <summary>
    /// A function with a derivative of its own: the pushforward, from the argument, the result and the tangent of the argument to the
    /// tangent of the result. The cotangents are its transpose.
    /// </summary>
    /// <param name="f">The function. It must not capture values that a running differentiation varies.</param>
    /// <param name="pushforward">The rule, linear in its last argument. It reads no numbers; what it returns has the structure and the shapes
    /// of the result, else the derivative throws a <see cref="ShapeException"/>.</param>
    /// <inheritdoc cref="WithGradient{T, TResult}(Func{T, TResult}, Func{T, TResult, TResult, T})"/>
    /// <example>
    /// <code>
    /// var cube = Diff.WithTangent(x => x * x * x, (x, y, dx) => 3 * x * x * dx);
    /// Console.WriteLine(Diff.Grad(cube)(2)); // 12
    /// </code>
    /// </example>
    public static Func<T, TResult> WithTangent<T, TResult>(Func<T, TResult> f, Func<T, TResult, T, TResult> pushforward)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(pushforward);
        return x => Rules.withTangent(f.ToCore(), pushforward.ToCore(), x);
    }

    /// <inheritdoc cref="StraightThrough{T}(Func{T, T})"/>
    [OverloadResolutionPriority(3)]
    public static Func<Scalar, Scalar> StraightThrough(Func<Scalar, Scalar> f) => StraightThrough<Scalar>(f);

    /// <inheritdoc cref="StraightThrough{T}(Func{T, T})"/>
    [OverloadResolutionPriority(2)]
    public static Func<Vector, Vector> StraightThrough(Func<Vector, Vector> f) => StraightThrough<Vector>(f);

    /// <summary>A function that is differentiated as if it were the identity, such as rounding in a quantised model.</summary>
    /// <typeparam name="T">The structure.</typeparam>
    /// <param name="f">The function; its result has the structure and shapes of its argument.</param>
    /// <returns>The function with the derivative of the identity.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> is null.</exception>
    /// <exception cref="ShapeException">When the result is called: <paramref name="f"/> returns another shape than it takes.</exception>
    /// <example>
    /// <code>
    /// var rounded = Diff.StraightThrough(x => Round(x));
    /// Console.WriteLine($"{rounded(2.7)} {Diff.Grad(rounded)(2.7)}"); // 3 1
    /// </code>
    /// </example>
    public static Func<T, T> StraightThrough<T>(Func<T, T> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return x => Rules.straightThrough(f.ToCore(), x);
    }

    /// <inheritdoc cref="CheckGradient{T}(Func{T, Scalar}, T)"/>
    [OverloadResolutionPriority(3)]
    public static GradientCheck CheckGradient(Func<Scalar, Scalar> f, Scalar x) => CheckGradient<Scalar>(f, x);

    /// <inheritdoc cref="CheckGradient{T}(Func{T, Scalar}, T)"/>
    [OverloadResolutionPriority(2)]
    public static GradientCheck CheckGradient(Func<Vector, Scalar> f, Vector x) => CheckGradient<Vector>(f, x);

    /// <inheritdoc cref="CheckGradient{T}(Func{T, Scalar}, T)"/>
    [OverloadResolutionPriority(1)]
    public static GradientCheck CheckGradient(Func<Matrix, Scalar> f, Matrix x) => CheckGradient<Matrix>(f, x);

    /// <summary>The gradient of a function at a point beside finite differences of its value: a report, and an exception for those who want one.</summary>
    /// <typeparam name="T">The structure.</typeparam>
    /// <param name="f">The function; it is evaluated four times for each element of the point.</param>
    /// <param name="x">The point, off kinks.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> or <paramref name="x"/> is null.</exception>
    /// <exception cref="StructureException"><paramref name="x"/> holds no value.</exception>
    /// <example>
    /// <code>
    /// Console.WriteLine(Diff.CheckGradient(x => Sin(x), 1).IsRight); // True
    /// var wrong = Diff.WithGradient(x => Sin(x), (x, y, ybar) => ybar * y);
    /// Console.WriteLine(Diff.CheckGradient(wrong, 1).IsRight); // False
    /// </code>
    /// </example>
    public static GradientCheck CheckGradient<T>(Func<T, Scalar> f, T x)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(x);
        return GradientChecks.check(f.ToCore(), x);
    }
}

using System.Runtime.CompilerServices;

namespace AutoDiff;

public static partial class Diff
{
    /// <inheritdoc cref="Jvp{T, TResult}(Func{T, TResult}, T, T)"/>
    [OverloadResolutionPriority(3)]
    public static (TResult Value, TResult Tangent) Jvp<TResult>(Func<Scalar, TResult> f, Scalar x, Scalar tangent) =>
        Jvp<Scalar, TResult>(f, x, tangent);

    /// <inheritdoc cref="Jvp{T, TResult}(Func{T, TResult}, T, T)"/>
    [OverloadResolutionPriority(2)]
    public static (TResult Value, TResult Tangent) Jvp<TResult>(Func<Vector, TResult> f, Vector x, Vector tangent) =>
        Jvp<Vector, TResult>(f, x, tangent);

    /// <inheritdoc cref="Jvp{T, TResult}(Func{T, TResult}, T, T)"/>
    [OverloadResolutionPriority(1)]
    public static (TResult Value, TResult Tangent) Jvp<TResult>(Func<Matrix, TResult> f, Matrix x, Matrix tangent) =>
        Jvp<Matrix, TResult>(f, x, tangent);

    /// <summary>The value of a function at a point and its tangent along a direction (the Jacobian times the direction), in one pass forward.</summary>
    /// <typeparam name="T">The structure that the function takes.</typeparam>
    /// <typeparam name="TResult">The structure that it returns.</typeparam>
    /// <param name="f">The function.</param>
    /// <param name="x">The point.</param>
    /// <param name="tangent">The direction, a structure of the shapes of <paramref name="x"/>.</param>
    /// <returns>The value and the tangent, both of the shapes of the result.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/>, <paramref name="x"/> or <paramref name="tangent"/> is null.</exception>
    /// <exception cref="TracedValueException"><paramref name="f"/> reads a number of its argument.</exception>
    /// <exception cref="StructureException">The point holds no value, or the direction is not such a structure.</exception>
    /// <exception cref="ShapeException">A shape in the direction differs.</exception>
    /// <example>
    /// <code>
    /// var (value, tangent) = Diff.Jvp(x => x * x, 3, 1);
    /// Console.WriteLine($"{value} {tangent}"); // 9 6
    /// </code>
    /// </example>
    public static (TResult Value, TResult Tangent) Jvp<T, TResult>(Func<T, TResult> f, T x, T tangent)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(tangent);
        return Derivatives.jvp(f.ToCore(), x, tangent);
    }
}

using System.Runtime.CompilerServices;

namespace AutoDiff;

public static partial class Diff
{
    /// <inheritdoc cref="Minimize{T}(Func{T, Scalar}, T, MinimizeOptions)"/>
    [OverloadResolutionPriority(3)]
    public static Minimum<Scalar> Minimize(Func<Scalar, Scalar> f, Scalar start, MinimizeOptions? options = null) => Minimize<Scalar>(f, start, options);

    /// <inheritdoc cref="Minimize{T}(Func{T, Scalar}, T, MinimizeOptions)"/>
    [OverloadResolutionPriority(2)]
    public static Minimum<Vector> Minimize(Func<Vector, Scalar> f, Vector start, MinimizeOptions? options = null) => Minimize<Vector>(f, start, options);

    /// <inheritdoc cref="Minimize{T}(Func{T, Scalar}, T, MinimizeOptions)"/>
    [OverloadResolutionPriority(1)]
    public static Minimum<Matrix> Minimize(Func<Matrix, Scalar> f, Matrix start, MinimizeOptions? options = null) => Minimize<Matrix>(f, start, options);

    /// <summary>Minimises a scalar function from a start, by the solver that suits it: the result says which.</summary>
    /// <typeparam name="T">The structure that the function takes; for several arguments a tuple.</typeparam>
    /// <param name="f">The function.</param>
    /// <param name="start">The first point.</param>
    /// <param name="options">When to end, and what to tell on the way.</param>
    /// <returns>The best point that was seen, with how and why the search ended.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> or <paramref name="start"/> is null.</exception>
    /// <exception cref="ArgumentException">The start holds no value, or NaN, or infinity, or an option is out of range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before the start.</exception>
    /// <example>
    /// <code>
    /// var fit = Diff.Minimize((Vector v) => Square(1 - v[0]) + 100 * Square(v[1] - v[0] * v[0]), new double[] { -1.2, 1 });
    /// Console.WriteLine($"{fit.Point[0].Value:F4} {fit.Point[1].Value:F4} {fit.Converged}"); // 1.0000 1.0000 True
    /// </code>
    /// </example>
    public static Minimum<T> Minimize<T>(Func<T, Scalar> f, T start, MinimizeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(start);
        return Minimization.minimize(null, options, f.ToCore(), start);
    }

    /// <inheritdoc cref="Minimize{T}(Func{T, Scalar}, T, Optimizer, MinimizeOptions)"/>
    [OverloadResolutionPriority(3)]
    public static Minimum<Scalar> Minimize(Func<Scalar, Scalar> f, Scalar start, Optimizer optimizer, MinimizeOptions? options = null) =>
        Minimize<Scalar>(f, start, optimizer, options);

    /// <inheritdoc cref="Minimize{T}(Func{T, Scalar}, T, Optimizer, MinimizeOptions)"/>
    [OverloadResolutionPriority(2)]
    public static Minimum<Vector> Minimize(Func<Vector, Scalar> f, Vector start, Optimizer optimizer, MinimizeOptions? options = null) =>
        Minimize<Vector>(f, start, optimizer, options);

    /// <inheritdoc cref="Minimize{T}(Func{T, Scalar}, T, Optimizer, MinimizeOptions)"/>
    [OverloadResolutionPriority(1)]
    public static Minimum<Matrix> Minimize(Func<Matrix, Scalar> f, Matrix start, Optimizer optimizer, MinimizeOptions? options = null) =>
        Minimize<Matrix>(f, start, optimizer, options);

    /// <summary>Minimises a scalar function from a start, by a given optimizer.</summary>
    /// <typeparam name="T">The structure that the function takes; for several arguments a tuple.</typeparam>
    /// <param name="f">The function.</param>
    /// <param name="start">The first point.</param>
    /// <param name="optimizer">The method.</param>
    /// <param name="options">When to end, and what to tell on the way.</param>
    /// <returns>The best point that was seen, with how and why the search ended.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/>, <paramref name="start"/> or <paramref name="optimizer"/> is null.</exception>
    /// <exception cref="ArgumentException">The start holds no value, or NaN, or infinity, or an option is out of range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before the start.</exception>
    public static Minimum<T> Minimize<T>(Func<T, Scalar> f, T start, Optimizer optimizer, MinimizeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(optimizer);
        return Minimization.minimize(optimizer, options, f.ToCore(), start);
    }

    /// <inheritdoc cref="Steps{T}(Func{T, Scalar}, T, Optimizer)"/>
    [OverloadResolutionPriority(3)]
    public static IEnumerable<Step<Scalar>> Steps(Func<Scalar, Scalar> f, Scalar start, Optimizer optimizer) => Steps<Scalar>(f, start, optimizer);

    /// <inheritdoc cref="Steps{T}(Func{T, Scalar}, T, Optimizer)"/>
    [OverloadResolutionPriority(2)]
    public static IEnumerable<Step<Vector>> Steps(Func<Vector, Scalar> f, Vector start, Optimizer optimizer) => Steps<Vector>(f, start, optimizer);

    /// <inheritdoc cref="Steps{T}(Func{T, Scalar}, T, Optimizer)"/>
    [OverloadResolutionPriority(1)]
    public static IEnumerable<Step<Matrix>> Steps(Func<Matrix, Scalar> f, Matrix start, Optimizer optimizer) => Steps<Matrix>(f, start, optimizer);

    /// <summary>
    /// The steps of an optimizer from a start, one by one as they are asked for, without end but where no step is possible: element k is
    /// after k + 1 updates. Each enumeration starts anew.
    /// </summary>
    /// <typeparam name="T">The structure that the function takes; for several arguments a tuple.</typeparam>
    /// <param name="f">The function.</param>
    /// <param name="start">The first point.</param>
    /// <param name="optimizer">The method.</param>
    /// <returns>The steps.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/>, <paramref name="start"/> or <paramref name="optimizer"/> is null.</exception>
    /// <exception cref="TracedValueException">When the steps are asked for: <paramref name="f"/> reads a number of its argument.</exception>
    /// <example>
    /// <code>
    /// foreach (var step in Diff.Steps(x => x * x, 1, Optimizer.Sgd(0.25)).Take(3))
    /// {
    ///     Console.WriteLine(step.Point); // 0.5 0.25 0.125
    /// }
    /// </code>
    /// </example>
    public static IEnumerable<Step<T>> Steps<T>(Func<T, Scalar> f, T start, Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(optimizer);
        return Minimization.steps(optimizer, f.ToCore(), start);
    }
}

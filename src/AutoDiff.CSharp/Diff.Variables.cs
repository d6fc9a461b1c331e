using System.Runtime.CompilerServices;

namespace AutoDiff;

public static partial class Diff
{
    /// <inheritdoc cref="Variable{T}(T)"/>
    [OverloadResolutionPriority(3)]
    public static Scalar Variable(Scalar x) => Variable<Scalar>(x);

    /// <inheritdoc cref="Variable{T}(T)"/>
    [OverloadResolutionPriority(2)]
    public static Vector Variable(Vector x) => Variable<Vector>(x);

    /// <inheritdoc cref="Variable{T}(T)"/>
    [OverloadResolutionPriority(1)]
    public static Matrix Variable(Matrix x) => Variable<Matrix>(x);

    /// <summary>
    /// A structure whose values are variables: what is computed from them remembers how, for
    /// <see cref="Gradient{T}(Scalar, T, Unconnected)"/>. Plain numbers become float64.
    /// </summary>
    /// <typeparam name="T">The structure.</typeparam>
    /// <param name="x">The numbers. What they were computed from is forgotten.</param>
    /// <returns>The same numbers as variables, readable at any time.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="x"/> is null.</exception>
    /// <exception cref="StructureException"><paramref name="x"/> holds no value.</exception>
    /// <example>
    /// <code>
    /// var x = Diff.Variable(3.0);
    /// var y = x * x;
    /// Console.WriteLine($"{y} {Diff.Gradient(y, x)}"); // 9 6
    /// </code>
    /// </example>
    public static T Variable<T>(T x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return Variables.variable(x);
    }

    /// <inheritdoc cref="StopGradient{T}(T)"/>
    [OverloadResolutionPriority(3)]
    public static Scalar StopGradient(Scalar x) => StopGradient<Scalar>(x);

    /// <inheritdoc cref="StopGradient{T}(T)"/>
    [OverloadResolutionPriority(2)]
    public static Vector StopGradient(Vector x) => StopGradient<Vector>(x);

    /// <inheritdoc cref="StopGradient{T}(T)"/>
    [OverloadResolutionPriority(1)]
    public static Matrix StopGradient(Matrix x) => StopGradient<Matrix>(x);

    /// <summary>The same numbers, constant for differentiation: readable even while one is running.</summary>
    /// <typeparam name="T">The structure.</typeparam>
    /// <param name="x">Values that may depend on the argument of a running differentiation or on variables.</param>
    /// <returns>A structure of the same shapes and numbers.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="x"/> is null.</exception>
    /// <exception cref="StructureException"><paramref name="x"/> holds no value.</exception>
    /// <example>
    /// <code>
    /// Console.WriteLine(Diff.Grad(x => x * Diff.StopGradient(x))(3)); // 3
    /// </code>
    /// </example>
    public static T StopGradient<T>(T x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return Variables.stopGradient(x);
    }
}

using System.Runtime.CompilerServices;

namespace AutoDiff;

/// <summary>Ordinary differential equations.</summary>
public static class Ode
{
    /// <inheritdoc cref="Solve{T}(Func{Scalar, T, T}, T, Scalar, Scalar, OdeOptions)"/>
    [OverloadResolutionPriority(3)]
    public static Scalar Solve(Func<Scalar, Scalar, Scalar> f, Scalar y0, Scalar t0, Scalar t1, OdeOptions? options = null) =>
        Solve<Scalar>(f, y0, t0, t1, options);

    /// <inheritdoc cref="Solve{T}(Func{Scalar, T, T}, T, Scalar, Scalar, OdeOptions)"/>
    [OverloadResolutionPriority(2)]
    public static Vector Solve(Func<Scalar, Vector, Vector> f, Vector y0, Scalar t0, Scalar t1, OdeOptions? options = null) =>
        Solve<Vector>(f, y0, t0, t1, options);

    /// <inheritdoc cref="Solve{T}(Func{Scalar, T, T}, T, Scalar, Scalar, OdeOptions)"/>
    [OverloadResolutionPriority(1)]
    public static Matrix Solve(Func<Scalar, Matrix, Matrix> f, Matrix y0, Scalar t0, Scalar t1, OdeOptions? options = null) =>
        Solve<Matrix>(f, y0, t0, t1, options);

    /// <summary>
    /// The solution of y' = f(t, y) by the method of Dormand and Prince of order 5 with steps of adapted length. Derivatives are those of the
    /// computed solution, exactly, for the steps that were taken: with respect to the start, both ends, and whatever <paramref name="f"/>
    /// captured, in both modes and at every order. Memory grows with the number of steps, unless <see cref="OdeOptions.Memory"/> says otherwise.
    /// </summary>
    /// <typeparam name="T">The structure.</typeparam>
    /// <param name="f">The slope at a time and a value; a structure of the shapes of the value.</param>
    /// <param name="y0">The value at <paramref name="t0"/>.</param>
    /// <param name="t0">The time to start from.</param>
    /// <param name="t1">The time to go to, later or earlier.</param>
    /// <param name="options">How exactly.</param>
    /// <returns>The value at <paramref name="t1"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> or <paramref name="y0"/> is null.</exception>
    /// <exception cref="NoSolutionException">The steps did not come to <paramref name="t1"/>.</exception>
    /// <exception cref="ShapeException">The slope is of other shapes than the value.</exception>
    /// <exception cref="ArgumentException">An option is not positive.</exception>
    /// <example>
    /// <code>
    /// // y' = -k y from 1: exp(-k) at 1, with the slope -exp(-k) in k
    /// var decay = Diff.Grad(k => Ode.Solve((t, y) => -k * y, 1, 0, 1));
    /// Console.WriteLine($"{decay(1).Value:F6}"); // -0.367879
    /// </code>
    /// </example>
    public static T Solve<T>(Func<Scalar, T, T> f, T y0, Scalar t0, Scalar t1, OdeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(y0);
        return Dopri.solve(options, f.ToCore(), y0, t0, t1);
    }
}

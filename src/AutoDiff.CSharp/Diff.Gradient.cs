using System.Runtime.CompilerServices;

namespace AutoDiff;

public static partial class Diff
{
    /// <inheritdoc cref="Gradient{T}(Scalar, T, Unconnected)"/>
    [OverloadResolutionPriority(3)]
    public static Scalar Gradient(Scalar y, Scalar x, Unconnected unconnected = Unconnected.Error) => Gradient<Scalar>(y, x, unconnected);

    /// <inheritdoc cref="Gradient{T}(Scalar, T, Unconnected)"/>
    [OverloadResolutionPriority(2)]
    public static Vector Gradient(Scalar y, Vector x, Unconnected unconnected = Unconnected.Error) => Gradient<Vector>(y, x, unconnected);

    /// <inheritdoc cref="Gradient{T}(Scalar, T, Unconnected)"/>
    [OverloadResolutionPriority(1)]
    public static Matrix Gradient(Scalar y, Matrix x, Unconnected unconnected = Unconnected.Error) => Gradient<Matrix>(y, x, unconnected);

    /// <summary>
    /// The derivatives of a scalar already computed with respect to values that it was computed from, made by
    /// <see cref="Variable{T}(T)"/> or computed from such. May be asked for as often as wanted, and differentiated again.
    /// </summary>
    /// <typeparam name="T">The structure.</typeparam>
    /// <param name="y">The result.</param>
    /// <param name="x">The values.</param>
    /// <param name="unconnected">What to give for a value that <paramref name="y"/> was not computed from.</param>
    /// <returns>A structure like <paramref name="x"/>, each value replaced by the derivative with respect to it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="x"/> is null.</exception>
    /// <exception cref="UnconnectedGradientException"><paramref name="y"/> was not computed from a value in <paramref name="x"/>.</exception>
    /// <exception cref="StructureException"><paramref name="x"/> holds no value.</exception>
    /// <example>
    /// <code>
    /// var (x, w) = (Diff.Variable(2.0), Diff.Variable(new double[] { 1, 2 }));
    /// var y = x * (w * w);
    /// Console.WriteLine(Diff.Gradient(y, x, w)); // (5, [4, 8])
    /// Console.WriteLine(Diff.Gradient(y, Diff.Variable(1.0), Unconnected.Zero)); // 0
    /// </code>
    /// </example>
    public static T Gradient<T>(Scalar y, T x, Unconnected unconnected = Unconnected.Error)
    {
        ArgumentNullException.ThrowIfNull(x);
        return Variables.gradient(unconnected == Unconnected.Zero, y, x);
    }

    /// <summary>The derivatives of a scalar with respect to two structures of values that it was computed from.</summary>
    /// <typeparam name="T1">The first structure.</typeparam>
    /// <typeparam name="T2">The second structure.</typeparam>
    /// <param name="y">The result.</param>
    /// <param name="x1">The first values.</param>
    /// <param name="x2">The second values.</param>
    /// <param name="unconnected">What to give for a value that <paramref name="y"/> was not computed from.</param>
    /// <returns>A tuple of structures like the arguments.</returns>
    /// <exception cref="UnconnectedGradientException"><paramref name="y"/> was not computed from one of the values.</exception>
    /// <exception cref="StructureException">No argument holds a value.</exception>
    [OverloadResolutionPriority(-1)]
    public static (T1, T2) Gradient<T1, T2>(Scalar y, T1 x1, T2 x2, Unconnected unconnected = Unconnected.Error) =>
        Gradient<(T1, T2)>(y, (x1, x2), unconnected);

    /// <summary>The derivatives of a scalar with respect to three structures of values that it was computed from.</summary>
    /// <typeparam name="T1">The first structure.</typeparam>
    /// <typeparam name="T2">The second structure.</typeparam>
    /// <typeparam name="T3">The third structure.</typeparam>
    /// <param name="y">The result.</param>
    /// <param name="x1">The first values.</param>
    /// <param name="x2">The second values.</param>
    /// <param name="x3">The third values.</param>
    /// <param name="unconnected">What to give for a value that <paramref name="y"/> was not computed from.</param>
    /// <returns>A tuple of structures like the arguments.</returns>
    /// <exception cref="UnconnectedGradientException"><paramref name="y"/> was not computed from one of the values.</exception>
    /// <exception cref="StructureException">No argument holds a value.</exception>
    [OverloadResolutionPriority(-2)]
    public static (T1, T2, T3) Gradient<T1, T2, T3>(Scalar y, T1 x1, T2 x2, T3 x3, Unconnected unconnected = Unconnected.Error) =>
        Gradient<(T1, T2, T3)>(y, (x1, x2, x3), unconnected);

    /// <summary>The derivatives of a scalar with respect to four structures of values that it was computed from.</summary>
    /// <typeparam name="T1">The first structure.</typeparam>
    /// <typeparam name="T2">The second structure.</typeparam>
    /// <typeparam name="T3">The third structure.</typeparam>
    /// <typeparam name="T4">The fourth structure.</typeparam>
    /// <param name="y">The result.</param>
    /// <param name="x1">The first values.</param>
    /// <param name="x2">The second values.</param>
    /// <param name="x3">The third values.</param>
    /// <param name="x4">The fourth values.</param>
    /// <param name="unconnected">What to give for a value that <paramref name="y"/> was not computed from.</param>
    /// <returns>A tuple of structures like the arguments.</returns>
    /// <exception cref="UnconnectedGradientException"><paramref name="y"/> was not computed from one of the values.</exception>
    /// <exception cref="StructureException">No argument holds a value.</exception>
    [OverloadResolutionPriority(-3)]
    public static (T1, T2, T3, T4) Gradient<T1, T2, T3, T4>(
        Scalar y, T1 x1, T2 x2, T3 x3, T4 x4, Unconnected unconnected = Unconnected.Error) =>
        Gradient<(T1, T2, T3, T4)>(y, (x1, x2, x3, x4), unconnected);
}

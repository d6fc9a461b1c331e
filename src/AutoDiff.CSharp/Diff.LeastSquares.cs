using System.Runtime.CompilerServices;

namespace AutoDiff;

public static partial class Diff
{
    /// <inheritdoc cref="LeastSquares{T}(Func{T, Vector}, T, MinimizeOptions)"/>
    [OverloadResolutionPriority(3)]
    public static LeastSquaresFit<Scalar> LeastSquares(Func<Scalar, Vector> residuals, Scalar start, MinimizeOptions? options = null) =>
        LeastSquares<Scalar>(residuals, start, options);

    /// <inheritdoc cref="LeastSquares{T}(Func{T, Vector}, T, MinimizeOptions)"/>
    [OverloadResolutionPriority(2)]
    public static LeastSquaresFit<Vector> LeastSquares(Func<Vector, Vector> residuals, Vector start, MinimizeOptions? options = null) =>
        LeastSquares<Vector>(residuals, start, options);

    /// <inheritdoc cref="LeastSquares{T}(Func{T, Vector}, T, MinimizeOptions)"/>
    [OverloadResolutionPriority(1)]
    public static LeastSquaresFit<Matrix> LeastSquares(Func<Matrix, Vector> residuals, Matrix start, MinimizeOptions? options = null) =>
        LeastSquares<Matrix>(residuals, start, options);

    /// <summary>
    /// Minimises the sum of the squares of residuals from a start, by the Levenberg-Marquardt method: the fit of a model to data, with the
    /// covariance of the estimates, their standard errors and confidence intervals. Robust losses stand in the options.
    /// </summary>
    /// <typeparam name="T">The structure that the function takes; for several arguments a tuple.</typeparam>
    /// <param name="residuals">The residuals, such as model less data.</param>
    /// <param name="start">The first point.</param>
    /// <param name="options">When to end, what to tell on the way, and the loss.</param>
    /// <returns>The best point that was seen, with how and why the search ended, and the statistics of the fit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="residuals"/> or <paramref name="start"/> is null.</exception>
    /// <exception cref="ArgumentException">The start holds no value, or NaN, or infinity, or an option is out of range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before the start.</exception>
    /// <example>
    /// <code>
    /// double[] x = [0, 1, 2, 3], y = [1, 3, 5, 7];
    /// var fit = Diff.LeastSquares((Line p) => p.Slope * (Vector)x + p.Height - y, new Line(0, 0));
    /// Console.WriteLine($"{fit.Point.Slope.Value:F4} {fit.Point.Height.Value:F4}"); // 2.0000 1.0000
    /// </code>
    /// </example>
    public static LeastSquaresFit<T> LeastSquares<T>(Func<T, Vector> residuals, T start, MinimizeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(residuals);
        ArgumentNullException.ThrowIfNull(start);
        return Minimization.leastSquares(options, residuals.ToCore(), start);
    }
}

using System.Runtime.CompilerServices;

namespace AutoDiff;

public static partial class DiffExtensions
{
    /// <inheritdoc cref="Diff.LeastSquares{T}(Func{T, Vector}, T, MinimizeOptions)"/>
    [OverloadResolutionPriority(3)]
    public static LeastSquaresFit<Scalar> LeastSquares(this Func<Scalar, Vector> residuals, Scalar start, MinimizeOptions? options = null) =>
        Diff.LeastSquares(residuals, start, options);

    /// <inheritdoc cref="Diff.LeastSquares{T}(Func{T, Vector}, T, MinimizeOptions)"/>
    [OverloadResolutionPriority(2)]
    public static LeastSquaresFit<Vector> LeastSquares(this Func<Vector, Vector> residuals, Vector start, MinimizeOptions? options = null) =>
        Diff.LeastSquares(residuals, start, options);

    /// <inheritdoc cref="Diff.LeastSquares{T}(Func{T, Vector}, T, MinimizeOptions)"/>
    [OverloadResolutionPriority(1)]
    public static LeastSquaresFit<Matrix> LeastSquares(this Func<Matrix, Vector> residuals, Matrix start, MinimizeOptions? options = null) =>
        Diff.LeastSquares(residuals, start, options);

    /// <inheritdoc cref="Diff.LeastSquares{T}(Func{T, Vector}, T, MinimizeOptions)"/>
    public static LeastSquaresFit<T> LeastSquares<T>(this Func<T, Vector> residuals, T start, MinimizeOptions? options = null) =>
        Diff.LeastSquares(residuals, start, options);
}

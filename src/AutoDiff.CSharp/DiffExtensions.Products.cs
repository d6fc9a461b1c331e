using System.Runtime.CompilerServices;

namespace AutoDiff;

public static partial class DiffExtensions
{
    /// <inheritdoc cref="Diff.Jvp{T, TResult}(Func{T, TResult}, T, T)"/>
    [OverloadResolutionPriority(3)]
    public static (TResult Value, TResult Tangent) Jvp<TResult>(this Func<Scalar, TResult> f, Scalar x, Scalar tangent) =>
        Diff.Jvp(f, x, tangent);

    /// <inheritdoc cref="Diff.Jvp{T, TResult}(Func{T, TResult}, T, T)"/>
    [OverloadResolutionPriority(2)]
    public static (TResult Value, TResult Tangent) Jvp<TResult>(this Func<Vector, TResult> f, Vector x, Vector tangent) =>
        Diff.Jvp(f, x, tangent);

    /// <inheritdoc cref="Diff.Jvp{T, TResult}(Func{T, TResult}, T, T)"/>
    [OverloadResolutionPriority(1)]
    public static (TResult Value, TResult Tangent) Jvp<TResult>(this Func<Matrix, TResult> f, Matrix x, Matrix tangent) =>
        Diff.Jvp(f, x, tangent);

    /// <inheritdoc cref="Diff.Jvp{T, TResult}(Func{T, TResult}, T, T)"/>
    public static (TResult Value, TResult Tangent) Jvp<T, TResult>(this Func<T, TResult> f, T x, T tangent) => Diff.Jvp(f, x, tangent);

    /// <inheritdoc cref="Diff.Vjp{T, TResult}(Func{T, TResult}, T)"/>
    [OverloadResolutionPriority(3)]
    public static (TResult Value, Func<TResult, Scalar> Pullback) Vjp<TResult>(this Func<Scalar, TResult> f, Scalar x) => Diff.Vjp(f, x);

    /// <inheritdoc cref="Diff.Vjp{T, TResult}(Func{T, TResult}, T)"/>
    [OverloadResolutionPriority(2)]
    public static (TResult Value, Func<TResult, Vector> Pullback) Vjp<TResult>(this Func<Vector, TResult> f, Vector x) => Diff.Vjp(f, x);

    /// <inheritdoc cref="Diff.Vjp{T, TResult}(Func{T, TResult}, T)"/>
    [OverloadResolutionPriority(1)]
    public static (TResult Value, Func<TResult, Matrix> Pullback) Vjp<TResult>(this Func<Matrix, TResult> f, Matrix x) => Diff.Vjp(f, x);

    /// <inheritdoc cref="Diff.Vjp{T, TResult}(Func{T, TResult}, T)"/>
    public static (TResult Value, Func<TResult, T> Pullback) Vjp<T, TResult>(this Func<T, TResult> f, T x) => Diff.Vjp(f, x);

    /// <inheritdoc cref="Diff.Linearize{T, TResult}(Func{T, TResult}, T)"/>
    [OverloadResolutionPriority(3)]
    public static (TResult Value, Func<Scalar, TResult> Pushforward) Linearize<TResult>(this Func<Scalar, TResult> f, Scalar x) =>
        Diff.Linearize(f, x);

    /// <inheritdoc cref="Diff.Linearize{T, TResult}(Func{T, TResult}, T)"/>
    [OverloadResolutionPriority(2)]
    public static (TResult Value, Func<Vector, TResult> Pushforward) Linearize<TResult>(this Func<Vector, TResult> f, Vector x) =>
        Diff.Linearize(f, x);

    /// <inheritdoc cref="Diff.Linearize{T, TResult}(Func{T, TResult}, T)"/>
    [OverloadResolutionPriority(1)]
    public static (TResult Value, Func<Matrix, TResult> Pushforward) Linearize<TResult>(this Func<Matrix, TResult> f, Matrix x) =>
        Diff.Linearize(f, x);

    /// <inheritdoc cref="Diff.Linearize{T, TResult}(Func{T, TResult}, T)"/>
    public static (TResult Value, Func<T, TResult> Pushforward) Linearize<T, TResult>(this Func<T, TResult> f, T x) => Diff.Linearize(f, x);
}

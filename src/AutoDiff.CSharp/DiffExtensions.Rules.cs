using System.Runtime.CompilerServices;

namespace AutoDiff;

public static partial class DiffExtensions
{
    /// <inheritdoc cref="Diff.Vectorize(Func{Scalar, Scalar})"/>
    public static Func<Vector, Vector> Vectorize(this Func<Scalar, Scalar> f) => Diff.Vectorize(f);

    /// <inheritdoc cref="Diff.Vectorize(Func{Vector, Scalar})"/>
    public static Func<Matrix, Vector> Vectorize(this Func<Vector, Scalar> f) => Diff.Vectorize(f);

    /// <inheritdoc cref="Diff.Vectorize(Func{Vector, Vector})"/>
    public static Func<Matrix, Matrix> Vectorize(this Func<Vector, Vector> f) => Diff.Vectorize(f);

    /// <inheritdoc cref="Diff.VectorizeOver{TShared}(Func{TShared, Scalar, Scalar})"/>
    public static Func<TShared, Vector, Vector> VectorizeOver<TShared>(this Func<TShared, Scalar, Scalar> f) => Diff.VectorizeOver(f);

    /// <inheritdoc cref="Diff.VectorizeOver{TShared}(Func{TShared, Vector, Scalar})"/>
    public static Func<TShared, Matrix, Vector> VectorizeOver<TShared>(this Func<TShared, Vector, Scalar> f) => Diff.VectorizeOver(f);

    /// <inheritdoc cref="Diff.VectorizeOver{TShared}(Func{TShared, Vector, Vector})"/>
    public static Func<TShared, Matrix, Matrix> VectorizeOver<TShared>(this Func<TShared, Vector, Vector> f) => Diff.VectorizeOver(f);

    /// <inheritdoc cref="Diff.VectorizeOver{TShared}(Func{TShared, Vector, Scalar, Scalar})"/>
    public static Func<TShared, Matrix, Vector, Vector> VectorizeOver<TShared>(this Func<TShared, Vector, Scalar, Scalar> f) =>
        Diff.VectorizeOver(f);

    /// <inheritdoc cref="Diff.WithGradient{T, TResult}(Func{T, TResult}, Func{T, TResult, TResult, T})"/>
    public static Func<T, TResult> WithGradient<T, TResult>(this Func<T, TResult> f, Func<T, TResult, TResult, T> pullback) =>
        Diff.WithGradient(f, pullback);

    /// <inheritdoc cref="Diff.WithTangent{T, TResult}(Func{T, TResult}, Func{T, TResult, T, TResult})"/>
    public static Func<T, TResult> WithTangent<T, TResult>(this Func<T, TResult> f, Func<T, TResult, T, TResult> pushforward) =>
        Diff.WithTangent(f, pushforward);

    /// <inheritdoc cref="Diff.StraightThrough{T}(Func{T, T})"/>
    public static Func<T, T> StraightThrough<T>(this Func<T, T> f) => Diff.StraightThrough(f);

    /// <inheritdoc cref="Diff.CheckGradient{T}(Func{T, Scalar}, T)"/>
    [OverloadResolutionPriority(3)]
    public static GradientCheck CheckGradient(this Func<Scalar, Scalar> f, Scalar x) => Diff.CheckGradient(f, x);

    /// <inheritdoc cref="Diff.CheckGradient{T}(Func{T, Scalar}, T)"/>
    [OverloadResolutionPriority(2)]
    public static GradientCheck CheckGradient(this Func<Vector, Scalar> f, Vector x) => Diff.CheckGradient(f, x);

    /// <inheritdoc cref="Diff.CheckGradient{T}(Func{T, Scalar}, T)"/>
    [OverloadResolutionPriority(1)]
    public static GradientCheck CheckGradient(this Func<Matrix, Scalar> f, Matrix x) => Diff.CheckGradient(f, x);

    /// <inheritdoc cref="Diff.CheckGradient{T}(Func{T, Scalar}, T)"/>
    public static GradientCheck CheckGradient<T>(this Func<T, Scalar> f, T x) => Diff.CheckGradient(f, x);
}

namespace AutoDiff;

/// <summary>The members of <see cref="Diff"/> that take a function, as methods of the function: <c>f.Grad()</c>.</summary>
public static partial class DiffExtensions
{
    /// <inheritdoc cref="Diff.Grad{T}(Func{T, Scalar})"/>
    public static Func<T, T> Grad<T>(this Func<T, Scalar> f) => Diff.Grad(f);

    /// <inheritdoc cref="Diff.Grad{T1, T2}(Func{T1, T2, Scalar})"/>
    public static Func<T1, T2, (T1, T2)> Grad<T1, T2>(this Func<T1, T2, Scalar> f) => Diff.Grad(f);

    /// <inheritdoc cref="Diff.Grad{T1, T2, T3}(Func{T1, T2, T3, Scalar})"/>
    public static Func<T1, T2, T3, (T1, T2, T3)> Grad<T1, T2, T3>(this Func<T1, T2, T3, Scalar> f) => Diff.Grad(f);

    /// <inheritdoc cref="Diff.Grad{T1, T2, T3, T4}(Func{T1, T2, T3, T4, Scalar})"/>
    public static Func<T1, T2, T3, T4, (T1, T2, T3, T4)> Grad<T1, T2, T3, T4>(this Func<T1, T2, T3, T4, Scalar> f) => Diff.Grad(f);

    /// <inheritdoc cref="Diff.ValueAndGrad{T}(Func{T, Scalar})"/>
    public static Func<T, (Scalar Value, T Gradient)> ValueAndGrad<T>(this Func<T, Scalar> f) => Diff.ValueAndGrad(f);

    /// <inheritdoc cref="Diff.ValueAndGrad{T1, T2}(Func{T1, T2, Scalar})"/>
    public static Func<T1, T2, (Scalar Value, (T1, T2) Gradient)> ValueAndGrad<T1, T2>(this Func<T1, T2, Scalar> f) => Diff.ValueAndGrad(f);

    /// <inheritdoc cref="Diff.ValueAndGrad{T1, T2, T3}(Func{T1, T2, T3, Scalar})"/>
    public static Func<T1, T2, T3, (Scalar Value, (T1, T2, T3) Gradient)> ValueAndGrad<T1, T2, T3>(this Func<T1, T2, T3, Scalar> f) =>
        Diff.ValueAndGrad(f);

    /// <inheritdoc cref="Diff.ValueAndGrad{T1, T2, T3, T4}(Func{T1, T2, T3, T4, Scalar})"/>
    public static Func<T1, T2, T3, T4, (Scalar Value, (T1, T2, T3, T4) Gradient)> ValueAndGrad<T1, T2, T3, T4>(this Func<T1, T2, T3, T4, Scalar> f) =>
        Diff.ValueAndGrad(f);

    /// <inheritdoc cref="Diff.GradWithAux{T, TAux}(Func{T, ValueTuple{Scalar, TAux}})"/>
    public static Func<T, (T Gradient, TAux Aux)> GradWithAux<T, TAux>(this Func<T, (Scalar, TAux)> f) => Diff.GradWithAux(f);
}

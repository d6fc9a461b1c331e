namespace AutoDiff;

public static partial class DiffExtensions
{
    /// <inheritdoc cref="Diff.Taylor(Func{Scalar, Scalar}, Scalar, int)"/>
    public static IReadOnlyList<Scalar> Taylor(this Func<Scalar, Scalar> f, Scalar x, int order) => Diff.Taylor(f, x, order);

    /// <inheritdoc cref="Diff.Laplacian{T}(Func{T, Scalar})"/>
    public static Func<T, Scalar> Laplacian<T>(this Func<T, Scalar> f) => Diff.Laplacian(f);

    /// <inheritdoc cref="Diff.Divergence(Func{Vector, Vector})"/>
    public static Func<Vector, Scalar> Divergence(this Func<Vector, Vector> f) => Diff.Divergence(f);

    /// <inheritdoc cref="Diff.Curl(Func{Vector, Vector})"/>
    public static Func<Vector, Vector> Curl(this Func<Vector, Vector> f) => Diff.Curl(f);
}

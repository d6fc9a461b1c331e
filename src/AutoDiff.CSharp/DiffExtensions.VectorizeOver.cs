namespace AutoDiff;

public static partial class DiffExtensions
{
    /// <inheritdoc cref="Diff.VectorizeOver{TShared}(Func{TShared, Vector, Vector, Scalar})"/>
    public static Func<TShared, Matrix, Matrix, Vector> VectorizeOver<TShared>(this Func<TShared, Vector, Vector, Scalar> f) => Diff.VectorizeOver(f);

    /// <inheritdoc cref="Diff.VectorizeOver{TShared}(Func{TShared, Vector, Vector, Vector})"/>
    public static Func<TShared, Matrix, Matrix, Matrix> VectorizeOver<TShared>(this Func<TShared, Vector, Vector, Vector> f) => Diff.VectorizeOver(f);

    /// <inheritdoc cref="Diff.VectorizeOver{TShared}(Func{TShared, Vector, Scalar, Vector})"/>
    public static Func<TShared, Matrix, Vector, Matrix> VectorizeOver<TShared>(this Func<TShared, Vector, Scalar, Vector> f) => Diff.VectorizeOver(f);

    /// <inheritdoc cref="Diff.VectorizeOver{TShared}(Func{TShared, Scalar, Vector, Scalar})"/>
    public static Func<TShared, Vector, Matrix, Vector> VectorizeOver<TShared>(this Func<TShared, Scalar, Vector, Scalar> f) => Diff.VectorizeOver(f);

    /// <inheritdoc cref="Diff.VectorizeOver{TShared}(Func{TShared, Scalar, Vector, Vector})"/>
    public static Func<TShared, Vector, Matrix, Matrix> VectorizeOver<TShared>(this Func<TShared, Scalar, Vector, Vector> f) => Diff.VectorizeOver(f);

    /// <inheritdoc cref="Diff.VectorizeOver{TShared}(Func{TShared, Scalar, Scalar, Scalar})"/>
    public static Func<TShared, Vector, Vector, Vector> VectorizeOver<TShared>(this Func<TShared, Scalar, Scalar, Scalar> f) => Diff.VectorizeOver(f);

    /// <inheritdoc cref="Diff.VectorizeOver{TShared}(Func{TShared, Scalar, Scalar, Vector})"/>
    public static Func<TShared, Vector, Vector, Matrix> VectorizeOver<TShared>(this Func<TShared, Scalar, Scalar, Vector> f) => Diff.VectorizeOver(f);

    /// <inheritdoc cref="Diff.VectorizeOver{TShared}(Func{TShared, Vector, Vector, Vector, Scalar})"/>
    public static Func<TShared, Matrix, Matrix, Matrix, Vector> VectorizeOver<TShared>(this Func<TShared, Vector, Vector, Vector, Scalar> f) => Diff.VectorizeOver(f);

    /// <inheritdoc cref="Diff.VectorizeOver{TShared}(Func{TShared, Vector, Vector, Scalar, Scalar})"/>
    public static Func<TShared, Matrix, Matrix, Vector, Vector> VectorizeOver<TShared>(this Func<TShared, Vector, Vector, Scalar, Scalar> f) => Diff.VectorizeOver(f);

    /// <inheritdoc cref="Diff.VectorizeOver{TShared}(Func{TShared, Vector, Scalar, Vector, Scalar})"/>
    public static Func<TShared, Matrix, Vector, Matrix, Vector> VectorizeOver<TShared>(this Func<TShared, Vector, Scalar, Vector, Scalar> f) => Diff.VectorizeOver(f);

    /// <inheritdoc cref="Diff.VectorizeOver{TShared}(Func{TShared, Vector, Scalar, Scalar, Scalar})"/>
    public static Func<TShared, Matrix, Vector, Vector, Vector> VectorizeOver<TShared>(this Func<TShared, Vector, Scalar, Scalar, Scalar> f) => Diff.VectorizeOver(f);

    /// <inheritdoc cref="Diff.VectorizeOver{TShared}(Func{TShared, Scalar, Vector, Vector, Scalar})"/>
    public static Func<TShared, Vector, Matrix, Matrix, Vector> VectorizeOver<TShared>(this Func<TShared, Scalar, Vector, Vector, Scalar> f) => Diff.VectorizeOver(f);

    /// <inheritdoc cref="Diff.VectorizeOver{TShared}(Func{TShared, Scalar, Vector, Scalar, Scalar})"/>
    public static Func<TShared, Vector, Matrix, Vector, Vector> VectorizeOver<TShared>(this Func<TShared, Scalar, Vector, Scalar, Scalar> f) => Diff.VectorizeOver(f);

    /// <inheritdoc cref="Diff.VectorizeOver{TShared}(Func{TShared, Scalar, Scalar, Vector, Scalar})"/>
    public static Func<TShared, Vector, Vector, Matrix, Vector> VectorizeOver<TShared>(this Func<TShared, Scalar, Scalar, Vector, Scalar> f) => Diff.VectorizeOver(f);

    /// <inheritdoc cref="Diff.VectorizeOver{TShared}(Func{TShared, Scalar, Scalar, Scalar, Scalar})"/>
    public static Func<TShared, Vector, Vector, Vector, Vector> VectorizeOver<TShared>(this Func<TShared, Scalar, Scalar, Scalar, Scalar> f) => Diff.VectorizeOver(f);
}

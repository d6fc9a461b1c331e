namespace AutoDiff;

public static partial class Maths
{
    /// <inheritdoc cref="Scalar.Where(Scalar, Scalar, Scalar)"/>
    public static Scalar Where(Scalar mask, Scalar x, Scalar y) => Scalar.Where(mask, x, y);

    /// <inheritdoc cref="Vector.Where(Vector, Vector, Vector)"/>
    public static Vector Where(Vector mask, Vector x, Vector y) => Vector.Where(mask, x, y);

    /// <inheritdoc cref="Vector.Where(Vector, Vector, Scalar)"/>
    public static Vector Where(Vector mask, Vector x, Scalar y) => Vector.Where(mask, x, y);

    /// <inheritdoc cref="Vector.Where(Vector, Scalar, Vector)"/>
    public static Vector Where(Vector mask, Scalar x, Vector y) => Vector.Where(mask, x, y);

    /// <inheritdoc cref="Vector.Where(Vector, Scalar, Scalar)"/>
    public static Vector Where(Vector mask, Scalar x, Scalar y) => Vector.Where(mask, x, y);

    /// <inheritdoc cref="Matrix.Where(Matrix, Matrix, Matrix)"/>
    public static Matrix Where(Matrix mask, Matrix x, Matrix y) => Matrix.Where(mask, x, y);

    /// <inheritdoc cref="Matrix.Where(Matrix, Matrix, Scalar)"/>
    public static Matrix Where(Matrix mask, Matrix x, Scalar y) => Matrix.Where(mask, x, y);

    /// <inheritdoc cref="Matrix.Where(Matrix, Scalar, Matrix)"/>
    public static Matrix Where(Matrix mask, Scalar x, Matrix y) => Matrix.Where(mask, x, y);

    /// <inheritdoc cref="Matrix.Where(Matrix, Scalar, Scalar)"/>
    public static Matrix Where(Matrix mask, Scalar x, Scalar y) => Matrix.Where(mask, x, y);
}

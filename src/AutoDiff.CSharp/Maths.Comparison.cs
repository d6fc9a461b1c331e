namespace AutoDiff;

public static partial class Maths
{
    /// <inheritdoc cref="Scalar.Greater(Scalar, Scalar)"/>
    public static Scalar Greater(Scalar x, Scalar y) => Scalar.Greater(x, y);

    /// <inheritdoc cref="Vector.Greater(Vector, Vector)"/>
    public static Vector Greater(Vector x, Vector y) => Vector.Greater(x, y);

    /// <inheritdoc cref="Vector.Greater(Vector, Scalar)"/>
    public static Vector Greater(Vector x, Scalar y) => Vector.Greater(x, y);

    /// <inheritdoc cref="Vector.Greater(Scalar, Vector)"/>
    public static Vector Greater(Scalar x, Vector y) => Vector.Greater(x, y);

    /// <inheritdoc cref="Matrix.Greater(Matrix, Matrix)"/>
    public static Matrix Greater(Matrix x, Matrix y) => Matrix.Greater(x, y);

    /// <inheritdoc cref="Matrix.Greater(Matrix, Scalar)"/>
    public static Matrix Greater(Matrix x, Scalar y) => Matrix.Greater(x, y);

    /// <inheritdoc cref="Matrix.Greater(Scalar, Matrix)"/>
    public static Matrix Greater(Scalar x, Matrix y) => Matrix.Greater(x, y);

    /// <inheritdoc cref="Scalar.GreaterOrEqual(Scalar, Scalar)"/>
    public static Scalar GreaterOrEqual(Scalar x, Scalar y) => Scalar.GreaterOrEqual(x, y);

    /// <inheritdoc cref="Vector.GreaterOrEqual(Vector, Vector)"/>
    public static Vector GreaterOrEqual(Vector x, Vector y) => Vector.GreaterOrEqual(x, y);

    /// <inheritdoc cref="Vector.GreaterOrEqual(Vector, Scalar)"/>
    public static Vector GreaterOrEqual(Vector x, Scalar y) => Vector.GreaterOrEqual(x, y);

    /// <inheritdoc cref="Vector.GreaterOrEqual(Scalar, Vector)"/>
    public static Vector GreaterOrEqual(Scalar x, Vector y) => Vector.GreaterOrEqual(x, y);

    /// <inheritdoc cref="Matrix.GreaterOrEqual(Matrix, Matrix)"/>
    public static Matrix GreaterOrEqual(Matrix x, Matrix y) => Matrix.GreaterOrEqual(x, y);

    /// <inheritdoc cref="Matrix.GreaterOrEqual(Matrix, Scalar)"/>
    public static Matrix GreaterOrEqual(Matrix x, Scalar y) => Matrix.GreaterOrEqual(x, y);

    /// <inheritdoc cref="Matrix.GreaterOrEqual(Scalar, Matrix)"/>
    public static Matrix GreaterOrEqual(Scalar x, Matrix y) => Matrix.GreaterOrEqual(x, y);

    /// <inheritdoc cref="Scalar.Less(Scalar, Scalar)"/>
    public static Scalar Less(Scalar x, Scalar y) => Scalar.Less(x, y);

    /// <inheritdoc cref="Vector.Less(Vector, Vector)"/>
    public static Vector Less(Vector x, Vector y) => Vector.Less(x, y);

    /// <inheritdoc cref="Vector.Less(Vector, Scalar)"/>
    public static Vector Less(Vector x, Scalar y) => Vector.Less(x, y);

    /// <inheritdoc cref="Vector.Less(Scalar, Vector)"/>
    public static Vector Less(Scalar x, Vector y) => Vector.Less(x, y);

    /// <inheritdoc cref="Matrix.Less(Matrix, Matrix)"/>
    public static Matrix Less(Matrix x, Matrix y) => Matrix.Less(x, y);

    /// <inheritdoc cref="Matrix.Less(Matrix, Scalar)"/>
    public static Matrix Less(Matrix x, Scalar y) => Matrix.Less(x, y);

    /// <inheritdoc cref="Matrix.Less(Scalar, Matrix)"/>
    public static Matrix Less(Scalar x, Matrix y) => Matrix.Less(x, y);

    /// <inheritdoc cref="Scalar.LessOrEqual(Scalar, Scalar)"/>
    public static Scalar LessOrEqual(Scalar x, Scalar y) => Scalar.LessOrEqual(x, y);

    /// <inheritdoc cref="Vector.LessOrEqual(Vector, Vector)"/>
    public static Vector LessOrEqual(Vector x, Vector y) => Vector.LessOrEqual(x, y);

    /// <inheritdoc cref="Vector.LessOrEqual(Vector, Scalar)"/>
    public static Vector LessOrEqual(Vector x, Scalar y) => Vector.LessOrEqual(x, y);

    /// <inheritdoc cref="Vector.LessOrEqual(Scalar, Vector)"/>
    public static Vector LessOrEqual(Scalar x, Vector y) => Vector.LessOrEqual(x, y);

    /// <inheritdoc cref="Matrix.LessOrEqual(Matrix, Matrix)"/>
    public static Matrix LessOrEqual(Matrix x, Matrix y) => Matrix.LessOrEqual(x, y);

    /// <inheritdoc cref="Matrix.LessOrEqual(Matrix, Scalar)"/>
    public static Matrix LessOrEqual(Matrix x, Scalar y) => Matrix.LessOrEqual(x, y);

    /// <inheritdoc cref="Matrix.LessOrEqual(Scalar, Matrix)"/>
    public static Matrix LessOrEqual(Scalar x, Matrix y) => Matrix.LessOrEqual(x, y);

    /// <inheritdoc cref="Scalar.EqualTo(Scalar, Scalar)"/>
    public static Scalar EqualTo(Scalar x, Scalar y) => Scalar.EqualTo(x, y);

    /// <inheritdoc cref="Vector.EqualTo(Vector, Vector)"/>
    public static Vector EqualTo(Vector x, Vector y) => Vector.EqualTo(x, y);

    /// <inheritdoc cref="Vector.EqualTo(Vector, Scalar)"/>
    public static Vector EqualTo(Vector x, Scalar y) => Vector.EqualTo(x, y);

    /// <inheritdoc cref="Vector.EqualTo(Scalar, Vector)"/>
    public static Vector EqualTo(Scalar x, Vector y) => Vector.EqualTo(x, y);

    /// <inheritdoc cref="Matrix.EqualTo(Matrix, Matrix)"/>
    public static Matrix EqualTo(Matrix x, Matrix y) => Matrix.EqualTo(x, y);

    /// <inheritdoc cref="Matrix.EqualTo(Matrix, Scalar)"/>
    public static Matrix EqualTo(Matrix x, Scalar y) => Matrix.EqualTo(x, y);

    /// <inheritdoc cref="Matrix.EqualTo(Scalar, Matrix)"/>
    public static Matrix EqualTo(Scalar x, Matrix y) => Matrix.EqualTo(x, y);

    /// <inheritdoc cref="Scalar.NotEqualTo(Scalar, Scalar)"/>
    public static Scalar NotEqualTo(Scalar x, Scalar y) => Scalar.NotEqualTo(x, y);

    /// <inheritdoc cref="Vector.NotEqualTo(Vector, Vector)"/>
    public static Vector NotEqualTo(Vector x, Vector y) => Vector.NotEqualTo(x, y);

    /// <inheritdoc cref="Vector.NotEqualTo(Vector, Scalar)"/>
    public static Vector NotEqualTo(Vector x, Scalar y) => Vector.NotEqualTo(x, y);

    /// <inheritdoc cref="Vector.NotEqualTo(Scalar, Vector)"/>
    public static Vector NotEqualTo(Scalar x, Vector y) => Vector.NotEqualTo(x, y);

    /// <inheritdoc cref="Matrix.NotEqualTo(Matrix, Matrix)"/>
    public static Matrix NotEqualTo(Matrix x, Matrix y) => Matrix.NotEqualTo(x, y);

    /// <inheritdoc cref="Matrix.NotEqualTo(Matrix, Scalar)"/>
    public static Matrix NotEqualTo(Matrix x, Scalar y) => Matrix.NotEqualTo(x, y);

    /// <inheritdoc cref="Matrix.NotEqualTo(Scalar, Matrix)"/>
    public static Matrix NotEqualTo(Scalar x, Matrix y) => Matrix.NotEqualTo(x, y);
}

namespace AutoDiff;

public static partial class Maths
{
    /// <inheritdoc cref="Scalar.Floor(Scalar)"/>
    public static Scalar Floor(Scalar x) => Scalar.Floor(x);

    /// <inheritdoc cref="Vector.Floor(Vector)"/>
    public static Vector Floor(Vector x) => Vector.Floor(x);

    /// <inheritdoc cref="Matrix.Floor(Matrix)"/>
    public static Matrix Floor(Matrix x) => Matrix.Floor(x);

    /// <inheritdoc cref="Scalar.Ceiling(Scalar)"/>
    public static Scalar Ceiling(Scalar x) => Scalar.Ceiling(x);

    /// <inheritdoc cref="Vector.Ceiling(Vector)"/>
    public static Vector Ceiling(Vector x) => Vector.Ceiling(x);

    /// <inheritdoc cref="Matrix.Ceiling(Matrix)"/>
    public static Matrix Ceiling(Matrix x) => Matrix.Ceiling(x);

    /// <inheritdoc cref="Scalar.Round(Scalar)"/>
    public static Scalar Round(Scalar x) => Scalar.Round(x);

    /// <inheritdoc cref="Vector.Round(Vector)"/>
    public static Vector Round(Vector x) => Vector.Round(x);

    /// <inheritdoc cref="Matrix.Round(Matrix)"/>
    public static Matrix Round(Matrix x) => Matrix.Round(x);

    /// <inheritdoc cref="Scalar.Modulo(Scalar, Scalar)"/>
    public static Scalar Modulo(Scalar x, Scalar y) => Scalar.Modulo(x, y);

    /// <inheritdoc cref="Vector.Modulo(Vector, Vector)"/>
    public static Vector Modulo(Vector x, Vector y) => Vector.Modulo(x, y);

    /// <inheritdoc cref="Vector.Modulo(Vector, Scalar)"/>
    public static Vector Modulo(Vector x, Scalar y) => Vector.Modulo(x, y);

    /// <inheritdoc cref="Vector.Modulo(Scalar, Vector)"/>
    public static Vector Modulo(Scalar x, Vector y) => Vector.Modulo(x, y);

    /// <inheritdoc cref="Matrix.Modulo(Matrix, Matrix)"/>
    public static Matrix Modulo(Matrix x, Matrix y) => Matrix.Modulo(x, y);

    /// <inheritdoc cref="Matrix.Modulo(Matrix, Scalar)"/>
    public static Matrix Modulo(Matrix x, Scalar y) => Matrix.Modulo(x, y);

    /// <inheritdoc cref="Matrix.Modulo(Scalar, Matrix)"/>
    public static Matrix Modulo(Scalar x, Matrix y) => Matrix.Modulo(x, y);

    /// <inheritdoc cref="Scalar.Clip(Scalar, Scalar, Scalar)"/>
    public static Scalar Clip(Scalar x, Scalar low, Scalar high) => Scalar.Clip(x, low, high);

    /// <inheritdoc cref="Vector.Clip(Vector, Scalar, Scalar)"/>
    public static Vector Clip(Vector x, Scalar low, Scalar high) => Vector.Clip(x, low, high);

    /// <inheritdoc cref="Matrix.Clip(Matrix, Scalar, Scalar)"/>
    public static Matrix Clip(Matrix x, Scalar low, Scalar high) => Matrix.Clip(x, low, high);
}

namespace AutoDiff;

public static partial class Maths
{
    /// <inheritdoc cref="Scalar.LogGamma(Scalar)"/>
    public static Scalar LogGamma(Scalar x) => Scalar.LogGamma(x);

    /// <inheritdoc cref="Vector.LogGamma(Vector)"/>
    public static Vector LogGamma(Vector x) => Vector.LogGamma(x);

    /// <inheritdoc cref="Matrix.LogGamma(Matrix)"/>
    public static Matrix LogGamma(Matrix x) => Matrix.LogGamma(x);

    /// <inheritdoc cref="Scalar.Digamma(Scalar)"/>
    public static Scalar Digamma(Scalar x) => Scalar.Digamma(x);

    /// <inheritdoc cref="Vector.Digamma(Vector)"/>
    public static Vector Digamma(Vector x) => Vector.Digamma(x);

    /// <inheritdoc cref="Matrix.Digamma(Matrix)"/>
    public static Matrix Digamma(Matrix x) => Matrix.Digamma(x);

    /// <inheritdoc cref="Scalar.Trigamma(Scalar)"/>
    public static Scalar Trigamma(Scalar x) => Scalar.Trigamma(x);

    /// <inheritdoc cref="Vector.Trigamma(Vector)"/>
    public static Vector Trigamma(Vector x) => Vector.Trigamma(x);

    /// <inheritdoc cref="Matrix.Trigamma(Matrix)"/>
    public static Matrix Trigamma(Matrix x) => Matrix.Trigamma(x);

    /// <inheritdoc cref="Scalar.Polygamma(int, Scalar)"/>
    public static Scalar Polygamma(int n, Scalar x) => Scalar.Polygamma(n, x);

    /// <inheritdoc cref="Vector.Polygamma(int, Vector)"/>
    public static Vector Polygamma(int n, Vector x) => Vector.Polygamma(n, x);

    /// <inheritdoc cref="Matrix.Polygamma(int, Matrix)"/>
    public static Matrix Polygamma(int n, Matrix x) => Matrix.Polygamma(n, x);

    /// <inheritdoc cref="Scalar.Beta(Scalar, Scalar)"/>
    public static Scalar Beta(Scalar x, Scalar y) => Scalar.Beta(x, y);

    /// <inheritdoc cref="Vector.Beta(Vector, Vector)"/>
    public static Vector Beta(Vector x, Vector y) => Vector.Beta(x, y);

    /// <inheritdoc cref="Vector.Beta(Vector, Scalar)"/>
    public static Vector Beta(Vector x, Scalar y) => Vector.Beta(x, y);

    /// <inheritdoc cref="Vector.Beta(Scalar, Vector)"/>
    public static Vector Beta(Scalar x, Vector y) => Vector.Beta(x, y);

    /// <inheritdoc cref="Matrix.Beta(Matrix, Matrix)"/>
    public static Matrix Beta(Matrix x, Matrix y) => Matrix.Beta(x, y);

    /// <inheritdoc cref="Matrix.Beta(Matrix, Scalar)"/>
    public static Matrix Beta(Matrix x, Scalar y) => Matrix.Beta(x, y);

    /// <inheritdoc cref="Matrix.Beta(Scalar, Matrix)"/>
    public static Matrix Beta(Scalar x, Matrix y) => Matrix.Beta(x, y);

    /// <inheritdoc cref="Scalar.LogBeta(Scalar, Scalar)"/>
    public static Scalar LogBeta(Scalar x, Scalar y) => Scalar.LogBeta(x, y);

    /// <inheritdoc cref="Vector.LogBeta(Vector, Vector)"/>
    public static Vector LogBeta(Vector x, Vector y) => Vector.LogBeta(x, y);

    /// <inheritdoc cref="Vector.LogBeta(Vector, Scalar)"/>
    public static Vector LogBeta(Vector x, Scalar y) => Vector.LogBeta(x, y);

    /// <inheritdoc cref="Vector.LogBeta(Scalar, Vector)"/>
    public static Vector LogBeta(Scalar x, Vector y) => Vector.LogBeta(x, y);

    /// <inheritdoc cref="Matrix.LogBeta(Matrix, Matrix)"/>
    public static Matrix LogBeta(Matrix x, Matrix y) => Matrix.LogBeta(x, y);

    /// <inheritdoc cref="Matrix.LogBeta(Matrix, Scalar)"/>
    public static Matrix LogBeta(Matrix x, Scalar y) => Matrix.LogBeta(x, y);

    /// <inheritdoc cref="Matrix.LogBeta(Scalar, Matrix)"/>
    public static Matrix LogBeta(Scalar x, Matrix y) => Matrix.LogBeta(x, y);
}

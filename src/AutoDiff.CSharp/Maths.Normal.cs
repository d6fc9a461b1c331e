namespace AutoDiff;

public static partial class Maths
{
    /// <inheritdoc cref="Scalar.Erf(Scalar)"/>
    public static Scalar Erf(Scalar x) => Scalar.Erf(x);

    /// <inheritdoc cref="Vector.Erf(Vector)"/>
    public static Vector Erf(Vector x) => Vector.Erf(x);

    /// <inheritdoc cref="Matrix.Erf(Matrix)"/>
    public static Matrix Erf(Matrix x) => Matrix.Erf(x);

    /// <inheritdoc cref="Scalar.Erfc(Scalar)"/>
    public static Scalar Erfc(Scalar x) => Scalar.Erfc(x);

    /// <inheritdoc cref="Vector.Erfc(Vector)"/>
    public static Vector Erfc(Vector x) => Vector.Erfc(x);

    /// <inheritdoc cref="Matrix.Erfc(Matrix)"/>
    public static Matrix Erfc(Matrix x) => Matrix.Erfc(x);

    /// <inheritdoc cref="Scalar.NormalPdf(Scalar)"/>
    public static Scalar NormalPdf(Scalar x) => Scalar.NormalPdf(x);

    /// <inheritdoc cref="Vector.NormalPdf(Vector)"/>
    public static Vector NormalPdf(Vector x) => Vector.NormalPdf(x);

    /// <inheritdoc cref="Matrix.NormalPdf(Matrix)"/>
    public static Matrix NormalPdf(Matrix x) => Matrix.NormalPdf(x);

    /// <inheritdoc cref="Scalar.NormalCdf(Scalar)"/>
    public static Scalar NormalCdf(Scalar x) => Scalar.NormalCdf(x);

    /// <inheritdoc cref="Vector.NormalCdf(Vector)"/>
    public static Vector NormalCdf(Vector x) => Vector.NormalCdf(x);

    /// <inheritdoc cref="Matrix.NormalCdf(Matrix)"/>
    public static Matrix NormalCdf(Matrix x) => Matrix.NormalCdf(x);

    /// <inheritdoc cref="Scalar.NormalLogCdf(Scalar)"/>
    public static Scalar NormalLogCdf(Scalar x) => Scalar.NormalLogCdf(x);

    /// <inheritdoc cref="Vector.NormalLogCdf(Vector)"/>
    public static Vector NormalLogCdf(Vector x) => Vector.NormalLogCdf(x);

    /// <inheritdoc cref="Matrix.NormalLogCdf(Matrix)"/>
    public static Matrix NormalLogCdf(Matrix x) => Matrix.NormalLogCdf(x);

    /// <inheritdoc cref="Scalar.NormalQuantile(Scalar)"/>
    public static Scalar NormalQuantile(Scalar x) => Scalar.NormalQuantile(x);

    /// <inheritdoc cref="Vector.NormalQuantile(Vector)"/>
    public static Vector NormalQuantile(Vector x) => Vector.NormalQuantile(x);

    /// <inheritdoc cref="Matrix.NormalQuantile(Matrix)"/>
    public static Matrix NormalQuantile(Matrix x) => Matrix.NormalQuantile(x);
}

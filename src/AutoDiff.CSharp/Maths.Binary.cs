namespace AutoDiff;

public static partial class Maths
{
    /// <inheritdoc cref="Scalar.Pow(Scalar, double)"/>
    public static Scalar Pow(Scalar x, double exponent) => Scalar.Pow(x, exponent);

    /// <inheritdoc cref="Scalar.Pow(Scalar, Scalar)"/>
    public static Scalar Pow(Scalar x, Scalar exponent) => Scalar.Pow(x, exponent);

    /// <inheritdoc cref="Vector.Pow(Vector, double)"/>
    public static Vector Pow(Vector x, double exponent) => Vector.Pow(x, exponent);

    /// <inheritdoc cref="Vector.Pow(Vector, Scalar)"/>
    public static Vector Pow(Vector x, Scalar exponent) => Vector.Pow(x, exponent);

    /// <inheritdoc cref="Matrix.Pow(Matrix, double)"/>
    public static Matrix Pow(Matrix x, double exponent) => Matrix.Pow(x, exponent);

    /// <inheritdoc cref="Matrix.Pow(Matrix, Scalar)"/>
    public static Matrix Pow(Matrix x, Scalar exponent) => Matrix.Pow(x, exponent);

    /// <summary>Each element to the power of the other's.</summary>
    /// <param name="x">A vector.</param>
    /// <param name="exponent">The powers, of the same length.</param>
    /// <returns>A vector of the same length.</returns>
    public static Vector Pow(Vector x, Vector exponent) => x.PointwisePower(exponent);

    /// <summary>Each element to the power of the other's.</summary>
    /// <param name="x">A matrix.</param>
    /// <param name="exponent">The powers, of the same shape.</param>
    /// <returns>A matrix of the same shape.</returns>
    public static Matrix Pow(Matrix x, Matrix exponent) => x.PointwisePower(exponent);

    /// <summary>x to the power of each element.</summary>
    /// <param name="x">A number, the same for every element.</param>
    /// <param name="exponent">The powers, of the same length.</param>
    /// <returns>A vector of the same length.</returns>
    public static Vector Pow(Scalar x, Vector exponent) => new(Elementary.pow(x.Node, exponent.Node));

    /// <summary>x to the power of each element.</summary>
    /// <param name="x">A number, the same for every element.</param>
    /// <param name="exponent">The powers, of the same shape.</param>
    /// <returns>A matrix of the same shape.</returns>
    public static Matrix Pow(Scalar x, Matrix exponent) => new(Elementary.pow(x.Node, exponent.Node));

    /// <inheritdoc cref="Scalar.Max(Scalar, Scalar)"/>
    public static Scalar Max(Scalar x, Scalar y) => Scalar.Max(x, y);

    /// <inheritdoc cref="Vector.Max(Vector, Vector)"/>
    public static Vector Max(Vector x, Vector y) => Vector.Max(x, y);

    /// <inheritdoc cref="Vector.Max(Vector, Scalar)"/>
    public static Vector Max(Vector x, Scalar y) => Vector.Max(x, y);

    /// <inheritdoc cref="Vector.Max(Scalar, Vector)"/>
    public static Vector Max(Scalar x, Vector y) => Vector.Max(x, y);

    /// <inheritdoc cref="Matrix.Max(Matrix, Matrix)"/>
    public static Matrix Max(Matrix x, Matrix y) => Matrix.Max(x, y);

    /// <inheritdoc cref="Matrix.Max(Matrix, Scalar)"/>
    public static Matrix Max(Matrix x, Scalar y) => Matrix.Max(x, y);

    /// <inheritdoc cref="Matrix.Max(Scalar, Matrix)"/>
    public static Matrix Max(Scalar x, Matrix y) => Matrix.Max(x, y);

    /// <inheritdoc cref="Scalar.Min(Scalar, Scalar)"/>
    public static Scalar Min(Scalar x, Scalar y) => Scalar.Min(x, y);

    /// <inheritdoc cref="Vector.Min(Vector, Vector)"/>
    public static Vector Min(Vector x, Vector y) => Vector.Min(x, y);

    /// <inheritdoc cref="Vector.Min(Vector, Scalar)"/>
    public static Vector Min(Vector x, Scalar y) => Vector.Min(x, y);

    /// <inheritdoc cref="Vector.Min(Scalar, Vector)"/>
    public static Vector Min(Scalar x, Vector y) => Vector.Min(x, y);

    /// <inheritdoc cref="Matrix.Min(Matrix, Matrix)"/>
    public static Matrix Min(Matrix x, Matrix y) => Matrix.Min(x, y);

    /// <inheritdoc cref="Matrix.Min(Matrix, Scalar)"/>
    public static Matrix Min(Matrix x, Scalar y) => Matrix.Min(x, y);

    /// <inheritdoc cref="Matrix.Min(Scalar, Matrix)"/>
    public static Matrix Min(Scalar x, Matrix y) => Matrix.Min(x, y);

    /// <inheritdoc cref="Scalar.Atan2(Scalar, Scalar)"/>
    public static Scalar Atan2(Scalar y, Scalar x) => Scalar.Atan2(y, x);

    /// <inheritdoc cref="Vector.Atan2(Vector, Vector)"/>
    public static Vector Atan2(Vector y, Vector x) => Vector.Atan2(y, x);

    /// <inheritdoc cref="Vector.Atan2(Vector, Scalar)"/>
    public static Vector Atan2(Vector y, Scalar x) => Vector.Atan2(y, x);

    /// <inheritdoc cref="Vector.Atan2(Scalar, Vector)"/>
    public static Vector Atan2(Scalar y, Vector x) => Vector.Atan2(y, x);

    /// <inheritdoc cref="Matrix.Atan2(Matrix, Matrix)"/>
    public static Matrix Atan2(Matrix y, Matrix x) => Matrix.Atan2(y, x);

    /// <inheritdoc cref="Matrix.Atan2(Matrix, Scalar)"/>
    public static Matrix Atan2(Matrix y, Scalar x) => Matrix.Atan2(y, x);

    /// <inheritdoc cref="Matrix.Atan2(Scalar, Matrix)"/>
    public static Matrix Atan2(Scalar y, Matrix x) => Matrix.Atan2(y, x);

    /// <inheritdoc cref="Scalar.Hypot(Scalar, Scalar)"/>
    public static Scalar Hypot(Scalar x, Scalar y) => Scalar.Hypot(x, y);

    /// <inheritdoc cref="Vector.Hypot(Vector, Vector)"/>
    public static Vector Hypot(Vector x, Vector y) => Vector.Hypot(x, y);

    /// <inheritdoc cref="Vector.Hypot(Vector, Scalar)"/>
    public static Vector Hypot(Vector x, Scalar y) => Vector.Hypot(x, y);

    /// <inheritdoc cref="Vector.Hypot(Scalar, Vector)"/>
    public static Vector Hypot(Scalar x, Vector y) => Vector.Hypot(x, y);

    /// <inheritdoc cref="Matrix.Hypot(Matrix, Matrix)"/>
    public static Matrix Hypot(Matrix x, Matrix y) => Matrix.Hypot(x, y);

    /// <inheritdoc cref="Matrix.Hypot(Matrix, Scalar)"/>
    public static Matrix Hypot(Matrix x, Scalar y) => Matrix.Hypot(x, y);

    /// <inheritdoc cref="Matrix.Hypot(Scalar, Matrix)"/>
    public static Matrix Hypot(Scalar x, Matrix y) => Matrix.Hypot(x, y);
}

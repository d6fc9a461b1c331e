namespace AutoDiff;

public static partial class Maths
{
    /// <inheritdoc cref="Scalar.Sin(Scalar)"/>
    public static Scalar Sin(Scalar x) => Scalar.Sin(x);

    /// <inheritdoc cref="Vector.Sin(Vector)"/>
    public static Vector Sin(Vector x) => Vector.Sin(x);

    /// <inheritdoc cref="Matrix.Sin(Matrix)"/>
    public static Matrix Sin(Matrix x) => Matrix.Sin(x);

    /// <inheritdoc cref="Scalar.Cos(Scalar)"/>
    public static Scalar Cos(Scalar x) => Scalar.Cos(x);

    /// <inheritdoc cref="Vector.Cos(Vector)"/>
    public static Vector Cos(Vector x) => Vector.Cos(x);

    /// <inheritdoc cref="Matrix.Cos(Matrix)"/>
    public static Matrix Cos(Matrix x) => Matrix.Cos(x);

    /// <inheritdoc cref="Scalar.Tan(Scalar)"/>
    public static Scalar Tan(Scalar x) => Scalar.Tan(x);

    /// <inheritdoc cref="Vector.Tan(Vector)"/>
    public static Vector Tan(Vector x) => Vector.Tan(x);

    /// <inheritdoc cref="Matrix.Tan(Matrix)"/>
    public static Matrix Tan(Matrix x) => Matrix.Tan(x);

    /// <inheritdoc cref="Scalar.Asin(Scalar)"/>
    public static Scalar Asin(Scalar x) => Scalar.Asin(x);

    /// <inheritdoc cref="Vector.Asin(Vector)"/>
    public static Vector Asin(Vector x) => Vector.Asin(x);

    /// <inheritdoc cref="Matrix.Asin(Matrix)"/>
    public static Matrix Asin(Matrix x) => Matrix.Asin(x);

    /// <inheritdoc cref="Scalar.Acos(Scalar)"/>
    public static Scalar Acos(Scalar x) => Scalar.Acos(x);

    /// <inheritdoc cref="Vector.Acos(Vector)"/>
    public static Vector Acos(Vector x) => Vector.Acos(x);

    /// <inheritdoc cref="Matrix.Acos(Matrix)"/>
    public static Matrix Acos(Matrix x) => Matrix.Acos(x);

    /// <inheritdoc cref="Scalar.Atan(Scalar)"/>
    public static Scalar Atan(Scalar x) => Scalar.Atan(x);

    /// <inheritdoc cref="Vector.Atan(Vector)"/>
    public static Vector Atan(Vector x) => Vector.Atan(x);

    /// <inheritdoc cref="Matrix.Atan(Matrix)"/>
    public static Matrix Atan(Matrix x) => Matrix.Atan(x);

    /// <inheritdoc cref="Scalar.Sinh(Scalar)"/>
    public static Scalar Sinh(Scalar x) => Scalar.Sinh(x);

    /// <inheritdoc cref="Vector.Sinh(Vector)"/>
    public static Vector Sinh(Vector x) => Vector.Sinh(x);

    /// <inheritdoc cref="Matrix.Sinh(Matrix)"/>
    public static Matrix Sinh(Matrix x) => Matrix.Sinh(x);

    /// <inheritdoc cref="Scalar.Cosh(Scalar)"/>
    public static Scalar Cosh(Scalar x) => Scalar.Cosh(x);

    /// <inheritdoc cref="Vector.Cosh(Vector)"/>
    public static Vector Cosh(Vector x) => Vector.Cosh(x);

    /// <inheritdoc cref="Matrix.Cosh(Matrix)"/>
    public static Matrix Cosh(Matrix x) => Matrix.Cosh(x);

    /// <inheritdoc cref="Scalar.Tanh(Scalar)"/>
    public static Scalar Tanh(Scalar x) => Scalar.Tanh(x);

    /// <inheritdoc cref="Vector.Tanh(Vector)"/>
    public static Vector Tanh(Vector x) => Vector.Tanh(x);

    /// <inheritdoc cref="Matrix.Tanh(Matrix)"/>
    public static Matrix Tanh(Matrix x) => Matrix.Tanh(x);

    /// <inheritdoc cref="Scalar.Asinh(Scalar)"/>
    public static Scalar Asinh(Scalar x) => Scalar.Asinh(x);

    /// <inheritdoc cref="Vector.Asinh(Vector)"/>
    public static Vector Asinh(Vector x) => Vector.Asinh(x);

    /// <inheritdoc cref="Matrix.Asinh(Matrix)"/>
    public static Matrix Asinh(Matrix x) => Matrix.Asinh(x);

    /// <inheritdoc cref="Scalar.Acosh(Scalar)"/>
    public static Scalar Acosh(Scalar x) => Scalar.Acosh(x);

    /// <inheritdoc cref="Vector.Acosh(Vector)"/>
    public static Vector Acosh(Vector x) => Vector.Acosh(x);

    /// <inheritdoc cref="Matrix.Acosh(Matrix)"/>
    public static Matrix Acosh(Matrix x) => Matrix.Acosh(x);

    /// <inheritdoc cref="Scalar.Atanh(Scalar)"/>
    public static Scalar Atanh(Scalar x) => Scalar.Atanh(x);

    /// <inheritdoc cref="Vector.Atanh(Vector)"/>
    public static Vector Atanh(Vector x) => Vector.Atanh(x);

    /// <inheritdoc cref="Matrix.Atanh(Matrix)"/>
    public static Matrix Atanh(Matrix x) => Matrix.Atanh(x);

    /// <inheritdoc cref="Scalar.Sinc(Scalar)"/>
    public static Scalar Sinc(Scalar x) => Scalar.Sinc(x);

    /// <inheritdoc cref="Vector.Sinc(Vector)"/>
    public static Vector Sinc(Vector x) => Vector.Sinc(x);

    /// <inheritdoc cref="Matrix.Sinc(Matrix)"/>
    public static Matrix Sinc(Matrix x) => Matrix.Sinc(x);
}

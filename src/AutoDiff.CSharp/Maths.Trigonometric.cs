namespace AutoDiff;

public static partial class Maths
{
    /// <summary>The sine, of radians.</summary>
    public static Scalar Sin(Scalar x) => Scalar.Sin(x);

    /// <summary>The sine, of radians, element by element.</summary>
    public static Vector Sin(Vector x) => Vector.Sin(x);

    /// <summary>The sine, of radians, element by element.</summary>
    public static Matrix Sin(Matrix x) => Matrix.Sin(x);

    /// <summary>The cosine, of radians.</summary>
    public static Scalar Cos(Scalar x) => Scalar.Cos(x);

    /// <summary>The cosine, of radians, element by element.</summary>
    public static Vector Cos(Vector x) => Vector.Cos(x);

    /// <summary>The cosine, of radians, element by element.</summary>
    public static Matrix Cos(Matrix x) => Matrix.Cos(x);

    /// <summary>The tangent, of radians.</summary>
    public static Scalar Tan(Scalar x) => Scalar.Tan(x);

    /// <summary>The tangent, of radians, element by element.</summary>
    public static Vector Tan(Vector x) => Vector.Tan(x);

    /// <summary>The tangent, of radians, element by element.</summary>
    public static Matrix Tan(Matrix x) => Matrix.Tan(x);

    /// <summary>The arc sine, in radians; slope +inf at -1 and 1.</summary>
    public static Scalar Asin(Scalar x) => Scalar.Asin(x);

    /// <summary>The arc sine, in radians; slope +inf at -1 and 1, element by element.</summary>
    public static Vector Asin(Vector x) => Vector.Asin(x);

    /// <summary>The arc sine, in radians; slope +inf at -1 and 1, element by element.</summary>
    public static Matrix Asin(Matrix x) => Matrix.Asin(x);

    /// <summary>The arc cosine, in radians; slope -inf at -1 and 1.</summary>
    public static Scalar Acos(Scalar x) => Scalar.Acos(x);

    /// <summary>The arc cosine, in radians; slope -inf at -1 and 1, element by element.</summary>
    public static Vector Acos(Vector x) => Vector.Acos(x);

    /// <summary>The arc cosine, in radians; slope -inf at -1 and 1, element by element.</summary>
    public static Matrix Acos(Matrix x) => Matrix.Acos(x);

    /// <summary>The arc tangent, in radians.</summary>
    public static Scalar Atan(Scalar x) => Scalar.Atan(x);

    /// <summary>The arc tangent, in radians, element by element.</summary>
    public static Vector Atan(Vector x) => Vector.Atan(x);

    /// <summary>The arc tangent, in radians, element by element.</summary>
    public static Matrix Atan(Matrix x) => Matrix.Atan(x);

    /// <summary>The hyperbolic sine.</summary>
    public static Scalar Sinh(Scalar x) => Scalar.Sinh(x);

    /// <summary>The hyperbolic sine, element by element.</summary>
    public static Vector Sinh(Vector x) => Vector.Sinh(x);

    /// <summary>The hyperbolic sine, element by element.</summary>
    public static Matrix Sinh(Matrix x) => Matrix.Sinh(x);

    /// <summary>The hyperbolic cosine.</summary>
    public static Scalar Cosh(Scalar x) => Scalar.Cosh(x);

    /// <summary>The hyperbolic cosine, element by element.</summary>
    public static Vector Cosh(Vector x) => Vector.Cosh(x);

    /// <summary>The hyperbolic cosine, element by element.</summary>
    public static Matrix Cosh(Matrix x) => Matrix.Cosh(x);

    /// <summary>The hyperbolic tangent.</summary>
    public static Scalar Tanh(Scalar x) => Scalar.Tanh(x);

    /// <summary>The hyperbolic tangent, element by element.</summary>
    public static Vector Tanh(Vector x) => Vector.Tanh(x);

    /// <summary>The hyperbolic tangent, element by element.</summary>
    public static Matrix Tanh(Matrix x) => Matrix.Tanh(x);

    /// <summary>The inverse of Sinh.</summary>
    public static Scalar Asinh(Scalar x) => Scalar.Asinh(x);

    /// <summary>The inverse of Sinh, element by element.</summary>
    public static Vector Asinh(Vector x) => Vector.Asinh(x);

    /// <summary>The inverse of Sinh, element by element.</summary>
    public static Matrix Asinh(Matrix x) => Matrix.Asinh(x);

    /// <summary>The inverse of Cosh; slope +inf at 1.</summary>
    public static Scalar Acosh(Scalar x) => Scalar.Acosh(x);

    /// <summary>The inverse of Cosh; slope +inf at 1, element by element.</summary>
    public static Vector Acosh(Vector x) => Vector.Acosh(x);

    /// <summary>The inverse of Cosh; slope +inf at 1, element by element.</summary>
    public static Matrix Acosh(Matrix x) => Matrix.Acosh(x);

    /// <summary>The inverse of Tanh; slope +inf at -1 and 1.</summary>
    public static Scalar Atanh(Scalar x) => Scalar.Atanh(x);

    /// <summary>The inverse of Tanh; slope +inf at -1 and 1, element by element.</summary>
    public static Vector Atanh(Vector x) => Vector.Atanh(x);

    /// <summary>The inverse of Tanh; slope +inf at -1 and 1, element by element.</summary>
    public static Matrix Atanh(Matrix x) => Matrix.Atanh(x);

    /// <summary>sin(x)/x, and 1 at 0.</summary>
    public static Scalar Sinc(Scalar x) => Scalar.Sinc(x);

    /// <summary>sin(x)/x, and 1 at 0, element by element.</summary>
    public static Vector Sinc(Vector x) => Vector.Sinc(x);

    /// <summary>sin(x)/x, and 1 at 0, element by element.</summary>
    public static Matrix Sinc(Matrix x) => Matrix.Sinc(x);
}
